// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command find()
{
    return {"find", "<words>", "find words in every document of a case", {caseOption(), {"most", "number", "at most so many; 100 when not said"}}, true,
            [](Call &call) -> Result<Reply> {
                const std::string words = TRY(call.argument(0, "words to find"));
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto dossier = TRY(session.openCase(id));
                Json::Array hits;
                std::string lines;
                for (const auto &hit : TRY(session.find(id, words, TRY(call.number("most", 100))))) {
                    const auto *state = dossier->document(hit.document);
                    hits.emplace_back(Json::Object{{"document", Json(hit.document.text())}, {"title", Json(state->facts.title)}, {"page", Json(hit.span.page)},
                                                   {"start", Json(hit.span.start)}, {"end", Json(hit.span.end)}, {"match", Json(hit.match)},
                                                   {"before", Json(hit.before)}, {"after", Json(hit.after)}});
                    lines += state->facts.title + ", p. " + std::to_string(hit.span.page) + ": …" + oneLine(hit.before + "[" + hit.match + "]" + hit.after, 140) + "…\n";
                }
                return Reply{{{"hits", Json(std::move(hits))}}, lines.empty() ? "not found" : lines};
            }};
}

} // namespace caseward::ctl
