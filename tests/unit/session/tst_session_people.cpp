// SPDX-License-Identifier: GPL-3.0-or-later
// The roster: who may sign it, what it changes, and that a lost person or a lost key loses no case.
#include "core/crypto/signature.h"
#include "core/model/roster.h"
#include "core/session/access.h"
#include "core/session/people.h"
#include "tests/support/testcase.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;
using session::AccessDesk;
using session::PeopleDesk;
using session::Session;

class TestPeople : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam, m_otto, m_olga, m_vera;
    Path m_template, m_vault;
    CaseId m_case;

    std::unique_ptr<Session> as(const Member &member) { return signIn(*m_office, m_vault, member); }
    FaultCode signsIn(const Member &member)
    {
        Session session(m_office->environment());
        return codeOf(unlock(session, m_vault, member));
    }
    Status admit(Session &session, const Member &member)
    {
        const crypto::Secret secret = crypto::Secret::fromText(passphrase);
        session::UnlockRequest request;
        request.person = member.files.id;
        request.keyFile = member.files.key;
        request.passphrase = &secret;
        const auto admitted = AccessDesk(session).admitSecond(request);
        return admitted.ok() ? Status() : Status(admitted.fault());
    }
    // A roster signed outside the program.
    session::RosterFiles forged(model::Roster roster, const Member &signer)
    {
        roster.signer = signer.files.id;
        const std::string json = model::encodeRoster(roster);
        return {json, must(crypto::signDetached(viewOf(json), signer.credential, m_office->clock.now(), {m_office->officeCertificate()}))};
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_otto = m_office->enrol("Otto Officer", {crypto::Role::SecurityOfficer});
        m_olga = m_office->enrol("Olga Officer", {crypto::Role::SecurityOfficer, crypto::Role::Auditor});
        m_vera = m_office->enrol("Vault of the organisation", {crypto::Role::Recovery});
        m_template = m_office->makeVault("desk", {m_ada, m_sam, m_otto}, {});
        m_case = intake(*signIn(*m_office, m_template, m_ada), "PSH-26-0001");
    }
    void init() { m_vault = m_office->copyOf(m_template); }

    void untilOneIsSignedTheCertificatesSpeak()
    {
        const auto view = must(PeopleDesk(*as(m_ada)).roster());
        QCOMPARE(view.version, std::uint64_t(0));
        QCOMPARE(view.people.size(), std::size_t(3));
        COMPARE_FAULT(PeopleDesk(*as(m_ada)).exportRoster(), FaultCode::NotFound);
    }

    void onlySecurityOfficersChangeIt()
    {
        const auto session = as(m_ada);
        PeopleDesk desk(*session);
        COMPARE_FAULT(desk.enrol({m_olga.files.certificate, m_olga.files.key, {}, true}), FaultCode::NotAllowed);
        COMPARE_FAULT(desk.suspend(m_sam.files.id, "rival"), FaultCode::NotAllowed);
        COMPARE_FAULT(desk.setRoles(m_ada.files.id, {"supervisor"}, "career"), FaultCode::NotAllowed);
        COMPARE_FAULT(desk.remove(m_sam.files.id, "rival"), FaultCode::NotAllowed);
    }

    void enrolled()
    {
        QCOMPARE(signsIn(m_olga), FaultCode::NotEnrolled);
        {
            const auto session = as(m_otto);
            PeopleDesk desk(*session);
            VERIFY_OK(desk.enrol({m_olga.files.certificate, m_olga.files.key, {}, true}));
            const auto view = must(desk.roster());
            QCOMPARE(view.version, std::uint64_t(1));
            QCOMPARE(view.signer, std::string("Otto Officer"));
            QCOMPARE(view.people.size(), std::size_t(4));
            QVERIFY(view.people[3].member && view.people[3].keyHere);
            COMPARE_FAULT(desk.enrol({m_office->fresh("none.pem"), {}, {}, true}), FaultCode::NotFound);
            TestOffice elsewhere("Bureau 8");
            const Member nora = elsewhere.enrol("Nora Next", {crypto::Role::Adjudicator});
            COMPARE_FAULT(desk.enrol({nora.files.certificate, {}, {}, true}), FaultCode::CertificateUntrusted);
            COMPARE_FAULT(desk.enrol({m_olga.files.certificate, {}, {"king"}, true}), FaultCode::Malformed);
            QCOMPARE(must(desk.roster()).version, std::uint64_t(1));
        }
        const auto session = as(m_olga);
        QCOMPARE(session->signedIn().roles, (std::vector<std::string>{"auditor", "security-officer"}));
        QVERIFY(must(session->docket()).empty()); // opening the vault opens no case
    }

    void suspendedAndRestored()
    {
        {
            const auto session = as(m_otto);
            PeopleDesk desk(*session);
            COMPARE_FAULT(desk.suspend(m_ada.files.id, ""), FaultCode::Malformed);
            COMPARE_FAULT(desk.suspend(m_otto.files.id, "me"), FaultCode::NotAllowed);
            VERIFY_OK(desk.suspend(m_ada.files.id, "inquiry 7"));
            COMPARE_FAULT(desk.suspend(m_ada.files.id, "inquiry 7"), FaultCode::AlreadyExists);
        }
        Session session(m_office->environment());
        const auto refused = unlock(session, m_vault, m_ada);
        COMPARE_FAULT(refused, FaultCode::PersonSuspended);
        QVERIFY(QString::fromStdString(refused.fault().detail).contains("inquiry 7"));
        QVERIFY(!session.isUnlocked());
        QCOMPARE(signsIn(m_sam), FaultCode(0));
        {
            const auto officer = as(m_otto);
            const auto ledger = must(officer->stationLedger());
            QVERIFY(std::ranges::find(ledger, std::string("session.refused"), &model::Entry::kind) != ledger.end());
            VERIFY_OK(PeopleDesk(*officer).restore(m_ada.files.id, "inquiry closed"));
        }
        QCOMPARE(signsIn(m_ada), FaultCode(0));
        VERIFY_OK(as(m_ada)->openCase(m_case));
    }

    void rolesComeFromTheRoster()
    {
        VERIFY_OK(PeopleDesk(*as(m_otto)).setRoles(m_ada.files.id, {"supervisor", "adjudicator"}, "promotion"));
        // A certificate made for adjudicators does not become a supervisor's by a line in a list.
        QCOMPARE(as(m_ada)->signedIn().roles, std::vector<std::string>{"adjudicator"});
        VERIFY_OK(PeopleDesk(*as(m_otto)).setRoles(m_ada.files.id, {"auditor"}, "moved"));
        const auto session = as(m_ada);
        QVERIFY(session->signedIn().roles.empty());
        COMPARE_FAULT(session->createCase(caseFacts("PSH-26-0002")), FaultCode::NotAllowed);
    }

    void anOfficeKeepsASecurityOfficer()
    {
        const auto session = as(m_otto);
        COMPARE_FAULT(PeopleDesk(*session).setRoles(m_otto.files.id, {"auditor"}, "tired"), FaultCode::RosterInvalid);
        COMPARE_FAULT(PeopleDesk(*session).remove(m_otto.files.id, "tired"), FaultCode::NotAllowed);
    }

    void removed()
    {
        {
            const auto ada = as(m_ada);
            VERIFY_OK(AccessDesk(*ada).grant({m_case, m_sam.files.id, "review", "", {}}));
        }
        const Bytes oldKey = contentOf(m_vault / "key.p7m");
        VERIFY_OK(PeopleDesk(*as(m_otto)).remove(m_ada.files.id, "left the office"));
        QCOMPARE(signsIn(m_ada), FaultCode::NotEnrolled);
        QVERIFY(!std::filesystem::exists(m_vault / "people" / (m_ada.files.id.text() + ".p8")));
        // With her key, certificate and envelope put back, the vault is under a key she never had.
        const Path forged = m_office->copyOf(m_vault);
        putContent(forged / "key.p7m", oldKey);
        std::filesystem::copy_file(m_ada.files.key, forged / "people" / (m_ada.files.id.text() + ".p8"));
        std::filesystem::copy_file(m_ada.files.certificate, forged / "people" / (m_ada.files.id.text() + ".pem"));
        Session tried(m_office->environment());
        COMPARE_FAULT(unlock(tried, forged, m_ada), FaultCode::VaultDamaged);
        // Her case lives on with Sam, under a new key.
        const auto sam = as(m_sam);
        VERIFY_OK(sam->openCase(m_case));
        const auto access = must(AccessDesk(*sam).list(m_case));
        QCOMPARE(access.size(), std::size_t(1));
        QCOMPARE(access.front().name, std::string("Sam Supervisor"));
    }

    void aRemovalCutShortIsFinished()
    {
        // The roster says removed, and then the power went.
        model::Roster roster;
        {
            const auto session = as(m_otto);
            VERIFY_OK(PeopleDesk(*session).suspend(m_ada.files.id, "first"));
            roster = must(model::decodeRoster(viewOf(must(PeopleDesk(*session).exportRoster()).json)));
            roster.version = 2;
            roster.previous = must(PeopleDesk(*session).roster()).digest;
            roster.find(m_ada.files.id)->standing = model::Standing::Removed;
            VERIFY_OK(PeopleDesk(*session).importRoster(forged(roster, m_otto)));
        }
        QVERIFY(std::filesystem::exists(m_vault / "people" / (m_ada.files.id.text() + ".p8")));
        must(as(m_otto)->stationLedger());
        QVERIFY(!std::filesystem::exists(m_vault / "people" / (m_ada.files.id.text() + ".p8")));
    }

    void rostersFromOutside()
    {
        const auto session = as(m_otto);
        PeopleDesk desk(*session);
        VERIFY_OK(desk.setRoles(m_sam.files.id, {"supervisor"}, "as ever"));
        const auto first = must(desk.exportRoster());
        VERIFY_OK(crypto::verifyDetached(first.signature, viewOf(first.json), m_office->trust));
        COMPARE_FAULT(desk.importRoster(first), FaultCode::AlreadyExists);
        model::Roster next = must(model::decodeRoster(viewOf(first.json)));
        next.version = 2;
        next.previous = must(desk.roster()).digest;
        COMPARE_FAULT(desk.importRoster(forged(next, m_ada)), FaultCode::RosterInvalid);   // no security officer
        auto wrongLink = next;
        wrongLink.previous = Digest();
        COMPARE_FAULT(desk.importRoster(forged(wrongLink, m_otto)), FaultCode::RosterInvalid);
        auto otherSigner = forged(next, m_otto);
        otherSigner.signature = forged(next, m_ada).signature;
        COMPARE_FAULT(desk.importRoster(otherSigner), FaultCode::SignatureInvalid);
        auto nobody = next;
        std::erase_if(nobody.people, [&](const model::RosterPerson &one) { return one.person == m_otto.files.id; });
        COMPARE_FAULT(desk.importRoster(forged(nobody, m_otto)), FaultCode::RosterInvalid);
        COMPARE_FAULT(desk.importRoster({"{}", first.signature}), FaultCode::SignatureInvalid);
        QCOMPARE(must(desk.roster()).version, std::uint64_t(1));
        VERIFY_OK(desk.importRoster(forged(next, m_otto)));
        auto older = next;
        older.version = 1;
        COMPARE_FAULT(desk.importRoster(forged(older, m_otto)), FaultCode::RosterInvalid);
        auto further = next;
        further.version = 9; // the bundles between were missed
        VERIFY_OK(desk.importRoster(forged(further, m_otto)));
    }

    void anOwnNewCertificate()
    {
        const Member fresh = m_office->another(m_ada);
        VERIFY_OK(PeopleDesk(*as(m_otto)).setRoles(m_sam.files.id, {"supervisor"}, "begins the roster"));
        COMPARE_FAULT(PeopleDesk(*as(m_ada)).replaceOwn(fresh.files.certificate, fresh.files.key), FaultCode::PersonSuspended);
        VERIFY_OK(PeopleDesk(*as(m_otto)).enrol({fresh.files.certificate, fresh.files.key, {}, true}));
        {
            const auto session = as(m_ada); // the old key works until she changes it
            COMPARE_FAULT(PeopleDesk(*session).replaceOwn(m_sam.files.certificate, m_sam.files.key), FaultCode::CertificateUnsuitable);
            COMPARE_FAULT(PeopleDesk(*session).replaceOwn(m_ada.files.certificate, {}), FaultCode::AlreadyExists);
            const auto done = PeopleDesk(*session).replaceOwn(fresh.files.certificate, fresh.files.key);
            VERIFY_OK(done);
            QCOMPARE(done->cases, std::size_t(1));
            QVERIFY(!session->isUnlocked());
        }
        const auto session = as(fresh);
        QCOMPARE(session->signedIn().certificate.fingerprint(), fresh.fingerprint());
        VERIFY_OK(session->openCase(m_case));
        QCOMPARE(must(AccessDesk(*session).list(m_case)).size(), std::size_t(1));
        session->lock();
        // The old key file opens nothing, not even where it is put back.
        std::filesystem::copy_file(m_ada.files.key, m_vault / "people" / (m_ada.files.id.text() + ".p8"), std::filesystem::copy_options::overwrite_existing);
        std::filesystem::copy_file(m_ada.files.certificate, m_vault / "people" / (m_ada.files.id.text() + ".pem"), std::filesystem::copy_options::overwrite_existing);
        QCOMPARE(signsIn(m_ada), FaultCode::NotEnrolled);
    }

    void aLostKeyLosesNoCase()
    {
        {
            const auto session = as(m_otto);
            VERIFY_OK(PeopleDesk(*session).enrol({m_vera.files.certificate, {}, {}, true})); // the key stays in its safe
        }
        VERIFY_OK(as(m_ada)->openCase(m_case)); // from now on the recovery certificate is a holder
        const Member fresh = m_office->another(m_ada);
        const auto session = as(m_otto);
        PeopleDesk desk(*session);
        COMPARE_FAULT(desk.recover(m_ada.files.id, fresh.files.certificate, fresh.files.key, "card lost"), FaultCode::SecondPersonNeeded);
        VERIFY_OK(admit(*session, m_sam));
        COMPARE_FAULT(desk.recover(m_ada.files.id, fresh.files.certificate, fresh.files.key, "card lost"), FaultCode::NotAllowed);
        VERIFY_OK(admit(*session, m_vera));
        COMPARE_FAULT(session->openCase(m_case), FaultCode(0)); // two people, on record
        COMPARE_FAULT(desk.recover(m_ada.files.id, fresh.files.certificate, fresh.files.key, " "), FaultCode::Malformed);
        COMPARE_FAULT(desk.recover(m_sam.files.id, fresh.files.certificate, fresh.files.key, "mixed up"), FaultCode::CertificateUnsuitable);
        const auto noCertificate = desk.recover(m_ada.files.id, fresh.files.key, fresh.files.key, "card lost");
        COMPARE_FAULT(noCertificate, FaultCode::Malformed);
        QVERIFY(noCertificate.fault().detail.find(fresh.files.key.string()) != std::string::npos); // which file it was
        const auto done = desk.recover(m_ada.files.id, fresh.files.certificate, fresh.files.key, "card lost");
        VERIFY_OK(done);
        QCOMPARE(done->cases, std::size_t(1));
        const auto ledger = must(session->stationLedger());
        const auto begun = std::ranges::find(ledger, std::string("recovery.begun"), &model::Entry::kind);
        QVERIFY(begun != ledger.end());
        QCOMPARE(begun->body.find("other")->string(), std::string("Vault of the organisation"));
        session->lock();
        VERIFY_OK(as(fresh)->openCase(m_case));
        std::filesystem::copy_file(m_ada.files.key, m_vault / "people" / (m_ada.files.id.text() + ".p8"), std::filesystem::copy_options::overwrite_existing);
        std::filesystem::copy_file(m_ada.files.certificate, m_vault / "people" / (m_ada.files.id.text() + ".pem"), std::filesystem::copy_options::overwrite_existing);
        QCOMPARE(signsIn(m_ada), FaultCode::NotEnrolled);
    }

    void aLostSecurityOfficerComesBack()
    {
        VERIFY_OK(PeopleDesk(*as(m_otto)).enrol({m_vera.files.certificate, {}, {}, true}));
        const Member fresh = m_office->another(m_otto);
        const auto session = as(m_sam);
        VERIFY_OK(admit(*session, m_vera));
        VERIFY_OK(PeopleDesk(*session).recover(m_otto.files.id, fresh.files.certificate, fresh.files.key, "stick burnt"));
        session->lock();
        VERIFY_OK(PeopleDesk(*as(fresh)).suspend(m_ada.files.id, "the office goes on"));
    }

    void aBundleBringsTheRoster()
    {
        const Path other = m_office->makeVault("other" + std::to_string(QRandomGenerator::global()->generate()), {m_sam, m_otto}, {m_ada});
        const Path bundle = m_office->fresh("to-sam.cwb"), second = m_office->fresh("again.cwb");
        NoProgress progress;
        VERIFY_OK(PeopleDesk(*as(m_otto)).setRoles(m_sam.files.id, {"supervisor"}, "begins the roster"));
        {
            const auto ada = as(m_ada);
            session::ExportRequest request{{m_case}, {m_sam.fingerprint()}, bundle, "for review", ""};
            VERIFY_OK(ada->exportBundle(request, progress));
        }
        {
            const auto sam = signIn(*m_office, other, m_sam);
            QCOMPARE(must(PeopleDesk(*sam).roster()).version, std::uint64_t(0));
            VERIFY_OK(sam->importBundle(bundle, progress));
            QCOMPARE(must(PeopleDesk(*sam).roster()).version, std::uint64_t(1));
            session::ExportRequest back{{m_case}, {m_ada.fingerprint()}, second, "back", ""};
            VERIFY_OK(sam->exportBundle(back, progress));
        }
        // At Ada's station Sam has been suspended since: what Sam sealed afterwards is refused, whole.
        VERIFY_OK(PeopleDesk(*as(m_otto)).suspend(m_sam.files.id, "inquiry"));
        const auto ada = as(m_ada);
        COMPARE_FAULT(ada->inspectBundle(second, progress), FaultCode::PersonSuspended);
        COMPARE_FAULT(ada->importBundle(second, progress), FaultCode::PersonSuspended);
        QVERIFY(!must(ada->openCase(m_case))->custodyHere);
    }
};

QTEST_APPLESS_MAIN(TestPeople)
#include "tst_session_people.moc"
