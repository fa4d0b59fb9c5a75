// SPDX-License-Identifier: GPL-3.0-or-later
// One question at a time to the reader child and its answer within a deadline. After the first failure the child is
// dead and every further question gets the same fault. One thread at a time per object.
#pragma once

#include "core/reading/childprocess.h"
#include "core/reading/wire.h"

#include <chrono>
#include <optional>

namespace caseward::reading {

struct Answer {
    wire::Reply untrusted;
    FileDescriptor memory; // open exactly when untrusted.hasMemory is 1
};

class ReaderLink {
public:
    explicit ReaderLink(ChildProcess child) : m_child(std::move(child)) {}

    // The child's unasked first packet (sequence 0).
    Result<Answer> hello(std::chrono::milliseconds patience);
    // Sends `request` under the next sequence number, with `attachment` if it is not -1. Cancelled by a ReaderStop, which ends the child.
    Result<Answer> ask(wire::Request request, int attachment, std::chrono::milliseconds patience);
    // Ends the child for good; every later question gets this fault. Returns it.
    Fault giveUp(Fault why);
    [[nodiscard]] const std::optional<Fault> &failure() const { return m_failure; }
    [[nodiscard]] pid_t pid() const { return m_child.pid(); }

private:
    Result<Answer> receive(std::uint32_t sequence, std::chrono::milliseconds patience);

    ChildProcess m_child;
    std::uint32_t m_sequence = 0;
    std::optional<Fault> m_failure;
};

} // namespace caseward::reading
