// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the proceedings have in common: options, and how stage, clocks and eligibility are shown.
#pragma once

#include "app/ctl/command.h"
#include "core/session/proceedings.h"

namespace caseward::ctl {

[[nodiscard]] Option reasonOption();
[[nodiscard]] Option dayOption(const char *help);
// The desk of the session; unlocks it at the first need.
Result<session::Proceedings> proceedings(Call &call);

[[nodiscard]] Json::Object stageFacts(const model::Dossier &dossier);
[[nodiscard]] std::string stageLine(const model::Dossier &dossier);
[[nodiscard]] Json::Array clockFacts(const model::Dossier &dossier, const session::Proceedings &desk);
[[nodiscard]] std::string clockLines(const model::Dossier &dossier, const session::Proceedings &desk);
[[nodiscard]] Json::Array eligibilityFacts(const model::Dossier &dossier);
[[nodiscard]] std::string eligibilityLines(const model::Dossier &dossier);
[[nodiscard]] Json::Array conflictFacts(const model::Dossier &dossier);

} // namespace caseward::ctl
