// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/citation.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace caseward::ui {

CitedLines citedLines(const PageGlyphs &glyphs, TextRange range)
{
    return {glyphs.citedLine(range.start), glyphs.citedLine(range.isEmpty() ? range.start : range.end - 1)};
}

QString citation(std::uint32_t page, std::optional<CitedLines> lines)
{
    if (!lines)
        return QCoreApplication::translate("Citation", "p. %1").arg(page);
    if (lines->first == lines->last)
        return QCoreApplication::translate("Citation", "p. %1, line %2").arg(page).arg(lines->first);
    return QCoreApplication::translate("Citation", "p. %1, lines %2–%3").arg(page).arg(lines->first).arg(lines->last);
}

QString citation(const model::Spot &place)
{
    return place.area ? QCoreApplication::translate("Citation", "p. %1, part of the picture").arg(place.span.page) : citation(place.span.page, {});
}

QString citedWords(const QString &quote, const QString &title, const model::Spot &place)
{
    const QString where = QStringLiteral("(%1, %2)").arg(title, citation(place));
    return place.area ? where : QStringLiteral("“%1” %2").arg(quote.simplified(), where);
}

DeepLink parseDeepLink(const QString &link)
{
    static const QRegularExpression shape(QStringLiteral("^([^#]*)(?:#p(\\d{1,6})(?::(\\d{1,6})(?:-(\\d{1,6}))?)?)?$"));
    const QRegularExpressionMatch match = shape.match(link);
    if (!match.hasMatch())
        return {};
    DeepLink result;
    result.document = match.captured(1).toStdString();
    result.page = match.captured(2).toUInt();
    result.firstLine = match.captured(3).toInt();
    result.lastLine = match.captured(4).isEmpty() ? result.firstLine : match.captured(4).toInt();
    return result;
}

QString deepLink(const DeepLink &link)
{
    QString result = QString::fromStdString(link.document);
    if (link.page > 0)
        result += QStringLiteral("#p%1").arg(link.page);
    if (link.page > 0 && link.firstLine > 0)
        result += QStringLiteral(":%1-%2").arg(link.firstLine).arg(link.lastLine);
    return result;
}

TextRange rangeOfLines(const PageGlyphs &glyphs, int firstLine, int lastLine)
{
    TextRange range;
    int line = 1;
    const QString &whole = glyphs.wholeText();
    qsizetype start = firstLine == 1 ? 0 : -1, end = -1;
    for (qsizetype i = 0; i < whole.size() && end < 0; ++i) {
        if (whole[i] != u'\n')
            continue;
        if (line == lastLine)
            end = i;
        if (++line == firstLine)
            start = i + 1;
    }
    if (start < 0)
        return range;
    range.start = glyphs.fromUtf16(start);
    range.end = end < 0 ? glyphs.size() : glyphs.fromUtf16(end);
    return range;
}

int wordCount(const QString &text)
{
    return static_cast<int>(text.simplified().split(u' ', Qt::SkipEmptyParts).size());
}

} // namespace caseward::ui
