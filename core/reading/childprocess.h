// SPDX-License-Identifier: GPL-3.0-or-later
// The reader child as a process: started with nothing but a socket and a lifeline, killed and reaped when this dies.
// The lifeline is a pipe instead of PR_SET_PDEATHSIG: that signal follows the *thread* that started the child, and a
// thread pool's thread ends long before its document is closed. One thread at a time per object.
#pragma once

#include "core/base/files.h"
#include "core/reading/sealedmemory.h"

#include <sys/types.h>

namespace caseward::reading {

class ChildProcess {
public:
    // Empty environment, stdin/stdout/stderr on /dev/null, descriptor 3 the socket, 4 the lifeline, nothing else.
    // ReaderFailed when the program cannot be started.
    static Result<ChildProcess> start(const Path &program, const std::vector<std::string> &arguments);
    ChildProcess(ChildProcess &&other) noexcept;
    ChildProcess &operator=(ChildProcess &&) = delete;
    ~ChildProcess();

    [[nodiscard]] int socket() const { return m_socket.get(); }
    [[nodiscard]] pid_t pid() const { return m_pid; }

    // Ends it (patience: milliseconds it may take to end by itself first) and says how it ended, in English.
    std::string end(int patience);

private:
    ChildProcess() = default;
    pid_t m_pid = -1;
    FileDescriptor m_socket;
    FileDescriptor m_lifeline;
};

} // namespace caseward::reading
