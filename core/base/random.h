// SPDX-License-Identifier: GPL-3.0-or-later
// Randomness as a seam. SystemRandom is getrandom(2); key material itself is drawn by OpenSSL in core/crypto.
#pragma once

#include <cstdint>
#include <span>

namespace caseward {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override; // aborts if the kernel has no entropy source
};

// For tests: a repeatable stream (splitmix64). Never for keys.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t m_state;
};

} // namespace caseward
