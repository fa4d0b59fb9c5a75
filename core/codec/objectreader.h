// SPDX-License-Identifier: GPL-3.0-or-later
// Typed decoding of one JSON object: each field is asked for by name and type, finish() refuses what was not
// asked for. The first problem is remembered and every later read gives an empty value, so that a decoder is a
// flat list of fields and one finish(). Does not own the Json. One thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/codec/json.h"

#include <optional>
#include <set>

namespace caseward::codec {

enum class UnknownFields { Refuse, Keep };

class ObjectReader {
public:
    // `where` names the object in messages, e.g. "label.json".
    ObjectReader(const Json &untrustedValue, std::string where);

    std::string text(std::string_view key);                       // required string
    std::string textOr(std::string_view key, std::string fallback);
    bool boolean(std::string_view key);
    bool booleanOr(std::string_view key, bool fallback);
    std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most); // required, whole number
    std::int64_t integerOr(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t fallback);
    double number(std::string_view key);
    Digest digest(std::string_view key);                          // 64 lower-case hex digits
    Instant instant(std::string_view key);                        // RFC 3339, milliseconds, Z
    Bytes base64(std::string_view key);
    std::vector<std::string> texts(std::string_view key);         // required array of strings
    const Json &member(std::string_view key);                     // required, any type
    const Json *optionalMember(std::string_view key);
    const Json::Array &array(std::string_view key);               // required array
    const Json::Object &object(std::string_view key);

    template <typename IdType>
    IdType id(std::string_view key)
    {
        const std::string value = text(key);
        if (failed())
            return IdType();
        auto parsed = IdType::parse(value);
        if (parsed.ok())
            return *parsed;
        problem(key, "is not an id");
        return IdType();
    }

    void problem(std::string_view key, std::string_view what);    // record a semantic problem with a field
    [[nodiscard]] bool failed() const { return m_fault.has_value(); }
    // Malformed with where, field and reason; also when a field nobody asked for is present (unless Keep).
    [[nodiscard]] Status finish(UnknownFields unknown = UnknownFields::Refuse);

private:
    const Json *take(std::string_view key, bool required);
    const Json *m_value = nullptr;
    std::string m_where;
    std::set<std::string, std::less<>> m_asked;
    std::optional<Fault> m_fault;
};

} // namespace caseward::codec
