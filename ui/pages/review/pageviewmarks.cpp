// SPDX-License-Identifier: GPL-3.0-or-later
// PageView: fit and zoom, the marks of tied passages, the places of a search, and the selection as seen from outside.
#include "ui/pages/review/pageview.h"

#include "ui/pages/review/conditionchip.h"
#include "ui/pages/review/highlightpainter.h"

#include <QAccessible>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace caseward::ui {

namespace {
constexpr double fullScale = 96.0 / 72.0;      // 100 %
constexpr double leastZoom = 0.25, mostZoom = 4.0;
constexpr double stripGap = 8, laneSpace = laneLimit * HighlightPainter::laneWidth, chipGap = 6;
}

double PageView::zoom() const
{
    return m_layout.geometry().scale / fullScale;
}

void PageView::setFit(Fit fit)
{
    if (m_fit == fit)
        return;
    m_fit = fit;
    if (m_source && m_source->isPlainText() && fit != Fit::Free)
        m_scale = fullScale;       // laid-out text fits by wrapping
    relayout();
    emit zoomChanged();
}

void PageView::setZoom(double zoom)
{
    m_fit = Fit::Free;
    m_scale = std::clamp(zoom, leastZoom, mostZoom) * fullScale;
    relayout();
    emit zoomChanged();
}

void PageView::zoomBy(int steps)
{
    constexpr double levels[] = {0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0};
    double wanted = zoom();
    for (; steps > 0; --steps) {
        const auto *next = std::upper_bound(std::begin(levels), std::end(levels), wanted + 0.01);
        wanted = next == std::end(levels) ? mostZoom : *next;
    }
    for (; steps < 0; ++steps) {
        const auto *next = std::lower_bound(std::begin(levels), std::end(levels), wanted - 0.01);
        wanted = next == std::begin(levels) ? leastZoom : *(next - 1);
    }
    setZoom(wanted);
}

void PageView::setMarks(std::vector<Mark> marks)
{
    if (m_marks == marks)
        return;
    m_marks = std::move(marks);
    m_decor.clear();
    m_hoverMark.clear();
    viewport()->update();
}

void PageView::setCurrentMark(const std::string &id)
{
    m_currentMark = id;
    viewport()->update();
}

void PageView::setPlaces(std::vector<model::Spot> places, int current)
{
    m_places = std::move(places);
    m_currentPlace = current;
    viewport()->update();
}

const model::Spot *PageView::currentPlace() const
{
    return m_currentPlace >= 0 && static_cast<std::size_t>(m_currentPlace) < m_places.size() ? &m_places[static_cast<std::size_t>(m_currentPlace)] : nullptr;
}

const PageView::Decor &PageView::decor(std::uint32_t page)
{
    const auto known = m_decor.find(page);
    if (known != m_decor.end())
        return known->second;
    Decor decor;
    const auto here = glyphs(page);
    std::vector<Mark> marks;
    std::vector<double> tops, widths;
    const double height = conditionChipSize(*m_theme, QStringLiteral("E 16(a)")).height();
    bool areas = false;
    for (std::size_t i = 0; here && i < m_marks.size(); ++i) {
        const Mark &mark = m_marks[i];
        if (mark.page != page)
            continue;
        auto rects = mark.area ? std::vector<QRectF>{onPage(page, *mark.area)} : here->rects(mark.range);
        if (rects.empty())
            continue;
        areas = areas || mark.area;
        const QRectF first = m_layout.fromPage(page, rects.front());
        tops.push_back(std::floor(first.center().y() - height / 2));
        if (mark.area)
            tops.back() = std::floor(first.top());
        widths.push_back(conditionChipSize(*m_theme, mark.label).width());
        marks.push_back(mark);
        decor.marks.push_back(i);
        decor.rects.push_back(std::move(rects));
    }
    // A part of a picture has no characters to count: then lanes go by how far down the page the passages reach, in tenths of a point.
    for (std::size_t i = 0; areas && i < marks.size(); ++i)
        marks[i].range = {static_cast<std::uint32_t>(decor.rects[i].front().top() * 10), static_cast<std::uint32_t>(decor.rects[i].back().bottom() * 10)};
    decor.lanes = assignLanes(marks);
    if (!marks.empty()) {
        const QRectF paper = m_layout.paper(page);
        const double left = std::floor(paper.right() + stripGap + laneSpace + chipGap);
        decor.chips = placeChips(tops, decor.lanes, left, widths, height, paper.bottom());
    }
    return m_decor[page] = std::move(decor);
}

// A history from elsewhere may name a part that is nowhere on its page, or any number of points long.
QRectF PageView::onPage(std::uint32_t page, const QRectF &area) const
{
    return page < 1 || page > m_layout.pageCount() ? area : area & QRectF(QPointF(0, 0), m_layout.size(page));
}

std::vector<QRectF> PageView::rectsOf(const model::Spot &place) const
{
    if (place.area)
        return {onPage(place.span.page, QRectF(place.area->x, place.area->y, place.area->width, place.area->height))};
    const auto here = glyphs(place.span.page);
    return here ? here->rects({place.span.start, place.span.end}) : std::vector<QRectF>();
}

std::vector<MarkChip> PageView::chips(std::uint32_t page)
{
    std::vector<MarkChip> result = decor(page).chips;
    for (MarkChip &chip : result)
        chip.rect.translate(-QPointF(offset()));
    return result;
}

std::shared_ptr<const PageGlyphs> PageView::glyphs(std::uint32_t page) const
{
    const auto found = m_loaded.find(page);
    return found == m_loaded.end() ? nullptr : found->second.glyphs;
}

// ---- selection ------------------------------------------------------------------------------------------------------

QString PageView::selectedText() const
{
    const auto here = glyphs(m_selection.page());
    return here && !m_selection.isEmpty() ? here->text(m_selection.range()) : QString();
}

QRect PageView::selectionRect() const
{
    const auto here = glyphs(m_selection.page());
    if (!here || m_selection.isEmpty())
        return {};
    QRectF all;
    for (const QRectF &rect : rectsOf(m_selection.spot()))
        all = all.united(m_layout.fromPage(m_selection.page(), rect));
    all.translate(-QPointF(offset()));
    const QPoint corner = viewport()->pos();
    return (all.toAlignedRect() & viewport()->rect()).translated(corner);
}

void PageView::select(const model::Spot &place)
{
    const model::Span &span = place.span;
    if (place.area)
        m_selection.selectArea(span.page, rectsOf(place).front());
    else
        m_selection.select(span.page, {span.start, span.end});
    if (m_layout.pageCount() > 0)
        load(span.page);
    selectionMoved();
}

bool PageView::takesAreas() const
{
    return m_source && m_source->state() == PageSource::State::Ready && m_layout.pageCount() > 0 && !m_source->isPlainText();
}

void PageView::beginArea()
{
    if (!takesAreas())
        return;
    const std::uint32_t page = currentPage();
    load(page);
    const QRectF seen(QPointF(offset()), viewport()->size());
    const QRectF paper = m_layout.paper(page) & seen;
    const QRectF points(m_layout.toPage(page, paper.topLeft()), m_layout.toPage(page, paper.bottomRight()));
    const QRectF whole = points & QRectF(QPointF(0, 0), m_layout.size(page));
    if (whole.isEmpty())
        return;
    m_selection.selectArea(page, {whole.left() + whole.width() / 4, whole.top() + whole.height() / 3, whole.width() / 2, whole.height() / 6});
    selectionMoved();
}

void PageView::clearSelection()
{
    if (m_selection.isEmpty())
        return;
    m_selection.clear();
    selectionMoved();
}

void PageView::selectionMoved()
{
    viewport()->update();
    const auto area = m_selection.area(); // a rectangle has no characters to speak: it is said where it is
    setAccessibleDescription(!area ? QString() : tr("Part of the picture, %1 by %2 points, %3 from the left and %4 from the top")
                                                     .arg(qRound(area->width())).arg(qRound(area->height())).arg(qRound(area->left())).arg(qRound(area->top())));
    if (const auto here = QAccessible::isActive() ? glyphs(m_selection.page()) : nullptr) {
        const TextRange range = m_selection.range();
        QAccessibleTextSelectionEvent event(this, static_cast<int>(here->toUtf16(range.start)), static_cast<int>(here->toUtf16(range.end)));
        event.setCursorPosition(static_cast<int>(here->toUtf16(m_selection.caret())));
        QAccessible::updateAccessibility(&event);
    }
    emit selectionChanged();
}

void PageView::setCaretMode(bool on)
{
    m_caretMode = on;
    if (on && m_selection.page() == 0 && m_layout.pageCount() > 0) {
        // At the first line in sight.
        const std::uint32_t page = currentPage();
        if (const auto here = glyphs(page)) {
            const QPointF corner = m_layout.toPage(page, QPointF(offset()) + QPointF(0, 8));
            m_selection.setCaret(page, here->positionAt({0, std::max(0.0, corner.y())}));
        }
    }
    viewport()->update();
}

} // namespace caseward::ui
