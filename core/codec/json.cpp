// SPDX-License-Identifier: GPL-3.0-or-later
// The value type and the order of its members; reading is in jsonreader.cpp, writing in jsonwriter.cpp.
#include "core/codec/json.h"

#include <algorithm>

namespace caseward::codec {

namespace {

// UTF-16 order differs from UTF-8 byte order in one place: code points above U+FFFF (first byte F0 and up) are
// surrogate pairs there and come before U+E000..U+FFFF (first byte EE or EF). Ranking the bytes anew says the same.
std::uint8_t rank(char character)
{
    const auto byte = static_cast<std::uint8_t>(character);
    if (byte < 0xee)
        return byte;
    return static_cast<std::uint8_t>(byte < 0xf0 ? byte + 0x10 : byte - 2);
}

} // namespace

bool Utf16Less::operator()(std::string_view left, std::string_view right) const
{
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(),
                                        [](char a, char b) { return rank(a) < rank(b); });
}

const Json *Json::find(std::string_view key) const
{
    if (!isObject())
        return nullptr;
    const auto found = object().find(key);
    return found == object().end() ? nullptr : &found->second;
}

} // namespace caseward::codec
