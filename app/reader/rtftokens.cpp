// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/rtftokens.h"

#include <algorithm>
#include <optional>

namespace caseward::reader {

namespace {

constexpr std::size_t longestWord = 32;        // letters of a control word, by the specification
constexpr std::size_t longestText = 1u << 16; // of one token
constexpr int largestNumber = 1'000'000'000;

bool isLetter(std::uint8_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(std::uint8_t c) { return c >= '0' && c <= '9'; }

std::optional<unsigned> hexDigit(std::uint8_t c)
{
    if (isDigit(c))
        return c - unsigned('0');
    if (c >= 'a' && c <= 'f')
        return c - unsigned('a') + 10;
    if (c >= 'A' && c <= 'F')
        return c - unsigned('A') + 10;
    return std::nullopt;
}

RtfToken tokenOf(RtfToken::Kind kind, std::uint8_t byte = 0)
{
    RtfToken token;
    token.kind = kind;
    token.byte = byte;
    return token;
}

} // namespace

RtfToken RtfTokens::next()
{
    while (!isAtEnd()) {
        const std::uint8_t c = m_file[m_at++];
        if (c == '{')
            return tokenOf(RtfToken::Kind::GroupBegins);
        if (c == '}')
            return tokenOf(RtfToken::Kind::GroupEnds);
        if (c == '\\') {
            const RtfToken token = afterBackslash();
            if (token.kind != RtfToken::Kind::Word || token.word != "bin")
                return token;
            m_at += std::min(m_file.size() - m_at, static_cast<std::size_t>(std::max(0, token.number)));
        } else if (c != '\r' && c != '\n' && c != 0) { // the file's own lines mean nothing
            --m_at;
            return plainText();
        }
    }
    return {};
}

RtfToken RtfTokens::plainText()
{
    const std::string_view rest = textView(m_file.subspan(m_at, std::min(longestText, m_file.size() - m_at)));
    RtfToken token = tokenOf(RtfToken::Kind::Text);
    token.word = rest.substr(0, std::min(rest.find_first_of(std::string_view("{}\\\r\n\0", 6)), rest.size()));
    m_at += token.word.size();
    return token;
}

void RtfTokens::passText()
{
    constexpr std::string_view marks = "{}\\";
    m_at = std::min(textView(m_file).find_first_of(marks, m_at), m_file.size());
}

RtfToken RtfTokens::afterBackslash()
{
    if (isAtEnd())
        return {};
    const std::uint8_t c = m_file[m_at];
    if (isLetter(c))
        return controlWord();
    ++m_at;
    if (c == '\\' || c == '{' || c == '}')
        return tokenOf(RtfToken::Kind::Byte, c);
    return c == '\'' ? hexByte() : tokenOf(RtfToken::Kind::Symbol, c);
}

RtfToken RtfTokens::controlWord()
{
    RtfToken token = tokenOf(RtfToken::Kind::Word);
    const std::size_t start = m_at;
    while (!isAtEnd() && isLetter(m_file[m_at]) && m_at - start < longestWord)
        ++m_at;
    token.word = textView(m_file.subspan(start, m_at - start));
    const bool isNegative = m_at + 1 < m_file.size() && m_file[m_at] == '-' && isDigit(m_file[m_at + 1]);
    if (isNegative)
        ++m_at;
    for (; !isAtEnd() && isDigit(m_file[m_at]); ++m_at) {
        token.hasNumber = true;
        token.number = token.number >= largestNumber / 10 ? largestNumber : token.number * 10 + (m_file[m_at] - '0');
    }
    if (isNegative)
        token.number = -token.number;
    if (!isAtEnd() && m_file[m_at] == ' ')
        ++m_at; // the blank that ends a control word is part of it
    return token;
}

RtfToken RtfTokens::hexByte()
{
    const auto high = isAtEnd() ? std::nullopt : hexDigit(m_file[m_at]);
    const auto low = m_at + 1 < m_file.size() ? hexDigit(m_file[m_at + 1]) : std::nullopt;
    if (!high || !low)
        return tokenOf(RtfToken::Kind::Symbol, '\''); // means nothing
    m_at += 2;
    return tokenOf(RtfToken::Kind::Byte, static_cast<std::uint8_t>(*high << 4 | *low));
}

} // namespace caseward::reader
