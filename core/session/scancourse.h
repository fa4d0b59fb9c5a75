// SPDX-License-Identifier: GPL-3.0-or-later
// The way through the pages a machine reads: when a page needs a new reader, when a document is left alone, and what came of it. No
// I/O; one thread; nothing here fails.
#pragma once

#include "core/base/blanktext.h"
#include "core/base/limits.h"
#include "core/session/scans.h"

#include <utility>

namespace caseward::session {

class ScanCourse {
public:
    ScanCourse() = default;
    explicit ScanCourse(ScanList list) : m_list(std::move(list)) { m_counts.before = m_list.before; }

    [[nodiscard]] bool atEnd() const { return m_at >= m_list.pages.size(); }
    [[nodiscard]] const ScanPage &page() const { return m_list.pages[m_at]; }      // not at the end
    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] std::size_t size() const { return m_list.pages.size(); }
    [[nodiscard]] bool needsReader() const { return page().document != m_opened; } // the one at hand is none, or of another document
    void opening() { m_opened = page().document; }
    [[nodiscard]] const ScansRead &counts() const { return m_counts; }

    void read(const model::PageText &text, const std::string &engine)
    {
        ++m_counts.pages;
        m_counts.withWords += isBlank(text.text) ? 0 : 1;
        m_counts.engine = engine;
        m_lost = 0;
        ++m_at;
    }

    // The page could not be read. Whatever it was, the next one has a fresh reader; after limits::readerStarts in a row the rest of the
    // document is left alone, as when it is displayed.
    void failed()
    {
        const DocumentId document = page().document;
        m_lost = document == m_losing ? m_lost + 1 : 1;
        m_losing = document;
        m_opened = {};
        do {
            ++m_counts.failed;
            ++m_at;
        } while (m_lost >= limits::readerStarts && !atEnd() && page().document == document);
    }

private:
    ScanList m_list;
    std::size_t m_at = 0;
    DocumentId m_opened, m_losing;     // what the reader at hand was opened for; whose pages were lost last
    int m_lost = 0;                    // of m_losing, in a row
    ScansRead m_counts;
};

} // namespace caseward::session
