// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <cerrno>
#include <cstdlib>

#include <sys/random.h>

namespace caseward {

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const ssize_t got = ::getrandom(bytes.data(), bytes.size(), 0);
        if (got < 0) {
            if (errno == EINTR)
                continue;
            std::abort(); // going on without randomness would be worse than stopping
        }
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
}

void SeededRandom::fill(std::span<std::uint8_t> bytes)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % 8 == 0) {
            // splitmix64 (Steele, Lea, Flood 2014)
            m_state += 0x9e3779b97f4a7c15u;
            word = m_state;
            word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9u;
            word = (word ^ word >> 27) * 0x94d049bb133111ebu;
            word ^= word >> 31;
        }
        bytes[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)) & 0xffu);
    }
}

} // namespace caseward
