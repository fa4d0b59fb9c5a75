// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in: who gets through, what everybody else is told, and that locking closes everything.
#include "core/session/banner.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestSignIn : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam, m_stranger;
    Path m_vault, m_shared;
    NoProgress m_progress;

    Result<session::SignedIn> tryUnlock(const Path &vault, const Member &member, const std::string &words = passphrase)
    {
        Session session(m_office->environment());
        const auto outcome = unlock(session, vault, member, words);
        if (session.isUnlocked() != outcome.ok())
            qFatal("a failed unlock left the session open");
        return outcome;
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_stranger = m_office->enrol("Nils Nobody", {crypto::Role::Adjudicator});
        m_vault = m_office->makeVault("desk", {m_ada}, {m_sam});
        m_shared = m_office->makeVault("shared", {m_ada, m_sam}, {});
    }

    void peopleAreKnownWithoutAKey()
    {
        const auto people = must(Session::peopleOf(m_shared));
        QCOMPARE(people.size(), std::size_t(2));
        QCOMPARE(people[0].name, std::string("Ada Adjudicator"));
        QCOMPARE(people[0].id, m_ada.files.id);
        QCOMPARE(people[1].roles, std::vector<std::string>{"supervisor"});
    }

    void signsIn()
    {
        const Path vault = m_office->copyOf(m_vault);
        {
            Session session(m_office->environment());
            const auto who = must(unlock(session, vault, m_ada));
            QCOMPARE(who.name, std::string("Ada Adjudicator"));
            QCOMPARE(who.office, std::string("Bureau 7"));
            QCOMPARE(who.station, std::string("desk"));
            QCOMPARE(who.roles, std::vector<std::string>{"adjudicator"});
            QCOMPARE(session.signedIn().person, m_ada.files.id);
            QCOMPARE(must(session.docket()).size(), std::size_t(0));
            QVERIFY(!session.packs().empty());
            QCOMPARE(must(session.stationLedger()).back().kind, std::string("session.opened"));
            session.lock();
        }
        Session again(m_office->environment());
        must(unlock(again, vault, m_ada));
        const auto ledger = must(again.stationLedger());
        QCOMPARE(ledger.size(), std::size_t(4)); // founded, opened, closed, opened
        QCOMPARE(ledger[2].kind, std::string("session.closed"));
    }

    void theOnlyPersonNeedNotSayWho()
    {
        const crypto::Secret words = crypto::Secret::fromText(passphrase);
        Session session(m_office->environment());
        session::UnlockRequest request;
        request.vault = m_office->copyOf(m_vault);
        request.passphrase = &words;
        VERIFY_OK(session.unlock(request));
        request.vault = m_office->copyOf(m_shared);
        COMPARE_FAULT(session.unlock(request), FaultCode::Usage);
        QVERIFY(!session.isUnlocked());
        request.person = m_sam.files.id;
        VERIFY_OK(session.unlock(request));
        request.passphrase = nullptr;
        COMPARE_FAULT(session.unlock(request), FaultCode::Usage);
    }

    void wrongPassphrase()
    {
        const Path vault = m_office->copyOf(m_vault);
        const auto before = treeOf(vault);
        for (const char *words : {"wrong", "correct horse battery stapl", "correct horse battery staple "})
            COMPARE_FAULT(tryUnlock(vault, m_ada, words), FaultCode::WrongPassphrase);
        auto after = treeOf(vault);
        QCOMPARE(after.erase("attempts.json"), std::size_t(1)); // counted, and nothing else
        QVERIFY(after == before);
    }

    void failuresAreHeldBack()
    {
        const Path vault = m_office->copyOf(m_shared);
        m_office->clock.set(TestOffice::noon());
        for (int failure = 0; failure < 3; ++failure)
            COMPARE_FAULT(tryUnlock(vault, m_ada, "wrong"), FaultCode::WrongPassphrase);
        // Held back now, by a program started anew as well, even with the right words; nobody else is.
        const auto held = tryUnlock(vault, m_ada);
        COMPARE_FAULT(held, FaultCode::TooManyAttempts);
        QCOMPARE(held.fault().arguments.front().second, std::string("5"));
        VERIFY_OK(tryUnlock(vault, m_sam));
        m_office->clock.advance(4'999);
        COMPARE_FAULT(tryUnlock(vault, m_ada), FaultCode::TooManyAttempts);
        m_office->clock.advance(1);
        COMPARE_FAULT(tryUnlock(vault, m_ada, "wrong"), FaultCode::WrongPassphrase);
        m_office->clock.advance(9'999);
        COMPARE_FAULT(tryUnlock(vault, m_ada), FaultCode::TooManyAttempts);
        // Setting the clock back does not shorten the wait, it begins it again.
        m_office->clock.advance(-3'600'000);
        COMPARE_FAULT(tryUnlock(vault, m_ada), FaultCode::TooManyAttempts);
        m_office->clock.advance(10'000);
        const auto who = tryUnlock(vault, m_ada);
        VERIFY_OK(who);
        QVERIFY(QString::fromStdString(who->notices.front()).startsWith("4 attempts"));
        Session session(m_office->environment());
        VERIFY_OK(unlock(session, vault, m_ada));
        QVERIFY(std::ranges::none_of(session.signedIn().notices, [](const std::string &notice) { return notice.find("attempts") != std::string::npos; })); // said once
        const auto ledger = must(session.stationLedger());
        QCOMPARE(std::ranges::count(ledger, std::string("session.failed"), &model::Entry::kind), 1);
        m_office->clock.set(TestOffice::noon());
    }

    void aSpoiledCountSavesNoTime()
    {
        const Path vault = m_office->copyOf(m_vault);
        putContent(vault / "attempts.json", viewOf("{}"));
        COMPARE_FAULT(tryUnlock(vault, m_ada), FaultCode::TooManyAttempts);
    }

    void whatIsNoGuessIsNotCounted()
    {
        const Path vault = m_office->copyOf(m_vault);
        std::filesystem::remove(vault / "people" / (m_ada.files.id.text() + ".p8"));
        for (int tries = 0; tries < 5; ++tries)
            COMPARE_FAULT(tryUnlock(vault, m_ada), FaultCode::NotFound);
    }

    void theBannerIsAcknowledged()
    {
        const Member otto = m_office->enrol("Otto Officer", {crypto::Role::SecurityOfficer});
        const Path vault = m_office->makeVault("banner", {m_ada, otto}, {});
        const auto builtIn = must(session::bannerOf(vault));
        QVERIFY(!builtIn.own && !builtIn.text.empty());
        const crypto::Secret words = crypto::Secret::fromText(passphrase);
        session::UnlockRequest request;
        request.vault = vault;
        request.person = otto.files.id;
        request.passphrase = &words;
        request.acknowledged = builtIn.digest.hex();
        {
            Session session(m_office->environment());
            VERIFY_OK(session.unlock(request));
            QCOMPARE(must(session.stationLedger()).back().body.find("banner")->string(), request.acknowledged);
            VERIFY_OK(session::setBanner(session, "Only for the cleared.\n"));
        }
        // What was acknowledged is no longer what stands there.
        Session session(m_office->environment());
        COMPARE_FAULT(session.unlock(request), FaultCode::NotAllowed);
        const auto own = must(session::bannerOf(vault));
        QCOMPARE(own.text, std::string("Only for the cleared.\n"));
        request.acknowledged = own.digest.hex();
        VERIFY_OK(session.unlock(request));
        QVERIFY(session.signedIn().notices.empty());
        session.lock();
        putContent(vault / "banner.txt", viewOf("Welcome, everybody!"));
        request.acknowledged.clear();
        QCOMPARE(must(session.unlock(request)).notices.size(), std::size_t(1)); // somebody changed it outside
        session.lock();
        VERIFY_OK(unlock(session, vault, m_ada));
        COMPARE_FAULT(session::setBanner(session, "mine"), FaultCode::NotAllowed);
        session.lock();
        putContent(vault / "banner.txt", viewOf("\xff\xfe"));
        COMPARE_FAULT(session::bannerOf(vault), FaultCode::Malformed);
    }

    void whoIsNotEnrolled() { COMPARE_FAULT(tryUnlock(m_office->copyOf(m_vault), m_stranger), FaultCode::NotEnrolled); }

    void enrolledInNameOnly()
    {
        // Somebody puts their own certificate and key into people/: the key envelope does not know them.
        const Path vault = m_office->copyOf(m_vault);
        for (const Path &file : {m_stranger.files.certificate, m_stranger.files.key})
            std::filesystem::copy(file, vault / "people" / file.filename());
        COMPARE_FAULT(tryUnlock(vault, m_stranger), FaultCode::NotEnrolled);
    }

    void keyFileElsewhere()
    {
        const Path vault = m_office->copyOf(m_vault);
        const Path stick = m_office->fresh("stick.p8");
        std::filesystem::rename(vault / "people" / m_ada.files.key.filename(), stick);
        const auto absent = tryUnlock(vault, m_ada);
        COMPARE_FAULT(absent, FaultCode::NotFound);
        QVERIFY(absent.fault().detail.find("put in the stick") != std::string::npos);
        const crypto::Secret words = crypto::Secret::fromText(passphrase);
        session::UnlockRequest request{vault, m_ada.files.id, stick, &words};
        Session session(m_office->environment());
        VERIFY_OK(session.unlock(request));
        session.lock();
        request.keyFile = m_sam.files.key;
        COMPARE_FAULT(session.unlock(request), FaultCode::CertificateUnsuitable);
        putContent(stick, viewOf("not a key"));
        request.keyFile = stick;
        COMPARE_FAULT(session.unlock(request), FaultCode::Malformed);
        request.keyFile = m_office->fresh("nowhere.p8");
        COMPARE_FAULT(session.unlock(request), FaultCode::NotFound);
    }

    void vaultsThatCannotBeOpened_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("nothing there") << static_cast<int>(FaultCode::NotFound);
        QTest::newRow("another folder") << static_cast<int>(FaultCode::VaultForeign);
        QTest::newRow("vault.json damaged") << static_cast<int>(FaultCode::VaultDamaged);
        QTest::newRow("key.p7m damaged") << static_cast<int>(FaultCode::VaultDamaged);
        QTest::newRow("key.p7m missing") << static_cast<int>(FaultCode::VaultTruncated);
        QTest::newRow("vault.db damaged") << static_cast<int>(FaultCode::VaultDamaged);
        QTest::newRow("vault.db cut short") << static_cast<int>(FaultCode::VaultTruncated);
        QTest::newRow("vault.db missing") << static_cast<int>(FaultCode::VaultTruncated);
        QTest::newRow("people missing") << static_cast<int>(FaultCode::VaultTruncated);
    }
    void vaultsThatCannotBeOpened()
    {
        QFETCH(int, code);
        const std::string tag = QTest::currentDataTag();
        Path vault = m_office->copyOf(m_vault);
        const auto damage = [&vault](const char *part) {
            Bytes content = contentOf(vault / part);
            content[content.size() / 2] ^= 1;
            content[10] ^= 1;
            putContent(vault / part, content);
        };
        if (tag == "nothing there")
            vault = m_office->fresh("nothing.caseward");
        else if (tag == "another folder")
            vault = m_office->root();
        else if (tag == "people missing")
            std::filesystem::remove_all(vault / "people");
        else if (tag.ends_with("damaged"))
            damage(tag.substr(0, tag.find(' ')).c_str());
        else if (tag.ends_with("missing"))
            std::filesystem::remove(vault / tag.substr(0, tag.find(' ')));
        else
            std::filesystem::resize_file(vault / "vault.db", 12'345);
        COMPARE_FAULT(tryUnlock(vault, m_ada), static_cast<FaultCode>(code));
    }

    void openElsewhere()
    {
        const Path vault = m_office->copyOf(m_vault);
        const auto first = signIn(*m_office, vault, m_ada);
        COMPARE_FAULT(tryUnlock(vault, m_ada), FaultCode::VaultLocked);
        QVERIFY(first->isUnlocked());
        first->lock();
        VERIFY_OK(tryUnlock(vault, m_ada));
    }

    void strangeOfficesOpenNothing()
    {
        TestOffice elsewhere("Bureau 8");
        const Member nora = elsewhere.enrol("Nora Next", {crypto::Role::Adjudicator});
        // A vault whose member's office is not among its anchors can only be made by going round the front door.
        session::NewVault vault;
        vault.folder = m_office->fresh("odd.caseward");
        vault.officeCertificates = {m_office->officePem()};
        vault.members = {nora.files};
        COMPARE_FAULT(session::createVault(vault, m_office->environment()), FaultCode::CertificateUntrusted);
        QVERIFY(!std::filesystem::exists(vault.folder));
    }

    void lockingClosesEverything()
    {
        const Path vault = m_office->copyOf(m_vault);
        Session session(m_office->environment());
        must(unlock(session, vault, m_ada));
        const CaseId id = intake(session, "PSH-26-0001");
        const DocumentId document = must(session.openCase(id))->documents.front().facts.document;
        session.lock();
        QVERIFY(!session.isUnlocked());
        QVERIFY(session.signedIn().person.isNull());
        QVERIFY(session.signedIn().certificate.isNull());
        const Path bundle = m_office->fresh("x.cwb");
        COMPARE_FAULT(session.docket(), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.createCase(caseFacts("x")), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.findCase("PSH-26-0001"), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.openCase(id), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.packOf(id), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.addDocument(id, textDocument("a.txt", "a"), m_progress), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.pageText(id, document, 1), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.pageSizes(id, document), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.openReader(id, document), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.documentBytes(id, document), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.find(id, "debts", 9), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.anchorOf(id, document, 1, "debts"), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.anchorAt(id, document, {1, 0, 4}), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.record(id, model::PagesDisplayed{document, {1}}), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.gate(id), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.sign(id, denyWord), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.decisionFiles(id), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.changes(id, session::Since::Start), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.returnCase(id, "r", {}), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.concur(id, "r"), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.countersign(id), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.contacts(), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.exportBundle(sendTo(bundle, {id}, m_sam), m_progress), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.inspectBundle(bundle, m_progress), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.importBundle(bundle, m_progress), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.exchangeRegister(), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.history(id), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.checkVault(m_progress), FaultCode::NotSignedIn);
        COMPARE_FAULT(session.stationLedger(), FaultCode::NotSignedIn);

        must(unlock(session, vault, m_ada));
        QCOMPARE(must(session.openCase(id))->documents.size(), std::size_t(2));
    }

    void expiredCertificateStillOpensItsVault()
    {
        const Path vault = m_office->copyOf(m_vault);
        m_office->clock.advance(366 * day);
        const auto outcome = tryUnlock(vault, m_ada);
        m_office->clock.set(TestOffice::noon());
        VERIFY_OK(outcome);
    }

    void clockBeforeTheCertificate()
    {
        m_office->clock.advance(-60 * day);
        const auto outcome = tryUnlock(m_office->copyOf(m_vault), m_ada);
        m_office->clock.set(TestOffice::noon());
        COMPARE_FAULT(outcome, FaultCode::CertificateNotYetValid);
    }

    void packsThatAreNotThere()
    {
        session::Environment environment = m_office->environment();
        environment.packsFolder = m_office->fresh("nopacks");
        Session session(environment);
        const auto outcome = unlock(session, m_office->copyOf(m_vault), m_ada);
        QVERIFY(!outcome.ok());
        QVERIFY(!session.isUnlocked());
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_session_signin.moc"
