// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/conduct.h"

#include <algorithm>

namespace caseward::model {

ConductDates judgeConduct(std::string_view from, std::string_view to)
{
    if (from.empty() && !to.empty())
        return ConductDates::NoBeginning;
    const std::size_t both = std::min(from.size(), to.size());
    return to.substr(0, both) < from.substr(0, both) ? ConductDates::EndsFirst : ConductDates::Sound;
}

} // namespace caseward::model
