// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/overviewreply.h"

#include "app/ctl/placeoption.h"
#include "app/ctl/proceedingscall.h"
#include "core/model/spot.h"

namespace caseward::ctl {
Command caseShow()
{
    return {"case show", "", "a case as it stands: record, passages, concerns, findings", {caseOption()}, true, [](Call &call) -> Result<Reply> {
                const auto dossier = TRY(TRY(call.session())->openCase(TRY(call.caseId())));
                // As it is said on the command line: of several packs by name.
                const auto named = [&dossier](const std::string &pack, const std::string &name) { return dossier->packs.size() > 1 ? pack + ":" + name : name; };
                Json::Array documents, passages, findings;
                std::string lines = "case " + dossier->facts.reference + "  " + std::string(caseStatusName(dossier->status)) + "  " + rules::stageWords(dossier->proceedings.stage) + "  " +
                                    std::to_string(dossier->size) + " entries, head " + dossier->head.hex() + "\n\nrecord\n";
                for (const auto &state : dossier->documents) {
                    const auto &facts = state.facts;
                    documents.emplace_back(Json::Object{{"id", Json(facts.document.text())}, {"title", Json(facts.title)}, {"name", Json(facts.name)},
                                                        {"kind", Json(documentKindName(facts.kind))}, {"pages", Json(facts.pages)},
                                                        {"sha256", Json(facts.digest.hex())}, {"read", Json(std::uint64_t(state.displayed.size()))},
                                                        {"exhibit", Json(facts.exhibit)}, {"media", Json(mediaTypeName(facts.media))},
                                                        {"source", Json(facts.source)}, {"agency", Json(facts.agency)}, {"date", Json(facts.date)},
                                                        {"custody", Json(facts.custody)}, {"unreadable", Json(facts.unreadable)},
                                                        {"parent", Json(facts.parent ? facts.parent->text() : std::string())}});
                    lines += "  " + facts.document.text() + "  " + facts.title + "  " + std::string(documentKindName(facts.kind)) + "  " +
                             (state.isReadable() ? std::to_string(facts.pages) + " pages, " + std::to_string(state.displayed.size()) + " displayed"
                                                 : "kept unread: " + facts.unreadable) + (facts.parent ? "  (came with another document)" : "") + "\n";
                }
                lines += "\npassages\n";
                for (const auto &tie : dossier->ties) {
                    Json::Object facts{{"id", Json(tie.id.text())}, {"condition", Json(tie.condition.id)}, {"pack", Json(tie.condition.pack)}, {"weight", Json(static_cast<int>(tie.weight))},
                                       {"quote", Json(tie.anchor.quote)}, {"note", Json(tie.note)},
                                       {"document", Json(tie.anchor.document.text())},
                                       {"reliability", Json(tie.appraisal.reliability)}, {"credibility", Json(tie.appraisal.credibility)},
                                       {"standing", Json(tie.appraisal.standing)}, {"from", Json(tie.appraisal.from)},
                                       {"to", Json(tie.appraisal.to)}, {"about", Json(tie.appraisal.about)}};
                    facts.merge(placeFacts(tie.anchor));
                    passages.emplace_back(std::move(facts));
                    lines += "  " + tie.id.text() + "  " + named(tie.condition.pack, tie.condition.id) + "  p. " + std::to_string(tie.anchor.span.page) + "  weight " +
                             std::to_string(static_cast<int>(tie.weight)) + "  " + (model::isArea(tie.anchor) ? model::quoteWords(tie.anchor) : '"' + oneLine(tie.anchor.quote, 70) + '"') + "\n";
                }
                lines += "\nfindings\n";
                for (const auto &[ref, state] : dossier->conditions) {
                    findings.emplace_back(Json::Object{{"condition", Json(ref.id)}, {"pack", Json(ref.pack)}, {"finding", Json(findingName(state.finding))}, {"reason", Json(state.reason)}});
                    lines += "  " + named(ref.pack, ref.id) + "  " + std::string(findingName(state.finding)) + "  " + oneLine(state.reason, 80) + "\n";
                }
                for (const auto &[key, state] : dossier->guidelines) {
                    findings.emplace_back(Json::Object{{"guideline", Json(key.second)}, {"pack", Json(key.first)}, {"finding", Json(findingName(state.finding))}, {"reason", Json(state.reason)}});
                    lines += "  Guideline " + named(key.first, key.second) + "  " + std::string(findingName(state.finding)) + "  " + oneLine(state.reason, 80) + "\n";
                }
                const auto levels = TRY(session::reviewOf(*TRY(call.session()), TRY(call.caseId())));
                lines += levelWords(levels);
                return Reply{{{"review", Json(levelFacts(levels))}, {"case", Json(dossier->facts.caseId.text())}, {"reference", Json(dossier->facts.reference)},
                              {"status", Json(caseStatusName(dossier->status))}, {"stage", Json(model::stageName(dossier->proceedings.stage))},
                              {"administrative", Json(model::isAdministrative(dossier->proceedings.stage))}, {"eligibility", Json(eligibilityFacts(*dossier))}, {"entries", Json(dossier->size)}, {"head", Json(dossier->head.hex())},
                              {"documents", Json(std::move(documents))}, {"passages", Json(std::move(passages))}, {"findings", Json(std::move(findings))},
                              {"custodyHere", Json(dossier->custodyHere)}},
                             lines};
            }};
}

} // namespace caseward::ctl
