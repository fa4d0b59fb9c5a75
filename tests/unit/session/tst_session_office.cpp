// SPDX-License-Identifier: GPL-3.0-or-later
// Founding an office as its security officer does it, with key files of full strength.
#include "tests/support/testcase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestOfficeFounding : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_helper;   // for its folder, clock and environment
    session::OfficeFiles m_office;
    session::PersonFiles m_ada;
    const crypto::Secret m_officeWords = crypto::Secret::fromText("office words of long ago");
    const crypto::Secret m_words = crypto::Secret::fromText("ada's own few words");

    crypto::Validity validity() const { return {m_helper->clock.now(), {m_helper->clock.now().milliseconds + 1000 * day}}; }

private slots:
    void initTestCase()
    {
        m_helper = std::make_unique<TestOffice>();
        const Path folder = m_helper->root() / "authority";
        std::filesystem::create_directory(folder);
        m_office = must(session::createOffice(folder, "Bureau 9", m_officeWords, validity()));
        m_ada = must(session::enrolPerson(m_office, m_officeWords, {"Ada Ünal", {crypto::Role::Adjudicator}, validity()}, m_words, folder,
                                          "ada", m_helper->environment()));
    }

    void whatIsMade()
    {
        const auto office = must(crypto::Certificate::fromPem(contentOf(m_office.certificate)));
        QVERIFY(office.isAuthority());
        QCOMPARE(office.organisation(), std::string("Bureau 9"));
        const auto ada = must(crypto::Certificate::fromPem(contentOf(m_ada.certificate)));
        QCOMPARE(ada.personId(), m_ada.id.text());
        QCOMPARE(ada.commonName(), std::string("Ada Ünal"));
        crypto::TrustStore trust;
        trust.add(office);
        VERIFY_OK(trust.check(ada, m_helper->clock.now()));
        for (const Path &key : {m_office.key, m_ada.key}) {
            QVERIFY(textView(contentOf(key)).starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
            QCOMPARE(std::filesystem::status(key).permissions(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        }
    }

    void nothingIsWrittenOver()
    {
        const auto before = treeOf(m_office.key.parent_path());
        COMPARE_FAULT(session::createOffice(m_office.key.parent_path(), "Bureau 9", m_officeWords, validity()), FaultCode::AlreadyExists);
        COMPARE_FAULT(session::enrolPerson(m_office, m_officeWords, {"Ada", {crypto::Role::Adjudicator}, validity()}, m_words,
                                           m_office.key.parent_path(), "ada", m_helper->environment()), FaultCode::AlreadyExists);
        QVERIFY(treeOf(m_office.key.parent_path()) == before);
    }

    void halfAPairIsTakenAway()
    {
        const Path folder = m_helper->fresh("half");
        std::filesystem::create_directory(folder);
        putContent(folder / "bo.pem", viewOf("in the way"));
        COMPARE_FAULT(session::enrolPerson(m_office, m_officeWords, {"Bo", {crypto::Role::Adjudicator}, validity()}, m_words, folder, "bo",
                                           m_helper->environment()), FaultCode::AlreadyExists);
        QVERIFY(!std::filesystem::exists(folder / "bo.p8"));
        QCOMPARE(toText(contentOf(folder / "bo.pem")), std::string("in the way"));
    }

    void officeKeyIsNeeded()
    {
        const Path folder = m_helper->fresh("none");
        std::filesystem::create_directory(folder);
        const session::NewPerson person{"Bo", {crypto::Role::Adjudicator}, validity()};
        const auto enrol = [&](const session::OfficeFiles &office, const crypto::Secret &words) {
            return session::enrolPerson(office, words, person, m_words, folder, "bo", m_helper->environment());
        };
        COMPARE_FAULT(enrol(m_office, m_words), FaultCode::WrongPassphrase);
        COMPARE_FAULT(enrol({m_office.certificate, m_ada.key}, m_words), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(enrol({m_ada.certificate, m_ada.key}, m_words), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(enrol({folder / "nowhere.pem", m_office.key}, m_officeWords), FaultCode::NotFound);
        COMPARE_FAULT(enrol({m_office.key, m_office.key}, m_officeWords), FaultCode::Malformed);
        QVERIFY(std::filesystem::is_empty(folder));
    }

    void vaultOfAFullStrengthKey()
    {
        session::NewVault vault;
        vault.folder = m_helper->fresh("desk.caseward");
        vault.officeCertificates = {m_office.certificate};
        vault.members = {m_ada};
        must(session::createVault(vault, m_helper->environment()));
        COMPARE_FAULT(session::createVault(vault, m_helper->environment()), FaultCode::AlreadyExists);
        Session session(m_helper->environment());
        session::UnlockRequest request{vault.folder, m_ada.id, {}, &m_officeWords};
        COMPARE_FAULT(session.unlock(request), FaultCode::WrongPassphrase);
        request.passphrase = &m_words;
        QCOMPARE(must(session.unlock(request)).name, std::string("Ada Ünal"));
    }

    void vaultsThatCannotBe()
    {
        session::NewVault vault;
        vault.folder = m_helper->fresh("desk.caseward");
        vault.officeCertificates = {m_office.certificate};
        COMPARE_FAULT(session::createVault(vault, m_helper->environment()), FaultCode::Usage);
        vault.members = {m_ada};
        vault.contacts = {m_ada.key};
        COMPARE_FAULT(session::createVault(vault, m_helper->environment()), FaultCode::Malformed);
        vault.contacts = {};
        vault.officeCertificates = {m_helper->officePem()};
        COMPARE_FAULT(session::createVault(vault, m_helper->environment()), FaultCode::CertificateUntrusted);
        QVERIFY(!std::filesystem::exists(vault.folder));
    }
};

QTEST_GUILESS_MAIN(TestOfficeFounding)
#include "tst_session_office.moc"
