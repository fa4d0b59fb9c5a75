// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at a place of the record, in words: its quote, or that it is a part of a picture, in brackets as nobody wrote it. GUI thread.
#pragma once

#include "core/model/spot.h"

#include <QString>

namespace caseward::ui {

[[nodiscard]] QString anchorWords(const model::Anchor &anchor);        // unpaid debts; [part of the picture]
// As anchorWords(), cut after `most` letters when that is more than 0; only a quote has quotation marks.
[[nodiscard]] QString quotedWords(const model::Anchor &anchor, qsizetype most = 0);

} // namespace caseward::ui
