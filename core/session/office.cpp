// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/office.h"

#include "core/base/limits.h"
#include "core/crypto/signature.h"
#include "core/crypto/token.h"
#include "core/session/certificatefile.h"
#include "core/session/credentials.h"
#include "core/session/officekeys.h"
#include "core/store/vault.h"

namespace caseward::session {

namespace {

// Two files that belong together: when the second cannot be written the first must not stay.
Status writePair(const Path &first, BytesView firstBytes, const Path &second, BytesView secondBytes)
{
    TRY(writeFile(first, firstBytes));
    const Status written = writeFile(second, secondBytes);
    if (!written.ok()) {
        std::error_code ignored;
        std::filesystem::remove(first, ignored);
    }
    return written;
}

} // namespace

OfficeFiles officeIn(const Path &folder)
{
    return {folder / "office.pem", folder / "office.p8"};
}

Result<OfficeFiles> createOffice(const Path &folder, const std::string &office, const crypto::Secret &passphrase,
                                 crypto::Validity validity)
{
    TRY(checkNewPassphrase(passphrase));
    const auto authority = TRY(crypto::CertificateAuthority::create(office, validity));
    const OfficeFiles files = officeIn(folder);
    const Bytes key = TRY(authority.key().toEncryptedFile(passphrase));
    TRY(writePair(files.key, key, files.certificate, viewOf(authority.certificate().pem())));
    return files;
}

Result<crypto::CertificateAuthority> openOffice(const OfficeFiles &office, const crypto::Secret &passphrase)
{
    const auto certificate = TRY(readCertificate(office.certificate));
    auto key = TRY(crypto::PrivateKey::fromEncryptedFile(TRY(readFile(office.key, limits::certificateBytes)), passphrase));
    return crypto::CertificateAuthority::fromCredential(TRY(crypto::Credential::make(certificate, std::move(key))));
}

Result<PersonFiles> enrolPerson(const OfficeFiles &office, const crypto::Secret &officePassphrase, const NewPerson &person,
                                const crypto::Secret &passphrase, const Path &folder, const std::string &fileStem,
                                const Environment &environment)
{
    TRY(checkNewPassphrase(passphrase));
    const auto authority = TRY(openOffice(office, officePassphrase));
    const auto key = TRY(crypto::PrivateKey::generate(crypto::KeyAlgorithm::EcP384));
    PersonFiles files{PersonId::make(environment.clock, environment.random), folder / (fileStem + ".pem"), folder / (fileStem + ".p8")};
    const auto issued = TRY(authority.issue({files.id, person.name, person.roles, person.validity}, key));
    const Bytes keyFile = TRY(key.toEncryptedFile(passphrase));
    TRY(writePair(files.key, keyFile, files.certificate, viewOf(issued.pem())));
    return files;
}

Result<CardPersonFiles> enrolCardPerson(const OfficeFiles &office, const crypto::Secret &officePassphrase, const NewCardPerson &person,
                                        const Path &folder, const std::string &fileStem, const Environment &environment)
{
    const auto authority = TRY(openOffice(office, officePassphrase));
    const auto uri = TRY(crypto::TokenUri::parse(person.tokenUri));
    if (!person.pin)
        return fail(FaultCode::Usage, "no PIN was given");
    const auto key = TRY(crypto::openTokenKey({person.module, uri}, *person.pin));
    CardPersonFiles files{PersonId::make(environment.clock, environment.random), folder / (fileStem + ".pem"), uri.text()};
    const auto issued = TRY(authority.issue({files.id, person.person.name, person.person.roles, person.person.validity}, key));
    // Proof of possession: what the card signs must verify under the new certificate.
    crypto::TrustStore trust;
    trust.add(authority.certificate());
    const auto credential = TRY(crypto::Credential::make(issued, key));
    const Bytes proof = TRY(crypto::signDetached(viewOf(files.id.text()), credential, environment.clock.now()));
    TRY(crypto::verifyDetached(proof, viewOf(files.id.text()), trust));
    TRY(writeFile(files.certificate, viewOf(issued.pem())));
    files.certificateOnCard = crypto::storeOnToken(key, issued).ok();
    return files;
}

Result<StationId> createVault(const NewVault &vault, const Environment &environment)
{
    store::NewVaultFiles files;
    files.folder = vault.folder;
    files.name = vault.folder.stem().string();
    for (const Path &path : vault.officeCertificates)
        files.anchors.push_back(TRY(readCertificate(path)));
    for (const PersonFiles &member : vault.members) {
        files.members.push_back(TRY(readCertificate(member.certificate)));
        if (!member.tokenUri.empty())
            TRY(crypto::TokenUri::parse(member.tokenUri));
        files.memberTokens.push_back(member.tokenUri);
        files.memberKeyFiles.push_back(member.key.empty() ? Bytes() : TRY(readFile(member.key, limits::certificateBytes)));
    }
    for (const Path &path : vault.contacts)
        files.contacts.push_back(TRY(readCertificate(path)));
    crypto::TrustStore trust;
    for (const crypto::Certificate &anchor : files.anchors)
        trust.add(anchor);
    for (const crypto::Certificate &member : files.members)
        TRY(trust.check(member, environment.clock.now()));
    return TRY(store::Vault::create(files, environment.clock, environment.random)).station;
}

} // namespace caseward::session
