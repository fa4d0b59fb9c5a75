// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/issuing.h"

#include "core/rules/permissions.h"
#include "core/session/people.h"
#include "core/session/rostersigning.h"

namespace caseward::session {

namespace {

constexpr std::int64_t dayLong = 86'400'000;

Status mayIssue(Session::State &state)
{
    TRY(state.needUnlocked());
    TRY(state.vault->needWritable());
    return rules::mayAct(state.actor(), rules::Act::ManagePeople);
}

crypto::Validity validFor(const Session::State &state, int days)
{
    const Instant now = state.env.clock.now();
    return {now, {now.milliseconds + days * dayLong}};
}

void forget(const PersonFiles &files)
{
    std::error_code ignored;
    std::filesystem::remove(files.certificate, ignored);
    std::filesystem::remove(files.key, ignored);
}

} // namespace

Result<PersonFiles> issuePerson(Session &session, const Issue &issue)
{
    Session::State &state = session.state();
    TRY(mayIssue(state));
    NewPerson person{issue.name, {}, validFor(state, issue.days)};
    for (const std::string &role : issue.roles)
        person.roles.insert(TRY(crypto::parseRole(role)));
    if (person.roles.empty())
        return fail(FaultCode::Usage, "a person needs at least one role");
    const auto files = TRY(enrolPerson(issue.office, *issue.officePassphrase, person, *issue.passphrase, issue.folder, issue.stem, state.env));
    const Status enrolled = PeopleDesk(session).enrol({files.certificate, issue.member ? files.key : Path(), {}, issue.member});
    if (!enrolled.ok()) {
        forget(files); // a certificate that no roster names must not lie about
        return enrolled.fault();
    }
    return files;
}

Result<Path> renewOnRoster(Session &session, const Renewal &renewal)
{
    Session::State &state = session.state();
    TRY(mayIssue(state));
    model::Roster roster = TRY(rosterToChange(state));
    const model::RosterPerson *person = roster.find(renewal.person);
    if (!person)
        return fail(FaultCode::NotFound, "nobody on the roster has that id", {{"what", renewal.person.text()}});
    if (person->standing != model::Standing::Active)
        return fail(FaultCode::NotAllowed, person->name + " is not active: restore them first");
    const auto newest = TRY(crypto::Certificate::fromDer(person->certificates.back()));
    const Path file = TRY(renewCertificate(renewal.office, *renewal.officePassphrase, newest, renewal.certificate, validFor(state, renewal.days)));
    const Status enrolled = PeopleDesk(session).enrol({file, {}, {}, false});
    if (!enrolled.ok()) {
        forget({{}, file, {}});
        return enrolled.fault();
    }
    return file;
}

} // namespace caseward::session
