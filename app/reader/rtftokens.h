// SPDX-License-Identifier: GPL-3.0-or-later
// Rich Text Format (Microsoft, specification 1.9.1) as a row of tokens: braces, control words with their numbers, control symbols and
// text as bytes. Raw data (\binN) is stepped over. Keeps a view of the file; one thread.
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <string_view>

namespace caseward::reader {

struct RtfToken {
    enum class Kind { GroupBegins, GroupEnds, Word, Symbol, Text, Byte, End };
    Kind kind = Kind::End;
    std::string_view word;      // of a Word, without the backslash; of a Text its bytes, one or more
    int number = 0;             // of a Word
    bool hasNumber = false;
    std::uint8_t byte = 0;      // of a Byte, also of \{, \} and \\; of a Symbol the character after the backslash
};

class RtfTokens {
public:
    explicit RtfTokens(BytesView file) : m_file(file) {}
    RtfToken next();            // End again and again after the last one
    void passText();            // to the next brace or backslash

private:
    RtfToken plainText();
    RtfToken afterBackslash();
    RtfToken controlWord();
    RtfToken hexByte();
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_file.size(); }

    BytesView m_file;
    std::size_t m_at = 0;
};

} // namespace caseward::reader
