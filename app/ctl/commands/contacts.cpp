// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command contacts()
{
    return {"contacts", "", "people a bundle can be sealed for", {}, true, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const auto &contact : TRY(TRY(call.session())->contacts())) {
                    list.emplace_back(Json::Object{{"person", Json(contact.person.text())}, {"name", Json(contact.name)}, {"office", Json(contact.office)},
                                                   {"roles", Json(join(contact.roles, ","))}, {"certificate", Json(contact.fingerprint.hex())}, {"here", Json(contact.here)}});
                    lines += contact.name + "  (" + join(contact.roles, ", ") + ")  " + contact.office + (contact.here ? "  may open this vault" : "") + "\n";
                }
                return Reply{{{"contacts", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
