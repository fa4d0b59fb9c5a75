// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/flowtext.h"

#include "core/base/limits.h"

#include <utility>

namespace caseward::reader {

namespace {

constexpr char32_t unknown = U'\ufffd';

bool isBlank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\f'; }

} // namespace

void FlowText::put(char32_t c, Space space)
{
    if (m_text.size() >= limits::textLayerBytes) {
        m_full = true;
        return;
    }
    if (space == Space::Collapsed && isBlank(c)) {
        if (!isLineEmpty() && m_text.back() != U' ' && m_text.back() != U'\t')
            m_text.push_back(U' ');
        return;
    }
    if (c == U'\r')
        return;
    m_text.push_back(isForbiddenControl(c) || (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff ? unknown : c);
}

void FlowText::add(QStringView text, Space space)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text[at];
        if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
            put(QChar::surrogateToUcs4(unit, text[++at]), space);
        else
            put(unit.unicode(), space);
    }
}

void FlowText::add(std::u32string_view text, Space space)
{
    for (const char32_t c : text)
        put(c, space);
}

bool FlowText::isLineEmpty() const
{
    return m_text.empty() || m_text.back() == U'\n' || m_text.back() == U'\f';
}

void FlowText::trimLine()
{
    while (!m_text.empty() && (m_text.back() == U' ' || m_text.back() == U'\t'))
        m_text.pop_back();
}

void FlowText::line()
{
    trimLine();
    if (!isLineEmpty())
        m_text.push_back(U'\n');
}

void FlowText::forceLine()
{
    trimLine();
    m_text.push_back(U'\n');
}

void FlowText::blank()
{
    line();
    const std::size_t size = m_text.size();
    if (size > 0 && m_text.back() == U'\n' && !(size > 1 && m_text[size - 2] == U'\n'))
        m_text.push_back(U'\n');
}

void FlowText::page()
{
    line();
    while (!m_text.empty() && m_text.back() == U'\n')
        m_text.pop_back();
    if (!m_text.empty() && m_text.back() != U'\f')
        m_text.push_back(U'\f');
}

void FlowText::tab()
{
    if (!m_full)
        m_text.push_back(U'\t');
}

Outcome<std::u32string> FlowText::finish()
{
    if (m_full)
        return Status::TooLarge;
    line();
    while (!m_text.empty() && (m_text.back() == U'\n' || m_text.back() == U'\f'))
        m_text.pop_back();
    if (!m_text.empty())
        m_text.push_back(U'\n');
    return std::exchange(m_text, {});
}

} // namespace caseward::reader
