// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody shows their key: used for signing in and for a second person beside the one signed in. Worker thread.
#pragma once

#include "core/session/state.h"
#include "core/store/attempts.h"

namespace caseward::session {

struct Identified {
    PersonId person;
    crypto::Credential credential;
    store::Attempts before;                 // failures in a row before this success
};

// WrongPassphrase, TooManyAttempts, NotEnrolled, NotFound (the key file), TokenAbsent, …; only a wrong passphrase counts as an attempt.
[[nodiscard]] Result<Identified> identify(const UnlockRequest &request, Instant now);

} // namespace caseward::session
