// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/pagecache.h"

namespace caseward::ui {

void PageCache::put(const Key &key, const QImage &image)
{
    const auto old = m_items.find(key);
    if (old != m_items.end()) {
        m_bytes -= old->second.image.sizeInBytes();
        m_uses.erase(old->second.use);
        m_items.erase(old);
    }
    m_uses.push_front(key);
    m_items.emplace(key, Item{image, m_uses.begin()});
    m_bytes += image.sizeInBytes();
    shrink();
}

QImage PageCache::get(const Key &key)
{
    const auto found = m_items.find(key);
    if (found == m_items.end())
        return {};
    m_uses.splice(m_uses.begin(), m_uses, found->second.use);
    return found->second.image;
}

QImage PageCache::nearest(const QString &document, quint32 page) const
{
    // Keys are sorted by document, page and dpi: the last one of the page is the sharpest.
    auto after = m_items.lower_bound(Key{document, page + 1, 0});
    if (after == m_items.begin())
        return {};
    --after;
    const bool same = after->first.document == document && after->first.page == page;
    return same ? after->second.image : QImage();
}

void PageCache::drop(const QString &document)
{
    for (auto use = m_uses.begin(); use != m_uses.end();) {
        if (use->document != document) {
            ++use;
            continue;
        }
        const auto item = m_items.find(*use);
        m_bytes -= item->second.image.sizeInBytes();
        m_items.erase(item);
        use = m_uses.erase(use);
    }
}

void PageCache::clear()
{
    m_items.clear();
    m_uses.clear();
    m_bytes = 0;
}

void PageCache::shrink()
{
    // The newest always stays, even when it is larger than the whole allowance: it is on the screen.
    while (m_bytes > m_most && m_uses.size() > 1) {
        const auto item = m_items.find(m_uses.back());
        m_bytes -= item->second.image.sizeInBytes();
        m_items.erase(item);
        m_uses.pop_back();
    }
}

} // namespace caseward::ui
