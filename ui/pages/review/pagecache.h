// SPDX-License-Identifier: GPL-3.0-or-later
// Page images of all open documents, least recently used first to go, at most 192 MB. GUI thread only. Dropped whole
// when the session locks. Never fails: what is not here is rendered again.
#pragma once

#include <QImage>
#include <QString>

#include <cstddef>
#include <list>
#include <map>
#include <tuple>

namespace caseward::ui {

class PageCache final {
public:
    static constexpr qsizetype defaultBytes = qsizetype{192} << 20;
    explicit PageCache(qsizetype mostBytes = defaultBytes) : m_most(mostBytes) {}

    struct Key {
        QString document;
        quint32 page = 1;
        double dpi = 96;
        bool operator<(const Key &other) const { return std::tie(document, page, dpi) < std::tie(other.document, other.page, other.dpi); }
    };

    void put(const Key &key, const QImage &image);
    [[nodiscard]] QImage get(const Key &key);                        // null when not here
    // Any resolution of that page, for a quick scaled stand-in while zooming.
    [[nodiscard]] QImage nearest(const QString &document, quint32 page) const;
    [[nodiscard]] bool holds(const Key &key) const { return m_items.contains(key); }
    void drop(const QString &document);
    void clear();
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    struct Item {
        QImage image;
        std::list<Key>::iterator use;
    };
    void shrink();
    qsizetype m_most;
    qsizetype m_bytes = 0;
    std::map<Key, Item> m_items;
    std::list<Key> m_uses;       // newest first
};

} // namespace caseward::ui
