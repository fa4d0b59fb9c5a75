// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/csvtable.h"

#include "app/reader/flowtext.h"
#include "app/reader/textdecoding.h"

#include "core/base/limits.h"

#include <algorithm>

namespace caseward::reader {

namespace {

// The one that the first record has most of, outside quotes.
char32_t delimiterOf(std::u32string_view text)
{
    std::size_t commas = 0, semicolons = 0, tabs = 0;
    bool quoted = false;
    for (const char32_t c : text) {
        if (c == U'"')
            quoted = !quoted;
        else if (c == U'\n' && !quoted)
            break;
        else if (!quoted)
            commas += c == U',', semicolons += c == U';', tabs += c == U'\t';
    }
    if (tabs > commas && tabs >= semicolons)
        return U'\t';
    return semicolons > commas ? U';' : U',';
}

} // namespace

Outcome<std::u32string> csvText(BytesView table)
{
    if (table.size() > limits::textLayerBytes)
        return Status::TooLarge;
    const auto text = decodeText(table);
    if (!text)
        return Status::NotText;
    const char32_t delimiter = delimiterOf(*text);
    FlowText out;
    bool quoted = false, first = true;
    for (std::size_t at = 0; at < text->size(); ++at) {
        const char32_t c = (*text)[at];
        if (c == U'"' && quoted && at + 1 < text->size() && (*text)[at + 1] == U'"') {
            out.add(U"\"");
            ++at;
        } else if (c == U'"' && (quoted || first)) {
            quoted = !quoted;
        } else if (c == delimiter && !quoted) {
            out.add(U" | ");
            first = true;
            continue;
        } else if (c == U'\n' && !quoted) {
            out.forceLine();
            first = true;
            continue;
        } else {
            out.add(std::u32string_view(&c, 1), FlowText::Space::Collapsed); // a break within a cell is a blank
        }
        first = false;
    }
    return out.finish();
}

} // namespace caseward::reader
