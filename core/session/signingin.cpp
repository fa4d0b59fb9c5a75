// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/arrival.h"
#include "core/session/banner.h"
#include "core/session/credentials.h"
#include "core/session/identify.h"
#include "core/session/rostersigning.h"
#include "core/session/trust.h"

#include <algorithm>

namespace caseward::session {

namespace {

Result<store::MemberFile> chooseMember(const UnlockRequest &request)
{
    const auto members = TRY(store::Vault::members(request.vault));
    for (const store::MemberFile &member : members)
        if (request.person.isNull() ? members.size() == 1 : member.certificate.personId() == request.person.text())
            return member;
    if (request.person.isNull())
        return fail(FaultCode::Usage, "several people may open this vault; say who you are", {{"people", std::to_string(members.size())}});
    return fail(FaultCode::NotEnrolled, "person " + request.person.text() + " is not enrolled in this vault");
}

// What the person should know at once.
Status noticeAttempts(Session::State &state, const store::Attempts &before)
{
    if (before.count == 0)
        return {};
    state.who.notices.push_back(std::to_string(before.count) + (before.count == 1 ? " attempt" : " attempts") + " to sign in as you failed before this, the last at " +
                                toText(before.last));
    return state.note("session.failed", {{"person", codec::Json(state.who.person.text())}, {"count", codec::Json(before.count)},
                                         {"first", codec::Json(toText(before.first))}, {"last", codec::Json(toText(before.last))}});
}

void noticeCertificate(Session::State &state)
{
    constexpr std::int64_t day = 86'400'000, soon = 30 * day;
    const std::int64_t left = state.who.certificate.notAfter().milliseconds - state.env.clock.now().milliseconds;
    if (left < 0)
        state.who.notices.push_back("your certificate ended on " + dayOf(state.who.certificate.notAfter()) + ": you can read, but not sign or send");
    else if (left < soon)
        state.who.notices.push_back("your certificate ends on " + dayOf(state.who.certificate.notAfter()) + "; ask for a new one");
}

Status noticeBanner(Session::State &state)
{
    const Banner banner = TRY(bannerOf(state.vault->folder()));
    if (TRY(state.vault->settings().text("banner", "")) != (banner.own ? banner.digest.hex() : ""))
        state.who.notices.push_back("the warning banner of this vault was changed outside Caseward; tell the security officer");
    return {};
}

// What a full disk keeps from being written is made up for at another sign-in; noteSignIn() tells the person.
Status whereRoom(Status status)
{
    return status.ok() || status.fault().code != FaultCode::DiskFull ? std::move(status) : Status();
}

// Once the vault is open: who this is to the office, and what the ledger must know.
Status begin(Session::State &state, const UnlockRequest &request, const store::Attempts &before)
{
    const bool writable = !state.vault->isReadOnly();
    if (writable)
        TRY(whereRoom(state.vault->fillAccess(state.env.clock.now())));
    TRY(state.loadRoster());
    auto roles = state.rolesOf(state.who.certificate);
    if (!roles.ok()) {
        static_cast<void>(state.note("session.refused", {{"reason", codec::Json(roles.fault().detail)}}));
        return roles.fault();
    }
    state.who.roles = std::move(roles).value();
    if (writable && rules::mayAct(state.actor(), rules::Act::ManagePeople).ok())
        TRY(whereRoom(state.finishRemovals()));
    if (writable)
        TRY(whereRoom(noticeAttempts(state, before)));
    noticeCertificate(state);
    TRY(noticeBanner(state));
    return noteSignIn(state, {{"name", codec::Json(state.who.name)}, {"banner", codec::Json(request.acknowledged)}});
}

} // namespace

Session::Session(Environment environment) : m_state(std::make_unique<State>(std::move(environment)))
{
}

Session::~Session() = default;

Result<std::vector<VaultPerson>> Session::peopleOf(const Path &vault)
{
    std::vector<VaultPerson> people;
    for (const store::MemberFile &member : TRY(store::Vault::members(vault)))
        people.push_back({TRY(PersonId::parse(member.certificate.personId())), member.certificate.commonName(),
                          roleNames(member.certificate), member.keyFile, member.untrustedTokenUri});
    return people;
}

Result<Identified> identify(const UnlockRequest &request, Instant now)
{
    const store::MemberFile member = TRY(chooseMember(request));
    Identified found;
    found.person = TRY(PersonId::parse(member.certificate.personId()));
    found.before = store::attemptsOf(request.vault, found.person, now);
    TRY(store::beginAttempt(request.vault, found.person, now));
    auto credential = openCredential(request, member);
    if (!credential.ok()) {
        // A key that is not there, or a medium that fails, is nobody's guess.
        if (credential.fault().code != FaultCode::WrongPassphrase)
            store::takeBackAttempt(request.vault, found.person, found.before);
        return credential.fault();
    }
    store::forgetAttempts(request.vault, found.person);
    found.credential = std::move(credential).value();
    return found;
}

Result<SignedIn> Session::unlock(const UnlockRequest &request)
{
    lock();
    State &state = *m_state;
    if (!request.acknowledged.empty() && TRY(bannerOf(request.vault)).digest.hex() != request.acknowledged)
        return fail(FaultCode::NotAllowed, "The warning banner has changed since it was acknowledged: read it again");
    auto packs = TRY(packs::loadPacks(state.env.packsFolder));
    Identified found = TRY(identify(request, state.env.clock.now()));
    const crypto::Certificate certificate = found.credential.certificate();
    auto vault = TRY(store::Vault::open(request.vault, found.credential));
    crypto::TrustStore trust = TRY(vault->trust());
    // An expired certificate still opens the vault (the work is there) but will not sign; a strange office opens nothing.
    const Status trusted = trust.check(certificate, state.env.clock.now());
    if (!trusted.ok() && trusted.fault().code != FaultCode::CertificateExpired)
        return trusted.fault();

    state.packs = std::move(packs);
    state.vault = std::move(vault);
    state.credential = std::move(found.credential);
    state.trust = std::move(trust);
    state.who.person = found.person;
    state.who.name = certificate.commonName();
    state.who.office = certificate.organisation();
    state.who.station = state.vault->facts().name;
    state.who.stationId = state.vault->facts().station;
    state.who.certificate = certificate;
    const Status begun = begin(state, request, found.before);
    if (!begun.ok()) {
        lock();
        return begun.fault();
    }
    for (std::string &words : TrustDesk(*this).notices())
        state.who.notices.push_back(std::move(words));
    return state.who;
}

void Session::lock()
{
    m_state->open.clear();
    m_state->docket.reset();
    if (m_state->vault && !m_state->who.person.isNull() && !m_state->vault->isReadOnly())
        static_cast<void>(m_state->note("session.closed", {}));
    m_state->vault.reset();
    m_state->credential = {};
    m_state->second = {};
    m_state->trust = {};
    m_state->roster.reset();
    m_state->who = {};
}

bool Session::isUnlocked() const
{
    return m_state->vault != nullptr;
}

const SignedIn &Session::signedIn() const
{
    return m_state->who;
}

const std::vector<packs::PackPtr> &Session::packs() const
{
    return m_state->packs;
}

Result<packs::PackPtr> Session::packOf(const CaseId &id)
{
    return TRY(m_state->caseOf(id))->pack;
}

} // namespace caseward::session
