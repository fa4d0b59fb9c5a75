// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command vaultPeople()
{
    return {"vault people", "<name.caseward>", "who may open a vault (needs no key)", {}, false, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const auto &person : TRY(session::Session::peopleOf(TRY(call.argument(0, "a vault"))))) {
                    list.emplace_back(Json::Object{{"person", Json(person.id.text())}, {"name", Json(person.name)}, {"roles", Json(join(person.roles, ","))},
                                                   {"token", Json(person.tokenUri)}});
                    lines += person.id.text() + "  " + person.name + "  (" + join(person.roles, ", ") + ")" + (person.tokenUri.empty() ? "" : "  card " + person.tokenUri) + "\n";
                }
                return Reply{{{"people", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
