// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/fittedquote.h"

#include <QFontMetrics>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int least = 40;    // pixels: narrower is no room for a word
constexpr int endless = 10000;

int heightOf(const QString &words, const QFontMetrics &metrics, int width)
{
    return metrics.boundingRect(QRect(0, 0, std::max(least, width), endless), Qt::TextWordWrap, words).height();
}

} // namespace

QString fittedQuote(const QString &quote, const QFont &font, const QuoteRoom &room)
{
    const QFontMetrics metrics(font);
    const QString whole = QStringLiteral("“%1”").arg(quote);
    const auto fits = [&](const QString &words) { return heightOf(words, metrics, room.width) <= room.rows * metrics.lineSpacing() + 2; };
    if (fits(whole))
        return whole;
    qsizetype low = 0, high = whole.size();
    while (low + 1 < high) {
        const qsizetype middle = (low + high) / 2;
        (fits(whole.left(middle) + QStringLiteral("…”")) ? low : high) = middle;
    }
    return whole.left(low).trimmed() + QStringLiteral("…”");
}

int fittedQuoteHeight(const QString &quote, const QFont &font, const QuoteRoom &room)
{
    return heightOf(fittedQuote(quote, font, room), QFontMetrics(font), room.width);
}

} // namespace caseward::ui
