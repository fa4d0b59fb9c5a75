// SPDX-License-Identifier: GPL-3.0-or-later
// What an office withdraws reaches a station as a file: the person no longer signs in, what they signed before stands, and
// nothing a stranger wrote is kept.
#include "core/session/outside.h"
#include "core/session/trust.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using session::NewAnchors;
using session::Session;

class TestSessionTrust : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    session::OfficeFiles m_files, m_strange;
    session::PersonFiles m_ada, m_pat;
    Path m_vault;

    const crypto::Secret m_words = crypto::Secret::fromText(passphrase);

    // The same key under scrypt with N=1024: the real one takes most of a second at each of the many uses here.
    void quicken(const Path &keyFile)
    {
        putContent(keyFile, quickKeyFile(must(crypto::PrivateKey::fromEncryptedFile(contentOf(keyFile), m_words))));
    }
    session::OfficeFiles makeOffice(const std::string &name)
    {
        const Path folder = m_office->fresh("office");
        must(makeDirectory(folder));
        const Instant now = m_office->clock.now();
        const auto files = must(session::createOffice(folder, name, m_words, {{now.milliseconds - 90 * day}, {now.milliseconds + 900 * day}}));
        quicken(files.key);
        return files;
    }
    session::PersonFiles enrol(const std::string &name, crypto::Role role)
    {
        const Instant now = m_office->clock.now();
        const auto files = must(session::enrolPerson(m_files, m_words, {name, {role}, {{now.milliseconds - 9 * day}, {now.milliseconds + 300 * day}}},
                                                     m_words, m_office->root(), name, m_office->environment()));
        quicken(files.key);
        return files;
    }
    std::unique_ptr<Session> in(const Path &vault, const session::PersonFiles &person)
    {
        auto session = std::make_unique<Session>(m_office->environment());
        must(session->unlock({vault, person.id, {}, &m_words}));
        return session;
    }
    Path revoke(const session::OfficeFiles &office, const std::vector<Path> &certificates, Instant since, std::int64_t freshDays = 30)
    {
        const Instant now = m_office->clock.now();
        return must(session::revokeCertificates(office, m_words, {certificates, crypto::RevocationReason::KeyCompromise, since, {now, {now.milliseconds + freshDays * day}}})).file;
    }
    Instant ago(std::int64_t milliseconds) const { return {m_office->clock.now().milliseconds - milliseconds}; }
    void forgetLists() const
    {
        std::error_code ignored;
        std::filesystem::remove(Path(m_files.certificate).replace_extension(".crl"), ignored);
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_files = makeOffice("Bureau 9");
        m_strange = makeOffice("Bureau of Strangers");
        m_ada = enrol("ada", crypto::Role::Adjudicator);
        m_pat = enrol("pat", crypto::Role::SecurityOfficer);
        session::NewVault vault{m_office->root() / "desk.caseward", {m_files.certificate}, {m_ada, m_pat}, {}};
        must(session::createVault(vault, m_office->environment()));
        m_vault = vault.folder;
    }
    void cleanup() { forgetLists(); }

    void aWithdrawnPersonIsOutAndTheirPastStands()
    {
        const Path vault = m_office->copyOf(m_vault);
        const Path decision = m_office->fresh("decision.json"), signature = m_office->fresh("decision.p7s");
        {
            const auto session = in(vault, m_ada);
            const CaseId id = intake(*session, "Trust 1");
            review(*session, id);
            must(session->sign(id, denyWord));
            const auto files = must(session->decisionFiles(id));
            putContent(decision, viewOf(files.decision));
            putContent(signature, files.signature);
        }
        m_office->clock.advance(day);
        const Path list = revoke(m_files, {m_ada.certificate}, ago(day / 2));
        {
            const auto session = in(vault, m_pat);
            session::TrustDesk desk(*session);
            const auto done = must(desk.import({list}, NewAnchors::Refuse));
            QCOMPARE(done.lists.size(), std::size_t(1));
            QCOMPARE(must(session->stationLedger()).back().kind, std::string("trust.imported"));
            COMPARE_FAULT(desk.import({list}, NewAnchors::Refuse), FaultCode::AlreadyExists);
        }
        Session session(m_office->environment());
        COMPARE_FAULT(session.unlock({vault, m_ada.id, {}, &m_words}), FaultCode::CertificateRevoked);
        QVERIFY(!session.isUnlocked());
        // From outside: signed before the withdrawal, so it stands; withdrawn from before then, it does not.
        const auto checked = [&](const Path &crl) { return session::checkDecision(decision, signature, {}, must(session::trustOffices({m_files.certificate}, {crl}))); };
        VERIFY_OK(checked(list));
        forgetLists();
        COMPARE_FAULT(checked(revoke(m_files, {m_ada.certificate}, ago(2 * day))), FaultCode::CertificateRevoked);
        COMPARE_FAULT(session::trustOffices({m_files.certificate}, {revoke(m_strange, {}, {})}), FaultCode::CertificateUntrusted);
    }

    void withdrawnWhileSignedIn()
    {
        const Path vault = m_office->copyOf(m_vault);
        const auto session = in(vault, m_ada);
        const CaseId id = intake(*session, "Trust 2");
        review(*session, id);
        must(session::TrustDesk(*session).import({revoke(m_files, {m_ada.certificate}, ago(1000))}, NewAnchors::Refuse)); // anybody may bring a list
        const auto entries = must(session->history(id)).size();
        COMPARE_FAULT(session->sign(id, denyWord), FaultCode::CertificateRevoked);
        QCOMPARE(must(session->history(id)).size(), entries);
    }

    void whatIsNotKept()
    {
        const Path vault = m_office->copyOf(m_vault);
        const auto session = in(vault, m_ada);
        session::TrustDesk desk(*session);
        const auto rows = must(desk.list()).size();
        const auto entries = must(session->stationLedger()).size();
        const auto put = [this](const std::string &name, BytesView bytes) {
            const Path file = m_office->fresh(name);
            putContent(file, bytes);
            return file;
        };
        const Path good = revoke(m_files, {m_ada.certificate}, ago(0));
        Bytes changed = must(crypto::RevocationList::fromBytes(contentOf(good))).der();
        changed[changed.size() - 20] ^= 1;
        COMPARE_FAULT(desk.import({put("changed.crl", changed)}, NewAnchors::Refuse), FaultCode::SignatureInvalid);
        COMPARE_FAULT(desk.import({revoke(m_strange, {}, {})}, NewAnchors::Refuse), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(desk.import({m_strange.certificate}, NewAnchors::Refuse), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(desk.import({m_strange.certificate}, NewAnchors::Accept), FaultCode::NotAllowed); // not the security officer
        COMPARE_FAULT(desk.import({m_ada.certificate}, NewAnchors::Refuse), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(desk.import({m_office->fresh("none.crl")}, NewAnchors::Refuse), FaultCode::NotFound);
        for (const std::string &nonsense : {std::string(), std::string("x"), std::string("-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n")})
            COMPARE_FAULT(desk.import({put("nonsense", viewOf(nonsense))}, NewAnchors::Refuse), FaultCode::Malformed);
        COMPARE_FAULT(desk.import({put("huge", viewOf(std::string(1 << 20, '\0')))}, NewAnchors::Refuse), FaultCode::TooLarge);
        // All or nothing: one stranger's file keeps the good one out too.
        COMPARE_FAULT(desk.import({good, m_strange.certificate}, NewAnchors::Refuse), FaultCode::CertificateUntrusted);
        QCOMPARE(must(desk.list()).size(), rows);
        QCOMPARE(must(session->stationLedger()).size(), entries);
        session->lock();
        COMPARE_FAULT(desk.import({good}, NewAnchors::Refuse), FaultCode::NotSignedIn);
        COMPARE_FAULT(desk.list(), FaultCode::NotSignedIn);
    }

    void manyInOneFile()
    {
        const auto put = [this](const std::string &name, const std::string &text) {
            const Path file = m_office->fresh(name);
            putContent(file, viewOf(text));
            return file;
        };
        const std::string ours = toText(contentOf(revoke(m_files, {m_ada.certificate}, ago(0))));
        const std::string strange = toText(contentOf(revoke(m_strange, {}, {})));
        const std::string office = toText(contentOf(m_strange.certificate));
        const Path vault = m_office->copyOf(m_vault);
        const auto session = in(vault, m_pat);
        session::TrustDesk desk(*session);
        const auto rows = must(desk.list()).size();
        // The second of two is a stranger's, is changed, is cut short, has lost a line: nothing is kept, of the first neither.
        std::string spoiled = strange, headless = strange;
        spoiled[spoiled.size() / 2] = spoiled[spoiled.size() / 2] == 'A' ? 'B' : 'A';
        headless.erase(0, 6);
        COMPARE_FAULT(desk.import({put("two.pem", ours + strange)}, NewAnchors::Accept), FaultCode::CertificateUntrusted);
        QVERIFY(!desk.import({put("two.pem", office + ours + spoiled)}, NewAnchors::Accept).ok());
        for (const std::string &bad : {ours + headless, headless + ours, ours + strange.substr(0, strange.size() - 30), ours + strange.substr(0, strange.size() / 2) + office})
            COMPARE_FAULT(desk.import({put("two.pem", office + bad)}, NewAnchors::Accept), FaultCode::Malformed);
        COMPARE_FAULT(desk.import({put("two.pem", ours + office.substr(6))}, NewAnchors::Accept), FaultCode::Malformed);
        const auto refused = desk.import({put("named.pem", ours + headless)}, NewAnchors::Accept);
        QVERIFY(!refused.ok() && refused.fault().detail.find("named.pem") != std::string::npos);
        QCOMPARE(must(desk.list()).size(), rows);
        // Both lists and the certificate that the second one needs, in one file, in any order, with words between them.
        const Path all = put("all.pem", "lists of today\n" + strange + "and\n" + ours + office);
        const auto done = must(desk.import({all}, NewAnchors::Accept));
        QCOMPARE(done.lists.size(), std::size_t(2));
        QCOMPARE(done.offices.size(), std::size_t(1));
        session->lock();
        COMPARE_FAULT(session->unlock({vault, m_ada.id, {}, &m_words}), FaultCode::CertificateRevoked);
        // From outside as well: every list of the file counts.
        const auto trust = must(session::trustOffices({m_files.certificate, m_strange.certificate}, {put("lists.pem", strange + ours)}));
        QCOMPARE(trust.lists().size(), std::size_t(2));
        COMPARE_FAULT(session::trustOffices({m_files.certificate}, {put("lists.pem", ours + headless)}), FaultCode::Malformed);
    }

    void derFiles()
    {
        const auto session = in(m_office->copyOf(m_vault), m_pat);
        const Path list = m_office->fresh("list.der"), office = m_office->fresh("office.der");
        putContent(list, must(crypto::RevocationList::fromBytes(contentOf(revoke(m_strange, {}, {})))).der());
        putContent(office, must(crypto::Certificate::fromPem(contentOf(m_strange.certificate))).der());
        const auto done = must(session::TrustDesk(*session).import({list, office}, NewAnchors::Accept));
        QCOMPARE(done.lists.size(), std::size_t(1));
        QCOMPARE(done.offices.size(), std::size_t(1));
    }

    void aNewOfficeStaysBelieved()
    {
        const Path vault = m_office->copyOf(m_vault);
        must(session::TrustDesk(*in(vault, m_pat)).import({m_strange.certificate, revoke(m_strange, {}, {})}, NewAnchors::Accept));
        const auto session = in(vault, m_pat);
        const auto rows = must(session::TrustDesk(*session).list());
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[1].name, std::string("Bureau of Strangers certificate authority"));
        QVERIFY(rows[2].kind == session::TrustRow::Kind::List && !rows[2].ended);
    }

    void aStaleListIsSaidToBeStale()
    {
        const Path vault = m_office->copyOf(m_vault);
        const auto session = in(vault, m_pat);
        session::TrustDesk desk(*session);
        must(desk.import({revoke(m_files, {}, {}, 2)}, NewAnchors::Refuse));
        QVERIFY(desk.notices().empty());
        m_office->clock.advance(3 * day);
        QCOMPARE(desk.notices().size(), std::size_t(1));
        QVERIFY(must(desk.list()).back().ended);
        must(desk.import({revoke(m_files, {}, {}, 30)}, NewAnchors::Refuse));
        QVERIFY(desk.notices().empty()); // a newer one is here
    }

    void renewing()
    {
        const Instant now = m_office->clock.now();
        const crypto::Validity longer{now, {now.milliseconds + 500 * day}};
        const Path fresh = m_office->fresh("ada.pem");
        must(session::renewPerson(m_files, m_words, m_ada.certificate, fresh, longer));
        const auto certificate = must(crypto::Certificate::fromPem(contentOf(fresh)));
        QCOMPARE(certificate.personId(), m_ada.id.text());
        COMPARE_FAULT(session::renewPerson(m_files, m_words, m_ada.certificate, fresh, longer), FaultCode::AlreadyExists);
        COMPARE_FAULT(session::renewPerson(m_strange, m_words, m_ada.certificate, m_office->fresh("x.pem"), longer), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(session::renewPerson(m_files, crypto::Secret::fromText("wrong"), m_ada.certificate, m_office->fresh("x.pem"), longer), FaultCode::WrongPassphrase);
        revoke(m_files, {m_ada.certificate}, now);
        COMPARE_FAULT(session::renewPerson(m_files, m_words, m_ada.certificate, m_office->fresh("x.pem"), longer), FaultCode::CertificateRevoked);
    }
};

QTEST_GUILESS_MAIN(TestSessionTrust)
#include "tst_session_trust.moc"
