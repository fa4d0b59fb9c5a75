// SPDX-License-Identifier: GPL-3.0-or-later
// Running text put together from the pieces of a structured document: paragraphs, list marks, cells, page breaks. What comes out
// holds no control characters but line feeds, tabs and form feeds (a page break), and no more than limits::textLayerBytes code points.
#pragma once

#include "app/reader/document.h"

#include <QStringView>

#include <string>
#include <string_view>

namespace caseward::reader {

class FlowText {
public:
    enum class Space { Kept, Collapsed };              // Collapsed: runs of white space are one blank, as in HTML
    void add(QStringView text, Space space = Space::Kept);
    void add(std::u32string_view text, Space space = Space::Kept);
    void line();                                       // ends the line, unless nothing is on it
    void forceLine();                                  // ends it in any case
    void blank();                                      // ends the line and leaves one empty one
    void page();                                       // what follows begins a page
    void tab();
    [[nodiscard]] bool isLineEmpty() const;
    [[nodiscard]] std::size_t size() const { return m_text.size(); } // code points so far
    // The text, or TooLarge when some was left out; this is empty afterwards.
    [[nodiscard]] Outcome<std::u32string> finish();

private:
    void put(char32_t c, Space space);
    void trimLine();
    std::u32string m_text;
    bool m_full = false;                               // text was left out
};

} // namespace caseward::reader
