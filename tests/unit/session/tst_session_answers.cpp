// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of answers on a real vault: a questionnaire through the real reader child, its timeline, and a gap that a person explains.
#include "core/session/answers.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using session::Answers;
using session::Session;

class TestAnswers : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada;
    Path m_vault;
    std::unique_ptr<Session> m_session;
    NoProgress m_progress;
    CaseId m_case;

    DocumentId add(const std::string &name, BytesView content)
    {
        session::NewDocument document;
        document.name = name;
        document.title = name;
        document.content = Bytes(content.begin(), content.end());
        return must(m_session->addDocument(m_case, document, m_progress));
    }
    DocumentId addQuestionnaire() { return add("questionnaire.xml", contentOf(Path(CASEWARD_SOURCE_DIR) / "resources" / "demo" / "questionnaire.xml")); }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_vault = m_office->makeVault("desk", {m_ada}, {});
    }
    void init()
    {
        m_session = signIn(*m_office, m_office->copyOf(m_vault), m_ada);
        m_case = must(m_session->createCase(caseFacts("PSH-26-0001")));
    }
    void cleanup() { m_session.reset(); }

    void everyAnswerStandsWhereItSays()
    {
        const DocumentId document = addQuestionnaire();
        const std::uint64_t entries = must(m_session->openCase(m_case))->size;
        const auto answers = must(Answers(*m_session).of(m_case, document));
        QVERIFY(answers->size() > 80);
        bool employer = false;
        for (const model::Answer &answer : *answers) {
            const model::Anchor anchor = must(m_session->anchorAt(m_case, document, answer.span));
            QCOMPARE(anchor.quote, answer.value);
            employer = employer || (answer.path == "EmploymentActivities/Employments/Employment[3]/CivilEmployment/Employer" && answer.value == "Northgate Instruments");
        }
        QVERIFY(employer);
        QVERIFY2(must(Answers(*m_session).of(m_case, document)) == answers, "read once as long as the case is open");
        QCOMPARE(must(m_session->openCase(m_case))->size, entries); // nothing was written
    }

    void whatIsNoQuestionnaireAnswersNothing()
    {
        const DocumentId note = add("note.txt", viewOf("I worked at Northgate."));
        const DocumentId other = add("rapsheet.xml", viewOf("<?xml version=\"1.0\"?><rapsheet><charge>DUI</charge></rapsheet>"));
        QVERIFY(must(Answers(*m_session).of(m_case, note))->empty());
        QVERIFY(must(Answers(*m_session).of(m_case, other))->empty());
        COMPARE_FAULT(Answers(*m_session).of(m_case, DocumentId::make(m_office->clock, m_office->random)), FaultCode::NotFound);
        QVERIFY(must(Answers(*m_session).timeline(m_case, "2026-11-22")).isEmpty());
    }

    void thePlantedGapIsFoundAndExplained()
    {
        addQuestionnaire();
        const auto before = must(Answers(*m_session).timeline(m_case, "2026-11-22"));
        QCOMPARE(before.gaps.size(), std::size_t(1));
        QCOMPARE(session::sentenceOf(before.gaps[0], before),
                 std::string("Employment: 119 days that no answer covers, 2021-11-01 to 2022-02-27, between Unemployment and "
                             "Halvorsen Marine Systems, systems integration engineer"));
        QVERIFY(must(m_session->openCase(m_case))->gaps.empty());
        const GapId id = m_session->newGapId();
        must(m_session->record(m_case, {model::GapNoted{id, "employment", "2021-11-01", "2022-02-27", std::nullopt, "asked"},
                                        model::GapExplained{id, "cared for her father"}}));
        const auto after = must(Answers(*m_session).timeline(m_case, "2026-11-22"));
        QCOMPARE(after.gaps.size(), std::size_t(1));
        QVERIFY(after.gaps[0].found && after.gaps[0].isExplained() && after.gaps[0].noted == id);
    }

    void theDayMatters()
    {
        addQuestionnaire();
        QCOMPARE(session::dayText(must(Answers(*m_session).timeline(m_case, "")).asOf), std::string("2026-11-22")); // the clock's
        QVERIFY(must(Answers(*m_session).timeline(m_case, "2033-01-01")).gaps.empty()); // ten years on it is outside the window
        for (const char *day : {"2026-11-31", "today", "2026", "2026-11-22T00:00:00Z"})
            COMPARE_FAULT(Answers(*m_session).timeline(m_case, day), FaultCode::Malformed);
        m_session->lock();
        QVERIFY(!Answers(*m_session).timeline(m_case, "").ok());
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_session_answers.moc"
