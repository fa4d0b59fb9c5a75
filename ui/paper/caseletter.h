// SPDX-License-Identifier: GPL-3.0-or-later
// A letter of a case as a paper: its lines as the template has them, and what no template can leave out: the marking and the case on every
// page, whether it is a draft, and who signs. Needs a QGuiApplication; any one thread at a time; nothing is written to a file.
#pragma once

#include "core/session/letters.h"
#include "ui/paper/paperblock.h"

namespace caseward::ui {

// As BannerPaginator::print().
[[nodiscard]] Result<Bytes> letterPdf(const session::PreparedLetter &letter, Instant printedAt, PaperSize size = PaperSize::A4);

} // namespace caseward::ui
