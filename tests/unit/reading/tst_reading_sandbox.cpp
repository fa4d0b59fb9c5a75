// SPDX-License-Identifier: GPL-3.0-or-later
// Each attack is tried twice: without the sandbox it works (so the test means something), behind it it is refused.
#include "app/reader/sandbox.h"
#include "readerfixture.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

#include <dirent.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace caseward;

namespace {

constexpr int worked = 0, refused = 10;

// Wait status of `reader-attack <mode> <name> <target> <kind>`.
int attack(const char *mode, const std::string &name, const std::string &target, const char *kind = "pdf")
{
    const std::string program = CASEWARD_BINARY_DIR "/reader-attack";
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::execl(program.c_str(), program.c_str(), mode, name.c_str(), target.c_str(), kind, nullptr);
        ::_exit(99);
    }
    int status = -1;
    ::waitpid(pid, &status, 0);
    return status;
}

bool endedWith(int status, int code)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

bool diedOf(int status, int number)
{
    return WIFSIGNALED(status) && WTERMSIG(status) == number;
}

bool hasLandlock()
{
    const auto reader = tests::openDocument("hello", "a.txt");
    return reader.ok() && (*reader)->facts().isolation == reading::Isolation::Full;
}

} // namespace

class TestReadingSandbox : public QObject {
    Q_OBJECT
private slots:
    void init();
    void stillWorks_data();
    void stillWorks();
    void kills_data();
    void kills();
    void refuses_data();
    void refuses();
    void shutsEveryKindInAlike_data();
    void shutsEveryKindInAlike();
    void stopsMemoryBomb();
    void stopsGiantAnswer();
    void stopsEndlessLoop();
    void endsWithItsParent();
    void refusesWhenThreaded();
    void outlivesTheThreadThatOpenedIt();
    void leavesNoDescriptorsAndNoChildren();

private:
    std::string target() const { return m_directory.filePath("target").toStdString(); }
    QTemporaryDir m_directory;
};

void TestReadingSandbox::init()
{
    QFile file(QString::fromStdString(target()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
}

void TestReadingSandbox::stillWorks_data()
{
    QTest::addColumn<std::string>("name");
    for (const char *name : {"nothing", "answer", "read-poppler-data"})
        QTest::newRow(name) << std::string(name);
}

void TestReadingSandbox::stillWorks()
{
    QFETCH(std::string, name);
    QVERIFY(endedWith(attack("locked", name, target()), worked));
}

void TestReadingSandbox::kills_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("worksFree");
    for (const char *name :
         {"write-file", "make-file", "make-nameless-file", "cut-file", "make-directory", "remove-file", "rename-file",
          "change-mode", "socket", "connect", "send-elsewhere", "exec", "fork", "vfork", "ptrace", "signal-parent",
          "signal-parent-thread", "map-executable", "make-executable", "raise-limit"})
        QTest::newRow(name) << std::string(name) << true;
    // These two depend on the machine's settings when free.
    QTest::newRow("io-ring") << std::string("io-ring") << false;
    QTest::newRow("huge-page-memory") << std::string("huge-page-memory") << false;
}

void TestReadingSandbox::kills()
{
    QFETCH(std::string, name);
    QFETCH(bool, worksFree);
    const int status = attack("locked", name, target());
    QVERIFY2(diedOf(status, SIGSYS), qPrintable(QString("status %1").arg(status, 0, 16)));
    QFile file(QString::fromStdString(target()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
    if (worksFree)
        QVERIFY(endedWith(attack("free", name, target()), worked));
}

void TestReadingSandbox::refuses_data()
{
    QTest::addColumn<std::string>("name");
    for (const char *name : {"read-passwd", "read-own-memory-map", "read-library", "list-root", "thread"})
        QTest::newRow(name) << std::string(name);
}

void TestReadingSandbox::refuses()
{
    QFETCH(std::string, name);
    if (name != "thread" && !hasLandlock())
        QSKIP("this kernel has no Landlock");
    QVERIFY(endedWith(attack("locked", name, target()), refused));
    QVERIFY(endedWith(attack("free", name, target()), worked));
}

void TestReadingSandbox::shutsEveryKindInAlike_data()
{
    QTest::addColumn<std::string>("kind");
    for (const char *kind : {"text", "image", "mail", "word", "richtext", "table", "page", "archive", "form", "image+scans"})
        QTest::newRow(kind) << std::string(kind);
}

// What a kind warms up may leave nothing open that another kind's sandbox closes: the same list, the same ends.
void TestReadingSandbox::shutsEveryKindInAlike()
{
    QFETCH(std::string, kind);
    QVERIFY(endedWith(attack("locked", "nothing", target(), kind.c_str()), worked));
    QVERIFY(endedWith(attack("locked", "answer", target(), kind.c_str()), worked));
    for (const char *name :
         {"write-file", "make-file", "make-nameless-file", "cut-file", "make-directory", "remove-file", "rename-file",
          "change-mode", "socket", "connect", "send-elsewhere", "exec", "fork", "vfork", "ptrace", "signal-parent",
          "signal-parent-thread", "map-executable", "make-executable", "raise-limit", "io-ring", "huge-page-memory"})
        QVERIFY2(diedOf(attack("locked", name, target(), kind.c_str()), SIGSYS), name);
    QVERIFY(endedWith(attack("locked", "thread", target(), kind.c_str()), refused));
    QVERIFY(endedWith(attack("locked", "memory-bomb", target(), kind.c_str()), refused));
    QVERIFY(diedOf(attack("locked", "giant-answer", target(), kind.c_str()), SIGXFSZ));
    if (!hasLandlock())
        return;
    // Only a PDF's child may read anything at all: fonts and poppler-data.
    for (const char *name : {"read-passwd", "read-own-memory-map", "read-library", "list-root", "read-poppler-data"})
        QVERIFY2(endedWith(attack("locked", name, target(), kind.c_str()), refused), name);
}

void TestReadingSandbox::stopsMemoryBomb()
{
    QVERIFY(endedWith(attack("locked", "memory-bomb", target()), refused));
    QVERIFY(endedWith(attack("free", "memory-bomb", target()), worked));
}

void TestReadingSandbox::stopsGiantAnswer()
{
    QVERIFY(diedOf(attack("locked", "giant-answer", target()), SIGXFSZ));
    QVERIFY(endedWith(attack("free", "giant-answer", target()), worked));
}

void TestReadingSandbox::stopsEndlessLoop()
{
    const int status = attack("locked", "endless-loop", target());
    QVERIFY(diedOf(status, SIGKILL) || diedOf(status, SIGXCPU));
}

void TestReadingSandbox::endsWithItsParent()
{
    int ends[2] = {-1, -1}, ready[2] = {-1, -1};
    QVERIFY(::pipe(ends) == 0 && ::pipe(ready) == 0);
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::close(ends[1]);
        const char armed = reader::tieLifeTo(ends[0]) ? 'y' : 'n';
        if (::write(ready[1], &armed, 1) != 1)
            ::_exit(1);
        for (std::atomic<unsigned> turns{0};; ++turns) {
        }
    }
    ::close(ends[0]);
    char armed = 0;
    QVERIFY(::read(ready[0], &armed, 1) == 1);
    QCOMPARE(armed, 'y');
    ::close(ends[1]); // what the kernel does when a process dies
    int status = 0;
    ::waitpid(pid, &status, 0);
    QVERIFY(diedOf(status, SIGIO));
    ::close(ready[0]);
    ::close(ready[1]);

    // A parent that is gone already is noticed as well.
    QVERIFY(::pipe(ends) == 0);
    ::close(ends[1]);
    ::signal(SIGIO, SIG_IGN);
    QVERIFY(!reader::tieLifeTo(ends[0]));
    ::close(ends[0]);
}

void TestReadingSandbox::refusesWhenThreaded()
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        std::thread([] { ::pause(); }).detach();
        reader::Confinement confinement;
        confinement.memory = std::uint64_t(1) << 32;
        ::_exit(reader::lockDown(confinement) ? 0 : 7);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    QVERIFY(endedWith(status, 7));
}

void TestReadingSandbox::outlivesTheThreadThatOpenedIt()
{
    std::unique_ptr<reading::DocumentReader> reader;
    std::thread([&] {
        auto opened = tests::openDocument("hello", "a.txt");
        if (opened.ok())
            reader = std::move(opened).value();
    }).join();
    QVERIFY(reader != nullptr);
    const auto text = reader->pageText(1);
    QCOMPARE(tests::faultOf(text), std::string());
    QCOMPARE(text->text, std::string("hello"));
}

void TestReadingSandbox::leavesNoDescriptorsAndNoChildren()
{
    const auto descriptors = [] {
        int count = 0;
        DIR *directory = ::opendir("/proc/self/fd");
        while (::readdir(directory) != nullptr)
            ++count;
        ::closedir(directory);
        return count;
    };
    const int before = descriptors();
    for (int i = 0; i < 5; ++i) {
        const auto reader = tests::openDocument("hello", "a.txt");
        QCOMPARE(tests::faultOf(reader), std::string());
        const auto none = tests::openDocument(std::string("\0\1\2", 3), "a.txt");
        QCOMPARE(tests::faultOf(none), tests::nameOf(FaultCode::DocumentMislabelled));
    }
    QCOMPARE(descriptors(), before);
    QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1); // ECHILD: all are reaped
    QCOMPARE(errno, ECHILD);
}

QTEST_GUILESS_MAIN(TestReadingSandbox)
#include "tst_reading_sandbox.moc"
