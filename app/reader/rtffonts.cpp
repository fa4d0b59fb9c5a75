// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/rtffonts.h"

#include "app/reader/charset.h"

#include <algorithm>

namespace caseward::reader {

namespace {

constexpr char32_t unknown = U'\ufffd';
constexpr std::size_t mostFonts = 4'000, longestName = 200;
constexpr int symbolCharset = 2;
constexpr char32_t privateFirst = 0xf000, privateLast = 0xf0ff;

struct Numbered {
    int number;
    const char *charset;
};

// Windows' code pages under the names of charset.cpp.
constexpr Numbered codePages[] = {
    {437, "IBM437"},        {850, "IBM850"},        {852, "IBM852"},        {866, "IBM866"},        {874, "TIS-620"},      {932, "CP932"},
    {936, "GBK"},           {949, "CP949"},         {950, "BIG5"},          {1250, "WINDOWS-1250"}, {1251, "WINDOWS-1251"}, {1252, "WINDOWS-1252"},
    {1253, "WINDOWS-1253"}, {1254, "WINDOWS-1254"}, {1255, "WINDOWS-1255"}, {1256, "WINDOWS-1256"}, {1257, "WINDOWS-1257"}, {1258, "WINDOWS-1258"},
    {10000, "MACINTOSH"},   {28591, "ISO-8859-1"},  {28592, "ISO-8859-2"},  {20866, "KOI8-R"},      {54936, "GB18030"},     {65001, "UTF-8"}};

// \fcharset, of the font table. 1 is the default, and says nothing.
constexpr Numbered fontCharsets[] = {
    {0, "WINDOWS-1252"},   {77, "MACINTOSH"},     {128, "CP932"},        {129, "CP949"},        {134, "GBK"},          {136, "BIG5"},
    {161, "WINDOWS-1253"}, {162, "WINDOWS-1254"}, {163, "WINDOWS-1258"}, {177, "WINDOWS-1255"}, {178, "WINDOWS-1256"}, {186, "WINDOWS-1257"},
    {204, "WINDOWS-1251"}, {222, "TIS-620"},      {238, "WINDOWS-1250"}, {254, "IBM437"},       {255, "IBM850"}};

template <std::size_t N>
std::string named(const Numbered (&list)[N], int number)
{
    const auto found = std::find_if(std::begin(list), std::end(list), [&](const Numbered &one) { return one.number == number; });
    return found == std::end(list) ? std::string() : found->charset;
}

struct Sign {
    std::uint8_t byte;
    char32_t seen;
};

// The ones that stand before a line, and the ones that are ticked in a form.
constexpr Sign symbolSigns[] = {{0xb7, U'•'}, {0xa7, U'♣'}, {0xa8, U'♦'}, {0xb0, U'°'}, {0xb1, U'±'}, {0xb3, U'≥'}, {0xa3, U'≤'},
                                {0xb9, U'≠'}, {0xae, U'→'}, {0xac, U'←'}, {0xd3, U'©'}, {0xd2, U'®'}, {0xbc, U'…'}, {0xa0, U'€'}};
constexpr Sign wingdings[] = {{0x6c, U'●'}, {0x6e, U'■'}, {0x6f, U'☐'}, {0x70, U'☐'}, {0x71, U'☐'}, {0x72, U'☐'}, {0x75, U'◆'}, {0x76, U'❖'},
                              {0x78, U'☒'}, {0x9f, U'•'}, {0xa1, U'○'}, {0xa7, U'▪'}, {0xa8, U'☐'},
                              {0xd8, U'➢'}, {0xe0, U'→'}, {0xdf, U'←'}, {0xf0, U'⇨'}, {0xfb, U'✗'}, {0xfc, U'✓'}, {0xfd, U'☒'}, {0xfe, U'☑'}};

constexpr Sign wingdings2[] = {{0x4f, U'✗'}, {0x50, U'✓'}, {0x51, U'☒'}, {0x52, U'☑'}, {0x53, U'☒'}, {0x54, U'☒'}, {0x97, U'•'}, {0xa3, U'☐'}};

RtfFont::Signs signsOf(const std::string &name, RtfFont::Signs otherwise)
{
    if (name == "Wingdings 2")
        return RtfFont::Signs::Wingdings2;
    return name == "Wingdings" ? RtfFont::Signs::Wingdings : name == "Symbol" ? RtfFont::Signs::Symbol : otherwise;
}

char32_t signOf(RtfFont::Signs signs, std::uint8_t byte)
{
    if (byte <= ' ')
        return byte;
    const auto in = [&](const Sign *first, const Sign *last) {
        const Sign *found = std::find_if(first, last, [&](const Sign &one) { return one.byte == byte; });
        return found == last ? unknown : found->seen;
    };
    if (signs == RtfFont::Signs::Wingdings)
        return in(std::begin(wingdings), std::end(wingdings));
    if (signs == RtfFont::Signs::Wingdings2)
        return in(std::begin(wingdings2), std::end(wingdings2));
    if (signs != RtfFont::Signs::Symbol)
        return unknown;
    // Digits and the common marks stand where ASCII has them; the letters are Greek.
    const bool isLetter = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    return byte < 0x7f && !isLetter ? char32_t(byte) : in(std::begin(symbolSigns), std::end(symbolSigns));
}

} // namespace

void RtfFonts::setDocumentCodePage(int codePage)
{
    if (std::string name = named(codePages, codePage); !name.empty())
        m_documentCharset = std::move(name);
}

void RtfFonts::begin(int number)
{
    m_name.clear();
    m_current = m_fonts.size() < mostFonts || m_fonts.contains(number) ? &m_fonts[number] : nullptr;
    if (m_current)
        *m_current = RtfFont();
}

void RtfFonts::setCharset(int fcharset)
{
    if (!m_current)
        return;
    m_current->charset = named(fontCharsets, fcharset);
    m_current->signs = fcharset == symbolCharset ? RtfFont::Signs::Unknown : RtfFont::Signs::Letters;
}

void RtfFonts::setCodePage(int codePage)
{
    if (!m_current)
        return;
    if (std::string name = named(codePages, codePage); !name.empty())
        m_current->charset = std::move(name);
}

void RtfFonts::addToName(std::uint8_t byte)
{
    if (byte != ';') {
        if (m_name.size() < longestName)
            m_name += static_cast<char>(byte);
        return;
    }
    if (m_current)
        m_current->signs = signsOf(m_name, m_current->signs);
    m_name.clear();
}

const RtfFont &RtfFonts::fontAt(int number) const
{
    static const RtfFont plain;
    const auto found = m_fonts.find(number);
    return found == m_fonts.end() ? plain : found->second;
}

std::u32string RtfFonts::decode(BytesView bytes, int font) const
{
    const RtfFont &used = fontAt(font);
    std::u32string out;
    if (used.signs != RtfFont::Signs::Letters) {
        for (const std::uint8_t byte : bytes)
            out += signOf(used.signs, byte);
        return out;
    }
    const bool isAscii = std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte < 0x80; });
    if (!isAscii)
        if (auto decoded = decodeCharset(bytes, used.charset.empty() ? m_documentCharset : used.charset))
            return *std::move(decoded);
    for (const std::uint8_t byte : bytes)
        out += byte < 0x80 ? char32_t(byte) : unknown;
    return out;
}

char32_t RtfFonts::shown(char32_t c, int font) const
{
    const RtfFont::Signs signs = fontAt(font).signs;
    if (signs == RtfFont::Signs::Letters || c < privateFirst || c > privateLast)
        return c;
    return signOf(signs, static_cast<std::uint8_t>(c - privateFirst));
}

} // namespace caseward::reader
