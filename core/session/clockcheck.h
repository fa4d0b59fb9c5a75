// SPDX-License-Identifier: GPL-3.0-or-later
// Whether this computer's clock can be right: it must not be behind what was already recorded. Entries of this station bind to the
// millisecond, those of other stations to the day, since clocks of different machines agree no better. Worker thread.
#pragma once

#include "core/session/state.h"

namespace caseward::session {

// ClockSetBack while the clock is behind the station's ledger or, where one is given, behind the case: what is signed carries its time.
[[nodiscard]] Status clockIsRight(const Session::State &state, const OpenCase *target);

} // namespace caseward::session
