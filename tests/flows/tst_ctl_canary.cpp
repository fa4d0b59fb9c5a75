// SPDX-License-Identifier: GPL-3.0-or-later
// Marker strings go into documents, notes, reasons and passphrases; the real programs do the whole job, are killed, fail and are asked
// for a core image; then no file they could have written holds a marker in any of the encodings a leak would have.
#include "tests/flows/twostations.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace caseward;
using namespace caseward::tests;

namespace {

// As it would stand in a text, a JSON, a UTF-16 buffer of Qt, a hexadecimal or a base64 dump.
std::vector<QByteArray> spellings(const QString &marker)
{
    const QByteArray plain = marker.toUtf8();
    const QByteArray wide(reinterpret_cast<const char *>(marker.utf16()), marker.size() * 2);
    std::vector<QByteArray> all{plain, wide, plain.toHex(), plain.toHex().toUpper()};
    for (int shift = 0; shift < 3; ++shift) // whatever stood before it in the base64
        all.push_back((QByteArray(shift, ' ') + plain).toBase64().mid(4, plain.size() * 4 / 3 - 8));
    return all;
}

} // namespace

class CtlCanary : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    TestOffice m_office{"Bureau 7", SystemClock().now()};
    Member m_ada, m_max;
    Path m_stationA, m_stationB;
    const QStringList m_markers{"QUILLFEATHERONE", "QUILLFEATHERTWO", "QUILLFEATHERTHREE", "QUILLFEATHERFOUR", "QUILLFEATHERFIVE"};
    const QStringList m_in{"--case", "C-77"};

    // A program with a home, a temporary folder and XDG folders of its own, and its passphrase through a pipe.
    void prepare(QProcess &process) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(name, m_home.path());
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_home.path());
    }
    Answer run(const Path &station, const QStringList &command) const
    {
        QProcess process;
        prepare(process);
        process.start(QString(CASEWARD_BINARY_DIR) + "/casewardctl",
                      command + QStringList{"--json", "--vault", QString::fromStdString(station.string()), "--passphrase-fd", "0"});
        process.write(passphrase);
        process.closeWriteChannel();
        process.waitForFinished(120'000);
        Answer answer;
        answer.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        answer.json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        answer.errors = process.readAllStandardError();
        return answer;
    }
    QJsonObject a(const QStringList &command) const { return ran(run(m_stationA, command)); }
    QJsonObject b(const QStringList &command) const { return ran(run(m_stationB, command)); }
    static QJsonObject ran(const Answer &answer)
    {
        if (answer.exit != 0)
            qFatal("exit %d %s %s", answer.exit, QJsonDocument(answer.json).toJson().constData(), answer.errors.constData());
        return answer.json;
    }

    // Every file below these folders, but for the sources of the markers and what was exported in clear on purpose.
    void findNoMarker(const QStringList &folders, const QStringList &markers) const
    {
        std::vector<QByteArray> wanted;
        for (const QString &marker : markers)
            for (const QByteArray &spelling : spellings(marker))
                wanted.push_back(spelling);
        int files = 0;
        for (const QString &folder : folders) {
            for (const auto &item : std::filesystem::recursive_directory_iterator(folder.toStdString())) {
                if (!item.is_regular_file())
                    continue;
                ++files;
                const Bytes content = contentOf(item.path());
                const QByteArrayView view(reinterpret_cast<const char *>(content.data()), static_cast<qsizetype>(content.size()));
                for (const QByteArray &spelling : wanted)
                    QVERIFY2(!view.contains(spelling), (item.path().string() + " holds " + spelling.toStdString()).c_str());
            }
        }
        QVERIFY(files > 10);
    }
    [[nodiscard]] QStringList everywhere() const
    {
        return {m_home.path(), QString::fromStdString(m_stationA.string()), QString::fromStdString(m_stationB.string()), QString::fromStdString((m_office.root() / "out").string())};
    }
    [[nodiscard]] QString source(const std::string &name, const QString &content) const
    {
        must(writeFile(m_office.root() / name, viewOf(content.toStdString())));
        return QString::fromStdString((m_office.root() / name).string());
    }
    [[nodiscard]] QString out(const char *name) const { return QString::fromStdString((m_office.root() / "out" / name).string()); }

private slots:
    void initTestCase()
    {
        m_ada = m_office.enrol("Ada Rivera", {crypto::Role::Adjudicator});
        m_max = m_office.enrol("Max Lee", {crypto::Role::Supervisor});
        m_stationA = m_office.makeVault("adjudication", {m_ada}, {m_max});
        m_stationB = m_office.makeVault("supervision", {m_max}, {m_ada});
        std::filesystem::create_directory(m_office.root() / "out");
    }

    void theSearchFindsWhatItShould()
    {
        // A scanner that finds nothing anywhere would pass every test below.
        for (const QByteArray &spelling : spellings("QUILLFEATHERONE")) {
            const QByteArray text = "some words before QUILLFEATHERONE and after";
            const QByteArray wide(reinterpret_cast<const char *>(QString(text).utf16()), text.size() * 2);
            const bool found = text.contains(spelling) || wide.contains(spelling) || text.toHex().contains(spelling) || text.toHex().toUpper().contains(spelling) ||
                               text.toBase64().contains(spelling) || (' ' + text).toBase64().contains(spelling) || ("  " + text).toBase64().contains(spelling);
            QVERIFY2(found, spelling.constData());
        }
    }

    void theWholeJob()
    {
        const QString letter = source("letter.txt", "I was ashamed of QUILLFEATHERONE and paid 250 dollars every month.\n");
        a({"case", "create", "--reference", "C-77", "--subject", "QUILLFEATHERTWO"});
        a(QStringList{"document", "add", letter} + m_in);
        a(QStringList{"document", "show", "--document", "letter"} + m_in);
        a(QStringList{"find", "QUILLFEATHERONE"} + m_in);
        const QString tie = a(QStringList{"passage", "tie", "--document", "letter", "--quote", "ashamed of QUILLFEATHERONE", "--condition", "F 19(c)", "--weight", "3",
                                          "--note", "QUILLFEATHERTHREE"} + m_in)["passage"].toString();
        a(QStringList{"finding", "condition", "19(c)", "established", "--reason", "QUILLFEATHERFOUR"} + m_in);
        for (const char *mitigating : {"20(a)", "20(b)", "20(c)", "20(d)", "20(e)", "20(f)", "20(g)"})
            a(QStringList{"finding", "condition", mitigating, "no-evidence"} + m_in);
        a(QStringList{"finding", "guideline", "F", "against-subject", "--reason", "QUILLFEATHERFOUR"} + m_in);
        for (int factor = 1; factor <= 9; ++factor)
            a(QStringList{"factor", "weigh", QString("2(d)(%1)").arg(factor), "--text", "QUILLFEATHERFOUR"} + m_in);
        a(QStringList{"reasons", "write", source("reasons.txt", "QUILLFEATHERFIVE, the whole person weighed. [" + tie + "]\n")} + m_in);
        a(QStringList{"outcome", "propose", "deny"} + m_in);
        for (const char *check : {"adverse-without-statement", "review-levels"})
            a(QStringList{"explain", check, "deny", "--words", "QUILLFEATHERFOUR"} + m_in);
        a(QStringList{"sign", "--confirm", "DENY"} + m_in);
        a({"queue"});
        a(QStringList{"case", "history"} + m_in);
        a(QStringList{"bundle", "seal", out("1.cwb"), "--to", "Max Lee", "--purpose", "for review"} + m_in);
        b({"bundle", "inspect", out("1.cwb")});
        b({"bundle", "open", out("1.cwb")});
        b(QStringList{"changes"} + m_in);
        b(QStringList{"review", "concur", "--reason", "QUILLFEATHERFOUR"} + m_in);
        b(QStringList{"countersign"} + m_in);
        b({"vault", "check"});
        findNoMarker(everywhere(), m_markers + QStringList{passphrase});
    }

    void failuresAndRefusals()
    {
        // What goes wrong must not be written down either.
        QVERIFY(run(m_stationB, QStringList{"document", "add", source("QUILL.pdf", "%PDF-1.4 QUILLFEATHERONE")} + m_in).exit != 0);
        QVERIFY(run(m_stationB, QStringList{"passage", "tie", "--document", "letter", "--quote", "no QUILLFEATHERTWO here", "--condition", "F 19(c)"} + m_in).exit != 0);
        Bytes bundle = contentOf(m_office.root() / "out" / "1.cwb");
        bundle[bundle.size() / 2] ^= 1;
        must(writeFile(m_office.root() / "out" / "bent.cwb", bundle));
        QVERIFY(run(m_stationB, {"bundle", "open", out("bent.cwb")}).exit != 0);
        findNoMarker(everywhere(), m_markers + QStringList{passphrase});
    }

    void killedInTheMiddle()
    {
        QString content;
        for (int line = 0; line < 40'000; ++line)
            content += "QUILLFEATHERONE and QUILLFEATHERTWO in line " + QString::number(line) + "\n";
        const QString big = source("big.txt", content);
        a({"case", "create", "--reference", "C-78", "--subject", "S"});
        for (int milliseconds : {750, 900, 1'050, 1'200, 1'400}) {
            QProcess process;
            prepare(process);
            process.start(QString(CASEWARD_BINARY_DIR) + "/casewardctl",
                          {"document", "add", big, "--case", "C-78", "--vault", QString::fromStdString(m_stationA.string()), "--passphrase-fd", "0"});
            process.write(passphrase);
            process.closeWriteChannel();
            process.waitForFinished(milliseconds);
            process.kill();
            process.waitForFinished();
            findNoMarker(everywhere(), m_markers + QStringList{passphrase});
        }
        a({"queue"});
    }

    void noCoreImageComesEvenWhenAskedFor()
    {
        // The limit is raised from outside again and the program is made to abort while it holds an open vault: nothing may be dumped.
        QProcess process;
        prepare(process);
        process.start(QString(CASEWARD_BINARY_DIR) + "/casewardctl",
                      {"sign", "--case", "C-77", "--confirm", "DENY", "--vault", QString::fromStdString(m_stationB.string()), "--passphrase-fd", "0"});
        QVERIFY(process.waitForStarted());
        process.write(passphrase); // without an end of line it waits for more
        QTRY_VERIFY(QFile::exists("/proc/" + QString::number(process.processId()) + "/limits"));
        const auto settled = [&] { // past prepareProcess(): both core limits are 0, which nothing else sets
            QFile limits("/proc/" + QString::number(process.processId()) + "/limits");
            return limits.open(QIODevice::ReadOnly) && limits.readAll().simplified().contains("Max core file size 0 0 ");
        };
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 20'000);
        const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
        const bool raised = ::prlimit(static_cast<pid_t>(process.processId()), RLIMIT_CORE, &all, nullptr) == 0;
        ::kill(static_cast<pid_t>(process.processId()), SIGSEGV);
        process.waitForFinished();
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        if (!raised)
            qInfo("the limit cannot be raised by this user; only the program's own limit was tried");
        for (const auto &item : std::filesystem::recursive_directory_iterator(m_home.path().toStdString()))
            QVERIFY2(!QString::fromStdString(item.path().filename().string()).startsWith("core"), item.path().c_str());
        findNoMarker(everywhere(), m_markers + QStringList{passphrase});
    }
};

QTEST_GUILESS_MAIN(CtlCanary)
#include "tst_ctl_canary.moc"
