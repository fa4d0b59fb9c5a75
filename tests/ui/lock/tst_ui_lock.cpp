// SPDX-License-Identifier: GPL-3.0-or-later
// The lock: nothing of a case stays in any widget, what was being written is on disk, and minutes without a key lock too.
#include "core/session/backups.h"
#include "tests/ui/lock/sitting.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/decision/recordedtext.h"
#include "ui/shell/idlelock.h"

#include <QAction>
#include <QClipboard>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QFileDialog>
#include <QMetaProperty>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTextDocument>

using namespace caseward;
using namespace caseward::tests;
using namespace caseward::ui;

namespace {

void addWords(const QVariant &value, QStringList &all)
{
    if (value.canConvert<QStringList>())
        all << value.toStringList();
    else if (value.canConvert<QString>())
        all << value.toString();
}

void addRows(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &all)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (int role = 0; role < Qt::UserRole + 32; ++role)
                addWords(model.data(index, role), all);
            if (column == 0)
                addRows(model, index, all);
        }
    }
}

// Every string that any object of the program holds where Qt can see it.
QStringList everyWord()
{
    QList<QPointer<QObject>> objects{qApp};
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        objects << widget;
        for (QObject *child : widget->findChildren<QObject *>())
            objects << child;
    }
    QStringList all;
    for (const QPointer<QObject> &object : std::as_const(objects)) {
        if (!object)
            continue; // reading a property of another one has replaced it
        const QMetaObject *kind = object->metaObject();
        for (int i = 0; i < kind->propertyCount() && object; ++i)
            addWords(kind->property(i).read(object), all);
        if (!object)
            continue;
        for (const QByteArray &name : object->dynamicPropertyNames())
            addWords(object->property(name), all);
        if (const auto *model = qobject_cast<const QAbstractItemModel *>(object.data()))
            addRows(*model, {}, all);
        if (const auto *document = qobject_cast<const QTextDocument *>(object.data()))
            all << document->toRawText();
    }
    return all;
}

QStringList marked(const QStringList &all)
{
    QStringList found;
    for (const QString &words : all) {
        for (const char *marker : {markerCase, markerSubject, markerText, markerNote, markerTitle}) {
            if (words.contains(QLatin1String(marker)))
                found << words.left(120);
        }
    }
    return found;
}

} // namespace

class TestUiLock : public QObject {
    Q_OBJECT
    std::unique_ptr<Sitting> m_sitting;

    MainWindow &window() { return m_sitting->window(); }
    void lock()
    {
        Sitting::key(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(!window().isInside() && m_sitting->idle());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

private slots:
    void init()
    {
        m_sitting = std::make_unique<Sitting>();
        m_sitting->start();
    }
    void cleanup() { m_sitting.reset(); }

    void nothingOfTheCaseStaysInAWidget()
    {
        m_sitting->openTheCase();
        for (const char *place : {"queue", "screening", "review", "timeline", "decision", "supervision", "exchange", "audit"}) {
            window().go(QLatin1String(place));
            QTRY_COMPARE(window().currentPlace(), QLatin1String(place));
            QTRY_VERIFY(m_sitting->idle());
        }
        for (int step = 1; step <= 6; ++step)
            window().go(QStringLiteral("decision"), QStringLiteral("step:%1").arg(step));
        window().go(QStringLiteral("review"));
        QTRY_VERIFY(m_sitting->idle());
        // The second window shows the document, and the search of the case has found its words.
        window().registry()->trigger(QStringLiteral("review.reader"));
        QVERIFY(window().findChild<QWidget *>(QStringLiteral("review.readerWindow"))->isVisible());
        window().registry()->trigger(QStringLiteral("review.findInCase"));
        QTest::keyClicks(window().findChild<QLineEdit *>(QStringLiteral("review.caseSearch.words")), QLatin1String(markerText));
        const auto *hits = window().findChild<QAbstractItemView *>(QStringLiteral("review.caseSearch.hits"));
        QTRY_VERIFY(hits->model()->rowCount() > 1);
        QTRY_VERIFY(m_sitting->idle());
        QGuiApplication::clipboard()->setText(QLatin1String(markerText));
        // Everything that the search must be able to find is there before, and over the window stands a dialog.
        const QStringList before = everyWord();
        for (const char *marker : {markerCase, markerNote, markerTitle})
            QVERIFY2(!before.filter(QLatin1String(marker)).isEmpty(), marker);
        window().go(QStringLiteral("queue"));
        window().registry()->trigger(QStringLiteral("queue.files"));
        QTRY_VERIFY(window().findChild<QFileDialog *>());
        window().lockNow();
        for (const QWidget *other : QApplication::topLevelWidgets())
            QVERIFY2(other == &window() || !other->isVisible(), qPrintable(other->objectName()));   // at once
        QTRY_VERIFY(m_sitting->idle());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        QVERIFY(!window().findChild<QWidget *>(QStringLiteral("review.readerWindow")));
        QCOMPARE(marked(everyWord()), QStringList());
        QVERIFY(!window().findChild<QFileDialog *>());
        QVERIFY(!window().page(QStringLiteral("review")));
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        for (const QLineEdit *line : window().findChildren<QLineEdit *>())
            QVERIFY2(!line->isUndoAvailable(), qPrintable(line->objectName()));
        QVERIFY(!window().registry()->command(QStringLiteral("go.review")));

        m_sitting->signInAgain();       // and everything comes back with the key
        m_sitting->openTheCase();
        QVERIFY(!everyWord().filter(QLatin1String(markerNote)).isEmpty());
        QCOMPARE(window().registry()->clashes(), QStringList());
    }

    void whatIsBeingWrittenIsRecorded()
    {
        m_sitting->openTheCase();
        window().go(QStringLiteral("decision"), QStringLiteral("step:4"));
        const std::string factor = window().caseModel()->pack()->factors.front().id;
        auto *field = m_sitting->find<RecordedText>(QStringLiteral("decision.factor.%1").arg(QString::fromStdString(factor)));
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("half a thought"));
        lock();
        m_sitting->signInAgain();
        m_sitting->openTheCase();
        const auto &factors = window().caseModel()->dossier()->factors;
        QCOMPARE(factors.size(), std::size_t(1));
        QCOMPARE(factors.begin()->second.text, std::string("half a thought"));
    }

    void aCardIsNoWayAroundTheLock()
    {
        window().registry()->trigger(QStringLiteral("shell.command"));
        QVERIFY(window().findChild<QWidget *>(QStringLiteral("commandbox")));
        lock();
        QVERIFY(!window().findChild<QWidget *>(QStringLiteral("commandbox")));
        QVERIFY(!window().isInside());
        window().go(QStringLiteral("queue"));
        window().openCase(m_sitting->id);
        QVERIFY(window().currentPlace().isEmpty());
        QTRY_VERIFY(m_sitting->idle());
        QVERIFY(!window().caseModel()->isOpen());
    }

    void theScreenLocksTheWindow()
    {
        ScreenLock *screen = window().screenLock();
        QVERIFY(QMetaObject::invokeMethod(screen, "activeChanged", Q_ARG(bool, false)));
        QVERIFY(QMetaObject::invokeMethod(screen, "sleepComes", Q_ARG(bool, false)));   // waking up
        QVERIFY(window().isInside());
        QVERIFY(QMetaObject::invokeMethod(screen, "activeChanged", Q_ARG(bool, true)));
        QVERIFY(!window().isInside());
    }

    // Through a bus of its own, as a desktop sends it.
    void theScreenSaversSignalIsHeard()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            QSKIP("no dbus-daemon here");
        QProcess daemon;
        daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--print-address"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile")});
        QVERIFY(daemon.waitForReadyRead());
        const QByteArray address = daemon.readAllStandardOutput().trimmed(), before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QVERIFY(window().screenLock()->listen().contains(QStringLiteral("session")));
        QDBusConnection desktop = QDBusConnection::connectToBus(QString::fromUtf8(address), QStringLiteral("desktop"));
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/ScreenSaver"), QStringLiteral("org.freedesktop.ScreenSaver"),
                                                         QStringLiteral("ActiveChanged"));
        signal << true;
        QVERIFY(desktop.send(signal));
        QTRY_VERIFY(!window().isInside());
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        before.isEmpty() ? static_cast<void>(qunsetenv("DBUS_SESSION_BUS_ADDRESS")) : static_cast<void>(qputenv("DBUS_SESSION_BUS_ADDRESS", before));
        daemon.kill();
        daemon.waitForFinished();
    }

    void aCardThatIsTakenOutLocks()
    {
        bool in = true; // read by the worker between two turns of this loop
        CardWatch *watch = window().cardWatch();
        watch->start([&in](session::Session &) { return in; });
        watch->ask();
        QTRY_VERIFY(m_sitting->idle());
        QVERIFY(window().isInside());
        in = false;
        watch->ask();
        QTRY_VERIFY(!window().isInside());
        QTRY_VERIFY(m_sitting->idle());
    }

    void theBackupThatIsDueIsMadeAtSignIn()
    {
        const Path folder = m_sitting->office.fresh("backups");
        std::filesystem::create_directory(folder);
        bool set = false;
        m_sitting->station->worker().run<bool>(this, [folder](session::Session &session, Progress &) -> Result<bool> {
            TRY(session::Backups(session).setSettings({folder, 3, 24}));
            return true;
        }, [&set](const Result<bool> &done) { set = done.ok(); });
        QTRY_VERIFY(set);
        lock();
        m_sitting->signInAgain();
        const auto made = [&folder] { return std::distance(std::filesystem::directory_iterator(folder), {}); };
        QTRY_COMPARE_WITH_TIMEOUT(made(), 1, 30000);
        QTRY_VERIFY(m_sitting->idle());
        lock();
        m_sitting->signInAgain();
        QTRY_VERIFY(m_sitting->idle());
        QCOMPARE(made(), 1);                                        // once a day, not once a sign-in
        std::filesystem::remove_all(folder);
        m_sitting->office.clock.advance(2 * day);
        lock();
        m_sitting->signInAgain();
        QTRY_VERIFY(m_sitting->find<QWidget>("main.notices")->isVisible()); // said, not passed over
    }

    void minutesWithoutAKeyLock()
    {
        IdleLock idle(2);
        QSignalSpy expired(&idle, &IdleLock::expired), told(&idle, &IdleLock::minutesLeftChanged);
        idle.start();
        for (int second = 0; second < 100; ++second)
            idle.tick();
        QCOMPARE(idle.minutesLeft(), 1);
        QTest::keyClick(&window(), Qt::Key_Shift);   // somebody is there
        for (int second = 0; second < 119; ++second)
            idle.tick();
        QCOMPARE(expired.count(), 0);
        idle.tick();
        QCOMPARE(expired.count(), 1);
        idle.setMinutes(0);
        QCOMPARE(idle.minutes(), 1);
        idle.setMinutes(1000);
        QCOMPARE(idle.minutes(), 60);
    }
};

WINDOW_TEST_MAIN(TestUiLock)
#include "tst_ui_lock.moc"
