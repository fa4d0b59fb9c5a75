// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 8785. Strings must be UTF-8; NaN and the infinities, which JSON cannot say, become null as in ECMAScript.
#include "core/codec/json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace caseward::codec {

namespace {

// ECMA-262 Number::toString: to_chars gives the shortest digits that read back the same, here they are laid out.
std::string numberText(double value)
{
    if (!std::isfinite(value))
        return "null";
    if (value == 0) // -0 as well
        return "0";
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                       std::chars_format::scientific);
    const std::string_view scientific(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
    const std::size_t exponentAt = scientific.find('e');
    std::string digits(1, scientific[0]);
    if (exponentAt > 2)
        digits += scientific.substr(2, exponentAt - 2);
    // The value is 0.digits times ten to the power of `point`.
    const int point = std::atoi(scientific.data() + exponentAt + 1) + 1;
    const int count = static_cast<int>(digits.size());
    const auto zeros = [](int howMany) { return std::string(static_cast<std::size_t>(howMany), '0'); };

    std::string text = value < 0 ? "-" : "";
    if (count <= point && point <= 21) {
        text += digits + zeros(point - count);
    } else if (0 < point && point <= 21) {
        text += digits.insert(static_cast<std::size_t>(point), 1, '.');
    } else if (-6 < point && point <= 0) {
        text += "0." + zeros(-point) + digits;
    } else {
        if (count > 1)
            digits.insert(1, 1, '.');
        text += digits + (point > 0 ? "e+" : "e-") + std::to_string(std::abs(point - 1));
    }
    return text;
}

class Writer {
public:
    enum class Layout { Compact, Indented };
    explicit Writer(Layout layout) : m_layout(layout) {}

    void write(const Json &value)
    {
        switch (value.type()) {
        case Json::Type::Null:
            m_text += "null";
            break;
        case Json::Type::Boolean:
            m_text += value.boolean() ? "true" : "false";
            break;
        case Json::Type::Number:
            m_text += numberText(value.number());
            break;
        case Json::Type::String:
            writeString(value.string());
            break;
        case Json::Type::Array:
            writeArray(value.array());
            break;
        case Json::Type::Object:
            writeObject(value.object());
            break;
        }
    }

    std::string take() { return std::move(m_text); }

private:
    void writeArray(const Json::Array &items)
    {
        open('[');
        for (const Json &item : items) {
            nextLine();
            write(item);
            m_text += ',';
        }
        close(']', items.empty());
    }

    void writeObject(const Json::Object &members)
    {
        open('{');
        for (const auto &member : members) {
            nextLine();
            writeString(member.first);
            m_text += m_layout == Layout::Indented ? ": " : ":";
            write(member.second);
            m_text += ',';
        }
        close('}', members.empty());
    }

    void open(char bracket)
    {
        m_text += bracket;
        ++m_depth;
    }

    void close(char bracket, bool empty)
    {
        --m_depth;
        if (!empty) {
            m_text.pop_back(); // the comma after the last one
            nextLine();
        }
        m_text += bracket;
    }

    void nextLine()
    {
        if (m_layout == Layout::Indented)
            m_text += '\n' + std::string(m_depth * 2, ' ');
    }

    void writeString(const std::string &value)
    {
        constexpr std::string_view controls = "\b\t\n\f\r\"\\";
        constexpr std::string_view letters = "btnfr\"\\";
        constexpr std::string_view hexDigits = "0123456789abcdef";
        m_text += '"';
        for (const char character : value) {
            const std::size_t which = controls.find(character);
            const auto byte = static_cast<std::uint8_t>(character);
            if (which != std::string_view::npos) {
                m_text += '\\';
                m_text += letters[which];
            } else if (byte < 0x20) {
                m_text += "\\u00";
                m_text += hexDigits[byte >> 4];
                m_text += hexDigits[byte & 15];
            } else {
                m_text += character;
            }
        }
        m_text += '"';
    }

    Layout m_layout;
    std::size_t m_depth = 0;
    std::string m_text;
};

} // namespace

std::string canonicalJson(const Json &value)
{
    Writer writer(Writer::Layout::Compact);
    writer.write(value);
    return writer.take();
}

std::string prettyJson(const Json &value)
{
    Writer writer(Writer::Layout::Indented);
    writer.write(value);
    return writer.take() + '\n';
}

} // namespace caseward::codec
