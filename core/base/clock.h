// SPDX-License-Identifier: GPL-3.0-or-later
// Time as a seam. Instants are milliseconds since 1970-01-01T00:00:00Z, written as RFC 3339 with exactly three
// decimals and "Z"; days are written YYYY-MM-DD.
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace caseward {

struct Instant {
    std::int64_t milliseconds = 0;
    auto operator<=>(const Instant &) const = default;
};

// "2026-11-22T09:15:02.114Z"; parse refuses every other spelling (Malformed).
[[nodiscard]] std::string toText(Instant instant);
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);

// True for a real calendar day written YYYY-MM-DD.
[[nodiscard]] bool isDay(std::string_view text);
// Days since 1970-01-01; Malformed for what isDay refuses.
[[nodiscard]] Result<std::int64_t> dayNumber(std::string_view day);
[[nodiscard]] std::string dayOf(Instant instant);

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

// For tests: stands still until told otherwise.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant instant) : m_now(instant) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant instant) { m_now = instant; }
    void advance(std::int64_t milliseconds) { m_now.milliseconds += milliseconds; }

private:
    Instant m_now;
};

} // namespace caseward
