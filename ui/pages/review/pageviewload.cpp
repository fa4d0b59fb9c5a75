// SPDX-License-Identifier: GPL-3.0-or-later
// PageView: what of the document is asked for, kept and let go.
#include "ui/pages/review/pageview.h"

#include "core/base/limits.h"
#include "ui/pages/review/readahead.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace caseward::ui {

namespace {
constexpr double cropMargin = 11;              // points of paper left beside the text in "fit text"
}

void PageView::refresh()
{
    if (m_layout.pageCount() == 0) {
        viewport()->update();
        return;
    }
    // Laying text out changes heights, hence what is visible: a few rounds settle it.
    PageLayout::Range range;
    for (int round = 0; round < 4; ++round) {
        const double top = verticalScrollBar()->value();
        range = m_layout.visible(top, top + viewport()->height());
        const QSizeF before = m_layout.contentSize();
        for (std::uint32_t page = std::max(1u, range.first - 1); page <= std::min(pageCount(), range.last + 1); ++page)
            load(page);
        if (before == m_layout.contentSize())
            break;
        m_restoring = true;
        verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_layout.contentSize().height()) - viewport()->height()));
        m_restoring = false;
        restorePlace();
    }
    if (m_cropMoved && m_fit == Fit::Text) {
        m_cropMoved = false;
        relayout();            // comes back here with nothing left to move
        return;
    }
    if (!m_source->isPlainText())
        requestImages(range);
    evict(range);
    const std::uint32_t page = currentPage();
    if (page != m_lastPage) {
        m_lastPage = page;
        emit pageChanged(page);
    }
    emit shownChanged();
    viewport()->update();
}

void PageView::load(std::uint32_t page)
{
    if (m_loaded.contains(page))
        return;
    const PageTextPtr text = m_source->text(page);
    if (!text) {
        m_source->wantText(page);
        return;
    }
    Loaded loaded;
    if (m_source->isPlainText()) {
        loaded.text = std::make_unique<TextPageLayout>(text->text, m_layout.size(page).width(), textStyle());
        loaded.glyphs = std::make_shared<PageGlyphs>(text->text, loaded.text->boxes());
        m_layout.setSize(page, QSizeF(loaded.text->width(), loaded.text->height()));
    } else {
        loaded.glyphs = std::make_shared<PageGlyphs>(text->text, text->boxes);
        widenCrop(page, loaded.glyphs->textBounds());
    }
    m_loaded[page] = std::move(loaded);
    m_decor.erase(page);
}

// "Fit text" cuts margins only as far as no page seen so far has text there, and not at all once a page has no text.
void PageView::widenCrop(std::uint32_t page, const QRectF &bounds)
{
    const bool whole = m_wholePages;
    const double oldLeft = m_cropLeft, oldRight = m_cropRight;
    if (bounds.isNull()) {
        m_wholePages = true;
    } else {
        const double left = std::max(0.0, bounds.left() - cropMargin);
        const double right = std::max(0.0, m_layout.size(page).width() - bounds.right() - cropMargin);
        m_cropLeft = m_cropLeft < 0 ? left : std::min(m_cropLeft, left);
        m_cropRight = m_cropRight < 0 ? right : std::min(m_cropRight, right);
    }
    const bool moved = oldLeft != m_cropLeft || oldRight != m_cropRight;
    m_cropMoved = m_cropMoved || whole != m_wholePages || (moved && !m_wholePages);
}

void PageView::textCame(quint32 page)
{
    const double height = m_layout.contentSize().height();
    load(page);
    if (height != m_layout.contentSize().height())
        relayout();
    else
        refresh();
    revealPending();
}

double PageView::imageDpi(std::uint32_t page) const
{
    const double dpi = m_layout.geometry().scale * 72.0 * devicePixelRatioF();
    const QSizeF inches = m_layout.size(page) / 72.0;
    // A poster may be larger than the reader renders: then fewer dots, drawn scaled.
    const double most = std::sqrt(static_cast<double>(limits::pagePixels) / 2.0 / std::max(0.01, inches.width() * inches.height()));
    return std::min(dpi, most);
}

void PageView::requestImages(PageLayout::Range range)
{
    // In "fit text" the first scale is known only with the first text; pixels made before would be thrown away.
    if (m_fit == Fit::Text && m_cropLeft < 0 && !m_wholePages)
        return;
    std::vector<ImageRequest> wanted;
    for (const PageWish &wish : pagesToAskFor({pageCount(), range.first, range.last, currentPage(), m_direction, m_fast})) {
        const double dpi = wish.sharp ? imageDpi(wish.page) : std::min(coarseDpi, imageDpi(wish.page));
        const bool here = wish.sharp ? m_cache->holds({m_source->key(), wish.page, dpi}) : hasAnything(wish.page);
        if (!here && !m_problems.contains(wish.page))
            wanted.push_back({wish.page, dpi});
    }
    m_source->wantImages(this, std::move(wanted));
}

void PageView::imageCame(quint32 page, double dpi, const QImage &image)
{
    m_cache->put({m_source->key(), page, dpi}, image);
    m_problems.erase(page);
    emit shownChanged();
    viewport()->update();
}

// Boxes of a page are 32 bytes a character: those far away go, and come again from the source.
void PageView::evict(PageLayout::Range range)
{
    constexpr std::uint32_t near = 6;
    std::erase_if(m_loaded, [this, range](const auto &item) {
        const std::uint32_t page = item.first;
        return page + near < range.first || (page > range.last + near) ? page != m_selection.page() : false;
    });
}

bool PageView::hasAnything(std::uint32_t page) const
{
    return m_problems.contains(page) || (m_source->isPlainText() ? m_loaded.contains(page) : !m_cache->nearest(m_source->key(), page).isNull());
}

std::size_t PageView::blankPages() const
{
    if (m_layout.pageCount() == 0)
        return 0;
    const double top = verticalScrollBar()->value();
    const auto range = m_layout.visible(top, top + viewport()->height());
    std::size_t blank = 0;
    for (std::uint32_t page = range.first; page <= range.last; ++page)
        blank += hasAnything(page) ? 0 : 1;
    return blank;
}

bool PageView::hasContent(std::uint32_t page) const
{
    if (m_problems.contains(page))
        return false;
    if (m_source->isPlainText())
        return m_loaded.contains(page);
    return m_cache->holds({m_source->key(), page, imageDpi(page)});
}

} // namespace caseward::ui
