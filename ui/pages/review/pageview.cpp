// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/pageview.h"

#include "ui/pages/review/conditionchip.h"
#include "ui/pages/review/highlightpainter.h"
#include "ui/pages/review/pageviewaccessible.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace caseward::ui {

namespace {

constexpr double fullScale = 96.0 / 72.0;      // 100 %
constexpr double leastZoom = 0.25, mostZoom = 4.0, mostTextFit = 1.6;
constexpr double stripGap = 8, laneSpace = laneLimit * HighlightPainter::laneWidth, chipGap = 6, edgeGap = 8;
constexpr int leastMeasure = 22, mostMeasure = 78;   // characters a line of laid-out text

} // namespace

PageView::PageView(Theme *theme, PageCache *cache, const QString &name, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme), m_cache(cache)
{
    installPageViewAccessibility();
    setObjectName(name);
    setAccessibleName(tr("Document pages"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    verticalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setSingleStep(40);
    connect(theme, &Theme::changed, this, &PageView::themeChanged);
}

PageView::~PageView()
{
    if (m_source)
        m_source->wantImages(this, {});
}

void PageView::setSource(std::shared_ptr<PageSource> source)
{
    if (m_source) {
        m_source->wantImages(this, {});
        disconnect(m_source.get(), nullptr, this, nullptr);
    }
    m_source = std::move(source);
    m_loaded.clear();
    m_decor.clear();
    m_problems.clear();
    m_marks.clear();
    m_places.clear();
    m_cropLeft = m_cropRight = -1;
    m_wholePages = false;
    m_place = {};
    m_pendingReveal.reset();
    m_lastPage = 0;
    m_selection.reset();
    m_layout.setSizes({});
    connectSource();
    sourceChanged();
    emit selectionChanged();
    emit sourceReplaced();
}

void PageView::connectSource()
{
    if (!m_source)
        return;
    PageSource *source = m_source.get();
    connect(source, &PageSource::stateChanged, this, &PageView::sourceChanged);
    connect(source, &PageSource::textReady, this, &PageView::textCame);
    connect(source, &PageSource::imageReady, this, &PageView::imageCame);
    connect(source, &PageSource::imageFailed, this, [this](quint32 page, double, const QString &words) {
        m_problems[page] = words;
        viewport()->update();
    });
    connect(source, &PageSource::textFailed, this, [this](quint32 page, const QString &words) {
        if (m_source->isPlainText())
            m_problems[page] = words;
        m_wholePages = true;       // nothing is known of its margins
        relayout();
    });
}

void PageView::sourceChanged()
{
    if (m_source && m_source->state() == PageSource::State::Ready && m_layout.pageCount() == 0) {
        std::vector<QSizeF> sizes;
        for (const model::PageSize &size : m_source->sizes())
            sizes.emplace_back(size.width, size.height);
        m_layout.setSizes(std::move(sizes));
        relayout();
        if (m_pendingReveal)
            goToPage(m_pendingReveal->span.page);
        emit pageChanged(currentPage());
    }
    viewport()->update();
}

// ---- layout ---------------------------------------------------------------------------------------------------------

double PageView::stripWidth() const
{
    return stripGap + laneSpace + chipGap + conditionChipSize(*m_theme, QStringLiteral("M 00(m)")).width() + edgeGap;
}

TextPageLayout::Style PageView::textStyle() const
{
    return {m_theme->documentFont(), m_theme->font(Theme::Text::Small)};
}

PageLayout::Geometry PageView::wantedGeometry() const
{
    PageLayout::Geometry geometry;
    geometry.viewWidth = viewport()->width();
    geometry.stripWidth = stripWidth();
    geometry.scale = m_scale;
    if (m_layout.pageCount() == 0 || (m_source && m_source->isPlainText()))
        return geometry;
    return textGeometry(geometry);
}

// For pages made of pixels: the crop and scale of the chosen fit.
PageLayout::Geometry PageView::textGeometry(PageLayout::Geometry geometry) const
{
    double widest = 1, highest = 1;
    for (std::uint32_t page = 1; page <= m_layout.pageCount(); ++page) {
        widest = std::max(widest, m_layout.size(page).width());
        highest = std::max(highest, m_layout.size(page).height());
    }
    // Two pixels less: edges are rounded to whole pixels, and a scroll bar for one pixel would be silly.
    const double room = std::max(80.0, geometry.viewWidth - geometry.stripWidth - geometry.left - 2);
    if (m_fit == Fit::Page) {
        const double tall = std::max(80.0, viewport()->height() - 2 * geometry.gap);
        geometry.scale = std::clamp(std::min(room / widest, tall / highest), leastZoom * fullScale / 2, mostZoom * fullScale);
    } else if (m_fit == Fit::Text) {
        if (!m_wholePages && m_cropLeft >= 0) {
            geometry.cropLeft = m_cropLeft;
            geometry.cropRight = m_cropRight;
        }
        const double paper = widest - geometry.cropLeft - geometry.cropRight;
        geometry.scale = std::clamp(room / paper, leastZoom * fullScale, mostTextFit * fullScale);
        // On a whole pixel, so that pixels of the page stay pixels of the screen.
        geometry.cropLeft = std::floor(geometry.cropLeft * geometry.scale) / geometry.scale;
    }
    return geometry;
}

void PageView::relayout()
{
    if (m_layout.pageCount() > 0 && m_source->isPlainText()) {
        const double room = std::max(80.0, viewport()->width() - stripWidth() - 10);
        const QFont font = textStyle().font;
        const double width = std::clamp(room / m_scale, TextPageLayout::measure(font, leastMeasure), TextPageLayout::measure(font, mostMeasure));
        if (std::abs(width - m_layout.size(1).width()) > 0.01) {
            m_loaded.clear();
            std::vector<QSizeF> sizes;
            for (std::uint32_t page = 1; page <= m_layout.pageCount(); ++page)
                sizes.emplace_back(width, m_layout.size(page).height());
            m_layout.setSizes(std::move(sizes));
        }
    }
    const double before = zoom();
    m_layout.setGeometry(wantedGeometry());
    m_decor.clear();
    const QSizeF content = m_layout.contentSize();
    m_restoring = true;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(content.height()) - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(content.width()) - viewport()->width()));
    m_restoring = false;
    restorePlace();
    refresh();
    if (std::abs(before - zoom()) > 1e-9)
        emit zoomChanged();
}

void PageView::keepPlace()
{
    if (m_layout.pageCount() == 0)
        return;
    const double top = verticalScrollBar()->value();
    const std::uint32_t page = m_layout.pageAt(top);
    m_place = {page, (top - m_layout.paper(page).top()) / m_layout.geometry().scale};
    const double told = std::exchange(m_toldPlace, place());
    if (std::abs(told - m_toldPlace) > 1e-9)
        emit placeChanged();
}

void PageView::restorePlace()
{
    if (m_layout.pageCount() == 0)
        return;
    m_restoring = true;
    const QRectF paper = m_layout.paper(std::clamp(m_place.page, 1u, m_layout.pageCount()));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(paper.top() + m_place.y * m_layout.geometry().scale)));
    m_restoring = false;
}

// ---- where ----------------------------------------------------------------------------------------------------------

QPoint PageView::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

std::uint32_t PageView::currentPage() const
{
    // The page that holds the line a third down is the one being read.
    return m_layout.pageAt(verticalScrollBar()->value() + viewport()->height() / 3.0);
}

void PageView::goToPage(std::uint32_t page)
{
    m_direction = 0;
    m_fast = false;
    if (m_layout.pageCount() == 0) {
        m_pendingReveal = model::Spot(model::Span{page, 0, 0});
        return;
    }
    const std::uint32_t there = std::clamp(page, 1u, pageCount());
    m_place = {there, -m_layout.geometry().gap / m_layout.geometry().scale};
    restorePlace();
    keepPlace();
    refresh();
}

double PageView::place() const
{
    if (m_layout.pageCount() == 0)
        return 1;
    const std::uint32_t page = std::clamp(m_place.page, 1u, pageCount());
    return page + m_place.y / std::max(1.0, m_layout.size(page).height());
}

void PageView::goToPlace(double place)
{
    m_direction = 0;
    m_fast = false;
    if (m_layout.pageCount() == 0)
        return;
    const std::uint32_t page = static_cast<std::uint32_t>(std::clamp(std::floor(place), 1.0, static_cast<double>(pageCount())));
    m_place = {page, (place - page) * m_layout.size(page).height()};
    restorePlace();
    keepPlace();
    refresh();
}

void PageView::reveal(const model::Spot &place)
{
    const std::uint32_t page = place.span.page;
    m_pendingReveal = place;
    if (m_layout.pageCount() > 0 && page >= 1 && page <= pageCount()) {
        const auto range = m_layout.visible(verticalScrollBar()->value(), verticalScrollBar()->value() + viewport()->height());
        if (page < range.first || page > range.last)
            goToPage(page);
        m_pendingReveal = place;
        load(page);
    }
    revealPending();
}

void PageView::revealPending()
{
    if (!m_pendingReveal || m_layout.pageCount() == 0)
        return;
    const std::uint32_t page = m_pendingReveal->span.page;
    if (!m_pendingReveal->area && !glyphs(page))
        return;
    const auto rects = rectsOf(*m_pendingReveal);
    m_pendingReveal.reset();
    if (rects.empty())
        return;
    const QRectF area = m_layout.fromPage(page, rects.front().united(rects.back()));
    const double top = verticalScrollBar()->value(), height = viewport()->height();
    if (area.top() < top + 24 || area.bottom() > top + height - 24)
        verticalScrollBar()->setValue(static_cast<int>(area.top() - height / 3));
    const double left = horizontalScrollBar()->value();
    if (area.left() < left || area.right() > left + viewport()->width())
        horizontalScrollBar()->setValue(static_cast<int>(area.left() - 24));
    keepPlace();
}

std::vector<ShownPage> PageView::shownPages() const
{
    std::vector<ShownPage> shown;
    if (m_layout.pageCount() == 0 || !isVisible())
        return shown;
    const double top = verticalScrollBar()->value(), bottom = top + viewport()->height();
    const auto range = m_layout.visible(top, bottom);
    for (std::uint32_t page = range.first; page <= range.last; ++page) {
        const QRectF paper = m_layout.paper(page);
        const double inside = std::min(bottom, paper.bottom()) - std::max(top, paper.top());
        if (inside > 0 && hasContent(page))
            shown.push_back({page, inside / paper.height(), inside >= viewport()->height() - 1.0});
    }
    return shown;
}

void PageView::resizeEvent(QResizeEvent *)
{
    relayout();
}

void PageView::scrollContentsBy(int, int dy)
{
    if (m_restoring) {
        viewport()->update();
        return;
    }
    if (dy != 0) {
        m_direction = dy < 0 ? 1 : -1;
        m_fast = std::abs(dy) > viewport()->height() / 3;      // a handle that is dragged, a wheel that is spun
    }
    keepPlace();
    refresh();
}

void PageView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_source)
        themeChanged();
}

void PageView::themeChanged()
{
    if (m_source && m_source->isPlainText())
        m_loaded.clear();      // font scale
    relayout();
}

} // namespace caseward::ui
