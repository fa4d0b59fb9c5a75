// SPDX-License-Identifier: GPL-3.0-or-later
// The shell without a vault: history of places, registry, passphrase field.
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/theme.h"
#include "ui/base/passphraseedit.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/clipboardguard.h"
#include "ui/shell/placehistory.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace caseward;
using namespace caseward::ui;
using caseward::uitest::showActive;

class TestUiShell : public QObject {
    Q_OBJECT
private slots:
    void backAndForward()
    {
        PlaceHistory history;
        QVERIFY(!history.back());
        history.visit({"queue", ""});
        history.visit({"review", "a"});
        history.visit({"review", "a"}); // the same again counts once
        history.visit({"review", "b"});
        QCOMPARE(history.back()->where, QStringLiteral("a"));
        QCOMPARE(history.back()->place, QStringLiteral("queue"));
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.forward()->where, QStringLiteral("a"));
        history.visit({"audit", ""}); // what was forward is forgotten
        QVERIFY(!history.forward());
        QCOMPARE(history.back()->where, QStringLiteral("a"));
    }

    void registryFindsKeysUsedTwice()
    {
        QWidget window;
        auto *left = new QWidget(&window), *right = new QWidget(&window);
        ActionRegistry registry(&window);
        const auto run = [] {};
        registry.add({"a", "A", QKeySequence("Ctrl+F"), run}, "g", ActionRegistry::Reach::Scope, left);
        registry.add({"b", "B", QKeySequence("Ctrl+F"), run}, "g", ActionRegistry::Reach::Scope, right);
        QCOMPARE(registry.clashes(), QStringList()); // two pages may share a key
        registry.add({"c", "C", QKeySequence("Ctrl+F"), run}, "g", ActionRegistry::Reach::Window, &window);
        QCOMPARE(registry.clashes().size(), 2);
    }

    void keysOfTheShownPageWorkFromTheFrame()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *frame = new QPushButton(QStringLiteral("frame"), &window);
        auto *shown = new QWidget(&window), *hidden = new QWidget(&window);
        auto *inside = new QPushButton(QStringLiteral("inside"), shown);
        for (QWidget *each : {static_cast<QWidget *>(frame), shown, hidden})
            layout->addWidget(each);
        hidden->hide();
        ActionRegistry registry(&window);
        QStringList ran;
        const auto add = [&](const char *id, const char *keys, QWidget *page, QWidget *scope = nullptr) {
            PageAction action{QString::fromLatin1(id), QString::fromLatin1(id), QKeySequence(QLatin1String(keys)), [&ran, id] { ran << QString::fromLatin1(id); }};
            action.scope = scope;
            registry.add(action, "g", ActionRegistry::Reach::Scope, page);
        };
        add("step", "Alt+3", shown);
        add("other", "Alt+3", hidden);
        add("pane", "F6", shown);
        add("tie", "F", shown);
        add("scoped", "Alt+4", shown, inside);
        showActive(&window);
        frame->setFocus();
        QTest::keyClick(frame, Qt::Key_3, Qt::AltModifier);
        QTest::keyClick(frame, Qt::Key_F6);
        QTest::keyClick(frame, Qt::Key_F);                  // a letter is the button's, or nobody's
        QTest::keyClick(frame, Qt::Key_4, Qt::AltModifier); // belongs to a part of the page
        QCOMPARE(ran, QStringList({"step", "pane"}));
        inside->setFocus();
        QTest::keyClick(inside, Qt::Key_F);
        QTest::keyClick(inside, Qt::Key_4, Qt::AltModifier);
        QCOMPARE(ran, QStringList({"step", "pane", "tie", "scoped"}));
    }

    void commandThatIsOffSaysWhy()
    {
        QWidget window;
        ActionRegistry registry(&window);
        int runs = 0;
        QString why = QStringLiteral("Open a case first"), told;
        registry.add({"x", "X", {}, [&] { ++runs; }, [&] { return why; }}, "g", ActionRegistry::Reach::Window, &window);
        connect(&registry, &ActionRegistry::refused, this, [&](const QString &, const QString &words) { told = words; });
        QVERIFY(!registry.trigger("x"));
        QCOMPARE(told, why);
        QCOMPARE(runs, 0);
        why.clear();
        registry.command("x")->action->trigger();
        QCOMPARE(runs, 1);
        QVERIFY(!registry.trigger("unknown"));
    }

    void passphraseGoesIntoTheSecretOnly()
    {
        PassphraseEdit field;
        field.show();
        QTest::keyClicks(&field, QStringLiteral("gr"));
        QKeyEvent umlaut(QEvent::KeyPress, Qt::Key_Udiaeresis, Qt::NoModifier, QStringLiteral("\u00fc")); // keyClicks is ASCII only
        QApplication::sendEvent(&field, &umlaut);
        QTest::keyClicks(&field, QStringLiteral("n 7"));
        QCOMPARE(field.text(), QStringLiteral("xxxxxx"));
        QTest::keyClick(&field, Qt::Key_Backspace);
        QTest::keyClick(&field, Qt::Key_Backspace);
        QTest::keyClick(&field, Qt::Key_Backspace);
        QTest::keyClick(&field, Qt::Key_Backspace); // the two bytes of ü
        QTest::keyClicks(&field, QStringLiteral("u"));
        QCOMPARE(field.displayText().size(), 3);
        const crypto::Secret secret = field.take();
        QCOMPARE(std::string(secret.textView()), std::string("gru"));
        QVERIFY(field.isEmpty() && field.text().isEmpty());
        QVERIFY(field.take().isEmpty());
    }

    void passphraseCanBePastedButNotCopied()
    {
        PassphraseEdit field;
        field.show();
        QGuiApplication::clipboard()->setText(QStringLiteral("from a card"));
        QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("from a card"));
        QCOMPARE(std::string(field.take().textView()), std::string("from a card"));
    }

    void whatWasCopiedGoesAfterATime()
    {
        QWidget window;
        showActive(&window);
        ClipboardGuard guard(0); // as soon as the loop turns
        QSignalSpy cleared(&guard, &ClipboardGuard::cleared);
        QClipboard *clipboard = QGuiApplication::clipboard();
        clipboard->setText(QStringLiteral("from before"));
        guard.start();
        QCoreApplication::processEvents();
        QCOMPARE(clipboard->text(), QStringLiteral("from before")); // nobody copied that here
        clipboard->setText(QStringLiteral("a passage"));
        QTRY_COMPARE(cleared.count(), 1);
        QVERIFY(clipboard->text().isEmpty());
    }

    void theClipboardOfOthersIsLeftAlone()
    {
        QWidget window;
        showActive(&window);
        ClipboardGuard guard(3600);
        guard.start();
        QClipboard *clipboard = QGuiApplication::clipboard();
        clipboard->setText(QStringLiteral("a passage"));
        {
            const QSignalBlocker unseen(clipboard);                 // another program's copy that we did not hear of
            clipboard->setText(QStringLiteral("a shopping list"));
        }
        guard.stop();
        QCOMPARE(clipboard->text(), QStringLiteral("a shopping list"));
        guard.start();
        clipboard->setText(QStringLiteral("another passage"));
        guard.stop();                                               // the lock
        QVERIFY(clipboard->text().isEmpty());
        clipboard->setText(QStringLiteral("after the lock"));
        guard.stop();
        QCOMPARE(clipboard->text(), QStringLiteral("after the lock"));
        clipboard->clear();
    }

    void passphraseTooLongIsNotCutShort()
    {
        PassphraseEdit field;
        QGuiApplication::clipboard()->setText(QString(2000, QLatin1Char('a')));
        QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(field.isEmpty()); // a cut passphrase would be a wrong one without saying so
    }
};

WINDOW_TEST_MAIN(TestUiShell)
#include "tst_ui_shell.moc"
