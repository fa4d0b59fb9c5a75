// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of reciprocity share: which eligibility is asked to be accepted. Plain functions; any thread.
#pragma once

#include "app/ctl/command.h"
#include "core/session/reciprocity.h"

namespace caseward::ctl {

[[nodiscard]] std::vector<Option> reciprocityOptions();
// Of those options; `needed` is the access of the case when it is not said.
[[nodiscard]] Result<session::ReciprocityAsked> reciprocityAsked(Call &call);

// Their commands: a header of their own, so that a new one does not build every command again.
Command reciprocityShow();
Command reciprocityDecide();

} // namespace caseward::ctl
