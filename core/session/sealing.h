// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle is on its way from the moment its cases are handed over until its file has its name. Whatever stops the program in
// between (a crash, a full disk, a stick pulled out) is settled from what is there: the file, or no file. Worker thread.
#pragma once

#include "core/session/state.h"

namespace caseward::session {

// Decides each sealing that is not ended: its file is there and whole, so it was sent; it is not, so the cases stay here.
// Returns words for each that cannot be decided yet, because the medium of the file is not connected or the disk is full.
[[nodiscard]] std::vector<std::string> settleSealings(Session::State &state);

} // namespace caseward::session
