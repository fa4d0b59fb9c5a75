// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of screening on a real vault: nothing of another case leaks, and a return that cannot be sent is not written twice.
#include "core/session/proceedings.h"
#include "core/session/screening.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using session::ScreeningDesk;
using session::Session;

class TestSessionScreening : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_bob, m_max;
    Path m_vault;
    NoProgress m_progress;

    static session::NewCase facts(const std::string &reference, const std::string &subject)
    {
        session::NewCase made = caseFacts(reference);
        made.subject = subject;
        return made;
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_bob = m_office->enrol("Bob Adjudicator", {crypto::Role::Adjudicator});
        m_max = m_office->enrol("Max Lee", {crypto::Role::Supervisor});
        m_vault = m_office->makeVault("desk", {m_ada, m_bob}, {m_max});
    }

    void aCaseOneMayNotSeeIsNotHintedAt()
    {
        const Path vault = m_office->copyOf(m_vault);
        {
            auto bob = signIn(*m_office, vault, m_bob);
            must(bob->createCase(facts("BOB-1", "KESTREL-4")));
        }
        auto ada = signIn(*m_office, vault, m_ada);
        const CaseId mine = must(ada->createCase(facts("ADA-1", "KESTREL-4")));
        QVERIFY(must(ScreeningDesk(*ada).screen(mine, {})).found.flags.empty());
        const CaseId other = must(ada->createCase(facts("ADA-2", "KESTREL-4")));
        const auto flags = must(ScreeningDesk(*ada).screen(mine, {})).found.flags;
        QCOMPARE(flags.size(), std::size_t(1));
        QCOMPARE(flags[0].id, "case/" + other.text());
    }

    void onlyMattersOfScreening()
    {
        auto ada = signIn(*m_office, m_office->copyOf(m_vault), m_ada);
        const CaseId id = must(ada->createCase(facts("ADA-1", "K")));
        ScreeningDesk desk(*ada);
        COMPARE_FAULT(desk.record(id, model::OutcomeProposed{"grant", "", {}}), FaultCode::NotAllowed);
        COMPARE_FAULT(desk.record(id, model::CaseReturnedDeficient{"B", {{"Q-GAP", "", "x"}}, ""}), FaultCode::NotAllowed);
        session::NewDocument letter;
        letter.name = "letter.txt";
        const std::string words = "not a form";
        letter.content = Bytes(words.begin(), words.end());
        const DocumentId document = must(ada->addDocument(id, letter, m_progress));
        COMPARE_FAULT(desk.record(id, model::SectionJudged{document, "11", model::Verdict::Yes, model::Verdict::Yes, model::Verdict::Yes, ""}), FaultCode::NotAllowed);
        VERIFY_OK(desk.record(id, model::ReleaseRecorded{"general", "2026-01-05", "", {document, 1}, ""}));
        ada->lock();
        QVERIFY(!desk.screen(id, {}).ok());
    }

    void aReturnThatCannotBeSentIsWrittenOnce()
    {
        auto ada = signIn(*m_office, m_office->copyOf(m_vault), m_ada);
        const CaseId id = must(ada->createCase(facts("ADA-1", "K")));
        ScreeningDesk desk(*ada);
        session::ExportRequest request;
        request.recipients = {m_max.fingerprint()};
        request.file = m_office->fresh("back.cwb");
        COMPARE_FAULT(desk.returnDeficient(id, "Max Lee", "", request, m_progress), FaultCode::NotAllowed); // nothing is noted
        must(desk.record(id, model::DeficiencyNoted{"R-ABSENT", "", "send the release"}));
        must(session::Proceedings(*ada).move(id, model::Stage::Screening, {}, {}));
        request.file = m_office->root() / "no" / "such" / "folder.cwb";
        COMPARE_FAULT(desk.returnDeficient(id, "Max Lee", "soon", request, m_progress), FaultCode::NotFound);
        COMPARE_FAULT(desk.returnDeficient(id, "Max Lee", "soon", request, m_progress), FaultCode::NotFound);
        QCOMPARE(must(ada->openCase(id))->screening.returns.size(), std::size_t(1));
        QVERIFY(must(ada->openCase(id))->custodyHere);
        QVERIFY(must(ada->openCase(id))->proceedings.stage == model::Stage::DeficientReturned);
        request.file = m_office->fresh("back.cwb");
        VERIFY_OK(desk.returnDeficient(id, "Max Lee", "soon", request, m_progress));
        QCOMPARE(must(ada->openCase(id))->screening.returns.size(), std::size_t(1));
        QVERIFY(!must(ada->openCase(id))->custodyHere);
        const auto entries = must(ada->history(id));
        QVERIFY(std::ranges::any_of(entries, [](const model::Entry &entry) { return entry.kind == "custody.sent" && codec::canonicalJson(entry.body).find("\"deficient\"") != std::string::npos; }));
    }

    void withoutFormsItSaysSo()
    {
        session::Environment environment = m_office->environment();
        environment.packsFolder = m_office->fresh("packs");
        std::filesystem::create_directory(environment.packsFolder);
        std::filesystem::copy_file(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs" / "us-sead4-2017.json", environment.packsFolder / "pack.json");
        Session bare(environment);
        must(unlock(bare, m_office->copyOf(m_vault), m_ada));
        const CaseId id = must(bare.createCase(facts("ADA-1", "K")));
        COMPARE_FAULT(ScreeningDesk(bare).screen(id, {}), FaultCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestSessionScreening)
#include "tst_session_screening.moc"
