// SPDX-License-Identifier: GPL-3.0-or-later
// How a case that arrives stands to the copy that is here.
#include "tests/unit/flow/samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;

class TestImport : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam;
    NoProgress m_progress;
    std::unique_ptr<SampleCase> m_case;
    flow::SealCheck m_seal;
    flow::Contents m_contents;

    Result<flow::JudgedCase> judge(const std::vector<model::Entry> &here)
    {
        return flow::judgeCase(m_contents.cases[0], m_contents, m_seal, here, m_office->trust);
    }
    std::vector<model::Entry> first(std::size_t count) const
    {
        const auto &all = m_case->history.entries();
        return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
    }

    // The bundle of a case with these entries more, opened as its recipient does.
    void carry(const std::vector<model::Event> &further)
    {
        m_case = std::make_unique<SampleCase>(*m_office, m_ada);
        const DocumentId report = m_case->addDocument("Report", {"There were unpaid debts."});
        m_case->tie(report, "unpaid debts", "19(c)");
        m_case->addDocument("Letter", {"Dear office."});
        for (const model::Event &event : further)
            m_case->add(event);
        const Path file = m_office->fresh("out.cwb");
        must(writeTo(file, draftBundle(*m_office, *m_case, m_ada, {m_sam}), m_ada, *m_office, m_progress));
        m_seal = must(flow::checkSeal(file, m_office->trust, m_progress));
        m_contents = must(flow::openContents(file, m_seal, m_sam.credential, m_office->trust, m_progress));
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
    }

    void init()
    {
        carry({});
    }

    // A sound history in every other way: its steps are held to the table of stages.
    void stepsAgainstTheTable()
    {
        using model::Stage;
        carry({model::StageMoved{Stage::InReview, Stage::InfoRequested, "", "proof of payment"}, model::StageMoved{Stage::InfoRequested, Stage::InReview, "", "it came"}});
        VERIFY_OK(judge({}));
        carry({model::StageMoved{Stage::InReview, Stage::Denied, "", "at once"}});
        COMPARE_FAULT(judge({}), FaultCode::HistoryBroken);
        carry({model::StageMoved{Stage::Screening, Stage::Ready, "", "it never was there"}});
        COMPARE_FAULT(judge({}), FaultCode::HistoryBroken);
        carry({model::StageMoved{Stage::InReview, Stage::SorDraft, "", ""}, model::StageMoved{Stage::SorDraft, Stage::SorReview, "", ""},
               model::StageMoved{Stage::SorReview, Stage::SorIssued, "", "by one person alone"}});
        COMPARE_FAULT(judge({}), FaultCode::HistoryBroken);
    }

    void newHere()
    {
        const auto judged = must(judge({}));
        QCOMPARE(judged.known, std::uint64_t(0));
        QCOMPARE(judged.newDocuments.size(), std::size_t(2));
        QVERIFY(!judged.received);
        QCOMPARE(flow::verdictWords(judged, m_case->history.size()), std::string("new here"));
    }

    void continuesWhatIsHere()
    {
        const std::size_t all = m_case->history.size();
        const auto judged = must(judge(first(4))); // opened, introduced, report, tie
        QCOMPARE(judged.known, std::uint64_t(4));
        QCOMPARE(judged.newDocuments.size(), std::size_t(1));
        QCOMPARE(flow::verdictWords(judged, all), "continues the one here by " + std::to_string(all - 4) + " entries");
        const auto whole = must(judge(first(all)));
        QCOMPARE(whole.known, static_cast<std::uint64_t>(all));
        QVERIFY(whole.newDocuments.empty());
        QCOMPARE(flow::verdictWords(whole, all), std::string("nothing new"));
    }

    void goneOnHere()
    {
        m_case->add(model::CustodyReceived{BundleId::make(m_office->clock, m_office->random), m_ada.fingerprint()});
        COMPARE_FAULT(judge(m_case->history.entries()), FaultCode::Forked);
    }

    void partedWays()
    {
        auto here = first(4);
        here[3].body.object()["note"] = "another note";
        const auto judged = judge(here);
        COMPARE_FAULT(judged, FaultCode::Forked);
        QCOMPARE(judged.fault().arguments.front().second, std::string("3"));
        // Even when the one here is longer, the place where they part is named.
        here = m_case->history.entries();
        here[2].at.milliseconds += 1;
        COMPARE_FAULT(judge(here), FaultCode::Forked);
    }

    void importThatWasCutOffIsGoneOnWith()
    {
        m_case->introduce(m_sam);
        m_case->addAs(m_sam, model::CustodyReceived{m_seal.label.bundle, m_ada.fingerprint()});
        const auto judged = must(judge(m_case->history.entries()));
        QVERIFY(judged.received);
        QVERIFY(judged.newDocuments.empty());
        // With anything after the receipt it is work done here.
        m_case->addAs(m_sam, model::CustodyReceived{m_seal.label.bundle, m_ada.fingerprint()});
        COMPARE_FAULT(judge(m_case->history.entries()), FaultCode::Forked);
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_flow_import.moc"
