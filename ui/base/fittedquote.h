// SPDX-License-Identifier: GPL-3.0-or-later
// A quotation on at most so many rows of so many pixels: in quotation marks, and cut at the end with "…”" where it does
// not fit. Pure but for font metrics; GUI thread.
#pragma once

#include <QFont>
#include <QString>

namespace caseward::ui {

struct QuoteRoom { int width = 0; int rows = 1; };           // pixels; wrapped rows

[[nodiscard]] QString fittedQuote(const QString &quote, const QFont &font, const QuoteRoom &room);
// Pixels that the fitted quotation needs.
[[nodiscard]] int fittedQuoteHeight(const QString &quote, const QFont &font, const QuoteRoom &room);

} // namespace caseward::ui
