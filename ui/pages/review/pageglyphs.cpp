// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/pageglyphs.h"

#include "core/base/utf8.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>
#include <limits>

namespace caseward::ui {

namespace {

QRectF united(const QRectF &a, const QRectF &b)
{
    // QRectF::united drops empty rectangles; boxes of made-up spaces have no width but do count for the caret.
    if (a.isNull())
        return b;
    const double left = std::min(a.left(), b.left());
    const double top = std::min(a.top(), b.top());
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

double distance(double value, double low, double high)
{
    return value < low ? low - value : std::max(0.0, value - high);
}

bool isRightToLeft(char32_t character)
{
    const QChar::Direction direction = QChar::direction(character);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

bool isWordCharacter(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character) || character == U'\'' || character == U'\u2019';
}

} // namespace

PageGlyphs::PageGlyphs(const std::string &text, std::vector<model::Rect> boxes) : m_boxes(std::move(boxes))
{
    auto decoded = toCodePoints(text);
    if (decoded.ok())
        m_text = std::move(*decoded);
    m_unitOf.reserve(m_text.size() + 1);
    std::uint32_t unit = 0;
    for (const char32_t character : m_text) {
        m_unitOf.push_back(unit);
        unit += QChar::requiresSurrogates(character) ? 2 : 1;
    }
    m_unitOf.push_back(unit);
    m_utf16 = QString::fromUcs4(m_text.data(), static_cast<qsizetype>(m_text.size()));
    if (m_boxes.size() == m_text.size())
        findLines();
    else
        m_boxes.clear();
}

QRectF PageGlyphs::box(std::uint32_t position) const
{
    const model::Rect &rect = m_boxes[position];
    return {rect.x, rect.y, rect.width, rect.height};
}

// A visible line ends at a line break, or where the view wrapped: the next character stands lower and further back.
bool PageGlyphs::startsNewLine(std::uint32_t position, const QRectF &line) const
{
    if (line.isNull())
        return false;
    const QRectF here = box(position);
    const double middle = here.center().y();
    return (middle > line.bottom() || middle < line.top()) && here.left() <= line.right() - here.width() && here.height() > 0;
}

void PageGlyphs::findLines()
{
    Line line;
    const auto finish = [this, &line](std::uint32_t end, std::uint32_t nextStart) {
        line.end = end;
        m_lines.push_back(line);
        if (!line.rect.isNull())
            m_bounds = m_bounds.isNull() ? line.rect : united(m_bounds, line.rect);
        line = Line{nextStart, nextStart, {}};
    };
    for (std::uint32_t i = 0; i < size(); ++i) {
        if (m_text[i] == U'\n') {
            if (line.rect.isNull())
                line.rect = box(i);
            finish(i, i + 1);
            continue;
        }
        if (startsNewLine(i, line.rect))
            finish(i, i);
        line.rect = united(line.rect, box(i));
    }
    if (line.start < size())
        finish(size(), size());
}

QString PageGlyphs::text(TextRange range) const
{
    const std::uint32_t end = std::min(range.end, size());
    const std::uint32_t start = std::min(range.start, end);
    return m_utf16.mid(toUtf16(start), toUtf16(end) - toUtf16(start));
}

qsizetype PageGlyphs::toUtf16(std::uint32_t position) const
{
    return static_cast<qsizetype>(m_unitOf[std::min<std::size_t>(position, m_text.size())]);
}

std::uint32_t PageGlyphs::fromUtf16(qsizetype unit) const
{
    const auto found = std::lower_bound(m_unitOf.begin(), m_unitOf.end(), static_cast<std::uint32_t>(std::max<qsizetype>(0, unit)));
    return found == m_unitOf.end() ? size() : static_cast<std::uint32_t>(found - m_unitOf.begin());
}

std::uint32_t PageGlyphs::positionAt(QPointF point) const
{
    if (m_lines.empty())
        return 0;
    const Line *best = nullptr;
    double bestDown = std::numeric_limits<double>::max(), bestAcross = bestDown;
    for (const Line &line : m_lines) {
        const double height = line.rect.height();
        const double down = distance(point.y(), line.rect.top() + 0.06 * height, line.rect.top() + 0.92 * height);
        const double across = distance(point.x(), line.rect.left(), line.rect.right());
        if (down < bestDown || (down <= bestDown && across < bestAcross)) {
            best = &line;
            bestDown = down;
            bestAcross = across;
        }
    }
    double nearest = std::numeric_limits<double>::max();
    std::uint32_t position = best->start;
    for (std::uint32_t i = best->start; i < best->end; ++i) {
        const QRectF here = box(i);
        const double away = distance(point.x(), here.left(), here.right());
        if (away < nearest) {
            nearest = away;
            const bool rightHalf = point.x() > here.center().x();
            position = rightHalf != isRightToLeft(m_text[i]) ? i + 1 : i;
        }
    }
    return position;
}

bool PageGlyphs::isOverText(QPointF point) const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [point](const Line &line) {
        return line.end > line.start && line.rect.adjusted(-2, 0, 2, 0).contains(point);
    });
}

TextRange PageGlyphs::wordsIn(const QRectF &area) const
{
    TextRange range;
    for (const Line &line : m_lines) {
        if (!line.rect.intersects(area))
            continue;
        for (std::uint32_t i = line.start; i < line.end; ++i) {
            if (range.start <= i && i < range.end)
                continue;                              // of a word that counts already: each is walked once, however long it is
            const QRectF here = box(i);
            // The middle third of the height: boxes of neighbouring lines overlap, and what is only grazed was not meant.
            const QRectF core(here.left(), here.top() + here.height() / 3, here.width(), here.height() / 3);
            if (QChar::isSpace(m_text[i]) || !core.intersects(area))
                continue;
            const TextRange word = wordAt(i);
            const TextRange touched = word.start <= i && i < word.end ? word : TextRange{i, i + 1};
            range = range.isEmpty() ? touched : TextRange{std::min(range.start, touched.start), std::max(range.end, touched.end)};
        }
    }
    return range;
}

TextRange PageGlyphs::wordAt(std::uint32_t position) const
{
    if (m_text.empty())
        return {};
    std::uint32_t at = std::min(position, size() - 1);
    // The boundary after a word belongs to the word before it, as in every editor.
    if (!isWordCharacter(m_text[at]) && at > 0 && isWordCharacter(m_text[at - 1]))
        --at;
    if (!isWordCharacter(m_text[at]))
        return {at, at + 1};
    TextRange range{at, at + 1};
    while (range.start > 0 && isWordCharacter(m_text[range.start - 1]))
        --range.start;
    while (range.end < size() && isWordCharacter(m_text[range.end]))
        ++range.end;
    return range;
}

TextRange PageGlyphs::sentenceAt(std::uint32_t position) const
{
    if (m_text.empty())
        return {};
    // A single line break inside a paragraph does not end a sentence; an empty line does.
    QString text = m_utf16;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool alone = text[i] == u'\n' && (i + 1 >= text.size() || text[i + 1] != u'\n') && (i == 0 || text[i - 1] != u'\n');
        if (alone)
            text[i] = u' ';
    }
    const std::uint32_t at = std::min(position, size() - 1);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    finder.setPosition(toUtf16(at) + (QChar::requiresSurrogates(m_text[at]) ? 2 : 1));
    if (!finder.isAtBoundary())
        finder.toNextBoundary();
    const qsizetype end = finder.position() < 0 ? text.size() : finder.position();
    finder.setPosition(toUtf16(at));
    if (!finder.isAtBoundary())
        finder.toPreviousBoundary();
    TextRange range{fromUtf16(std::max<qsizetype>(0, finder.position())), fromUtf16(end)};
    while (range.end > range.start && QChar::isSpace(m_text[range.end - 1]))
        --range.end;
    while (range.start < range.end && QChar::isSpace(m_text[range.start]))
        ++range.start;
    return range;
}

std::optional<std::size_t> PageGlyphs::lineOf(std::uint32_t position) const
{
    if (m_lines.empty())
        return {};
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), position,
                                        [](std::uint32_t value, const Line &line) { return value < line.start; });
    return after == m_lines.begin() ? 0 : static_cast<std::size_t>(after - m_lines.begin()) - 1;
}

int PageGlyphs::citedLine(std::uint32_t position) const
{
    const auto end = m_text.begin() + static_cast<std::ptrdiff_t>(std::min(position, size()));
    return 1 + static_cast<int>(std::count(m_text.begin(), end, U'\n'));
}

std::uint32_t PageGlyphs::nextWord(std::uint32_t position) const
{
    std::uint32_t at = position;
    while (at < size() && isWordCharacter(m_text[at]))
        ++at;
    while (at < size() && !isWordCharacter(m_text[at]))
        ++at;
    return at;
}

std::uint32_t PageGlyphs::previousWord(std::uint32_t position) const
{
    std::uint32_t at = std::min(position, size());
    while (at > 0 && !isWordCharacter(m_text[at - 1]))
        --at;
    while (at > 0 && isWordCharacter(m_text[at - 1]))
        --at;
    return at;
}

std::uint32_t PageGlyphs::verticalMove(std::uint32_t position, int lines, double x) const
{
    const auto line = lineOf(position);
    if (!line)
        return position;
    const auto wanted = static_cast<std::ptrdiff_t>(*line) + lines;
    if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(m_lines.size()))
        return position;
    const Line &target = m_lines[static_cast<std::size_t>(wanted)];
    if (target.end == target.start)
        return target.start;
    std::uint32_t best = target.start;
    double nearest = std::numeric_limits<double>::max();
    for (std::uint32_t i = target.start; i <= target.end; ++i) {
        const bool last = i == target.end;
        const QRectF here = box(last ? i - 1 : i);
        const double away = std::abs(x - (last ? here.right() : here.left()));
        if (away < nearest) {
            nearest = away;
            best = i;
        }
    }
    return best;
}

QRectF PageGlyphs::caretRect(std::uint32_t position) const
{
    const auto index = lineOf(position);
    if (!index)
        return {};
    const Line &line = m_lines[*index];
    double x = line.rect.left();
    if (position > line.start && line.end > line.start)
        x = box(std::min(position, line.end) - 1).right();
    else if (line.end > line.start)
        x = box(line.start).left();
    return {x, line.rect.top(), 0, line.rect.height()};
}

std::vector<QRectF> PageGlyphs::rects(TextRange range) const
{
    std::vector<QRectF> found;
    for (const Line &line : m_lines) {
        const std::uint32_t start = std::max(range.start, line.start);
        const std::uint32_t end = std::min(range.end, line.end);
        if (start >= end)
            continue;
        QRectF area;
        for (std::uint32_t i = start; i < end; ++i) {
            if (!QChar::isSpace(m_text[i]) || end - start == 1)
                area = united(area, box(i));
        }
        if (area.width() <= 0)
            continue;
        const double height = area.height();
        found.emplace_back(area.left(), area.top() + 0.06 * height, area.width(), 0.86 * height);
    }
    return found;
}

} // namespace caseward::ui
