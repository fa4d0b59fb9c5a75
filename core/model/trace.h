// SPDX-License-Identifier: GPL-3.0-or-later
// Who did it and when, and by which entry. Plain value.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

namespace caseward::model {

struct Trace {
    std::uint64_t seq = 0;
    Instant at;
    PersonId actor;
};

} // namespace caseward::model
