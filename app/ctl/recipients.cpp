// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/recipients.h"

namespace caseward::ctl {

Result<std::vector<Digest>> recipientsSaid(Call &call)
{
    std::vector<Digest> recipients;
    const auto contacts = TRY(TRY(call.session())->contacts());
    for (const std::string &wanted : call.all("to")) {
        std::size_t matches = 0;
        for (const auto &contact : contacts) {
            const bool role = std::ranges::find(contact.roles, wanted) != contact.roles.end() && !contact.here;
            if (contact.name != wanted && contact.person.text() != wanted && contact.fingerprint.hex() != wanted && !role)
                continue;
            recipients.push_back(contact.fingerprint);
            ++matches;
        }
        if (matches != 1)
            return fail(matches ? FaultCode::Usage : FaultCode::NotFound, "'" + wanted + "' names " + std::to_string(matches) + " people; see `contacts`", {{"what", wanted}});
    }
    return recipients;
}

} // namespace caseward::ctl
