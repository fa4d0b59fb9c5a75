// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/textpagelayout.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr double pointsPerPixel = 0.75;   // at 96 dpi, where the document font is 1:1
constexpr double lineHeight = 1.45;       // of the font size, UI.md section 10
constexpr double topMargin = 26, bottomMargin = 30, rightMargin = 26, leftMargin = 14, gutterGap = 14;

double fontPixels(const QFont &font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() / pointsPerPixel;
}

} // namespace

TextPageLayout::TextPageLayout(const std::string &text, double width, const Style &style) : m_width(width), m_style(style)
{
    const QStringList lines = QString::fromStdString(text).split(u'\n');
    const QFontMetricsF numbers(style.numberFont);
    // Room for three digits at least, so that pages of one document keep the same left edge.
    const QString widest(std::max<qsizetype>(3, QString::number(lines.size()).size()), u'0');
    m_gutter = leftMargin + numbers.horizontalAdvance(widest) + gutterGap;
    m_bottom = topMargin;
    const double textWidth = std::max(80.0, width / pointsPerPixel - m_gutter - rightMargin);
    m_paragraphs.reserve(static_cast<std::size_t>(lines.size()));
    int number = 0;
    for (const QString &line : lines) {
        layParagraph(line, ++number, textWidth);
        addBoxes(line, m_paragraphs.back());
        if (number < lines.size()) {
            // The line break itself: no width, at the end of its line, so that empty lines have a caret place.
            const model::Rect last = line.isEmpty() ? model::Rect{} : m_boxes.back();
            const Paragraph &paragraph = m_paragraphs.back();
            const QFontMetricsF metrics(m_style.font);
            m_boxes.push_back(line.isEmpty() ? model::Rect{m_gutter * pointsPerPixel, (paragraph.baseline - metrics.ascent()) * pointsPerPixel,
                                                           0, metrics.height() * pointsPerPixel}
                                             : model::Rect{last.x + last.width, last.y, 0, last.height});
        }
    }
    m_height = (m_bottom + bottomMargin) * pointsPerPixel;
}

void TextPageLayout::layParagraph(const QString &text, int number, double textWidth)
{
    const QFontMetricsF metrics(m_style.font);
    const double step = fontPixels(m_style.font) * lineHeight;
    Paragraph paragraph;
    paragraph.number = number;
    paragraph.top = m_bottom;
    paragraph.layout = std::make_unique<QTextLayout>(text, m_style.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    paragraph.layout->setTextOption(option);
    paragraph.layout->setCacheEnabled(true);
    const double lead = (step - metrics.height()) / 2;
    paragraph.baseline = m_bottom + lead + metrics.ascent();
    double y = m_bottom;
    paragraph.layout->beginLayout();
    for (QTextLine line = paragraph.layout->createLine(); line.isValid(); line = paragraph.layout->createLine()) {
        line.setLineWidth(textWidth);
        line.setPosition(QPointF(m_gutter, y + lead));
        y += step;
    }
    paragraph.layout->endLayout();
    // An empty line is half a line high: paragraphs of a letter are set off without tearing the page apart.
    m_bottom = text.trimmed().isEmpty() ? m_bottom + step * 0.6 : y;
    paragraph.bottom = m_bottom;
    m_paragraphs.push_back(std::move(paragraph));
}

void TextPageLayout::addBoxes(const QString &text, const Paragraph &paragraph)
{
    const QTextLayout &layout = *paragraph.layout;
    for (qsizetype unit = 0; unit < text.size();) {
        const bool pair = text[unit].isHighSurrogate() && unit + 1 < text.size() && text[unit + 1].isLowSurrogate();
        const int at = static_cast<int>(unit);
        const int next = at + (pair ? 2 : 1);
        const QTextLine line = layout.lineForTextPosition(at);
        const double left = line.cursorToX(at);
        const bool lastOfLine = next >= line.textStart() + line.textLength();
        // Trailing spaces hang outside the line; they keep a box without width at the edge.
        const double right = lastOfLine ? line.cursorToX(line.textStart() + line.textLength(), QTextLine::Leading) : line.cursorToX(next);
        m_boxes.push_back({std::min(left, right) * pointsPerPixel, line.y() * pointsPerPixel, std::abs(right - left) * pointsPerPixel,
                           line.height() * pointsPerPixel});
        unit = next;
    }
}

void TextPageLayout::paint(QPainter &painter, const QRectF &exposed, const QColor &ink, const QColor &numbers) const
{
    painter.save();
    painter.scale(pointsPerPixel, pointsPerPixel);
    const double top = exposed.top() / pointsPerPixel, bottom = exposed.bottom() / pointsPerPixel;
    const auto first = std::partition_point(m_paragraphs.begin(), m_paragraphs.end(), [top](const Paragraph &p) { return p.bottom < top; });
    const QFontMetricsF numberMetrics(m_style.numberFont);
    for (auto it = first; it != m_paragraphs.end() && it->top <= bottom; ++it) {
        if (it->layout->text().trimmed().isEmpty())
            continue;
        painter.setPen(ink);
        it->layout->draw(&painter, QPointF(0, 0));
        painter.setPen(numbers);
        painter.setFont(m_style.numberFont);
        const QString number = QString::number(it->number);
        painter.drawText(QPointF(m_gutter - gutterGap - numberMetrics.horizontalAdvance(number), it->baseline), number);
    }
    painter.restore();
}

double TextPageLayout::measure(const QFont &font, int characters)
{
    const QFontMetricsF metrics(font);
    const QFontMetricsF numbers(font);
    const double average = metrics.horizontalAdvance(QStringLiteral("the quick brown fox jumps over lazy dogs, ")) / 42.0;
    return (leftMargin + numbers.horizontalAdvance(QStringLiteral("000")) + gutterGap + rightMargin + average * characters) * pointsPerPixel;
}

} // namespace caseward::ui
