// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/papers.h"

#include "core/model/dossier.h"
#include "tests/bench/heavycase.h"
#include "ui/paper/decisionpaper.h"

namespace caseward::bench {

void benchPapers(Times &times)
{
    const SystemClock clock;
    SystemRandom random;
    const PersonId person = PersonId::make(clock, random);
    HeavyCase heavy(person);
    // The paper is made of the dossier; what is signed is here only compared.
    session::DecisionFiles files;
    files.decision = "{}";
    files.signature = Bytes(2'000, 7);
    heavy.events.push_back(model::OutcomeProposed{"deny", "", {}});
    heavy.events.push_back(model::DecisionSigned{crypto::sha256(viewOf(files.decision)), files.decision, files.signature, "deny"});
    const model::Dossier dossier = need(model::foldHistory(chained(heavy.events, person)), "fold");
    for (int round = 0; round < 10; ++round) {
        const Bytes paper = times.of("decision of 40 sub-paragraphs, 400 passages as PDF",
                                     [&] { return ui::decisionPdf(files, dossier, *heavy.pack, {"A. Measurer", clock.now(), {}}); });
        times.note("  its size [KiB]", static_cast<double>(paper.size()) / 1024);
    }
}

} // namespace caseward::bench
