// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen computes again after each entry: the fold, the gate, the matrix and what carries the decision, on a case of 40
// sub-paragraphs, 400 passages and 5,000 entries.
#include "core/model/dossier.h"
#include "core/rules/completeness.h"
#include "core/rules/matrix.h"
#include "core/rules/support.h"
#include "tests/bench/heavycase.h"
#include "tests/bench/scale.h"

namespace caseward::bench {

void benchWeighing(const Path &)
{
    Times times;
    const SystemClock clock;
    SystemRandom random;
    const PersonId person = PersonId::make(clock, random);
    const HeavyCase heavy(person);
    const auto entries = chained(heavy.events, person);
    for (int round = 0; round < 30; ++round) {
        times.of("fold 5,000 entries", [&] { return model::foldHistory(entries); });
        const model::Dossier dossier = need(model::foldHistory(entries), "fold");
        times.of("gate of that case", [&]() -> Status {
            return rules::completeness(dossier, *heavy.pack).checks.empty() ? fail(FaultCode::Malformed, "no checks") : Status();
        });
        times.of("matrix by documents", [&]() -> Status {
            return rules::conditionsByDocuments(dossier, *heavy.pack).columns.size() == HeavyCase::documents ? Status() : fail(FaultCode::Malformed, "columns");
        });
        times.of("matrix by factors", [&]() -> Status {
            return rules::conditionsByFactors(dossier, *heavy.pack).columns.empty() ? fail(FaultCode::Malformed, "columns") : Status();
        });
        times.of("guidelines by years", [&]() -> Status { return rules::guidelinesByYears(dossier, *heavy.pack).rows.empty() ? fail(FaultCode::Malformed, "rows") : Status(); });
        times.of("what carries the decision", [&]() -> Status {
            return rules::whatCarries(dossier, *heavy.pack).findings.empty() ? fail(FaultCode::Malformed, "findings") : Status();
        });
    }
    times.print();
}

} // namespace caseward::bench
