// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/weighing/textcheck.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

namespace caseward::flow {

Status checkWords(const std::string &text, const char *what)
{
    if (!isUtf8(text))
        return fail(FaultCode::Malformed, std::string(what) + " is not UTF-8");
    if (codePointCount(text) > limits::noteCharacters)
        return fail(FaultCode::TooLarge, std::string(what) + " has more than " + std::to_string(limits::noteCharacters) + " characters");
    return {};
}

Status needWords(const std::string &text, const char *what)
{
    if (text.find_first_not_of(" \t\n") == std::string::npos)
        return fail(FaultCode::Malformed, std::string(what) + " is empty", {{"what", what}});
    return checkWords(text, what);
}

} // namespace caseward::flow
