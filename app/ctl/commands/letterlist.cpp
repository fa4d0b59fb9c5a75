// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/letters.h"

namespace caseward::ctl {

Command letterList()
{
    return {"letter list", "", "which letters can be made of a case now, why not the others, and which were issued", {caseOption()}, true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                Json::Array kinds, issued;
                std::string lines;
                for (const session::LetterChoice &choice : TRY(session::LetterDesk(session).choices(id))) {
                    const std::string name(model::letterKindName(choice.kind)), title(model::letterKindTitle(choice.kind));
                    kinds.push_back(Json(Json::Object{{"kind", Json(name)}, {"title", Json(title)}, {"draft", Json(choice.draftMissing.empty())},
                                                      {"issue", Json(choice.issueMissing.empty())}, {"missing", Json(choice.issueMissing)}, {"days", Json(choice.days)}}));
                    const std::string state = choice.issueMissing.empty() ? "can be made" : (choice.draftMissing.empty() ? "draft only: " : "not now: ") + choice.issueMissing;
                    lines += name + std::string(name.size() < 22 ? 22 - name.size() : 1, ' ') + state + "\n";
                }
                for (const auto &[letter, trace] : TRY(session.openCase(id))->proceedings.letters) {
                    issued.push_back(Json(Json::Object{{"kind", Json(std::string(model::letterKindName(letter.kind)))}, {"addressee", Json(letter.addressee)}, {"on", Json(letter.on)},
                                                       {"paper", Json(letter.paper.hex())}, {"template", Json(letter.form.hex())}, {"version", Json(letter.version)}}));
                    lines += letter.on + "  " + std::string(model::letterKindTitle(letter.kind)) + " to " + letter.addressee + ", SHA-256 " + letter.paper.hex() + "\n";
                }
                return Reply{{{"kinds", Json(std::move(kinds))}, {"issued", Json(std::move(issued))}}, lines};
            }};
}

} // namespace caseward::ctl
