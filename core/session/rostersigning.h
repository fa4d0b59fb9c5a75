// SPDX-License-Identifier: GPL-3.0-or-later
// Signed rosters inside a session: verifying, signing the next version, taking one in. Worker thread.
#pragma once

#include "core/session/state.h"

namespace caseward::session {

struct VerifiedRoster { model::Roster roster; crypto::Certificate signer; };

// Signature, path at the signing time, office and signer agree with the content. RosterInvalid, and what the signature says.
[[nodiscard]] Result<VerifiedRoster> verifyRoster(const store::SignedRoster &untrusted, const crypto::TrustStore &trust);

// The one held, or what the certificates of this vault say while none is signed.
[[nodiscard]] Result<model::Roster> currentRoster(Session::State &state);
// The current one as a draft of the next version.
[[nodiscard]] Result<model::Roster> rosterToChange(Session::State &state);

// Signs it as the next version by `signer` (the person signed in, or an admitted second one), keeps it and notes it. From
// then on it counts.
[[nodiscard]] Status publishRoster(Session::State &state, model::Roster next, const std::string &change);
[[nodiscard]] Status publishRoster(Session::State &state, model::Roster next, const std::string &change, const Identity &signer);

// Takes a roster of any trusted office in, when it may follow the one held. AlreadyExists when it is the one held.
[[nodiscard]] Result<model::Roster> adoptRoster(Session::State &state, store::SignedRoster untrusted);

[[nodiscard]] std::vector<std::string> roleNames(const crypto::Certificate &certificate);  // sorted
// Malformed for a name that is no role; sorts them and drops doubles.
[[nodiscard]] Status checkRoles(std::vector<std::string> &roles);

} // namespace caseward::session
