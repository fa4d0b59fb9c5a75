// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/partfacts.h"

#include "core/base/utf8.h"

namespace caseward::reading {

namespace {

bool isDirectionMark(char32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

std::string shownPartName(const std::string &untrustedName)
{
    auto decoded = toCodePoints(untrustedName);
    if (!decoded.ok())
        return "part";
    std::u32string name = std::move(decoded).value();
    for (char32_t &c : name)
        if (c == U'/' || c == U'\\' || isDirectionMark(c))
            c = U'_';
    return toUtf8(name);
}

} // namespace caseward::reading
