// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/access.h"

namespace caseward::ctl {

Command accessOf()
{
    return {"access of", "<person>", "the cases a person can open, by id (security officer or auditor; anybody for themselves)", {}, true, [](Call &call) -> Result<Reply> {
                const PersonId person = TRY(call.person(TRY(call.argument(0, "a person"))));
                Json::Array list;
                std::string lines;
                for (const CaseId &id : TRY(session::AccessDesk(*TRY(call.session())).casesOf(person))) {
                    list.emplace_back(id.text());
                    lines += id.text() + "\n";
                }
                return Reply{{{"cases", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
