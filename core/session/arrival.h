// SPDX-License-Identifier: GPL-3.0-or-later
// What a session finds when somebody signs in: a clock that went back, a bundle whose sealing was interrupted, a vault that
// cannot be written. Each becomes a notice, so that the person knows from the first moment. Worker thread.
#pragma once

#include "core/session/state.h"

namespace caseward::session {

// Enters the sign-in into the station's ledger and fills the notices. Where nothing can be written (medium, full disk) the
// session goes on for reading alone: being shut out of every file because a disk is full would be the greater harm.
[[nodiscard]] Status noteSignIn(Session::State &state, codec::Json::Object body);

} // namespace caseward::session
