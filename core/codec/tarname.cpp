// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/tarname.h"

#include "core/base/limits.h"

#include <algorithm>

namespace caseward::codec {

namespace {

bool isAllowed(char character)
{
    constexpr std::string_view refused = "\\:*?\"<>|";
    return character > ' ' && character <= '~' && refused.find(character) == std::string_view::npos;
}

} // namespace

Status checkTarName(std::string_view untrustedName)
{
    if (untrustedName.empty() || untrustedName.size() > limits::tarNameBytes)
        return fail(FaultCode::Malformed, "a tar member name is empty or too long");
    if (!std::all_of(untrustedName.begin(), untrustedName.end(), isAllowed))
        return fail(FaultCode::Malformed, "a tar member name has a character that is not allowed");
    std::string_view rest = untrustedName;
    for (;;) {
        const std::size_t slash = rest.find('/');
        const std::string_view component = rest.substr(0, slash);
        if (component.empty() || component == "." || component == "..")
            return fail(FaultCode::Malformed, "a tar member name leaves its place: " + std::string(untrustedName));
        if (slash == std::string_view::npos)
            return {};
        rest.remove_prefix(slash + 1);
    }
}

} // namespace caseward::codec
