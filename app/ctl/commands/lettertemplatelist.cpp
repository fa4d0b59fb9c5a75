// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/letters.h"

namespace caseward::ctl {

Command letterTemplateList()
{
    return {"letter template list", "", "the template that counts for each kind of letter, and where it comes from", {}, true, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const session::LetterForm &form : TRY(session::LetterDesk(*TRY(call.session())).forms())) {
                    const bool own = form.origin == session::LetterOrigin::Imported;
                    const std::string kind(model::letterKindName(form.form.kind));
                    list.push_back(Json(Json::Object{{"kind", Json(kind)}, {"version", Json(form.form.version)}, {"title", Json(form.form.title)}, {"digest", Json(form.digest.hex())},
                                                     {"origin", Json(own ? "imported" : "program")}, {"signer", Json(form.signer)}, {"doubt", Json(form.doubt)}}));
                    lines += kind + " " + form.form.version + ", " + (own ? "taken in, signed by " + form.signer : "of the program") + ", SHA-256 " + form.digest.hex() + "\n";
                    lines += form.doubt.empty() ? "" : "  " + form.doubt + "\n";
                }
                return Reply{{{"templates", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
