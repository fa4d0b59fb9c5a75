// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions on reciprocity that come in a bundle are held against the rules that refuse them here: what no station of this program would
// have recorded is refused whole, in words; what it would have is taken.
#include "core/session/reciprocity.h"
#include "core/session/state.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <functional>

using namespace caseward;
using namespace caseward::tests;
using model::ReciprocityReply;
using session::Session;

using Change = std::function<void(model::ReciprocityDecided &)>;

class TestSessionReciprocity : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam;
    Path m_desk, m_benchVault;
    std::unique_ptr<Session> m_sender, m_receiver;
    NoProgress m_progress;

    // Declined for a question that is answered yes: the plainest decision that is sound.
    model::ReciprocityDecided sound()
    {
        const auto rules = must(session::ReciprocityDesk(*m_sender).rules());
        model::ReciprocityDecided event{rules->name(), "DIA", "Top Secret", "Secret", "2024-05-01", {}, false, {"S7-1"}, "new information"};
        for (const packs::ReciprocityQuestion &question : rules->questions)
            event.answers.push_back({question.id, question.id == "S7-1" ? ReciprocityReply::Yes : ReciprocityReply::No, "asked the agency"});
        return event;
    }
    // Written past the rules, as another program would.
    Path bundleWith(const model::ReciprocityDecided &event)
    {
        const CaseId id = intake(*m_sender, "PSH-26-0001");
        Session::State &state = m_sender->state();
        must(state.append(*must(state.caseOf(id)), {event}));
        const Path file = m_office->fresh("out.cwb");
        must(m_sender->exportBundle(sendTo(file, {id}, m_sam), m_progress));
        return file;
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_desk = m_office->makeVault("desk", {m_ada}, {m_sam});
        m_benchVault = m_office->makeVault("bench", {m_sam}, {m_ada});
    }
    void init()
    {
        m_sender = signIn(*m_office, m_office->copyOf(m_desk), m_ada);
        m_receiver = signIn(*m_office, m_office->copyOf(m_benchVault), m_sam);
    }
    void cleanup()
    {
        m_sender.reset();
        m_receiver.reset();
    }

    void aSoundOneIsTaken()
    {
        const Path file = bundleWith(sound());
        VERIFY_OK(m_receiver->importBundle(file, m_progress));
        QCOMPARE(must(m_receiver->docket()).size(), std::size_t(1));
    }

    void oneByTheDeskIsTaken()
    {
        const CaseId id = intake(*m_sender, "PSH-26-0001");
        must(session::ReciprocityDesk(*m_sender).decide(id, sound()));
        const Path file = m_office->fresh("out.cwb");
        must(m_sender->exportBundle(sendTo(file, {id}, m_sam), m_progress));
        VERIFY_OK(m_receiver->importBundle(file, m_progress));
    }

    void refused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *words, Change change) { QTest::newRow(name) << std::move(change) << QString(words); };
        using Event = model::ReciprocityDecided;
        row("accepted against an answer", "S7-1", [](Event &it) { it.accepted = true; it.grounds.clear(); });
        row("accepted with one open", "cannot be told", [](Event &it) {
            it.accepted = true;
            it.grounds.clear();
            it.answers[0].reply = ReciprocityReply::CannotTell;
        });
        row("a question left out", "is not answered", [](Event &it) { it.answers.pop_back(); });
        row("for what is answered no", "which is not answered yes", [](Event &it) { it.grounds = {"S7-2"}; });
        row("for nothing", "names the question", [](Event &it) { it.grounds.clear(); });
        row("no such question", "has no question", [](Event &it) { it.answers[2].question = "S7-99"; });
        row("answered twice", "answered twice", [](Event &it) { it.answers.push_back(it.answers[0]); });
        row("against the record", "the record says so", [](Event &it) { it.investigated = "2001-01-05"; });
        row("a day to come", "has not come yet", [](Event &it) { it.investigated = "2099-01-05"; });
        // By questions that are not held here: what any questions ask.
        row("elsewhere, for what is answered no", "not answered yes", [](Event &it) { it.rules = "xy-rules-1.0.0"; it.grounds = {"S7-2"}; });
        row("elsewhere, for nothing", "names the question", [](Event &it) { it.rules = "xy-rules-1.0.0"; it.grounds.clear(); });
        row("elsewhere, without a reason", "without a reason", [](Event &it) { it.rules = "xy-rules-1.0.0"; it.answers[1].reason = " "; });
        row("elsewhere, nothing asked", "which is", [](Event &it) { it.rules = "xy-rules-1.0.0"; it.answers.clear(); });
    }
    void refused()
    {
        QFETCH(Change, change);
        QFETCH(QString, words);
        model::ReciprocityDecided event = sound();
        change(event);
        const Path file = bundleWith(event);
        const auto outcome = m_receiver->importBundle(file, m_progress);
        COMPARE_FAULT(outcome, FaultCode::HistoryBroken);
        QVERIFY2(QString::fromStdString(outcome.fault().detail).contains(words), outcome.fault().detail.c_str());
        QVERIFY(outcome.fault().detail.find("decides on reciprocity against the rules") != std::string::npos);
        QVERIFY(must(m_receiver->docket()).empty());
        COMPARE_FAULT(m_receiver->inspectBundle(file, m_progress), FaultCode::HistoryBroken);
    }

    void otherQuestionsAreNoReasonToRefuse()
    {
        model::ReciprocityDecided event = sound();
        event.rules = "xy-rules-1.0.0";
        VERIFY_OK(m_receiver->importBundle(bundleWith(event), m_progress));
    }
};

QTEST_GUILESS_MAIN(TestSessionReciprocity)
#include "tst_session_reciprocity.moc"
