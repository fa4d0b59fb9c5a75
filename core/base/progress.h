// SPDX-License-Identifier: GPL-3.0-or-later
// How a long piece of work reports and hears that it should stop. Called on the worker's thread; implementations
// hand over to others by themselves. advance() returning false means: stop, keep nothing, return Cancelled.
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace caseward {

class Progress {
public:
    virtual ~Progress() = default;
    virtual bool advance(std::uint64_t done, std::uint64_t total) = 0;
};

class NoProgress final : public Progress {
public:
    bool advance(std::uint64_t, std::uint64_t) override { return true; }
};

inline Fault cancelled() { return fail(FaultCode::Cancelled, "stopped on request"); }

} // namespace caseward
