// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/overviewreply.h"
#include "core/model/spot.h"
#include "core/session/overview.h"

namespace caseward::ctl {

namespace {

Json::Object carrierFacts(const session::Carriage &carriage, const session::Carrier &carrier)
{
    Json::Array carried;
    for (const std::size_t at : carrier.carried)
        carried.emplace_back(carriage.findings[at].text);
    return {{"document", Json(carrier.document.text())}, {"passages", Json(idTexts(carrier.passages))}, {"carries", Json(std::move(carried))}};
}

std::string carrierLines(const model::Dossier &dossier, const session::Carriage &carriage, const session::Carrier &carrier)
{
    std::string lines;
    for (const PassageId &id : carrier.passages)
        if (const model::Tie *tie = dossier.tie(id))
            lines += "  " + id.text() + "  " + tie->condition.id + "  p. " + std::to_string(tie->anchor.span.page) + "  " + oneLine(model::quoteWords(tie->anchor), 70) + "\n";
    for (const std::size_t at : carrier.carried)
        lines += "      " + carriage.findings[at].text + "\n";
    return lines;
}

} // namespace

Command caseCarries()
{
    return {"case carries", "", "what carries the decision: passages and documents that a finding rests on alone",
            {caseOption(), {"pack", "id", "one of the case's packs; the one that leads when not said"}}, true, [](Call &call) -> Result<Reply> {
                const auto under = TRY(session::caseUnder(*TRY(call.session()), TRY(call.caseId()), call.option("pack")));
                const session::Carriage carriage = session::whatCarries(*under.dossier, *under.pack);
                Json::Array bare, passages, documents;
                std::string lines;
                const auto heading = [&lines](const char *words) { lines += (lines.empty() ? "" : "\n") + std::string(words) + "\n"; };
                for (const session::Supported &one : carriage.findings)
                    if (one.passages.empty()) {
                        if (bare.empty())
                            heading("rests on no passage now");
                        bare.emplace_back(one.text);
                        lines += "      " + one.text + "\n";
                    }
                if (!carriage.passages.empty())
                    heading("one passage is all that supports");
                for (const session::Carrier &carrier : carriage.passages) {
                    passages.emplace_back(carrierFacts(carriage, carrier));
                    lines += carrierLines(*under.dossier, carriage, carrier);
                }
                if (!carriage.documents.empty())
                    heading("several passages, all of one document");
                for (const session::Carrier &carrier : carriage.documents) {
                    documents.emplace_back(carrierFacts(carriage, carrier));
                    lines += carrierLines(*under.dossier, carriage, carrier);
                }
                if (lines.empty())
                    lines = carriage.findings.empty() ? "nothing is found yet\n" : "no finding rests on one passage or one document alone\n";
                return Reply{{{"pack", Json(under.pack->id)}, {"findings", Json(carriage.findings.size())}, {"unsupported", Json(std::move(bare))},
                              {"passages", Json(std::move(passages))}, {"documents", Json(std::move(documents))}},
                             lines + "\nWhat the record supports, not a recommendation."};
            }};
}

} // namespace caseward::ctl
