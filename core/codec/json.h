// SPDX-License-Identifier: GPL-3.0-or-later
// Strict JSON in (RFC 8259, UTF-8, no duplicate keys, bounded), canonical JSON out (RFC 8785, JCS).
// Values are plain; objects keep their members sorted as RFC 8785 wants, by UTF-16 code units. Any thread.
#pragma once

#include "core/base/bytes.h"
#include "core/base/limits.h"

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace caseward::codec {

struct Utf16Less {
    using is_transparent = void;
    bool operator()(std::string_view left, std::string_view right) const;
};

class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::map<std::string, Json, Utf16Less>;
    enum class Type { Null, Boolean, Number, String, Array, Object };

    Json() : m_value(nullptr) {}
    Json(std::nullptr_t) : m_value(nullptr) {}
    Json(bool value) : m_value(value) {}
    Json(int value) : m_value(static_cast<double>(value)) {}
    Json(double value) : m_value(value) {}
    // Integers travel as IEEE doubles (I-JSON): |value| must be at most 2^53; larger ones belong in strings.
    Json(std::int64_t value) : m_value(static_cast<double>(value)) {}
    Json(std::uint64_t value) : m_value(static_cast<double>(value)) {}
    Json(std::uint32_t value) : m_value(static_cast<double>(value)) {}
    Json(const char *value) : m_value(std::string(value)) {}
    Json(std::string value) : m_value(std::move(value)) {}
    Json(std::string_view value) : m_value(std::string(value)) {}
    Json(Array value) : m_value(std::move(value)) {}
    Json(Object value) : m_value(std::move(value)) {}

    [[nodiscard]] Type type() const { return static_cast<Type>(m_value.index()); }
    [[nodiscard]] bool isNull() const { return type() == Type::Null; }
    [[nodiscard]] bool isString() const { return type() == Type::String; }
    [[nodiscard]] bool isArray() const { return type() == Type::Array; }
    [[nodiscard]] bool isObject() const { return type() == Type::Object; }

    // The caller has checked type().
    [[nodiscard]] bool boolean() const { return std::get<bool>(m_value); }
    [[nodiscard]] double number() const { return std::get<double>(m_value); }
    [[nodiscard]] const std::string &string() const { return std::get<std::string>(m_value); }
    [[nodiscard]] const Array &array() const { return std::get<Array>(m_value); }
    [[nodiscard]] Array &array() { return std::get<Array>(m_value); }
    [[nodiscard]] const Object &object() const { return std::get<Object>(m_value); }
    [[nodiscard]] Object &object() { return std::get<Object>(m_value); }

    // Member of an object, or nullptr.
    [[nodiscard]] const Json *find(std::string_view key) const;
    bool operator==(const Json &) const = default;

private:
    std::variant<std::nullptr_t, bool, double, std::string, Array, Object> m_value;
};

// Reads one JSON text. Malformed with the byte offset for: bad UTF-8, lone surrogates, duplicate keys, NaN,
// depth over limits::jsonDepth, trailing bytes. TooLarge above `most` bytes.
[[nodiscard]] Result<Json> parseJson(BytesView untrustedBytes, std::size_t most = limits::jsonBytes);

// As parseJson, and NotCanonical unless the bytes are exactly what canonicalJson() would write.
[[nodiscard]] Result<Json> parseCanonicalJson(BytesView untrustedBytes, std::size_t most = limits::jsonBytes);

// RFC 8785: sorted members, shortest round-trip numbers (ECMA-262 Number::toString), minimal escapes.
[[nodiscard]] std::string canonicalJson(const Json &value);

// For files people read (packs, reports): the same, indented by two spaces, with a final newline.
[[nodiscard]] std::string prettyJson(const Json &value);

} // namespace caseward::codec
