// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <cstdint>

namespace caseward {

namespace {

struct Decoded {
    char32_t codePoint = 0;
    std::size_t length = 0; // 0: not UTF-8
};

std::uint8_t byteAt(std::string_view text, std::size_t at)
{
    return static_cast<std::uint8_t>(text[at]);
}

bool isContinuation(char character)
{
    return (static_cast<std::uint8_t>(character) & 0xc0u) == 0x80u;
}

Decoded decodeAt(std::string_view text, std::size_t at)
{
    const std::uint8_t first = byteAt(text, at);
    if (first < 0x80)
        return {first, 1};
    // The least code point of each length: anything below it is an overlong form.
    std::size_t length = 0;
    char32_t least = 0;
    char32_t value = 0;
    if ((first & 0xe0u) == 0xc0u) {
        length = 2, least = 0x80, value = first & 0x1fu;
    } else if ((first & 0xf0u) == 0xe0u) {
        length = 3, least = 0x800, value = first & 0x0fu;
    } else if ((first & 0xf8u) == 0xf0u) {
        length = 4, least = 0x10000, value = first & 0x07u;
    } else {
        return {};
    }
    if (text.size() - at < length)
        return {};
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[at + i]))
            return {};
        value = value << 6 | (byteAt(text, at + i) & 0x3fu);
    }
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    if (value < least || value > 0x10ffff || surrogate)
        return {};
    return {value, length};
}

// Byte position of the code point with that index, or the end of the text.
std::size_t bytePosition(std::string_view text, std::size_t from, std::size_t codePoints)
{
    std::size_t at = from;
    while (codePoints > 0 && at < text.size()) {
        ++at;
        while (at < text.size() && isContinuation(text[at]))
            ++at;
        --codePoints;
    }
    return at;
}

void append(std::string &text, char32_t value)
{
    const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xc0u | value >> 6);
        put(0x80u | (value & 0x3fu));
    } else if (value < 0x10000) {
        put(0xe0u | value >> 12);
        put(0x80u | (value >> 6 & 0x3fu));
        put(0x80u | (value & 0x3fu));
    } else {
        put(0xf0u | value >> 18);
        put(0x80u | (value >> 12 & 0x3fu));
        put(0x80u | (value >> 6 & 0x3fu));
        put(0x80u | (value & 0x3fu));
    }
}

} // namespace

bool isUtf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const Decoded decoded = decodeAt(text, at);
        if (decoded.length == 0)
            return false;
        at += decoded.length;
    }
    return true;
}

Result<std::u32string> toCodePoints(std::string_view text)
{
    std::u32string codePoints;
    codePoints.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const Decoded decoded = decodeAt(text, at);
        if (decoded.length == 0)
            return fail(FaultCode::Malformed, "not UTF-8 at byte " + std::to_string(at));
        codePoints += decoded.codePoint;
        at += decoded.length;
    }
    return codePoints;
}

std::string toUtf8(std::u32string_view text)
{
    std::string bytes;
    bytes.reserve(text.size());
    for (const char32_t value : text) {
        const bool encodable = value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
        append(bytes, encodable ? value : U'\ufffd'); // what is no code point becomes the replacement character
    }
    return bytes;
}

std::size_t codePointCount(std::string_view text)
{
    std::size_t count = 0;
    for (const char character : text)
        count += isContinuation(character) ? 0u : 1u;
    return count;
}

std::string codePointSlice(std::string_view text, std::size_t start, std::size_t end)
{
    if (end <= start)
        return {};
    const std::size_t first = bytePosition(text, 0, start);
    const std::size_t last = bytePosition(text, first, end - start);
    return std::string(text.substr(first, last - first));
}

} // namespace caseward
