// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rostering.h"

#include <algorithm>

namespace caseward::rules {

namespace {

constexpr const char *officer = "security-officer";

bool has(const std::vector<std::string> &roles, const char *role)
{
    return std::ranges::find(roles, role) != roles.end();
}

// Rosters are signed by security officers; by the recovery key when it gives somebody a new certificate.
bool maySign(const model::Roster &roster, const Credentials &who)
{
    const auto roles = rolesOf(&roster, who);
    return roles.ok() && (has(*roles, officer) || has(*roles, "recovery"));
}

Fault invalid(const std::string &why)
{
    return fail(FaultCode::RosterInvalid, why);
}

} // namespace

Result<std::vector<std::string>> rolesOf(const model::Roster *roster, const Credentials &who)
{
    if (!roster)
        return who.roles;
    const model::RosterPerson *person = roster->find(who.person);
    const auto refuse = [&](const std::string &why) {
        return fail(FaultCode::PersonSuspended, who.name + " " + why, {{"person", who.name}, {"office", roster->office}});
    };
    if (!person)
        return refuse("is not on the roster of " + roster->office);
    const std::string because = person->reason.empty() ? std::string() : ": " + person->reason;
    if (person->standing != model::Standing::Active)
        return refuse(std::string(person->standing == model::Standing::Suspended ? "is suspended" : "was removed") + " since " +
                      dayOf(person->since) + because);
    const bool known = std::ranges::any_of(person->certificates, [&](const Bytes &der) { return std::ranges::equal(der, who.certificate); });
    if (!known)
        return refuse("uses a certificate that is not on the roster of " + roster->office);
    std::vector<std::string> roles = person->roles;
    if (!who.roles.empty())
        std::erase_if(roles, [&](const std::string &role) { return !has(who.roles, role.c_str()); });
    return roles;
}

Status mayFollow(const model::Roster *held, const Digest &heldDigest, const model::Roster &next, const Credentials &signer)
{
    if (next.signer != signer.person)
        return invalid("the roster names another signer than its signature");
    if (held && held->office != next.office)
        return invalid("the roster is of another office");
    if (held && next.version <= held->version)
        return invalid("version " + std::to_string(next.version) + " is not newer than version " + std::to_string(held->version) + ", which is held here");
    if (held && next.version == held->version + 1 && next.previous != heldDigest)
        return invalid("the roster follows another version " + std::to_string(held->version) + " than the one held here");
    if (!held && next.version == 1 && next.previous != Digest())
        return invalid("a first roster follows none");
    // The first roster of all can only be vouched for by the certificate's own role.
    if (held ? !maySign(*held, signer) : !(signer.roles.empty() || has(signer.roles, officer)))
        return invalid(signer.name + " is no security officer of " + next.office);
    if (!maySign(next, signer))
        return invalid("the roster would leave its signer without the role of security officer");
    const bool someOfficer = std::ranges::any_of(next.people, [](const model::RosterPerson &person) {
        return person.standing == model::Standing::Active && has(person.roles, officer);
    });
    if (!someOfficer)
        return invalid("the roster would leave the office without a security officer");
    return {};
}

} // namespace caseward::rules
