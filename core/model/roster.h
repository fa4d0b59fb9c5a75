// SPDX-License-Identifier: GPL-3.0-or-later
// The roster of an office: who works there, in which roles, with which certificates, and whether they may at present. One
// canonical JSON (core/design/formats/roster.md), signed by a security officer, versioned, each naming the one before.
// Plain values; any thread. Failure: Malformed, NotCanonical, TooLarge.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace caseward::model {

enum class Standing { Active, Suspended, Removed };
[[nodiscard]] std::string_view standingName(Standing standing);     // "active", "suspended", "removed"

struct RosterPerson {
    PersonId person;
    std::string name;
    std::vector<std::string> roles;         // names of crypto::Role, sorted
    std::vector<Bytes> certificates;        // DER; the newest last
    Standing standing = Standing::Active;
    Instant since;                          // of the standing
    std::string reason;                     // for suspended and removed
    bool operator==(const RosterPerson &) const = default;
};

struct Roster {
    std::string office;                     // organisation of the signer's certificate
    std::uint64_t version = 0;              // from 1
    Digest previous;                        // SHA-256 of the roster.json before; zeros for version 1
    Instant at;
    PersonId signer;
    std::vector<RosterPerson> people;       // in the order they came
    [[nodiscard]] const RosterPerson *find(const PersonId &person) const;
    [[nodiscard]] RosterPerson *find(const PersonId &person);
};

[[nodiscard]] std::string encodeRoster(const Roster &roster);
// At most limits::rosterPeople people, each with 1 to 16 certificates; no person twice.
[[nodiscard]] Result<Roster> decodeRoster(BytesView untrustedJson);

} // namespace caseward::model
