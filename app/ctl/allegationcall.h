// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the statement of reasons have in common: options, a sub-paragraph by its label, and how one is shown.
#pragma once

#include "app/ctl/command.h"
#include "core/session/allegations.h"

namespace caseward::ctl {

// What a sub-paragraph says, for making and amending one.
[[nodiscard]] std::vector<Option> allegationOptions();
// `before` with what the options say put in its place; an empty word takes a text or date back, lists are replaced whole.
Result<model::Allegation> allegationSaid(Call &call, model::Allegation before);
// A condition of the sub-paragraph's pack, with or without its name before it. UnknownCondition, in words, for one of another pack.
Result<std::string> conditionOf(Call &call, const std::string &text, const std::string &pack);
// The sub-paragraph named first on the command line, as it stands.
Result<model::AllegationState> allegationNamed(Call &call);
// Records one entry and says where the sub-paragraph stands now.
Result<Reply> recorded(Call &call, const std::string &label, const model::Event &event);
[[nodiscard]] Json::Object allegationFacts(const model::AllegationState &state, const model::Dossier &dossier);
[[nodiscard]] std::string allegationLine(const model::AllegationState &state, const model::Dossier &dossier);

} // namespace caseward::ctl
