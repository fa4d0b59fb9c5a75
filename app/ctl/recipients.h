// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a bundle is sealed for, by --to. Main thread.
#pragma once

#include "app/ctl/command.h"

namespace caseward::ctl {

// Usage or NotFound for a name that does not mean exactly one person.
[[nodiscard]] Result<std::vector<Digest>> recipientsSaid(Call &call);

} // namespace caseward::ctl
