// SPDX-License-Identifier: GPL-3.0-or-later
// The lock of a vault against a second holder here, in another process, and against readers.
#include "core/store/vaultlock.h"
#include "tests/support/outcomes.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

class TestStoreVaultLock : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Path vault(const char *name) const
    {
        const Path folder = Path(m_folder.path().toStdString()) / name;
        std::filesystem::create_directory(folder);
        return folder;
    }
    static Result<VaultLock> alone(const Path &vault) { return VaultLock::acquire(vault, Sharing::Alone); }
    static Result<VaultLock> reading(const Path &vault) { return VaultLock::acquire(vault, Sharing::Readers); }

private slots:
    void holdsAgainstAnotherDescriptor()
    {
        auto first = alone(vault("two"));
        VERIFY_OK(first);
        const auto second = alone(vault("two"));
        COMPARE_FAULT(second, FaultCode::VaultLocked);
        QVERIFY(second.fault().detail.find("process " + std::to_string(QCoreApplication::applicationPid())) != std::string::npos);
        {
            const VaultLock moved = std::move(first).value();
            COMPARE_FAULT(alone(vault("two")), FaultCode::VaultLocked);
            COMPARE_FAULT(reading(vault("two")), FaultCode::VaultLocked);
        }
        VERIFY_OK(alone(vault("two")));
    }

    void readersShareIt()
    {
        VERIFY_OK(reading(vault("read"))); // no lock file: nobody has written there
        VERIFY_OK(alone(vault("read")));
        const auto one = reading(vault("read"));
        VERIFY_OK(one);
        VERIFY_OK(reading(vault("read")));
        COMPARE_FAULT(alone(vault("read")), FaultCode::VaultLocked);
    }

    void assigningLetsTheOldOneGo()
    {
        auto one = alone(vault("one"));
        auto other = alone(vault("other"));
        QVERIFY(one.ok() && other.ok());
        {
            VaultLock taken = std::move(one).value();
            VaultLock held = std::move(other).value();
            held = std::move(taken);
        }
        VERIFY_OK(alone(vault("one")));
        VERIFY_OK(alone(vault("other")));
    }

    void holdsAgainstAnotherProcess()
    {
        const QString flock = QStandardPaths::findExecutable(QStringLiteral("flock"));
        if (flock.isEmpty())
            QSKIP("flock(1) is not installed");
        const Path folder = vault("process");
        const QString file = QString::fromStdString((folder / "lock").string());
        {
            const auto held = alone(folder);
            VERIFY_OK(held);
            QCOMPARE(QProcess::execute(flock, {"-n", file, "true"}), 1);
        }
        QCOMPARE(QProcess::execute(flock, {"-n", file, "true"}), 0);

        QProcess other;
        other.start(flock, {"-n", file, "sh", "-c", "echo held; read wait"});
        QVERIFY(other.waitForReadyRead(20'000));
        COMPARE_FAULT(alone(folder), FaultCode::VaultLocked);
        other.write("\n");
        QVERIFY(other.waitForFinished(20'000));
        VERIFY_OK(alone(folder));
    }
};

QTEST_GUILESS_MAIN(TestStoreVaultLock)
#include "tst_store_vaultlock.moc"
