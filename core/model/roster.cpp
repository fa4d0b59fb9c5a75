// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/roster.h"

#include "core/base/limits.h"
#include "core/codec/objectreader.h"

#include <algorithm>
#include <set>

namespace caseward::model {

namespace {

constexpr const char *rosterFormat = "caseward-roster/1";
constexpr std::size_t certificatesEach = 16;
constexpr Standing standings[] = {Standing::Active, Standing::Suspended, Standing::Removed};

codec::Json encodePerson(const RosterPerson &person)
{
    codec::Json::Array roles, certificates;
    for (const std::string &role : person.roles)
        roles.emplace_back(role);
    for (const Bytes &der : person.certificates)
        certificates.emplace_back(toBase64(der));
    codec::Json::Object json;
    json["person"] = person.person.text();
    json["name"] = person.name;
    json["roles"] = std::move(roles);
    json["certificates"] = std::move(certificates);
    json["standing"] = standingName(person.standing);
    json["since"] = toText(person.since);
    json["reason"] = person.reason;
    return codec::Json(std::move(json));
}

Result<RosterPerson> decodePerson(const codec::Json &untrusted)
{
    codec::ObjectReader reader(untrusted, "a person of the roster");
    RosterPerson person;
    person.person = reader.id<PersonId>("person");
    person.name = reader.text("name");
    person.roles = reader.texts("roles");
    const auto certificates = reader.texts("certificates");
    const std::string standing = reader.text("standing");
    person.since = reader.instant("since");
    person.reason = reader.text("reason");
    const auto named = std::ranges::find(standings, standing, standingName);
    if (named == std::end(standings))
        reader.problem("standing", "is none of active, suspended and removed");
    if (certificates.empty() || certificates.size() > certificatesEach)
        reader.problem("certificates", "must name one to sixteen");
    if (person.name.empty() || person.name.size() > limits::noteCharacters)
        reader.problem("name", "is empty or too long");
    if (!std::ranges::is_sorted(person.roles))
        reader.problem("roles", "are not sorted");
    TRY(reader.finish());
    person.standing = *named;
    for (const std::string &text : certificates) {
        if (text.size() > limits::certificateBytes * 2)
            return fail(FaultCode::TooLarge, "a certificate of the roster is too large");
        person.certificates.push_back(TRY(fromBase64(text)));
    }
    return person;
}

} // namespace

std::string_view standingName(Standing standing)
{
    switch (standing) {
    case Standing::Active: return "active";
    case Standing::Suspended: return "suspended";
    case Standing::Removed: return "removed";
    }
    return "";
}

const RosterPerson *Roster::find(const PersonId &person) const
{
    const auto found = std::ranges::find(people, person, &RosterPerson::person);
    return found == people.end() ? nullptr : &*found;
}

RosterPerson *Roster::find(const PersonId &person)
{
    return const_cast<RosterPerson *>(static_cast<const Roster *>(this)->find(person));
}

std::string encodeRoster(const Roster &roster)
{
    codec::Json::Array people;
    for (const RosterPerson &person : roster.people)
        people.push_back(encodePerson(person));
    codec::Json::Object json;
    json["format"] = rosterFormat;
    json["office"] = roster.office;
    json["version"] = roster.version;
    json["previous"] = roster.previous.hex();
    json["at"] = toText(roster.at);
    json["signer"] = roster.signer.text();
    json["people"] = std::move(people);
    return codec::canonicalJson(codec::Json(std::move(json)));
}

Result<Roster> decodeRoster(BytesView untrustedJson)
{
    const codec::Json json = TRY(codec::parseCanonicalJson(untrustedJson, limits::rosterBytes));
    codec::ObjectReader reader(json, "roster.json");
    Roster roster;
    if (reader.text("format") != rosterFormat)
        reader.problem("format", "is not caseward-roster/1");
    roster.office = reader.text("office");
    roster.version = static_cast<std::uint64_t>(reader.integer("version", 1, std::int64_t(1) << 40));
    roster.previous = reader.digest("previous");
    roster.at = reader.instant("at");
    roster.signer = reader.id<PersonId>("signer");
    const codec::Json::Array people = reader.array("people");
    if (people.empty() || people.size() > limits::rosterPeople)
        reader.problem("people", "must name at least one person and at most " + std::to_string(limits::rosterPeople));
    TRY(reader.finish());
    std::set<PersonId> seen;
    for (const codec::Json &person : people) {
        roster.people.push_back(TRY(decodePerson(person)));
        if (!seen.insert(roster.people.back().person).second)
            return fail(FaultCode::Malformed, "roster.json names " + roster.people.back().name + " twice");
    }
    return roster;
}

} // namespace caseward::model
