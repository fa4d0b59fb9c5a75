// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/access.h"

namespace caseward::ctl {

namespace {

Result<std::vector<PersonId>> people(Call &call, const std::string &option)
{
    std::vector<PersonId> list;
    for (const std::string &name : call.all(option))
        list.push_back(TRY(call.person(name)));
    return list;
}

} // namespace

Command accessTwo()
{
    return {"access two", "", "from now on a case opens only with the keys of two people together",
            {caseOption(), {"first", "person", "one who reads it", true}, {"other", "person", "one whose key is needed as well", true}, {"reason", "text", "why"}}, true,
            [](Call &call) -> Result<Reply> {
                TRY(session::AccessDesk(*TRY(call.session())).requireTwo(TRY(call.caseId()), TRY(people(call, "first")), TRY(people(call, "other")), TRY(call.need("reason"))));
                return Reply{{}, "two people open this case from now on; the case has a new key"};
            }};
}

} // namespace caseward::ctl
