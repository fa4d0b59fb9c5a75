// SPDX-License-Identifier: GPL-3.0-or-later
// The place a command is about: --quote with --page and --occurrence, or --area with --page. Main thread.
#pragma once

#include "app/ctl/command.h"

namespace caseward::ctl {

[[nodiscard]] std::vector<Option> placeOptions();
// Usage unless exactly one of --quote and --area is said, and for an area that is no four numbers; otherwise what
// Session::anchorOf() and session::anchorAt() answer.
[[nodiscard]] Result<model::Anchor> placeAnchor(Call &call, const CaseId &id, const DocumentId &document);
// page, start and end, and the area of a part of the picture.
[[nodiscard]] Json::Object placeFacts(const model::Anchor &anchor);

} // namespace caseward::ctl
