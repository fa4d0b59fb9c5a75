// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 8259 by recursive descent, narrowed to I-JSON (RFC 7493): no duplicate members, no lone surrogates, numbers
// that an IEEE double can hold.
#include "core/codec/json.h"

#include "core/base/utf8.h"

#include <charconv>
#include <cmath>

namespace caseward::codec {

namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    Result<Json> document()
    {
        Json value = TRY(this->value(0));
        skipSpace();
        if (m_at != m_text.size())
            return malformed("something after the end of the JSON text");
        return value;
    }

private:
    Fault malformedAt(std::size_t at, std::string what) const
    {
        return fail(FaultCode::Malformed, std::move(what) + " at byte " + std::to_string(at),
                    {{"offset", std::to_string(at)}});
    }
    Fault malformed(std::string what) const { return malformedAt(m_at, std::move(what)); }

    bool atEnd() const { return m_at >= m_text.size(); }
    bool isNext(char character) const { return !atEnd() && m_text[m_at] == character; }
    bool isDigitNext() const { return !atEnd() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; }

    bool accept(char character)
    {
        if (!isNext(character))
            return false;
        ++m_at;
        return true;
    }

    void skipSpace()
    {
        while (isNext(' ') || isNext('\n') || isNext('\r') || isNext('\t'))
            ++m_at;
    }

    Result<Json> value(std::size_t depth)
    {
        skipSpace();
        if (atEnd())
            return malformed("the JSON text ends early");
        switch (m_text[m_at]) {
        case '{':
            return object(depth + 1);
        case '[':
            return array(depth + 1);
        case '"':
            return Json(TRY(string()));
        case 't':
            return literal("true", Json(true));
        case 'f':
            return literal("false", Json(false));
        case 'n':
            return literal("null", Json(nullptr));
        default:
            return number();
        }
    }

    Result<Json> literal(std::string_view word, Json meaning)
    {
        if (m_text.substr(m_at, word.size()) != word)
            return malformed("no JSON value");
        m_at += word.size();
        return meaning;
    }

    Result<Json> object(std::size_t depth)
    {
        if (depth > limits::jsonDepth)
            return malformed("JSON nested too deeply");
        ++m_at;
        Json::Object members;
        skipSpace();
        if (accept('}'))
            return Json(std::move(members));
        do {
            skipSpace();
            const std::size_t keyAt = m_at;
            if (!isNext('"'))
                return malformed("a member name was expected");
            std::string key = TRY(string());
            skipSpace();
            if (!accept(':'))
                return malformed("a colon was expected");
            Json member = TRY(value(depth));
            if (!members.try_emplace(std::move(key), std::move(member)).second)
                return malformedAt(keyAt, "a member name comes twice");
            skipSpace();
        } while (accept(','));
        if (!accept('}'))
            return malformed("a comma or the end of the object was expected");
        return Json(std::move(members));
    }

    Result<Json> array(std::size_t depth)
    {
        if (depth > limits::jsonDepth)
            return malformed("JSON nested too deeply");
        ++m_at;
        Json::Array items;
        skipSpace();
        if (accept(']'))
            return Json(std::move(items));
        do {
            items.push_back(TRY(value(depth)));
            skipSpace();
        } while (accept(','));
        if (!accept(']'))
            return malformed("a comma or the end of the array was expected");
        return Json(std::move(items));
    }

    Result<std::string> string()
    {
        const std::size_t startedAt = m_at++;
        std::string text;
        for (;;) {
            std::size_t end = m_at;
            while (end < m_text.size() && m_text[end] != '"' && m_text[end] != '\\'
                   && static_cast<std::uint8_t>(m_text[end]) >= 0x20)
                ++end;
            text.append(m_text.substr(m_at, end - m_at));
            m_at = end;
            if (atEnd())
                return malformed("a string does not end");
            if (accept('"'))
                break;
            if (!accept('\\'))
                return malformed("a control character stands in a string");
            TRY(escape(text));
        }
        if (!isUtf8(text))
            return malformedAt(startedAt, "a string is not UTF-8");
        return text;
    }

    Status escape(std::string &text)
    {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (accept('u')) {
            text += toUtf8(std::u32string(1, TRY(escapedCodePoint())));
            return {};
        }
        const std::size_t which = atEnd() ? std::string_view::npos : letters.find(m_text[m_at]);
        if (which == std::string_view::npos)
            return malformed("an unknown escape");
        text += meanings[which];
        ++m_at;
        return {};
    }

    Result<char32_t> escapedCodePoint()
    {
        const std::size_t startedAt = m_at;
        const char32_t first = TRY(fourHexDigits());
        if (first < 0xd800 || first > 0xdfff)
            return first;
        const bool pairFollows = first < 0xdc00 && m_text.substr(m_at, 2) == "\\u";
        if (!pairFollows)
            return malformedAt(startedAt, "a lone surrogate");
        m_at += 2;
        const char32_t second = TRY(fourHexDigits());
        if (second < 0xdc00 || second > 0xdfff)
            return malformedAt(startedAt, "a lone surrogate");
        return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
    }

    Result<char32_t> fourHexDigits()
    {
        const std::string_view digits = m_text.substr(m_at, 4);
        std::uint32_t value = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        if (digits.size() != 4 || read.ptr != digits.data() + 4)
            return malformed("four hexadecimal digits were expected");
        m_at += 4;
        return static_cast<char32_t>(value);
    }

    // The grammar of RFC 8259 section 6 first: from_chars alone would also take "inf", "nan" and "01".
    Result<Json> number()
    {
        const std::size_t startedAt = m_at;
        accept('-');
        if (!isDigitNext())
            return malformedAt(startedAt, "no JSON value");
        if (!accept('0'))
            skipDigits();
        if (accept('.') && !skipDigits())
            return malformed("a digit was expected");
        if (accept('e') || accept('E')) {
            if (!accept('+'))
                accept('-');
            if (!skipDigits())
                return malformed("a digit was expected");
        }
        double value = 0;
        const char *end = m_text.data() + m_at;
        const auto read = std::from_chars(m_text.data() + startedAt, end, value);
        if (read.ec != std::errc() || read.ptr != end || !std::isfinite(value))
            return malformedAt(startedAt, "a number is beyond the range of a double");
        return Json(value);
    }

    bool skipDigits()
    {
        const bool any = isDigitNext();
        while (isDigitNext())
            ++m_at;
        return any;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

Result<Json> parseJson(BytesView untrustedBytes, std::size_t most)
{
    if (untrustedBytes.size() > most)
        return fail(FaultCode::TooLarge, "JSON of more than " + std::to_string(most) + " bytes");
    return Reader(textView(untrustedBytes)).document();
}

Result<Json> parseCanonicalJson(BytesView untrustedBytes, std::size_t most)
{
    Json value = TRY(parseJson(untrustedBytes, most));
    if (canonicalJson(value) != textView(untrustedBytes))
        return fail(FaultCode::NotCanonical, "valid JSON, but not as RFC 8785 writes it");
    return value;
}

} // namespace caseward::codec
