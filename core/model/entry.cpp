// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/entry.h"

#include "core/codec/objectreader.h"

namespace caseward::model {

namespace {

constexpr std::size_t kindBytes = 64;

// Two or more parts of lower-case letters, digits and hyphens, joined by dots.
bool isKind(std::string_view text)
{
    bool dotted = false;
    char before = '.';
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        if (c == '.' && before == '.')
            return false;
        if (c != '.' && !plain)
            return false;
        dotted = dotted || c == '.';
        before = c;
    }
    return dotted && before != '.' && text.size() <= kindBytes;
}

} // namespace

std::string encodeEntry(const Entry &entry)
{
    codec::Json::Object object;
    object.emplace("v", 1);
    object.emplace("seq", entry.seq);
    object.emplace("prev", entry.prev.hex());
    object.emplace("at", toText(entry.at));
    object.emplace("actor", entry.actor.text());
    object.emplace("station", entry.station.text());
    object.emplace("kind", entry.kind);
    object.emplace("body", entry.body);
    return codec::canonicalJson(object);
}

Result<Entry> decodeEntry(std::string_view untrustedText)
{
    const codec::Json json = TRY(codec::parseCanonicalJson(viewOf(untrustedText), limits::entryBytes));
    codec::ObjectReader reader(json, "entry");
    reader.integer("v", 1, 1);
    Entry entry;
    entry.seq = static_cast<std::uint64_t>(reader.integer("seq", 0, static_cast<std::int64_t>(limits::caseEntries) - 1));
    entry.prev = reader.digest("prev");
    entry.at = reader.instant("at");
    entry.actor = reader.id<PersonId>("actor");
    entry.station = reader.id<StationId>("station");
    entry.kind = reader.text("kind");
    if (!isKind(entry.kind))
        reader.problem("kind", "is not a dotted lower-case name");
    entry.body = reader.member("body");
    if (!entry.body.isObject())
        reader.problem("body", "is not an object");
    TRY(reader.finish());
    return entry;
}

} // namespace caseward::model
