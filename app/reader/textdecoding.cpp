// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/textdecoding.h"

#include "app/reader/document.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace caseward::reader {

namespace {

constexpr char32_t unknown = U'\ufffd';

// 0x80 to 0x9f of Windows-1252 (best fit of the WHATWG Encoding Standard leaves five of them undefined).
constexpr std::array<char32_t, 32> windows1252 = {
    0x20ac, unknown, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152,  unknown, 0x017d, unknown, unknown, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014,  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, unknown, 0x017e, 0x0178};

bool startsWith(BytesView bytes, std::initializer_list<std::uint8_t> mark)
{
    return bytes.size() >= mark.size() && std::equal(mark.begin(), mark.end(), bytes.begin());
}

std::u32string decodeUtf16(BytesView bytes, bool bigEndian)
{
    std::u32string out;
    const auto unit = [&](std::size_t i) {
        const unsigned first = bytes[i], second = bytes[i + 1];
        return static_cast<char32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        const char32_t c = unit(i);
        if (c < 0xd800 || c > 0xdfff) {
            out.push_back(c);
            continue;
        }
        const char32_t low = c < 0xdc00 && i + 3 < bytes.size() ? unit(i + 2) : 0;
        if (low >= 0xdc00 && low <= 0xdfff) {
            out.push_back(0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
            i += 2;
        } else {
            out.push_back(unknown);
        }
    }
    if (i < bytes.size())
        out.push_back(unknown);
    return out;
}

std::u32string decodeEightBit(BytesView bytes)
{
    std::u32string out;
    out.reserve(bytes.size());
    for (const std::uint8_t byte : bytes)
        out.push_back(byte >= 0x80 && byte < 0xa0 ? windows1252[byte - 0x80u] : static_cast<char32_t>(byte));
    return out;
}

std::optional<std::u32string> decodeMarkedOrNot(BytesView bytes)
{
    if (startsWith(bytes, {0xff, 0xfe}))
        return decodeUtf16(bytes.subspan(2), false);
    if (startsWith(bytes, {0xfe, 0xff}))
        return decodeUtf16(bytes.subspan(2), true);
    if (startsWith(bytes, {0xef, 0xbb, 0xbf}))
        bytes = bytes.subspan(3);
    if (std::find(bytes.begin(), bytes.end(), std::uint8_t(0)) != bytes.end())
        return std::nullopt;
    if (auto text = toCodePoints(textView(bytes)); text.ok())
        return std::move(text).value();
    return decodeEightBit(bytes);
}

} // namespace

std::optional<std::u32string> decodeText(BytesView bytes)
{
    std::optional<std::u32string> decoded = decodeMarkedOrNot(bytes);
    if (!decoded)
        return std::nullopt;
    std::u32string out;
    out.reserve(decoded->size());
    std::size_t replaced = 0;
    for (std::size_t i = 0; i < decoded->size(); ++i) {
        const char32_t c = (*decoded)[i];
        if (c == U'\r') {
            if (i + 1 == decoded->size() || (*decoded)[i + 1] != U'\n')
                out.push_back(U'\n');
        } else if (c != U'\f' && (isForbiddenControl(c) || c == unknown)) {
            ++replaced;
            out.push_back(unknown);
        } else {
            out.push_back(c);
        }
    }
    if (replaced * 10 > out.size())
        return std::nullopt;
    return out;
}

std::u32string decodeName(std::string_view received)
{
    if (auto decoded = toCodePoints(received); decoded.ok())
        return std::move(decoded).value();
    std::u32string name;
    for (const char byte : received)
        name.push_back(static_cast<unsigned char>(byte) < 0x80 ? static_cast<char32_t>(byte) : unknown);
    return name;
}

} // namespace caseward::reader
