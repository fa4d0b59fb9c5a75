// SPDX-License-Identifier: GPL-3.0-or-later
// Shuts the process in for good: resource limits, Landlock, seccomp. After lockDown() it can compute, read what lies
// in `readable`, make sealed memory and talk over the one socket; anything else kills it. Main thread, once, while it
// is the only thread (checked).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace caseward::reader {

struct Confinement {
    std::vector<std::string> readable;      // directories that stay readable, everything below included
    std::uint64_t memory = 0;               // RLIMIT_AS, bytes
    std::uint64_t largestAnswer = 0;        // RLIMIT_FSIZE, bytes; memfds count as files
    std::uint64_t cpuSeconds = 0;           // RLIMIT_CPU for the whole life
    int socket = -1;                        // the only descriptor that may be sent to and received from
};

// The Landlock ABI in force (0: this kernel has none), or nothing when any part could not be set up.
std::optional<std::uint32_t> lockDown(const Confinement &confinement);

// When the parent closes its end of the pipe `lifeline`, for whatever reason, this process ends by SIGIO, even in an
// endless loop. False when it could not be armed or the parent is gone already.
bool tieLifeTo(int lifeline);

} // namespace caseward::reader
