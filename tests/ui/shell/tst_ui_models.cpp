// SPDX-License-Identifier: GPL-3.0-or-later
// The worker (order, cancel, dead contexts) and the case model (undo and redo of whole commands, refusals) on a real vault.
#include "tests/support/testoffice.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/models/docketmodel.h"
#include "ui/models/entrywords.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace caseward;
using namespace caseward::ui;

class TestUiModels : public QObject {
    Q_OBJECT
    std::unique_ptr<tests::TestOffice> m_office;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<CaseModel> m_model;
    std::unique_ptr<tests::Member> m_rivera;
    Path m_vault;

    static model::Event finding(const char *condition)
    {
        return model::ConditionFound{{"us-sead4-2017", condition}, model::ConditionFinding::NoEvidence, "nothing in the record"};
    }
    [[nodiscard]] std::size_t findings() const { return m_model->dossier()->conditions.size(); }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<tests::TestOffice>();
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_vault = m_office->makeVault("station", {*m_rivera}, {});
    }

    void init()
    {
        m_worker = std::make_unique<Worker>(m_office->environment());
        m_model = std::make_unique<CaseModel>(m_worker.get());
        CaseId id;
        bool ready = false;
        const Path vault = m_office->copyOf(m_vault);
        m_worker->run<session::SignedIn>(
            this, [this, vault](session::Session &session, Progress &) { return tests::unlock(session, vault, *m_rivera); },
            [this](const Result<session::SignedIn> &who) { m_model->setSignedIn(who.value()); });
        m_worker->run<CaseId>(
            this,
            [](session::Session &session, Progress &) {
                session::NewCase facts;
                facts.reference = "PSH-26-0002";
                facts.subject = "S-1";
                return session.createCase(facts);
            },
            [&](const Result<CaseId> &made) { id = made.value(); ready = true; });
        QTRY_VERIFY(ready);
        QSignalSpy opened(m_model.get(), &CaseModel::opened);
        m_model->open(id);
        QVERIFY(opened.wait(10000));
    }

    void cleanup()
    {
        m_model.reset();
        m_worker.reset();
    }

    void commandOfTwoEventsIsUndoneAsAWhole()
    {
        m_model->record({finding("17(a)"), finding("17(b)")});
        m_model->record({finding("17(c)")});
        QTRY_COMPARE(findings(), std::size_t(3));
        const auto before = m_model->dossier()->size;
        m_model->undo();
        QTRY_COMPARE(findings(), std::size_t(2));
        m_model->undo();
        QTRY_COMPARE(findings(), std::size_t(0));
        QCOMPARE(m_model->dossier()->size, before + 3); // undo is written down, nothing is erased
        QVERIFY(!m_model->canUndo() && m_model->canRedo());
        m_model->redo();
        QTRY_COMPARE(findings(), std::size_t(2));
        m_model->redo();
        QTRY_COMPARE(findings(), std::size_t(3));
        m_model->undo();
        QTRY_COMPARE(findings(), std::size_t(2));
        m_model->record({finding("17(d)")}); // something new: what was undone cannot come back
        QTRY_COMPARE(findings(), std::size_t(3));
        QVERIFY(!m_model->canRedo());
    }

    void refusalChangesNothing()
    {
        QSignalSpy failed(m_model.get(), &CaseModel::failed), changed(m_model.get(), &CaseModel::changed);
        m_model->record({finding("17(a)"), finding("99(z)")});
        QVERIFY(failed.wait(10000));
        QCOMPARE(failed[0][0].value<Fault>().code, FaultCode::UnknownCondition);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(findings(), std::size_t(0));
        QVERIFY(!m_model->canUndo());
    }

    void answerForAnotherCaseIsDropped()
    {
        QSignalSpy changed(m_model.get(), &CaseModel::changed);
        m_model->record({finding("17(a)")});
        m_model->close();
        QTRY_VERIFY(!m_worker->isBusy());
        QCOMPARE(changed.count(), 0);
        QVERIFY(!m_model->isOpen());
    }

    void waitingRequestIsDroppedWhenCancelled()
    {
        std::atomic<bool> go{false};
        QList<int> order;
        bool ran = false;
        m_worker->run<int>(this, [&go](session::Session &, Progress &) -> Result<int> {
            while (!go)
                QThread::msleep(1);
            return 1;
        }, [&order](const Result<int> &) { order << 1; });
        FaultCode code = FaultCode::Internal;
        const RequestId second = m_worker->run<int>(this, [&ran](session::Session &, Progress &) -> Result<int> { ran = true; return 2; },
                                                    [&](const Result<int> &result) { order << 2; code = result.fault().code; });
        auto *gone = new QObject;
        m_worker->run<int>(gone, [](session::Session &, Progress &) -> Result<int> { return 3; }, [&order](const Result<int> &) { order << 3; });
        delete gone;
        m_worker->cancel(second);
        QVERIFY(m_worker->isBusy());
        go = true;
        QTRY_VERIFY(!m_worker->isBusy());
        QCOMPARE(order, (QList<int>{1, 2}));
        QCOMPARE(code, FaultCode::Cancelled);
        QVERIFY(!ran);
    }

    void runningRequestHearsCancel()
    {
        std::atomic<bool> started{false};
        FaultCode code = FaultCode::Internal;
        const RequestId id = m_worker->run<int>(this, [&started](session::Session &, Progress &progress) -> Result<int> {
            started = true;
            for (std::uint64_t i = 0; progress.advance(i, 1000000); ++i)
                QThread::msleep(1);
            return cancelled();
        }, [&code](const Result<int> &result) { code = result.fault().code; });
        QTRY_VERIFY(started);
        m_worker->cancel(id);
        QTRY_COMPARE(code, FaultCode::Cancelled);
    }

    void everyRowBelongsToOnePart()
    {
        session::DocketRow row;
        QCOMPARE(partOf(row), DocketPart::Mine);
        row.status = model::CaseStatus::Signed;
        QCOMPARE(partOf(row), DocketPart::NeedsCountersign);
        row.custodyHere = false;
        QCOMPARE(partOf(row), DocketPart::Elsewhere);
        row.custodyHere = true;
        row.status = model::CaseStatus::Returned;
        QCOMPARE(partOf(row), DocketPart::Returned);
        row.status = model::CaseStatus::Countersigned;
        QCOMPARE(partOf(row), DocketPart::Closed);
        row.readable = false;
        QCOMPARE(partOf(row), DocketPart::Mine);
    }

    void overdueIsAWord()
    {
        const QDate today(2026, 11, 22);
        QCOMPARE(dueWords("2026-12-04", today).text, QStringLiteral("4 Dec (12 days)"));
        QCOMPARE(dueWords("2026-11-21", today).text, QStringLiteral("overdue 1 day"));
        QVERIFY(dueWords("2026-11-21", today).overdue && !dueWords("2026-11-22", today).overdue);
        QCOMPARE(dueWords("2027-01-01", today).text, QStringLiteral("1 Jan 2027 (40 days)"));
        QVERIFY(dueWords("", today).text.isEmpty());
    }

    void everyKindOfEntryHasWords()
    {
        const std::vector<model::Event> events{model::CaseOpened{}, model::PassageTied{}, model::EntryWithdrawn{}, model::CustodySent{}, model::PagesDisplayed{}};
        for (const model::Event &event : events) {
            const std::string kind = model::eventKind(event);
            QVERIFY2(kindWord(kind) != text(kind), kind.c_str());
        }
        QCOMPARE(kindWord("something.newer"), QStringLiteral("something.newer"));
    }
};

QTEST_GUILESS_MAIN(TestUiModels)
#include "tst_ui_models.moc"
