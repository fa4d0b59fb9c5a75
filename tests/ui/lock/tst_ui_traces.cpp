// SPDX-License-Identifier: GPL-3.0-or-later
// What a sitting leaves on the disk outside the vault: nothing. Home, configuration, caches, temporary and runtime files
// are pointed at an empty folder before Qt starts; at the end it must be empty still.
#include "app/desktop/traces.h"
#include "tests/ui/lock/sitting.h"

#include <QDirIterator>
#include <QFileDialog>
#include <QPushButton>
#include <QTemporaryDir>

using namespace caseward;
using namespace caseward::tests;
using namespace caseward::ui;

namespace {

constexpr const char *variables[] = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"};

QStringList filesBelow(const QString &folder)
{
    QStringList found;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (walk.hasNext())
        found << walk.next().mid(folder.size());
    found.sort();
    return found;
}

} // namespace

class TestUiTraces : public QObject {
    Q_OBJECT
    QString m_home;
    Sitting m_sitting;

    MainWindow &window() { return m_sitting.window(); }
    // Chooses a file in the dialog that a command opens, as a person who types its name.
    void choose(const char *command, const QString &file)
    {
        window().registry()->trigger(QLatin1String(command));
        QTRY_VERIFY(window().findChild<QFileDialog *>());
        auto *dialog = window().findChild<QFileDialog *>();
        QVERIFY(dialog->testOption(QFileDialog::DontUseNativeDialog));
        dialog->setDirectory(QFileInfo(file).absolutePath());
        dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(QFileInfo(file).fileName());
        static_cast<QDialog *>(dialog)->accept();
        QTRY_VERIFY(m_sitting.idle());
    }

public:
    explicit TestUiTraces(const QString &home) : m_home(home) {}

private slots:
    void aSittingLeavesNoFile()
    {
        QCOMPARE(filesBelow(m_home), QStringList());
        m_sitting.start();
        m_sitting.openTheCase();
        for (const char *place : {"queue", "screening", "review", "timeline", "decision", "supervision", "exchange", "audit", "queue"}) {
            window().go(QLatin1String(place));
            QTRY_VERIFY(m_sitting.idle());
        }
        const QString more = QString::fromStdString((m_sitting.office.root() / "second zq letter.txt").string());
        must(writeFile(more.toStdString(), viewOf("Another zqletter.\n")));
        choose("queue.files", more);
        QTRY_VERIFY(m_sitting.window().findChild<QPushButton *>(QStringLiteral("intake.start")));
        m_sitting.press("intake.start");
        QTRY_VERIFY(m_sitting.idle());
        window().registry()->trigger(QStringLiteral("shell.theme"));
        window().grab();
        window().lockNow();
        QTRY_VERIFY(m_sitting.idle());
        m_sitting.station.reset();
        QCOMPARE(filesBelow(m_home), QStringList());
        const QStringList beside = filesBelow(QString::fromStdString(m_sitting.office.root().string()));
        for (const QString &file : beside)
            QVERIFY2(!file.contains(QLatin1String("recent"), Qt::CaseInsensitive) && !file.contains(QLatin1String("thumb"), Qt::CaseInsensitive), qPrintable(file));
    }
};

int main(int count, char **words)
{
    QTemporaryDir home;
    for (const char *variable : variables)
        qputenv(variable, home.path().toUtf8());
    keepNothingElsewhere();
    QApplication application(count, words);
    TestUiTraces test(home.path());
    return QTest::qExec(&test, count, words);
}

#include "tst_ui_traces.moc"
