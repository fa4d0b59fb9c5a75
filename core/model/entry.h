// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of a history, as FORMATS.md has it: canonical JSON {"v":1,"seq","prev","at","actor","station","kind",
// "body"}. The envelope knows nothing of the body; core/model/events.h does. Plain value; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/codec/json.h"

namespace caseward::model {

struct Entry {
    std::uint64_t seq = 0;
    Digest prev;            // leaf hash of the entry before; zeros for entry 0
    Instant at;
    PersonId actor;
    StationId station;
    std::string kind;       // "passage.tied"
    codec::Json body;       // object
    bool operator==(const Entry &) const = default;
};

[[nodiscard]] std::string encodeEntry(const Entry &entry);                   // RFC 8785
[[nodiscard]] Result<Entry> decodeEntry(std::string_view untrustedText);     // Malformed, NotCanonical, TooLarge

} // namespace caseward::model
