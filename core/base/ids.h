// SPDX-License-Identifier: GPL-3.0-or-later
// Strong types for identifiers (UUIDv7, RFC 9562, lower case) and SHA-256 digests, so that a case id can never
// be passed where a document id is meant. Plain values; any thread.
#pragma once

#include "core/base/bytes.h"

#include <array>
#include <compare>
#include <functional>

namespace caseward {

class Clock;
class Random;

[[nodiscard]] std::string newUuidText(const Clock &clock, Random &random);
[[nodiscard]] bool isUuidText(std::string_view text);

template <typename Tag>
class Id {
public:
    Id() = default;
    // Malformed when the text is not a lower-case UUID.
    static Result<Id> parse(std::string_view text)
    {
        if (!isUuidText(text))
            return fail(FaultCode::Malformed, "not a UUID: " + std::string(text));
        Id id;
        id.m_text = text;
        return id;
    }
    static Id make(const Clock &clock, Random &random)
    {
        Id id;
        id.m_text = newUuidText(clock, random);
        return id;
    }
    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] bool isNull() const { return m_text.empty(); }
    auto operator<=>(const Id &) const = default;

private:
    std::string m_text;
};

using PersonId = Id<struct PersonTag>;
using StationId = Id<struct StationTag>;
using VaultId = Id<struct VaultTag>;
using CaseId = Id<struct CaseTag>;
using DocumentId = Id<struct DocumentTag>;
using PassageId = Id<struct PassageTag>;   // one tie of one passage to one condition
using ContradictionId = Id<struct ContradictionTag>;
using GapId = Id<struct GapTag>;
using AllegationId = Id<struct AllegationTag>; // one sub-paragraph of a statement of reasons
using BundleId = Id<struct BundleTag>;

// A SHA-256 value.
class Digest {
public:
    Digest() = default;
    explicit Digest(const std::array<std::uint8_t, 32> &bytes) : m_bytes(bytes) {}
    static Result<Digest> parseHex(std::string_view text);
    static Result<Digest> fromBytes(BytesView bytes);
    [[nodiscard]] std::string hex() const { return toHex(m_bytes); }
    [[nodiscard]] BytesView bytes() const { return m_bytes; }
    auto operator<=>(const Digest &) const = default;

private:
    std::array<std::uint8_t, 32> m_bytes{};
};

} // namespace caseward

template <typename Tag>
struct std::hash<caseward::Id<Tag>> {
    std::size_t operator()(const caseward::Id<Tag> &id) const { return std::hash<std::string>()(id.text()); }
};
