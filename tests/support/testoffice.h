// SPDX-License-Identifier: GPL-3.0-or-later
// An office for tests: a certificate authority, people, and empty vaults made once and copied for each test. Key files
// are under scrypt with N=1024, since N=2^17 takes most of a second each. The clock stands at noon of one day.
#pragma once

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/base/random.h"
#include "core/crypto/credential.h"
#include "core/session/office.h"
#include "core/session/session.h"
#include "tests/support/outcomes.h"

#include <QTemporaryDir>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

namespace caseward::tests {

inline constexpr char passphrase[] = "correct horse battery staple";
inline constexpr std::int64_t day = 86'400'000;

// PKCS#8 under PBES2 like those of core/crypto, but quick to open.
inline Bytes quickKeyFile(const crypto::PrivateKey &key)
{
    PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(static_cast<EVP_PKEY *>(key.evpPkey()));
    X509_ALGOR *scheme = PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nullptr, 0, nullptr, 1024, 8, 1);
    X509_SIG *sealed = PKCS8_set0_pbe(passphrase, static_cast<int>(sizeof passphrase) - 1, info, scheme);
    BIO *memory = BIO_new(BIO_s_mem());
    if (!sealed || PEM_write_bio_PKCS8(memory, sealed) != 1)
        qFatal("a quick key file cannot be made");
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory, &text);
    Bytes file = toBytes(std::string_view(text, static_cast<std::size_t>(size)));
    BIO_free(memory);
    X509_SIG_free(sealed);
    PKCS8_PRIV_KEY_INFO_free(info);
    return file;
}

struct Member {
    session::PersonFiles files;
    crypto::Credential credential;
    [[nodiscard]] const crypto::Certificate &certificate() const { return credential.certificate(); }
    [[nodiscard]] Digest fingerprint() const { return certificate().fingerprint(); }
};

class TestOffice {
public:
    // `today`: where its clock stands and what its certificates are valid around; the real day for tests of real programs.
    explicit TestOffice(const std::string &office = "Bureau 7", Instant today = noon())
        : clock(today), m_today(today),
          m_authority(must(crypto::CertificateAuthority::create(office, {{today.milliseconds - 3000 * day}, {today.milliseconds + 7000 * day}})))
    {
        trust.add(m_authority.certificate());
        must(writeFile(officePem(), viewOf(m_authority.certificate().pem())));
    }

    static Instant noon() { return must(parseInstant("2026-11-22T12:00:00.000Z")); }
    [[nodiscard]] Path root() const { return Path(m_folder.path().toStdString()); }
    [[nodiscard]] Path officePem() const { return root() / "office.pem"; }
    [[nodiscard]] const crypto::Certificate &officeCertificate() const { return m_authority.certificate(); }

    Member enrol(const std::string &name, const std::set<crypto::Role> &roles)
    {
        return enrol(name, roles, {{m_today.milliseconds - 30 * day}, {m_today.milliseconds + 365 * day}});
    }
    Member enrol(const std::string &name, const std::set<crypto::Role> &roles, crypto::Validity validity)
    {
        const PersonId id = PersonId::make(clock, random);
        return enrolAs(id, id.text(), name, roles, validity);
    }
    // A further certificate, with a new key, of somebody who has one.
    Member another(const Member &member)
    {
        return enrolAs(member.files.id, member.files.id.text() + "-" + std::to_string(++m_copies), member.certificate().commonName(), member.certificate().roles(),
                       {{m_today.milliseconds - day}, {m_today.milliseconds + 400 * day}});
    }
    Member enrolAs(const PersonId &id, const std::string &stem, const std::string &name, const std::set<crypto::Role> &roles, crypto::Validity validity)
    {
        auto key = must(crypto::PrivateKey::generate(crypto::KeyAlgorithm::EcP384));
        const auto certificate = must(m_authority.issue({id, name, roles, validity}, key));
        const session::PersonFiles files{id, root() / (stem + ".pem"), root() / (stem + ".p8")};
        must(writeFile(files.certificate, viewOf(certificate.pem())));
        must(writeFile(files.key, quickKeyFile(key)));
        return {files, must(crypto::Credential::make(certificate, std::move(key)))};
    }

    // A vault of the office; `contacts` are people elsewhere, of this office or another one whose certificate is in `offices`.
    Path makeVault(const std::string &name, const std::vector<Member> &members, const std::vector<Member> &contacts,
                   const std::vector<Path> &otherOffices = {})
    {
        session::NewVault vault;
        vault.folder = root() / (name + ".caseward");
        vault.officeCertificates = otherOffices;
        vault.officeCertificates.insert(vault.officeCertificates.begin(), officePem());
        for (const Member &member : members)
            vault.members.push_back(member.files);
        for (const Member &contact : contacts)
            vault.contacts.push_back(contact.files.certificate);
        must(session::createVault(vault, environment()));
        return vault.folder;
    }

    // A copy of a closed vault for one test.
    Path copyOf(const Path &vault)
    {
        const Path folder = root() / ("copy-" + std::to_string(++m_copies));
        std::filesystem::create_directory(folder);
        std::filesystem::copy(vault, folder / vault.filename(), std::filesystem::copy_options::recursive);
        return folder / vault.filename();
    }
    // A path nobody has used yet.
    Path fresh(const std::string &name) { return root() / (std::to_string(++m_copies) + "-" + name); }

    [[nodiscard]] session::Environment environment() const
    {
        reading::ReaderSetup reader;
        reader.program = Path(CASEWARD_BINARY_DIR) / "caseward-reader";
        return {clock, m_random, reader, m_packs};
    }
    // For tests that sign in some thousand times: reading every pack there is takes half of each.
    void holdOnlyPack(const std::string &file)
    {
        const Path alone = root() / "packs";
        std::filesystem::create_directory(alone);
        std::filesystem::copy_file(m_packs / file, alone / file);
        m_packs = alone;
    }

    FixedClock clock;
    crypto::TrustStore trust;
    SystemRandom random;

private:
    Instant m_today;
    QTemporaryDir m_folder;
    crypto::CertificateAuthority m_authority;
    mutable SystemRandom m_random;
    Path m_packs = Path(CASEWARD_SOURCE_DIR) / "resources" / "packs";
    int m_copies = 0;
};

inline Result<session::SignedIn> unlock(session::Session &session, const Path &vault, const Member &member,
                                        const std::string &words = passphrase)
{
    const crypto::Secret secret = crypto::Secret::fromText(words);
    session::UnlockRequest request;
    request.vault = vault;
    request.person = member.files.id;
    request.passphrase = &secret;
    return session.unlock(request);
}

inline std::unique_ptr<session::Session> signIn(const TestOffice &office, const Path &vault, const Member &member)
{
    auto session = std::make_unique<session::Session>(office.environment());
    must(unlock(*session, vault, member));
    return session;
}

// Stops after a number of steps, like a person who presses Cancel.
class StopAfter final : public Progress {
public:
    explicit StopAfter(int steps) : m_left(steps) {}
    bool advance(std::uint64_t, std::uint64_t) override { return m_left-- > 0; }
    [[nodiscard]] bool stopped() const { return m_left < 0; }

private:
    int m_left;
};

inline Bytes contentOf(const Path &path)
{
    return must(readFile(path, 1ull << 30));
}

inline void putContent(const Path &path, BytesView bytes)
{
    must(writeFile(path, bytes, Overwrite::Replace));
}

// Every file below a folder with its bytes, without the shared-memory index that says nothing about content.
inline std::map<std::string, Bytes> treeOf(const Path &folder)
{
    std::map<std::string, Bytes> tree;
    for (const auto &item : std::filesystem::recursive_directory_iterator(folder))
        if (item.is_regular_file() && !item.path().string().ends_with("-shm"))
            tree.emplace(item.path().lexically_relative(folder).string(), contentOf(item.path()));
    return tree;
}

} // namespace caseward::tests
