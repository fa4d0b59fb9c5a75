// SPDX-License-Identifier: GPL-3.0-or-later
// The seccomp filter: a list of what the engine needs after warm-up; the first other system call kills the process.
// Main thread, once.
#pragma once

namespace caseward::reader {

// `socket` is the only descriptor that messages may go through. False when the filter could not be loaded.
bool filterSystemCalls(int socket);

} // namespace caseward::reader
