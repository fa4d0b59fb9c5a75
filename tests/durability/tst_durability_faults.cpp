// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, breaks once or is pulled out, at each system call of each writing use case in turn: a clear fault,
// nothing acknowledged is lost, what was refused is not there, and the work goes on as soon as the disk does.
#include "tests/durability/failingcalls.h"
#include "tests/durability/usecases.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;

class TestFaults : public QObject {
    Q_OBJECT

    std::unique_ptr<Workshop> m_shop;
    int m_serial = 0;

    using Histories = std::map<CaseId, std::vector<model::Entry>>;
    static Histories historiesOf(session::Session &session)
    {
        Histories all;
        for (const session::DocketRow &row : must(session.docket()))
            all[row.id] = must(session.history(row.id));
        return all;
    }
    // Every entry of `before` is in `after` where it was.
    static QString lost(const Histories &before, const Histories &after)
    {
        for (const auto &[id, entries] : before) {
            const auto now = after.find(id);
            if (now == after.end())
                return "case " + QString::fromStdString(id.text()) + " is gone";
            for (std::size_t index = 0; index < entries.size(); ++index)
                if (index >= now->second.size() || model::encodeEntry(entries[index]) != model::encodeEntry(now->second[index]))
                    return "entry " + QString::number(index) + " of " + QString::fromStdString(id.text()) + " is gone";
        }
        return {};
    }
    // What a vault may never be: not opening, not verifying, showing half of something.
    QString unsound(const Path &vault, const Histories &acknowledged)
    {
        session::Session session(m_shop->office.environment());
        const auto in = unlock(session, vault, m_shop->ada);
        if (!in.ok())
            return "does not open: " + QString::fromStdString(outcomeOf(in));
        NoProgress progress;
        const auto report = session.checkVault(progress);
        if (!report.ok())
            return "cannot be checked: " + QString::fromStdString(outcomeOf(report));
        if (!report->problems.empty())
            return QString::fromStdString(report->problems[0].subject + ": " + report->problems[0].problem);
        return lost(acknowledged, historiesOf(session));
    }
    static bool isClear(const Fault &fault, Failing how)
    {
        const bool full = how == Failing::Full || how == Failing::FullShort;
        return full ? fault.code == FaultCode::DiskFull : fault.code == FaultCode::IoFailed;
    }

    // One try with the n-th call failing. False when fewer calls than n are made: all were tried.
    bool tryOne(UseCase what, Failing how, std::uint64_t n)
    {
        const Path vault = m_shop->office.copyOf(m_shop->vault);
        FailingCalls::watch(m_shop->office.root().string());
        auto session = signIn(m_shop->office, vault, m_shop->ada);
        Step step = *plan(*m_shop, *session, what, ++m_serial);
        Histories before = historiesOf(*session);
        const auto known = before.find(step.target);
        const std::size_t had = known == before.end() ? 0 : known->second.size();

        FailingCalls::arm(how, n);
        const Status outcome = perform(*m_shop, *session, vault, step);
        FailingCalls::disarm();
        const bool failed = FailingCalls::failed();
        const QString at = QString(" (call %1: %2; answer: %3)").arg(n).arg(QString::fromStdString(FailingCalls::where()), QString::fromStdString(outcomeOf(outcome)));
        const auto check = [&](bool holds, const QString &words) {
            if (!holds)
                QTest::qFail(qPrintable(words + at), __FILE__, __LINE__);
            return holds;
        };
        bool sound = true;
        if (outcome.ok() && session->signedIn().readOnly) {
            // On a disk that cannot be written everything can still be read, and nothing claims to be kept.
            sound = check(what == UseCase::SignInAndOut && !session->signedIn().notices.empty(), "read-only without a word");
            sound = check(lost(before, historiesOf(*session)).isEmpty(), "not everything can be read") && sound;
            sound = check(codeOf(session->createCase(caseFacts("X-1"))) == FaultCode::VaultReadOnly, "not said to be read-only") && sound;
        } else if (outcome.ok()) {
            sound = check(isDone(*session, step, had), "acknowledged, but it does not show");
            before = historiesOf(*session);
        } else {
            sound = check(isClear(outcome.fault(), how), "not a clear fault") && sound;
            // The disk works again: the very same thing can be done, by the same session when it still is one.
            if (what == UseCase::Seal && std::filesystem::exists(step.file)) {
                // The disk went between the name of the file and its sync, and would not let the name be taken back: when it is
                // there again the bundle is, and the case is where the bundle says.
                session->lock();
                must(unlock(*session, vault, m_shop->ada));
                sound = check(isDone(*session, step, had), "neither sent nor kept") && sound;
                session.reset();
                const QString wrong = unsound(vault, before);
                return check(wrong.isEmpty(), wrong) && failed && sound;
            }
            if (session->isUnlocked())
                sound = check(!isDone(*session, step, had) || step.what == UseCase::SignInAndOut, "refused, but it shows") && sound;
            else
                must(unlock(*session, vault, m_shop->ada));
            const Status again = perform(*m_shop, *session, vault, step);
            sound = check(again.ok(), "cannot be done again: " + QString::fromStdString(outcomeOf(again))) && sound;
            before = historiesOf(*session);
        }
        session.reset();
        for (const Path &backup : what == UseCase::Backup ? backupsIn(step.file) : std::vector<Path>()) {
            NoProgress progress;
            const auto checked = session::checkBackup(backup, {m_shop->office.officePem()}, progress);
            sound = check(checked.ok(), "a backup that does not verify: " + QString::fromStdString(outcomeOf(checked))) && sound;
        }
        const QString wrong = unsound(vault, before);
        sound = check(wrong.isEmpty(), wrong) && sound;
        std::filesystem::remove_all(vault.parent_path());
        return failed && sound;
    }

public:
    // One row breaks each call of a use case in turn, a sign-in for each: on a busy machine longer than Qt Test lets one run.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "7200000"); }

private slots:
    void initTestCase() { m_shop = std::make_unique<Workshop>(1); }

    void everyCall_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("how");
        for (const UseCase what : allUseCases) {
            QTest::addRow("%s, disk full", nameOf(what)) << static_cast<int>(what) << static_cast<int>(Failing::Full);
            QTest::addRow("%s, short write, then full", nameOf(what)) << static_cast<int>(what) << static_cast<int>(Failing::FullShort);
            QTest::addRow("%s, one error", nameOf(what)) << static_cast<int>(what) << static_cast<int>(Failing::Once);
            QTest::addRow("%s, disk gone", nameOf(what)) << static_cast<int>(what) << static_cast<int>(Failing::Gone);
        }
    }
    void everyCall()
    {
        QFETCH(int, what);
        QFETCH(int, how);
        // A disk that is gone begins where one error did, and a short write where a full disk refused, call by call; some of them are enough
        // unless all are asked for.
        const auto failing = static_cast<Failing>(how);
        const bool all = qEnvironmentVariableIsSet("CASEWARD_EVERY_CALL");
        const std::uint64_t stride = all ? 1 : failing == Failing::Gone ? 6 : failing == Failing::FullShort ? 3 : 1;
        std::uint64_t n = 1;
        int tried = 0;
        for (; tryOne(static_cast<UseCase>(what), static_cast<Failing>(how), n); n += stride)
            ++tried;
        QVERIFY2(tried > 0, "no call was made to fail: nothing was tested");
        qInfo("%d of %d calls", tried, static_cast<int>(n));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_durability_faults.moc"
