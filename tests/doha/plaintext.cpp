// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/plaintext.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

namespace caseward::doha {

namespace {

struct Decoded {
    std::uint32_t point;
    std::size_t length;
};

// One code point; a byte that begins no UTF-8 is taken as Windows-1252, which is what such files are.
Decoded decode(std::string_view bytes, std::size_t at)
{
    static constexpr std::array<std::uint16_t, 32> kWindows{
        0x20AC, 0x3F, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x3F, 0x17D, 0x3F,
        0x3F, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x3F, 0x17E, 0x178};
    const auto windows = [](std::uint8_t one) { return Decoded{one >= 0x80 && one < 0xA0 ? kWindows[one - 0x80U] : std::uint32_t(one), 1}; };
    const auto byte = [&](std::size_t index) { return index < bytes.size() ? std::uint8_t(bytes[index]) : std::uint8_t(0); };
    const std::uint8_t first = byte(at);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    std::uint32_t point = length == 4 ? first & 0x07U : length == 3 ? first & 0x0FU : first & 0x1FU;
    for (std::size_t index = 1; index < length; ++index) {
        if ((byte(at + index) & 0xC0U) != 0x80U)
            return windows(first);
        point = (point << 6U) | (byte(at + index) & 0x3FU);
    }
    return length == 0 ? windows(first) : Decoded{point, length};
}

void append(std::string &out, std::uint32_t point)
{
    if (point == '\r' || point == '\f' || point == 0x0B || point == 0x85 || point == 0x2028 || point == 0x2029)
        out += '\n';
    else if (point == '\n' || (point >= 0x20 && point < 0x7F))
        out += char(point);
    else if (point == '\t' || point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000)
        out += ' ';
    else if (point == 0xAD || (point >= 0x2010 && point <= 0x2015) || point == 0x2212 || point == 0x2500 || point == 0x2501 || point == 0xFE58)
        out += '-';
    else if (point == 0x2018 || point == 0x2019 || point == 0x201B || point == 0xB4)
        out += '\'';
    else if (point == 0x201C || point == 0x201D)
        out += '"';
    else if (point == 0xB6)
        out += kPilcrow;
    else if (point == 0xFB01 || point == 0xFB02)
        out += point == 0xFB01 ? "fi" : "fl";
    else if (point == 0x2026)
        out += "...";
    else if (point == 0xA7)
        out += "Sec.";
    else if (point >= 0x80 && (point < 0x200B || point > 0x200F) && point != 0xFEFF)
        out += '?';
}

// "&nbsp;" and its like; nothing when there is no entity at `at`.
std::size_t entity(std::string_view text, std::size_t at, std::string &out)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kEntities{
        {{"&nbsp;", " "}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&ndash;", "-"}, {"&mdash;", "-"},
         {"&rsquo;", "'"}, {"&sect;", "Sec."}, {"&para;", "\x14"}}};
    if (text.substr(at, 2) == "&#") {
        const std::size_t end = text.find(';', at);
        std::uint32_t point = 0;
        for (std::size_t digit = at + 2; end != std::string_view::npos && end < at + 8 && digit < end && text[digit] >= '0' && text[digit] <= '9'; ++digit)
            point = point * 10 + std::uint32_t(text[digit] - '0');
        if (point > 0) {
            append(out, point);
            return end + 1 - at;
        }
    }
    for (const auto &[name, meant] : kEntities) {
        if (text.substr(at, name.size()) == name) {
            out += meant;
            return name.size();
        }
    }
    return 0;
}

bool isMarkup(const std::string &text)
{
    const std::string head = lowered(std::string_view(text).substr(0, 4096));
    return head.find("<html") != std::string::npos || head.find("<body") != std::string::npos || head.find("<p>") != std::string::npos;
}

std::string withoutTags(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '<') {
            const std::size_t end = text.find('>', at);
            const std::string tag = lowered(text.substr(at + 1, std::min<std::size_t>(3, text.size() - at - 1)));
            const bool inLine = !tag.empty() && (tag[0] == 'b' || tag[0] == 'u' || tag[0] == 'i' || tag[0] == '/') && tag.substr(0, 2) != "br"
                && tag.substr(0, 2) != "/p" && tag.substr(0, 2) != "/d" && tag.substr(0, 2) != "/t" && tag.substr(0, 2) != "/h";
            out += inLine ? "" : "\n";
            at = end == std::string_view::npos ? text.size() : end + 1;
        } else if (const std::size_t taken = text[at] == '&' ? entity(text, at, out) : 0; taken > 0) {
            at += taken;
        } else {
            out += text[at++];
        }
    }
    return out;
}

} // namespace

std::string plainText(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded one = decode(bytes, at);
        append(out, one.point);
        at += one.length;
    }
    return isMarkup(out) ? withoutTags(out) : out;
}

std::string withLines(std::string text)
{
    static constexpr std::size_t kLongest = 2000; // no line of a page is longer
    static constexpr std::array<std::string_view, 9> kBegins{"Formal Findings", "FORMAL FINDINGS", "Paragraph ", "PARAGRAPH ", "Subpara", "GUIDELINE ", "Conclusion", "DECISION", "In light of"};
    std::size_t longest = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        longest = std::max(longest, end - at);
        at = end + 1;
    }
    if (longest <= kLongest)
        return text;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto begins = [&](std::string_view word) { return text.compare(at, word.size(), word) == 0; };
        const auto word = std::find_if(kBegins.begin(), kBegins.end(), begins);
        if (word != kBegins.end() && at > 0 && text[at - 1] == ' ')
            out += '\n';
        if (word == kBegins.begin() || word == kBegins.begin() + 1) { // the heading stands alone
            out += *word;
            at += word->size() - 1;
            out += '\n';
        } else {
            out += text[at];
        }
    }
    return out;
}

std::string flat(std::string_view text)
{
    std::string out;
    for (const char character : text) {
        if (std::isspace(static_cast<unsigned char>(character)) != 0) {
            if (!out.empty() && out.back() != ' ')
                out += ' ';
        } else if (character == kPilcrow) {
            out += "par.";
        } else {
            out += character;
        }
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &character : out) {
        if (character >= 'A' && character <= 'Z')
            character = char(character - 'A' + 'a');
    }
    return out;
}

} // namespace caseward::doha
