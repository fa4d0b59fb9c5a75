// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/reciprocitycall.h"

namespace caseward::ctl {

std::vector<Option> reciprocityOptions()
{
    return {caseOption(), {"authority", "name", "whose eligibility it is"}, {"access", "name", "for which access it was given"},
            {"needed", "name", "what is needed here; the access of the case when not said"},
            {"investigated", "day", "when its investigation was closed: YYYY-MM-DD; left out when nobody knows"}};
}

Result<session::ReciprocityAsked> reciprocityAsked(Call &call)
{
    session::ReciprocityAsked asked{TRY(call.need("authority")), TRY(call.need("access")), call.option("needed"), call.option("investigated")};
    if (asked.needed.empty())
        asked.needed = TRY(TRY(call.session())->openCase(TRY(call.caseId())))->facts.access;
    return asked;
}

} // namespace caseward::ctl
