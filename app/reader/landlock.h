// SPDX-License-Identifier: GPL-3.0-or-later
// Landlock (linux 5.13 and later): every right that this kernel can take away is taken away, except reading below the
// given directories. Wants PR_SET_NO_NEW_PRIVS first. Main thread, once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace caseward::reader {

// The ABI in force, 0 when the kernel has no Landlock (or has it switched off), nothing when it failed half way.
std::optional<std::uint32_t> closeFileSystem(const std::vector<std::string> &readable);

} // namespace caseward::reader
