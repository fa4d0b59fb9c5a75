// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters the bytes of a Rich Text file are: by the code page of the document, the character set of the font, or the signs
// of a symbol font, whose boxes may be somebody's answer. One thread; the converters were opened before lock-down (charset.h).
#pragma once

#include "core/base/bytes.h"

#include <map>
#include <string>

namespace caseward::reader {

struct RtfFont {
    enum class Signs { Letters, Symbol, Wingdings, Wingdings2, Unknown };
    std::string charset;                       // empty: the document's
    Signs signs = Signs::Letters;
};

class RtfFonts {
public:
    void setDocumentCodePage(int codePage);    // Windows' number
    void setDocumentCharset(std::string name) { m_documentCharset = std::move(name); }
    // The font table, entry by entry: the number, then what is said of it, and the end of its name.
    void begin(int number);
    void setCharset(int fcharset);             // \fcharset
    void setCodePage(int codePage);            // \cpg
    void addToName(std::uint8_t byte);         // ';' ends it

    // What does not convert becomes U+FFFD.
    [[nodiscard]] std::u32string decode(BytesView bytes, int font) const;
    // A private code point of a symbol font (U+F020 to U+F0FF) as the sign that is seen; any other as it is.
    [[nodiscard]] char32_t shown(char32_t c, int font) const;

private:
    [[nodiscard]] const RtfFont &fontAt(int number) const;
    std::map<int, RtfFont> m_fonts;
    RtfFont *m_current = nullptr;              // of the table
    std::string m_name;
    std::string m_documentCharset = "WINDOWS-1252";
};

} // namespace caseward::reader
