// SPDX-License-Identifier: GPL-3.0-or-later
// Typesets the plain-text sources of the demonstration case as the letters and reports they stand for. Every page says
// in its banners that it is a demonstration record. Needs a QGuiApplication; one thread at a time.
//
// The markup, line by line (a blank line ends a paragraph):
//   @title T   @face serif|sans|mono   @size letter|a4   @points 10   @headleft T   @headright T   @footleft T   @footright T
//   # title    ## heading    ### subheading    ! centred line    - bullet    > quote    ~ small print    === new page
//   --- rule   |= 30 20r 50  columns of the table that follows (shares, r = right)   || a | b |  its head   | a | b |  a row
//   lines that end in \ break there; **bold** and `mono` inside any text
#pragma once

#include "core/base/bytes.h"

#include <QString>

namespace caseward::ui {

inline constexpr char demonstrationBanner[] = "DEMONSTRATION RECORD · FICTIONAL PERSON · NOT A REAL FILE";

// Malformed, with the line number, for an unknown directive or a table row without columns.
[[nodiscard]] Result<Bytes> typesetLetter(const QString &markup);

} // namespace caseward::ui
