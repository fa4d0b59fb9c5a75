// SPDX-License-Identifier: GPL-3.0-or-later
// Need to know: a case is there for those whom its envelope names, for nobody else, and for as long as they should.
#include "core/session/access.h"
#include "core/session/people.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;
using session::AccessDesk;
using session::AccessPart;
using session::Session;

class TestAccess : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_abe, m_sam, m_otto;
    Path m_template, m_vault;
    CaseId m_case;

    std::vector<std::string> queueOf(const Member &member)
    {
        const auto session = signIn(*m_office, m_vault, member);
        std::vector<std::string> references;
        for (const auto &row : must(session->docket()))
            references.push_back(row.reference);
        return references;
    }
    FaultCode opens(const Member &member) { return codeOf(signIn(*m_office, m_vault, member)->openCase(m_case)); }
    Status admit(Session &session, const Member &member, const std::string &words = passphrase)
    {
        const crypto::Secret secret = crypto::Secret::fromText(words);
        session::UnlockRequest request;
        request.person = member.files.id;
        request.passphrase = &secret;
        const auto admitted = AccessDesk(session).admitSecond(request);
        return admitted.ok() ? Status() : Status(admitted.fault());
    }
    std::string lastKind(const Member &member, const std::string &kind)
    {
        const auto session = signIn(*m_office, m_vault, member);
        const auto ledger = must(session->stationLedger());
        const auto found = std::find_if(ledger.rbegin(), ledger.rend(), [&](const model::Entry &entry) { return entry.kind == kind; });
        return found == ledger.rend() ? std::string() : found->body.find("case")->string();
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_abe = m_office->enrol("Abe Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_otto = m_office->enrol("Otto Officer", {crypto::Role::SecurityOfficer});
        m_template = m_office->makeVault("desk", {m_ada, m_abe, m_sam, m_otto}, {});
        m_case = intake(*signIn(*m_office, m_template, m_ada), "PSH-26-0001");
    }
    void init()
    {
        m_office->clock.set(TestOffice::noon());
        m_vault = m_office->copyOf(m_template);
    }

    void aCaseIsNotThereForOthers()
    {
        QCOMPARE(queueOf(m_ada), std::vector<std::string>{"PSH-26-0001"});
        for (const Member *other : {&m_abe, &m_sam, &m_otto}) {
            QVERIFY(queueOf(*other).empty());
            const auto session = signIn(*m_office, m_vault, *other);
            COMPARE_FAULT(session->findCase("PSH-26-0001"), FaultCode::NotFound);
            COMPARE_FAULT(session->findCase(m_case.text()), FaultCode::NotFound);
            COMPARE_FAULT(session->openCase(m_case), FaultCode::NotEnrolled);
        }
    }

    void grantedAndWithdrawn()
    {
        {
            const auto session = signIn(*m_office, m_vault, m_ada);
            AccessDesk desk(*session);
            COMPARE_FAULT(desk.grant({m_case, m_abe.files.id, "  ", "", {}}), FaultCode::Malformed);
            COMPARE_FAULT(desk.grant({m_case, m_otto.files.id, "wants to look", "", {}}), FaultCode::NotAllowed); // never reads
            COMPARE_FAULT(desk.grant({m_case, PersonId::make(m_office->clock, m_office->random), "who?", "", {}}), FaultCode::NotFound);
            VERIFY_OK(desk.grant({m_case, m_abe.files.id, "holiday cover", "", {}}));
            COMPARE_FAULT(desk.grant({m_case, m_abe.files.id, "again", "", {}}), FaultCode::AlreadyExists);
            const auto list = must(desk.list(m_case));
            QCOMPARE(list.size(), std::size_t(2));
            QCOMPARE(list[1].name, std::string("Abe Adjudicator"));
            QCOMPARE(list[1].reason, std::string("holiday cover"));
            QCOMPARE(list[1].grantedBy, std::string("Ada Adjudicator"));
        }
        QCOMPARE(queueOf(m_abe), std::vector<std::string>{"PSH-26-0001"});
        QCOMPARE(opens(m_abe), FaultCode(0));
        QCOMPARE(opens(m_sam), FaultCode::NotEnrolled);

        const Path copy = m_office->copyOf(m_vault); // what Abe could have carried away
        {
            const auto session = signIn(*m_office, m_vault, m_ada);
            AccessDesk desk(*session);
            COMPARE_FAULT(desk.withdraw(m_case, m_ada.files.id, "me"), FaultCode::NotAllowed);
            COMPARE_FAULT(desk.withdraw(m_case, m_sam.files.id, "never had it"), FaultCode::NotFound);
            COMPARE_FAULT(desk.withdraw(m_case, m_abe.files.id, ""), FaultCode::Malformed);
            VERIFY_OK(desk.withdraw(m_case, m_abe.files.id, "back from holiday"));
            VERIFY_OK(session->openCase(m_case)); // under its new key
        }
        QVERIFY(queueOf(m_abe).empty());
        QCOMPARE(opens(m_abe), FaultCode::NotEnrolled);
        QCOMPARE(opens(m_ada), FaultCode(0));
        QCOMPARE(lastKind(m_ada, "access.granted"), m_case.text());
        QCOMPARE(lastKind(m_ada, "access.withdrawn"), m_case.text());
        QVERIFY(!std::filesystem::exists(m_vault / "cases" / m_case.text() / "case.db.rekeyed"));
        // The old key and envelope open nothing of the database as it is now: not even put back where they were.
        std::filesystem::copy_file(copy / "vault.db", m_vault / "vault.db", std::filesystem::copy_options::overwrite_existing);
        COMPARE_FAULT(signIn(*m_office, m_vault, m_abe)->openCase(m_case), FaultCode::VaultDamaged);
    }

    void nothingIsLostByANewKey()
    {
        std::vector<model::Entry> before;
        Bytes document;
        DocumentId id;
        {
            const auto session = signIn(*m_office, m_vault, m_ada);
            must(session->openCase(m_case));
            must(session->record(m_case, model::Event(model::FactorWeighed{"us-sead4-2017", must(session->packOf(m_case))->factors.front().id, "weighed"})));
            before = must(session->history(m_case));
            id = must(session->openCase(m_case))->documents.front().facts.document;
            document = must(session->documentBytes(m_case, id));
            VERIFY_OK(AccessDesk(*session).grant({m_case, m_sam.files.id, "review", "", {}}));
            VERIFY_OK(AccessDesk(*session).withdraw(m_case, m_sam.files.id, "done"));
            QCOMPARE(must(session->history(m_case)).size(), before.size());
        }
        const auto session = signIn(*m_office, m_vault, m_ada);
        const auto after = must(session->history(m_case));
        QCOMPARE(after.size(), before.size());
        for (std::size_t index = 0; index < after.size(); ++index)
            QCOMPARE(model::encodeEntry(after[index]), model::encodeEntry(before[index]));
        QVERIFY(must(session->documentBytes(m_case, id)) == document);
        NoProgress progress;
        QCOMPARE(must(session->checkVault(progress)).problems.size(), std::size_t(0));
    }

    void accessEndsByItself()
    {
        {
            const auto session = signIn(*m_office, m_vault, m_ada);
            COMPARE_FAULT(AccessDesk(*session).grant({m_case, m_abe.files.id, "cover", "2026-11-21", {}}), FaultCode::Malformed);
            COMPARE_FAULT(AccessDesk(*session).grant({m_case, m_abe.files.id, "cover", "soon", {}}), FaultCode::Malformed);
            VERIFY_OK(AccessDesk(*session).grant({m_case, m_abe.files.id, "cover", "2026-11-22", {}}));
        }
        QCOMPARE(opens(m_abe), FaultCode(0));
        m_office->clock.advance(day / 2 - 1); // the last millisecond of that day
        QCOMPARE(opens(m_abe), FaultCode(0));
        m_office->clock.advance(1);
        QVERIFY(queueOf(m_abe).empty());
        QCOMPARE(opens(m_abe), FaultCode::NotEnrolled);
        // When Ada next opens it, it gets a new key without Abe; turning the clock back helps nobody then.
        QCOMPARE(opens(m_ada), FaultCode(0));
        QCOMPARE(lastKind(m_ada, "access.ended"), m_case.text());
        m_office->clock.set(TestOffice::noon());
        QCOMPARE(opens(m_abe), FaultCode::NotEnrolled);
        QCOMPARE(must(AccessDesk(*signIn(*m_office, m_vault, m_ada)).list(m_case)).size(), std::size_t(1));
    }

    void twoPeopleOpenTogether()
    {
        {
            const auto session = signIn(*m_office, m_vault, m_ada);
            AccessDesk desk(*session);
            COMPARE_FAULT(desk.requireTwo(m_case, {m_ada.files.id}, {}, "very sensitive"), FaultCode::Malformed);
            COMPARE_FAULT(desk.requireTwo(m_case, {m_ada.files.id}, {m_ada.files.id}, "very sensitive"), FaultCode::NotAllowed);
            COMPARE_FAULT(desk.requireTwo(m_case, {m_otto.files.id}, {m_ada.files.id}, "very sensitive"), FaultCode::NotAllowed);
            VERIFY_OK(desk.requireTwo(m_case, {m_ada.files.id, m_abe.files.id}, {m_sam.files.id, m_otto.files.id}, "very sensitive"));
            COMPARE_FAULT(session->openCase(m_case), FaultCode::SecondPersonNeeded);
        }
        QCOMPARE(opens(m_sam), FaultCode::SecondPersonNeeded);
        const auto session = signIn(*m_office, m_vault, m_ada);
        QCOMPARE(must(session->docket()).size(), std::size_t(1));
        COMPARE_FAULT(admit(*session, m_ada), FaultCode::NotAllowed);       // twice the same
        COMPARE_FAULT(admit(*session, m_sam, "wrong"), FaultCode::WrongPassphrase);
        COMPARE_FAULT(session->openCase(m_case), FaultCode::SecondPersonNeeded);
        VERIFY_OK(admit(*session, m_abe));                                  // the same half twice
        COMPARE_FAULT(session->openCase(m_case), FaultCode::NotEnrolled);
        VERIFY_OK(admit(*session, m_otto));
        VERIFY_OK(session->openCase(m_case));
        AccessDesk(*session).dismissSecond();
        COMPARE_FAULT(session->openCase(m_case), FaultCode::SecondPersonNeeded);
        VERIFY_OK(admit(*session, m_sam));
        VERIFY_OK(AccessDesk(*session).requireOne(m_case, "no longer sensitive"));
        AccessDesk(*session).dismissSecond();
        VERIFY_OK(session->openCase(m_case));
        session->lock();
        QCOMPARE(opens(m_sam), FaultCode(0));
        QCOMPARE(opens(m_otto), FaultCode::NotEnrolled); // a security officer beside a reader never becomes one
    }

    void lockingForgetsTheSecondPerson()
    {
        const auto session = signIn(*m_office, m_vault, m_ada);
        VERIFY_OK(AccessDesk(*session).requireTwo(m_case, {m_ada.files.id}, {m_sam.files.id}, "sensitive"));
        VERIFY_OK(admit(*session, m_sam));
        VERIFY_OK(session->openCase(m_case));
        session->lock();
        VERIFY_OK(unlock(*session, m_vault, m_ada));
        COMPARE_FAULT(session->openCase(m_case), FaultCode::SecondPersonNeeded);
    }

    void whoCanOpenWhat()
    {
        const auto officer = signIn(*m_office, m_vault, m_otto);
        QCOMPARE(must(AccessDesk(*officer).casesOf(m_ada.files.id)), std::vector<CaseId>{m_case});
        QVERIFY(must(AccessDesk(*officer).casesOf(m_sam.files.id)).empty());
        officer->lock();
        const auto ada = signIn(*m_office, m_vault, m_ada);
        VERIFY_OK(AccessDesk(*ada).casesOf(m_ada.files.id));
        COMPARE_FAULT(AccessDesk(*ada).casesOf(m_sam.files.id), FaultCode::NotAllowed);
    }
};

QTEST_APPLESS_MAIN(TestAccess)
#include "tst_session_access.moc"
