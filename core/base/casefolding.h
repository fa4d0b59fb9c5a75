// SPDX-License-Identifier: GPL-3.0-or-later
// Letters without their case. Pure; any thread; never fails.
#pragma once

namespace caseward {

// Simple case folding: statuses C and S of CaseFolding.txt, Unicode 14.0. One character for one; others stay as they are.
[[nodiscard]] char32_t foldedCase(char32_t character);

} // namespace caseward
