// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/weighing/textcheck.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/model/conduct.h"

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

Status checkConduct(const std::string &from, const std::string &to)
{
    switch (model::judgeConduct(from, to)) {
    case model::ConductDates::NoBeginning: return fail(FaultCode::Malformed, "the conduct has an end and no beginning");
    case model::ConductDates::EndsFirst: return fail(FaultCode::Malformed, "the conduct ends before it begins");
    case model::ConductDates::Sound: break;
    }
    return {};
}

Fault notFound(const std::string &what) { return fail(FaultCode::NotFound, what, {{"what", what}}); }

} // namespace caseward::flow
