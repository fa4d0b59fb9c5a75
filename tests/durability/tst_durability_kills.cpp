// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random moments of every writing use case. A child works on a vault and says through a pipe what it begins and
// what it was told is done; it is killed somewhere inside; the vault is opened again: every acknowledged entry is there,
// chains and documents verify, nothing half-written shows. CASEWARD_KILLS=5000 for a long run, CASEWARD_SEED to repeat one.
#include "core/ledger/ledger.h"
#include "tests/durability/usecases.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <random>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace caseward;
using namespace caseward::tests;

namespace {

// What the child was told is on disk: entry number `last` of a case has this hash.
struct Acknowledged {
    CaseId id;
    std::uint64_t last = 0;
    Digest hash;
};

void say(int pipe, const std::string &line)
{
    const std::string whole = line + "\n";
    if (::write(pipe, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size()))
        ::_exit(3);
}

void acknowledge(int pipe, session::Session &session, const CaseId &id)
{
    const auto entries = must(session.history(id));
    say(pipe, "done " + id.text() + " " + std::to_string(entries.size() - 1) + " " +
                  ledger::leafHash(viewOf(model::encodeEntry(entries.back()))).hex());
}

// Never returns: it is killed, or it ends having nothing left to do.
[[noreturn]] void work(Workshop &shop, const Path &vault, UseCase what, int serial, int pipe)
{
    session::Session session(shop.office.environment());
    must(unlock(session, vault, shop.ada));
    for (;; ++serial) {
        auto step = plan(shop, session, what, serial);
        if (!step) {
            say(pipe, "used-up");
            ::_exit(0);
        }
        if (!step->target.isNull())
            must(session.openCase(step->target));
        say(pipe, "begin");
        must(perform(shop, session, vault, *step));
        if (step->target.isNull())
            say(pipe, "done");
        else
            acknowledge(pipe, session, step->target);
    }
}

} // namespace

class TestKills : public QObject {
    Q_OBJECT

    std::unique_ptr<Workshop> m_shop;
    std::map<CaseId, Acknowledged> m_told;
    std::map<UseCase, int> m_begun, m_ended;

    // Reads what the child says until `word` or its end; false at the end.
    bool hear(FILE *from, const std::string &word)
    {
        char buffer[512];
        while (std::fgets(buffer, sizeof buffer, from)) {
            std::istringstream line(buffer);
            std::string first, id, hash;
            std::uint64_t last = 0;
            line >> first;
            if (line >> id >> last >> hash)
                m_told[must(CaseId::parse(id))] = {must(CaseId::parse(id)), last, must(Digest::parseHex(hash))};
            if (first == word)
                return true;
        }
        return false;
    }

    // One child, killed `wait` microseconds after it began its step. False when the vault is used up for that.
    bool killOne(const Path &vault, UseCase what, int serial, unsigned wait)
    {
        int ends[2];
        if (::pipe(ends) != 0)
            qFatal("no pipe");
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            work(*m_shop, vault, what, serial, ends[1]);
        }
        ::close(ends[1]);
        FILE *from = ::fdopen(ends[0], "r");
        const bool begun = hear(from, "begin");
        if (begun) {
            ::usleep(wait);
            ::kill(child, SIGKILL);
            while (hear(from, "")) { }
        }
        std::fclose(from);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (begun)
            ++(WIFSIGNALED(status) ? m_begun : m_ended)[what];
        return begun;
    }

    void check(const Path &vault, UseCase what, int serial)
    {
        session::Session session(m_shop->office.environment());
        VERIFY_OK(unlock(session, vault, m_shop->ada));
        for (const auto &[id, told] : m_told) {
            const auto history = session.history(id);
            VERIFY_OK(history);
            QVERIFY2(history->size() > told.last, "an acknowledged entry is lost");
            QVERIFY2(ledger::leafHash(viewOf(model::encodeEntry((*history)[told.last]))) == told.hash, "an acknowledged entry is another one");
        }
        NoProgress progress;
        const auto report = must(session.checkVault(progress));
        for (const auto &finding : report.problems)
            QFAIL(qPrintable(QString::fromStdString(finding.subject + ": " + finding.problem)));
        for (const session::DocketRow &row : must(session.docket())) {
            QVERIFY2(row.readable, row.problem.c_str());
            QVERIFY(!must(session.openCase(row.id))->facts.reference.empty());
        }
        for (const auto &item : std::filesystem::directory_iterator(m_shop->office.root()))
            if (item.path().filename().string().starts_with("backups-"))
                for (const Path &backup : backupsIn(item.path()))
                    VERIFY_OK(session::checkBackup(backup, {m_shop->office.officePem()}, progress));
        for (const std::string &orphan : report.orphans)
            QVERIFY2(orphan.starts_with("cases/"), orphan.c_str());
        // Whoever was cut off does the same again; where all bundles came in, the kill was too late to leave anything.
        auto again = plan(*m_shop, session, what, serial);
        if (what == UseCase::Import && again) {
            const Status done = perform(*m_shop, session, vault, *again);
            QVERIFY2(done.ok(), done.ok() ? "" : ("after a kill the import cannot be done again: " + done.fault().detail).c_str());
            QVERIFY(isDone(session, *again, 0));
        }
    }

public:
    // Thousands of kills take longer than Qt Test lets one function run.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "7200000"); }

private slots:
    void initTestCase() { m_shop = std::make_unique<Workshop>(3); }

    void killed()
    {
        const int wanted = qEnvironmentVariableIsSet("CASEWARD_KILLS") ? qEnvironmentVariableIntValue("CASEWARD_KILLS") : 320;
        const unsigned seed = qEnvironmentVariableIsSet("CASEWARD_SEED") ? qEnvironmentVariable("CASEWARD_SEED").toUInt() : std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        QElapsedTimer timer;
        timer.start();
        Path vault;
        int kills = 0, serial = 0, onThis = 0;
        // Every few kills a fresh vault: what a kill leaves is still there at the next ones.
        const auto renew = [&] {
            if (!vault.empty())
                std::filesystem::remove_all(vault.parent_path());
            for (const auto &item : std::filesystem::directory_iterator(m_shop->office.root()))
                if (item.path().filename().string().starts_with("backups-") || item.path().filename().string().starts_with("sent-"))
                    std::filesystem::remove_all(item.path());
            vault = m_shop->office.copyOf(m_shop->vault);
            m_told.clear();
            onThis = 0;
        };
        renew();
        while (kills < wanted) {
            const UseCase what = allUseCases[static_cast<std::size_t>(kills) % allUseCases.size()];
            // Reading a document in its child takes longest; everything else is over within some milliseconds.
            const unsigned longest = what == UseCase::AddDocument ? 150'000 : what == UseCase::Seal || what == UseCase::Import ? 60'000 : 12'000;
            serial += 100;
            if (onThis == 16 || !killOne(vault, what, serial, static_cast<unsigned>(random() % longest))) {
                renew();
                continue;
            }
            ++kills;
            ++onThis;
            check(vault, what, serial);
            if (QTest::currentTestFailed()) {
                qWarning("after kill %d in %s", kills, nameOf(what));
                return;
            }
        }
        for (const UseCase what : allUseCases) {
            qInfo("%-16s %d killed", nameOf(what), m_begun[what]);
            QVERIFY2(m_begun[what] > wanted / 16, "too few of these were really killed");
        }
        qInfo("%d kills in %.1f s", kills, static_cast<double>(timer.elapsed()) / 1000);
    }
};

QTEST_GUILESS_MAIN(TestKills)
#include "tst_durability_kills.moc"
