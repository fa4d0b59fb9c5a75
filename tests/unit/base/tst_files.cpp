// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/descriptor.h"
#include "core/base/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace caseward;

class TestFiles : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    Path path(const char *name) const { return Path(m_folder.path().toStdString()) / name; }
    QStringList everything() const
    {
        return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    static mode_t modeOf(const Path &file)
    {
        struct stat status = {};
        return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 07777u : 0u;
    }

private slots:
    void init()
    {
        QDir folder(m_folder.path());
        const QStringList names = everything();
        for (const QString &name : names)
            QVERIFY(QFile::remove(folder.filePath(name)) || QDir(folder.filePath(name)).removeRecursively());
    }

    void writesAndReads()
    {
        QVERIFY(writeFile(path("a"), viewOf("hello")).ok());
        QCOMPARE(toText(*readFile(path("a"), 5)), std::string("hello"));
        QCOMPARE(modeOf(path("a")), mode_t{0600});
        QCOMPARE(everything(), QStringList{"a"});
    }

    void emptyAndLargeFiles()
    {
        QVERIFY(writeFile(path("empty"), {}).ok());
        QVERIFY(readFile(path("empty"), 0)->empty());
        Bytes large(3'000'001, 0x5a);
        large.back() = 1;
        QVERIFY(writeFile(path("large"), large).ok());
        QVERIFY(*readFile(path("large"), large.size()) == large);
        QCOMPARE(readFile(path("large"), large.size() - 1).fault().code, FaultCode::TooLarge);
    }

    void neverOverwrites()
    {
        QVERIFY(writeFile(path("a"), viewOf("first")).ok());
        const Status refused = writeFile(path("a"), viewOf("second"));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::AlreadyExists);
        QCOMPARE(toText(*readFile(path("a"), 100)), std::string("first"));
        QCOMPARE(everything(), QStringList{"a"});
    }

    void neverOverwritesADanglingLink()
    {
        QVERIFY(::symlink("nowhere", path("a").c_str()) == 0);
        QCOMPARE(writeFile(path("a"), viewOf("x")).fault().code, FaultCode::AlreadyExists);
        QCOMPARE(everything(), QStringList{"a"});
    }

    void replacesWhenToldTo()
    {
        QVERIFY(writeFile(path("a"), viewOf("first")).ok());
        QVERIFY(writeFile(path("a"), viewOf("second"), Overwrite::Replace).ok());
        QVERIFY(writeFile(path("b"), viewOf("new"), Overwrite::Replace).ok());
        QCOMPARE(toText(*readFile(path("a"), 100)), std::string("second"));
        QCOMPARE(everything(), (QStringList{"a", "b"}));
    }

    void readingRefusesWhatIsNoFile()
    {
        QCOMPARE(readFile(path("absent"), 10).fault().code, FaultCode::NotFound);
        QCOMPARE(readFile(m_folder.path().toStdString(), 10).fault().code, FaultCode::NotFound);
        QVERIFY(::mkfifo(path("fifo").c_str(), 0600) == 0);
        QCOMPARE(readFile(path("fifo"), 10).fault().code, FaultCode::NotFound); // and does not hang
        QCOMPARE(readFile("/dev/zero", 10).fault().code, FaultCode::NotFound);
    }

    void writingIntoAnAbsentFolder()
    {
        QCOMPARE(writeFile(path("absent") / "a", viewOf("x")).fault().code, FaultCode::NotFound);
        QVERIFY(writeFile(path("file"), {}).ok());
        QCOMPARE(writeFile(path("file") / "a", viewOf("x")).fault().code, FaultCode::NotFound);
    }

    void longFinalNames()
    {
        const std::string name(255, 'n');
        QVERIFY(writeFile(path(name.c_str()), viewOf("x")).ok());
        QVERIFY(!writeFile(path((name + "n").c_str()), viewOf("x")).ok());
        QCOMPARE(everything().size(), 1);
    }

    void pendingFileGoesAwayUnlessCommitted()
    {
        {
            auto pending = PendingFile::create(path("a"));
            QVERIFY(pending.ok());
            QVERIFY(pending->write(viewOf("half")).ok());
            QCOMPARE(everything().size(), 1);
            QVERIFY(!QFile::exists(m_folder.filePath("a")));
            QCOMPARE(modeOf(pending->temporaryPath()), mode_t{0600});
        }
        QCOMPARE(everything(), QStringList());
    }

    void pendingFileCommits()
    {
        auto created = PendingFile::create(path("a"));
        QVERIFY(created.ok());
        PendingFile pending = std::move(created).value();
        QVERIFY(pending.write(viewOf("one ")).ok());
        QVERIFY(pending.sync().ok());
        QVERIFY(pending.write(viewOf("two")).ok());
        QVERIFY(pending.commit().ok());
        QCOMPARE(toText(*readFile(path("a"), 100)), std::string("one two"));
        QCOMPARE(pending.write(viewOf("three")).fault().code, FaultCode::Internal);
        QCOMPARE(pending.commit().fault().code, FaultCode::Internal);
        QCOMPARE(everything(), QStringList{"a"});
    }

    void commitLosesARaceCleanly()
    {
        auto pending = PendingFile::create(path("a"));
        QVERIFY(pending.ok());
        QVERIFY(pending->write(viewOf("mine")).ok());
        QVERIFY(writeFile(path("a"), viewOf("theirs")).ok());
        QCOMPARE(pending->commit().fault().code, FaultCode::AlreadyExists);
        QCOMPARE(toText(*readFile(path("a"), 100)), std::string("theirs"));
        QCOMPARE(everything(), QStringList{"a"});
    }

    void aFullDeviceIsDiskFull()
    {
        const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
        QVERIFY(full >= 0);
        const Status refused = writeFully(full, viewOf("x"), "/dev/full");
        ::close(full);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::DiskFull);
    }

    void aFailedWriteLeavesNothing()
    {
        // A limit on the size of files stands for a disk that fills up in the middle of a write.
        rlimit before = {};
        QVERIFY(::getrlimit(RLIMIT_FSIZE, &before) == 0);
        rlimit small = before;
        small.rlim_cur = 1000;
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        QVERIFY(::setrlimit(RLIMIT_FSIZE, &small) == 0);
        const Status whole = writeFile(path("a"), Bytes(5000));
        auto pending = PendingFile::create(path("b"));
        const Status first = pending->write(Bytes(900));
        const Status second = pending->write(Bytes(900));
        const Status third = pending->write(Bytes(1));
        const Status committed = pending->commit();
        QVERIFY(::setrlimit(RLIMIT_FSIZE, &before) == 0);
        std::signal(SIGXFSZ, oldHandler);
        QCOMPARE(whole.fault().code, FaultCode::DiskFull);
        QVERIFY(first.ok());
        QCOMPARE(second.fault().code, FaultCode::DiskFull);
        QCOMPARE(third.fault().code, FaultCode::Internal); // a file with a hole in it is never committed
        QCOMPARE(committed.fault().code, FaultCode::Internal);
        QCOMPARE(everything(), QStringList());
    }

    void errnoMapping()
    {
        const auto code = [](int error) { return faultFromErrno(error, "write", "/x").code; };
        QCOMPARE(code(ENOENT), FaultCode::NotFound);
        QCOMPARE(code(EEXIST), FaultCode::AlreadyExists);
        QCOMPARE(code(EACCES), FaultCode::PermissionDenied);
        QCOMPARE(code(EROFS), FaultCode::PermissionDenied);
        QCOMPARE(code(ENOSPC), FaultCode::DiskFull);
        QCOMPARE(code(EDQUOT), FaultCode::DiskFull);
        QCOMPARE(code(EIO), FaultCode::IoFailed);
        const Fault fault = faultFromErrno(EIO, "sync", "/some/where");
        QVERIFY(fault.detail.find("/some/where") != std::string::npos);
        QVERIFY(fault.detail.find("sync") != std::string::npos);
    }

    void directories()
    {
        QVERIFY(makeDirectory(path("d")).ok());
        QCOMPARE(modeOf(path("d")), mode_t{0700});
        QCOMPARE(makeDirectory(path("d")).fault().code, FaultCode::AlreadyExists);
        QCOMPARE(makeDirectory(path("absent") / "d").fault().code, FaultCode::NotFound);
        QVERIFY(syncDirectory(path("d")).ok());
        QCOMPARE(syncDirectory(path("absent")).fault().code, FaultCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
