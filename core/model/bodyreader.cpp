// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/bodyreader.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <cmath>

namespace caseward::model {

namespace {

bool isWord(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

// C0 controls and DEL; a title with a line break in it could imitate another line of a list.
bool hasControls(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= '\0' && c < ' ') || c == '\x7f'; });
}

bool isPartialDate(const std::string &text)
{
    if (text.size() == 4)
        return isDay(text + "-01-01");
    if (text.size() == 7)
        return isDay(text + "-01");
    return isDay(text);
}

} // namespace

void BodyReader::checkLength(Key key, const std::string &text, std::size_t most)
{
    // A string is at least as many bytes as code points, so the cheap bound comes first.
    if (text.size() > most * 4 || !isUtf8(text) || codePointCount(text) > most)
        m_reader.problem(key, "is longer than " + std::to_string(most) + " characters or not UTF-8");
}

std::string BodyReader::bounded(Key key, std::size_t most, Need need)
{
    std::string text = m_reader.text(key);
    checkLength(key, text, most);
    require(need == Need::MayBeEmpty || !text.empty(), key, "is empty");
    return text;
}

std::vector<std::string> BodyReader::boundedTexts(Key key)
{
    std::vector<std::string> texts = m_reader.texts(key);
    if (texts.size() > bounds::items) {
        m_reader.problem(key, "has too many members");
        texts.clear();
    }
    return texts;
}

void BodyReader::word(Key key, std::string &value)
{
    value = bounded(key, bounds::wordCharacters, Need::Some);
    require(isWord(value), key, "is not a word");
}

void BodyReader::wordOrNone(Key key, std::string &value)
{
    value = bounded(key, bounds::wordCharacters, Need::MayBeEmpty);
    require(isWord(value), key, "is not a word");
}

void BodyReader::line(Key key, std::string &value)
{
    value = bounded(key, bounds::lineCharacters, Need::Some);
    require(!hasControls(value), key, "has control characters");
}

void BodyReader::lineOrNone(Key key, std::string &value)
{
    value = bounded(key, bounds::lineCharacters, Need::MayBeEmpty);
    require(!hasControls(value), key, "has control characters");
}

void BodyReader::lineIfAny(Key key, std::string &value)
{
    if (m_reader.optionalMember(key) != nullptr)
        line(key, value);
}

void BodyReader::note(Key key, std::string &value)
{
    value = bounded(key, limits::noteCharacters, Need::MayBeEmpty);
}

void BodyReader::quote(Key key, std::string &value)
{
    value = bounded(key, limits::quoteCharacters, Need::MayBeEmpty);
}

void BodyReader::context(Key key, std::string &value)
{
    value = bounded(key, bounds::contextCharacters, Need::MayBeEmpty);
}

void BodyReader::day(Key key, std::string &value)
{
    dayOrNone(key, value);
    require(!value.empty(), key, "is not a day");
}

void BodyReader::dayOrNone(Key key, std::string &value)
{
    value = m_reader.text(key);
    require(value.empty() || isDay(value), key, "is not a day");
}

void BodyReader::dateOrNone(Key key, std::string &value)
{
    value = m_reader.text(key);
    require(value.empty() || isPartialDate(value), key, "is not a year, month or day");
}

void BodyReader::canonicalText(Key key, std::string &value)
{
    value = m_reader.text(key);
    if (m_reader.failed())
        return;
    const auto json = codec::parseCanonicalJson(viewOf(value), limits::entryBytes);
    require(json.ok() && json->isObject(), key, "is not a canonical JSON object");
}

void BodyReader::bytes(Key key, Bytes &value, std::size_t most)
{
    value = m_reader.base64(key);
    require(value.size() <= most, key, "is too large");
}

void BodyReader::words(Key key, std::vector<std::string> &values)
{
    values = boundedTexts(key);
    for (const std::string &value : values)
        require(!value.empty() && value.size() <= bounds::wordCharacters && isWord(value), key, "holds what is not a word");
}

void BodyReader::notes(Key key, std::vector<std::string> &values)
{
    values = boundedTexts(key);
    for (const std::string &value : values)
        checkLength(key, value, limits::noteCharacters);
}

void BodyReader::pages(Key key, std::vector<std::uint32_t> &values)
{
    const codec::Json::Array &array = m_reader.array(key);
    if (m_reader.failed())
        return;
    require(!array.empty(), key, "names no page");
    if (array.size() >= limits::documentPages)
        return m_reader.problem(key, "names too many pages");
    for (const codec::Json &item : array) {
        const double page = item.type() == codec::Json::Type::Number ? item.number() : 0.0;
        if (!(page >= 1.0 && page < limits::documentPages) || page != std::floor(page))
            return m_reader.problem(key, "holds what is not a page number");
        values.push_back(static_cast<std::uint32_t>(page));
    }
    std::vector<std::uint32_t> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    require(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end(), key, "names a page twice");
}

void BodyReader::digests(Key key, std::vector<Digest> &values)
{
    for (const std::string &text : boundedTexts(key)) {
        const auto digest = Digest::parseHex(text);
        if (!digest.ok())
            return m_reader.problem(key, "holds what is not a digest");
        values.push_back(*digest);
    }
}

void BodyReader::rects(Key key, std::vector<Rect> &values)
{
    const codec::Json::Array &array = m_reader.array(key);
    require(array.size() <= bounds::rects, key, "has too many rectangles");
    for (const codec::Json &item : array) {
        if (m_reader.failed())
            return;
        double numbers[4] = {};
        bool sound = item.isArray() && item.array().size() == 4;
        for (std::size_t i = 0; sound && i < 4; ++i) {
            const codec::Json &number = item.array()[i];
            sound = number.type() == codec::Json::Type::Number && std::fabs(number.number()) <= limits::pagePointsSide;
            numbers[i] = sound ? number.number() : 0.0;
        }
        if (!sound || numbers[2] < 0 || numbers[3] < 0)
            return m_reader.problem(key, "holds what is not a rectangle on a page");
        values.push_back({numbers[0], numbers[1], numbers[2], numbers[3]});
    }
}

} // namespace caseward::model
