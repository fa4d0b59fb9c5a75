// SPDX-License-Identifier: GPL-3.0-or-later
// What a roster says of a person, and which roster may follow which. Pure; any thread. Words of the faults are for people.
#pragma once

#include "core/model/roster.h"

namespace caseward::rules {

struct Credentials {
    PersonId person;
    std::string name;
    BytesView certificate;                  // DER
    std::vector<std::string> roles;         // that the certificate itself carries; none for an organisation's own PKI
};

// The roles a person works in. Without a roster what the certificate says; with one, the roster's, as far as the certificate
// carries roles only those it carries too. PersonSuspended when suspended, removed, not listed, or listed with other certificates.
[[nodiscard]] Result<std::vector<std::string>> rolesOf(const model::Roster *roster, const Credentials &who);

// Whether `next` may replace `held` (digest of its roster.json: `heldDigest`): same office, next version naming the one held,
// signed by somebody who was an active security officer in the one held and is in this one, and leaving at least one.
// A version further on is accepted (bundles may be missed); an older or equal one is not. RosterInvalid.
[[nodiscard]] Status mayFollow(const model::Roster *held, const Digest &heldDigest, const model::Roster &next, const Credentials &signer);

} // namespace caseward::rules
