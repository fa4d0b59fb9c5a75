// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/objectreader.h"

#include <algorithm>
#include <cmath>

namespace caseward::codec {

namespace {

constexpr std::int64_t exactIntegers = std::int64_t{1} << 53; // beyond this a double skips integers

const Json nothing;
const Json::Array noItems;
const Json::Object noMembers;

} // namespace

ObjectReader::ObjectReader(const Json &untrustedValue, std::string where)
    : m_where(std::move(where))
{
    if (untrustedValue.isObject())
        m_value = &untrustedValue;
    else
        m_fault = fail(FaultCode::Malformed, m_where + " is not an object", {{"where", m_where}});
}

void ObjectReader::problem(std::string_view key, std::string_view what)
{
    if (failed())
        return;
    const std::string field(key);
    m_fault = fail(FaultCode::Malformed, m_where + ": \"" + field + "\" " + std::string(what),
                   {{"where", m_where}, {"field", field}});
}

const Json *ObjectReader::take(std::string_view key, bool required)
{
    m_asked.emplace(key);
    if (failed())
        return nullptr;
    const Json *found = m_value->find(key);
    if (found == nullptr && required)
        problem(key, "is missing");
    return found;
}

std::string ObjectReader::text(std::string_view key)
{
    const Json *found = take(key, true);
    if (found == nullptr)
        return {};
    if (found->isString())
        return found->string();
    problem(key, "is not a string");
    return {};
}

std::string ObjectReader::textOr(std::string_view key, std::string fallback)
{
    if (take(key, false) == nullptr)
        return failed() ? std::string() : fallback;
    return text(key);
}

bool ObjectReader::boolean(std::string_view key)
{
    const Json *found = take(key, true);
    if (found == nullptr)
        return false;
    if (found->type() == Json::Type::Boolean)
        return found->boolean();
    problem(key, "is neither true nor false");
    return false;
}

bool ObjectReader::booleanOr(std::string_view key, bool fallback)
{
    if (take(key, false) == nullptr)
        return !failed() && fallback;
    return boolean(key);
}

double ObjectReader::number(std::string_view key)
{
    const Json *found = take(key, true);
    if (found == nullptr)
        return 0;
    if (found->type() == Json::Type::Number)
        return found->number();
    problem(key, "is not a number");
    return 0;
}

std::int64_t ObjectReader::integer(std::string_view key, std::int64_t least, std::int64_t most)
{
    const double value = number(key);
    if (failed())
        return 0;
    if (std::trunc(value) != value || std::fabs(value) > static_cast<double>(exactIntegers)) {
        problem(key, "is not a whole number that a double holds exactly");
        return 0;
    }
    const auto whole = static_cast<std::int64_t>(value);
    if (whole < least || whole > most) {
        problem(key, "is not between " + std::to_string(least) + " and " + std::to_string(most));
        return 0;
    }
    return whole;
}

std::int64_t ObjectReader::integerOr(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t fallback)
{
    if (take(key, false) == nullptr)
        return failed() ? 0 : fallback;
    return integer(key, least, most);
}

Digest ObjectReader::digest(std::string_view key)
{
    const std::string value = text(key);
    if (failed())
        return {};
    const Result<Digest> parsed = Digest::parseHex(value);
    if (parsed.ok())
        return *parsed;
    problem(key, "is not a SHA-256 digest in lower-case hexadecimal");
    return {};
}

Instant ObjectReader::instant(std::string_view key)
{
    const std::string value = text(key);
    if (failed())
        return {};
    const Result<Instant> parsed = parseInstant(value);
    if (parsed.ok())
        return *parsed;
    problem(key, "is not a time like 2026-11-22T09:15:02.114Z");
    return {};
}

Bytes ObjectReader::base64(std::string_view key)
{
    const std::string value = text(key);
    if (failed())
        return {};
    Result<Bytes> parsed = fromBase64(value);
    if (parsed.ok())
        return std::move(parsed).value();
    problem(key, "is not base64");
    return {};
}

std::vector<std::string> ObjectReader::texts(std::string_view key)
{
    std::vector<std::string> values;
    for (const Json &item : array(key)) {
        if (!item.isString()) {
            problem(key, "has an item that is not a string");
            return {};
        }
        values.push_back(item.string());
    }
    return values;
}

const Json &ObjectReader::member(std::string_view key)
{
    const Json *found = take(key, true);
    return found == nullptr ? nothing : *found;
}

const Json *ObjectReader::optionalMember(std::string_view key)
{
    return take(key, false);
}

const Json::Array &ObjectReader::array(std::string_view key)
{
    const Json *found = take(key, true);
    if (found == nullptr)
        return noItems;
    if (found->isArray())
        return found->array();
    problem(key, "is not an array");
    return noItems;
}

const Json::Object &ObjectReader::object(std::string_view key)
{
    const Json *found = take(key, true);
    if (found == nullptr)
        return noMembers;
    if (found->isObject())
        return found->object();
    problem(key, "is not an object");
    return noMembers;
}

Status ObjectReader::finish(UnknownFields unknown)
{
    if (!failed() && unknown == UnknownFields::Refuse) {
        const auto &members = m_value->object();
        const auto stranger = std::find_if(members.begin(), members.end(), [this](const auto &member) {
            return m_asked.find(member.first) == m_asked.end();
        });
        if (stranger != members.end())
            problem(stranger->first, "is unknown");
    }
    if (failed())
        return *m_fault;
    return {};
}

} // namespace caseward::codec
