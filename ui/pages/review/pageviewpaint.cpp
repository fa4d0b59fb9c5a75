// SPDX-License-Identifier: GPL-3.0-or-later
// PageView: painting. Paper, pixels or laid-out text, then tints and lines, then the strip with stripes and chips.
#include "ui/pages/review/pageview.h"

#include "ui/pages/review/conditionchip.h"
#include "ui/pages/review/highlightpainter.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace caseward::ui {

namespace {

constexpr double stripGap = 8;

// A soft edge under the paper: three faint frames instead of a blur.
void paintShadow(QPainter &painter, const QRectF &paper, bool dark)
{
    for (int i = 3; i > 0; --i)
        painter.fillRect(paper.adjusted(-i, -i + 1, i, i + 1), QColor(0, 0, 0, dark ? 40 : 10));
}

} // namespace

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Tokens &tokens = m_theme->tokens();
    painter.fillRect(event->rect(), tokens.window);
    if (!m_source)
        return;
    if (m_source->state() == PageSource::State::Opening)
        return paintWords(painter, tr("Opening the document…"));
    if (m_source->state() == PageSource::State::Failed)
        return paintProblem(painter, QRectF(viewport()->rect()).adjusted(24, 24, -24, -24), m_source->problem());
    painter.translate(-offset());
    const QRectF exposed = QRectF(event->rect()).translated(offset());
    const auto range = m_layout.visible(exposed.top() - 40, exposed.bottom() + 40);
    for (std::uint32_t page = range.first; page <= range.last; ++page)
        paintPage(painter, page);
}

void PageView::paintPage(QPainter &painter, std::uint32_t page)
{
    const Tokens &tokens = m_theme->tokens();
    const QRectF paper = m_layout.paper(page);
    const bool dark = m_theme->scheme() == Theme::Scheme::Dark;
    const bool plain = m_source->isPlainText();
    const HighlightPainter ink(tokens, m_theme->scheme(), plain ? Paper::LaidOut : Paper::Image);
    paintShadow(painter, paper, dark);
    const auto problem = m_problems.find(page);
    if (problem != m_problems.end())
        return paintProblem(painter, paper, problem->second);
    painter.save();
    painter.setClipRect(paper.toAlignedRect(), Qt::IntersectClip);
    if (plain) {
        painter.fillRect(paper, tokens.surface);
        paintOverlays(painter, page, ink, true);
        const auto loaded = m_loaded.find(page);
        if (loaded != m_loaded.end()) {
            painter.save();
            painter.translate(m_layout.origin(page));
            painter.scale(m_layout.geometry().scale, m_layout.geometry().scale);
            const double top = verticalScrollBar()->value() - paper.top();
            const QRectF exposed(0, top / m_layout.geometry().scale, 1, viewport()->height() / m_layout.geometry().scale);
            loaded->second.text->paint(painter, exposed, tokens.text, tokens.text2);
            painter.restore();
        }
    } else {
        painter.fillRect(paper, Qt::white);
        paintImage(painter, page, paper);
        paintOverlays(painter, page, ink, true);
        if (tokens.paperDim.alpha() > 0)
            painter.fillRect(paper, tokens.paperDim);
    }
    paintOverlays(painter, page, ink, false);
    paintCaret(painter, page);
    painter.restore();
    paintStrip(painter, page, ink);
}

bool PageView::paintImage(QPainter &painter, std::uint32_t page, const QRectF &paper)
{
    const double dpi = imageDpi(page), scale = m_layout.geometry().scale;
    const QPointF origin = m_layout.origin(page);
    QImage image = m_cache->get({m_source->key(), page, dpi});
    const bool sharp = !image.isNull();
    if (!sharp)
        image = m_cache->nearest(m_source->key(), page);
    if (image.isNull()) {
        painter.setPen(QColor(0x68, 0x76, 0x83));
        painter.setFont(m_theme->font(Theme::Text::Label));
        painter.drawText(QRectF(paper.left(), paper.top(), paper.width(), std::min(120.0, paper.height())), Qt::AlignCenter,
                         tr("Page %1").arg(page));
        return false;
    }
    const double exact = scale * 72.0 * devicePixelRatioF();
    if (sharp && std::abs(dpi - exact) < 1e-9) {
        image.setDevicePixelRatio(devicePixelRatioF());
        painter.drawImage(origin, image);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(origin, m_layout.size(page) * scale), image);
    }
    return sharp;
}

std::vector<QRectF> PageView::toContent(std::uint32_t page, const std::vector<QRectF> &points) const
{
    std::vector<QRectF> result;
    result.reserve(points.size());
    for (const QRectF &rect : points)
        result.push_back(m_layout.fromPage(page, rect));
    return result;
}

bool PageView::isChosen(const Mark &mark) const
{
    return !mark.id.empty() && (mark.id == m_currentMark || mark.id == m_hoverMark);
}

// Tints first (under the ink of laid-out text, multiplied into pixels), lines after.
void PageView::paintOverlays(QPainter &painter, std::uint32_t page, const HighlightPainter &ink, bool beforeText)
{
    const Decor &marks = decor(page);
    // The chosen passage last, so that it is not covered by those it overlaps.
    for (const bool chosen : {false, true}) {
        for (std::size_t i = 0; i < marks.marks.size(); ++i) {
            const Mark &mark = m_marks[marks.marks[i]];
            if (isChosen(mark) != chosen)
                continue;
            const Emphasis emphasis = chosen ? Emphasis::Chosen : Emphasis::Normal;
            // Two ties of one place would tint it twice, and the words would sink into it.
            const bool covered = !chosen && std::any_of(marks.marks.begin(), marks.marks.end(), [&](std::size_t other) {
                return isChosen(m_marks[other]) && samePlace(m_marks[other], mark);
            });
            if (beforeText && covered)
                continue;
            // The frame says which part is in hand: a strong tint would hide what there is to see.
            if (beforeText)
                ink.passageTint(painter, toContent(page, marks.rects[i]), mark.disqualifying, mark.area ? Emphasis::Normal : emphasis);
            else if (mark.area)
                ink.areaFrame(painter, m_layout.fromPage(page, *mark.area), mark.disqualifying, emphasis);
            else
                ink.passageLine(painter, toContent(page, marks.rects[i]), mark.disqualifying, emphasis);
        }
    }
    const bool selected = m_selection.page() == page && !m_selection.isEmpty();
    if (selected && !beforeText && m_selection.area())
        ink.selectionFrame(painter, m_layout.fromPage(page, *m_selection.area()));
    if (!beforeText)
        return;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i].span.page == page) {
            const bool current = static_cast<int>(i) == m_currentPlace;
            ink.place(painter, toContent(page, rectsOf(m_places[i])), current ? Emphasis::Chosen : Emphasis::Normal);
        }
    }
    if (selected)
        ink.selection(painter, toContent(page, rectsOf(m_selection.spot())));
}

void PageView::paintStrip(QPainter &painter, std::uint32_t page, const HighlightPainter &ink)
{
    const Decor &marks = decor(page);
    const double left = m_layout.paper(page).right() + stripGap;
    for (std::size_t i = 0; i < marks.marks.size(); ++i) {
        if (marks.lanes[i] >= laneLimit)
            continue;
        const Mark &mark = m_marks[marks.marks[i]];
        const QRectF first = m_layout.fromPage(page, marks.rects[i].front()), last = m_layout.fromPage(page, marks.rects[i].back());
        const QRectF area(left, first.top(), 0, std::max(10.0, last.bottom() - first.top()));
        ink.stripe(painter, area, marks.lanes[i], mark.disqualifying, isChosen(mark) ? Emphasis::Chosen : Emphasis::Normal);
    }
    for (const MarkChip &chip : marks.chips) {
        const Mark &mark = m_marks[marks.marks[chip.mark]];
        const QRect rect = chip.rect.toAlignedRect();
        if (chip.more > 0)
            paintChip(painter, rect, *m_theme, QStringLiteral("+%1").arg(chip.more), ChipKind::Neutral, ChipShape::Tag);
        else
            paintConditionChip(painter, rect, {mark.label, mark.disqualifying, isChosen(mark) ? ChipState::Chosen : ChipState::Used}, *m_theme);
    }
}

void PageView::paintCaret(QPainter &painter, std::uint32_t page)
{
    if (!m_caretMode || m_selection.page() != page || !hasFocus())
        return;
    const auto here = glyphs(page);
    if (!here)
        return;
    const QRectF caret = m_layout.fromPage(page, here->caretRect(m_selection.caret()));
    const bool onPixels = !m_source->isPlainText();
    painter.fillRect(QRectF(std::floor(caret.left()) - 1, caret.top(), 2, caret.height()), onPixels ? QColor(0x1D, 0x5F, 0xA6) : m_theme->tokens().accent);
}

QRectF PageView::retryRect(const QRectF &paper) const
{
    const QRectF seen = paper & QRectF(viewport()->rect()).translated(offset());
    const QRectF area = seen.isEmpty() ? paper : seen;
    return {area.center().x() - 56, area.center().y() + 18, 112, 28};
}

// A grey page that says what happened and what to do; the other pages keep working.
void PageView::paintProblem(QPainter &painter, const QRectF &paper, const QString &words)
{
    const Tokens &tokens = m_theme->tokens();
    painter.fillRect(paper, tokens.raised);
    painter.setPen(QPen(tokens.rule, 1));
    painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5));
    const QRectF button = retryRect(paper);
    const QRectF text(paper.left() + 24, button.top() - 120, paper.width() - 48, 108);
    painter.setPen(tokens.text);
    painter.setFont(m_theme->font(Theme::Text::Base));
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, words);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.edge, 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(button.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(tokens.text);
    painter.drawText(button, Qt::AlignCenter, tr("Try again"));
}

void PageView::paintWords(QPainter &painter, const QString &words)
{
    painter.setPen(m_theme->tokens().text2);
    painter.setFont(m_theme->font(Theme::Text::Base));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, words);
}

} // namespace caseward::ui
