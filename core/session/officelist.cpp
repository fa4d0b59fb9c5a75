// SPDX-License-Identifier: GPL-3.0-or-later
// An office renews a certificate and takes one back: office.crl beside office.pem.
#include "core/base/limits.h"
#include "core/session/certificatefile.h"
#include "core/session/office.h"
#include "core/session/officekeys.h"

namespace caseward::session {

namespace {

Path listOf(const OfficeFiles &office)
{
    return Path(office.certificate).replace_extension(".crl");
}

// The list there is, checked; null when there is none.
Result<crypto::RevocationList> lastList(const OfficeFiles &office, const crypto::CertificateAuthority &authority)
{
    std::error_code ignored;
    if (!std::filesystem::exists(listOf(office), ignored))
        return crypto::RevocationList();
    auto list = TRY(crypto::RevocationList::fromBytes(TRY(readFile(listOf(office), limits::revocationListBytes))));
    if (!list.isSignedBy(authority.certificate()))
        return fail(FaultCode::SignatureInvalid, listOf(office).string() + " is not a list of this office", {{"file", listOf(office).string()}});
    return list;
}

} // namespace

Result<Path> renewPerson(const OfficeFiles &office, const crypto::Secret &officePassphrase, const Path &oldCertificate,
                         const Path &newCertificate, crypto::Validity validity)
{
    return renewCertificate(office, officePassphrase, TRY(readCertificate(oldCertificate)), newCertificate, validity);
}

Result<Path> renewCertificate(const OfficeFiles &office, const crypto::Secret &officePassphrase, const crypto::Certificate &old,
                              const Path &newCertificate, crypto::Validity validity)
{
    const auto authority = TRY(openOffice(office, officePassphrase));
    const auto list = TRY(lastList(office, authority));
    if (const auto withdrawn = list.isNull() ? std::nullopt : list.find(old))
        return fail(FaultCode::CertificateRevoked, "the certificate of " + old.commonName() + " was withdrawn on " + toText(withdrawn->since),
                    {{"certificate", old.commonName()}, {"since", toText(withdrawn->since)}});
    const auto renewed = TRY(authority.renew(old, validity));
    TRY(writeFile(newCertificate, viewOf(renewed.pem())));
    return newCertificate;
}

Result<WithdrawnList> revokeCertificates(const OfficeFiles &office, const crypto::Secret &officePassphrase, const Withdrawal &withdrawal)
{
    const auto authority = TRY(openOffice(office, officePassphrase));
    std::vector<crypto::CertificateAuthority::Withdrawal> taken;
    for (const Path &file : withdrawal.certificates)
        taken.push_back({TRY(readCertificate(file)), withdrawal.since, withdrawal.reason});
    const auto list = TRY(authority.withdraw(taken, TRY(lastList(office, authority)), withdrawal.fresh));
    TRY(writeFile(listOf(office), viewOf(list.pem()), Overwrite::Replace)); // every list holds what the last one held
    return WithdrawnList{listOf(office), list.number(), list.entries().size()};
}

} // namespace caseward::session
