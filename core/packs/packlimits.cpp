// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the file of a pack, of either edition, or of forms, before any of it is copied: how much there is of everything, and that no text
// misleads the people who read it.
#include "core/base/utf8.h"
#include "core/packs/packreader.h"

#include <algorithm>

namespace caseward::packs {

namespace {

using codec::Json;

struct Letters { char32_t first, last; };

// Letters that turn the direction of writing round, or are not seen at all (Unicode: Bidi_Control, Default_Ignorable_Code_Point, the
// controls, and the blank of Braille). In the order of their numbers.
constexpr Letters misleading[] = {
    {0x00, 0x09}, {0x0b, 0x1f}, {0x7f, 0x9f}, {0xad, 0xad}, {0x34f, 0x34f}, {0x61c, 0x61c}, {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f},
    {0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f}, {0x2800, 0x2800}, {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0},
    {0xfff0, 0xfffb}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}};

bool mayMislead(char32_t c)
{
    return std::any_of(std::begin(misleading), std::end(misleading), [c](const Letters &it) { return c >= it.first && c <= it.last; });
}

Fault tooMany(const std::string &where, const std::string &what)
{
    return fail(FaultCode::TooLarge, "\"" + where + "\" has " + what, {{"field", where}});
}

Status checkText(const std::string &text, const std::string &where)
{
    if (codePointCount(text) > mostTextCharacters)
        return tooMany(where, "a text of more than " + std::to_string(mostTextCharacters) + " characters");
    const std::u32string points = TRY(toCodePoints(text));
    if (std::any_of(points.begin(), points.end(), mayMislead))
        return fail(FaultCode::Malformed, "\"" + where + "\" has letters that cannot be seen or turn the direction of writing round",
                    {{"field", where}});
    return {};
}

Status checkLength(const Json::Array &list, const std::string &where)
{
    const std::size_t most = where == "languages" || where == "also" ? mostLanguages : mostOfAKind;
    if (list.size() > most)
        return tooMany(where, "more than " + std::to_string(most) + " entries");
    return {};
}

// The words of the counterweight are copied to every criterion: all the copies together stay within what a file may have.
Status checkCopies(const Json &root)
{
    const Json *pattern = root.find("counterweight");
    const Json *conditions = root.find("conditions");
    if (pattern == nullptr || conditions == nullptr || !conditions->isArray())
        return {};
    if (codec::canonicalJson(*pattern).size() * conditions->array().size() > limits::packBytes)
        return tooMany("counterweight", "too many words to be copied to every criterion");
    return {};
}

} // namespace

Status checkLimits(const Json &untrustedRoot)
{
    if (!untrustedRoot.isObject())
        return fail(FaultCode::Malformed, "the file is not a JSON object");
    struct Visit { const Json *value; std::string where; };
    std::vector<Visit> rest{{&untrustedRoot, "pack"}};
    while (!rest.empty()) {
        const Visit here = rest.back();
        rest.pop_back();
        if (here.value->isString())
            TRY(checkText(here.value->string(), here.where));
        if (here.value->isArray()) {
            TRY(checkLength(here.value->array(), here.where));
            for (const Json &item : here.value->array())
                rest.push_back({&item, here.where});
        }
        if (here.value->isObject())
            for (const auto &[key, value] : here.value->object())
                rest.push_back({&value, key});
    }
    return checkCopies(untrustedRoot);
}

} // namespace caseward::packs
