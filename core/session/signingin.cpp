// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/credentials.h"
#include "core/session/state.h"

#include <algorithm>

namespace caseward::session {

namespace {

std::vector<std::string> roleNames(const crypto::Certificate &certificate)
{
    std::vector<std::string> names;
    for (const crypto::Role role : certificate.roles())
        names.emplace_back(crypto::roleName(role));
    return names;
}

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

Result<SignedIn> Session::unlock(const UnlockRequest &request)
{
    lock();
    auto packs = TRY(packs::loadPacks(m_state->env.packsFolder));
    const store::MemberFile member = TRY(chooseMember(request));
    crypto::Credential credential = TRY(openCredential(request, member));
    auto vault = TRY(store::Vault::open(request.vault, credential));
    crypto::TrustStore trust = TRY(vault->trust());
    // An expired certificate still opens the vault (the work is there) but will not sign; a strange office opens nothing.
    const Status trusted = trust.check(member.certificate, m_state->env.clock.now());
    if (!trusted.ok() && trusted.fault().code != FaultCode::CertificateExpired)
        return trusted.fault();

    SignedIn who;
    who.person = TRY(PersonId::parse(member.certificate.personId()));
    who.name = member.certificate.commonName();
    who.roles = roleNames(member.certificate);
    who.office = member.certificate.organisation();
    who.station = vault->facts().name;
    who.stationId = vault->facts().station;
    who.certificate = member.certificate;
    m_state->packs = std::move(packs);
    m_state->vault = std::move(vault);
    m_state->credential = std::move(credential);
    m_state->trust = std::move(trust);
    m_state->who = who;
    const Status noted = m_state->note("session.opened", {{"name", codec::Json(who.name)}});
    if (!noted.ok()) {
        lock();
        return noted.fault();
    }
    return who;
}

void Session::lock()
{
    m_state->open.clear();
    if (m_state->vault)
        static_cast<void>(m_state->note("session.closed", {}));
    m_state->vault.reset();
    m_state->credential = {};
    m_state->trust = {};
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
