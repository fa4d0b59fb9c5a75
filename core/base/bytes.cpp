// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"

#include <array>

namespace caseward {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t notADigit = 0xff;

constexpr std::array<std::uint8_t, 256> reverse(std::string_view digits)
{
    std::array<std::uint8_t, 256> table{};
    for (auto &value : table)
        value = notADigit;
    for (std::size_t i = 0; i < digits.size(); ++i)
        table[static_cast<std::uint8_t>(digits[i])] = static_cast<std::uint8_t>(i);
    return table;
}

constexpr auto hexValues = reverse(hexDigits);
constexpr auto base64Values = reverse(base64Digits);

std::uint32_t base64Value(char digit)
{
    return base64Values[static_cast<std::uint8_t>(digit)];
}

} // namespace

Bytes toBytes(std::string_view text)
{
    return Bytes(text.begin(), text.end());
}

BytesView viewOf(std::string_view text)
{
    return BytesView(reinterpret_cast<const std::uint8_t *>(text.data()), text.size());
}

std::string toText(BytesView bytes)
{
    return std::string(bytes.begin(), bytes.end());
}

std::string_view textView(BytesView bytes)
{
    return std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

std::string toHex(BytesView bytes)
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += hexDigits[byte >> 4];
        text += hexDigits[byte & 15];
    }
    return text;
}

Result<Bytes> fromHex(std::string_view text)
{
    if (text.size() % 2 != 0)
        return fail(FaultCode::Malformed, "hexadecimal of odd length");
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const std::uint8_t high = hexValues[static_cast<std::uint8_t>(text[i])];
        const std::uint8_t low = hexValues[static_cast<std::uint8_t>(text[i + 1])];
        if (high == notADigit || low == notADigit)
            return fail(FaultCode::Malformed, "not lower-case hexadecimal at character " + std::to_string(i));
        bytes.push_back(static_cast<std::uint8_t>(high << 4 | low));
    }
    return bytes;
}

std::string toBase64(BytesView bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t have = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = static_cast<std::uint32_t>(bytes[i]) << 16;
        if (have > 1)
            group |= static_cast<std::uint32_t>(bytes[i + 1]) << 8;
        if (have > 2)
            group |= bytes[i + 2];
        text += base64Digits[group >> 18];
        text += base64Digits[group >> 12 & 63];
        text += have > 1 ? base64Digits[group >> 6 & 63] : '=';
        text += have > 2 ? base64Digits[group & 63] : '=';
    }
    return text;
}

Result<Bytes> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return fail(FaultCode::Malformed, "base64 whose length is no multiple of four");
    std::size_t digits = text.size();
    while (digits > 0 && text.size() - digits < 2 && text[digits - 1] == '=')
        --digits;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t pending = 0;
    int bits = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const std::uint32_t value = base64Value(text[i]);
        if (value == notADigit)
            return fail(FaultCode::Malformed, "not base64 at character " + std::to_string(i));
        pending = (pending << 6 | value) & 0xfffu;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(pending >> bits & 0xffu));
        }
    }
    // The bits that fill up the last digit must be zero, or one value would have several spellings.
    if ((pending & ((1u << bits) - 1u)) != 0)
        return fail(FaultCode::Malformed, "base64 with stray bits at its end");
    return bytes;
}

} // namespace caseward
