// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of ui/base: words for every fault, theme contrast, banners on every window, questions, the card's Tab order.
#include "core/base/result.h"
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/ask.h"
#include "ui/base/classbanner.h"
#include "ui/marking/marking.h"
#include "ui/base/faultnote.h"
#include "ui/base/faultwords.h"
#include "ui/base/overlay.h"
#include "ui/base/segmentedcontrol.h"
#include "ui/base/theme.h"

#include <QAccessible>
#include <QDialog>
#include <QDirIterator>
#include <QFileDialog>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiBase : public QObject {
    Q_OBJECT
    Theme *m_theme = nullptr;
    BannerKeeper *m_banners = nullptr;

private slots:
    void initTestCase()
    {
        m_theme = new Theme(*qApp, Theme::Scheme::Light, this);
        m_banners = new BannerKeeper(*qApp, QStringLiteral("CUI"), this);
    }

    void init() { m_theme->setScheme(Theme::Scheme::Light); }

    void everyFaultHasWords()
    {
        QSet<QString> titles;
        int known = 0;
        for (int number = 1; number < 100; ++number) {
            const auto code = static_cast<FaultCode>(number);
            if (faultName(code).empty() || faultName(code) == faultName(static_cast<FaultCode>(99)))
                continue;
            ++known;
            const FaultWords words = wordsOf(fail(code, "the detail"));
            QVERIFY2(!words.title.isEmpty() && !words.safe.isEmpty(), faultName(code).data());
            QVERIFY2(words.code.contains(QString::number(number)), faultName(code).data());
            titles.insert(words.title + words.safe + words.advice);
        }
        QVERIFY(known >= 44);
        QVERIFY(titles.size() >= known - 1); // NotAllowed and CaseReadOnly speak with the rule's own sentence
    }

    void ruleSentencesAreShownAsTheyAre()
    {
        QCOMPARE(wordsOf(fail(FaultCode::NotAllowed, "You adjudicated this case")).title, QStringLiteral("You adjudicated this case"));
    }

    void tokensKeepTheirContrast()
    {
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            m_theme->setScheme(scheme);
            const Tokens &t = m_theme->tokens();
            for (const QColor &ground : {t.window, t.surface, t.raised, t.accentBg})
                for (const QColor &ink : {t.text, t.text2, t.accent})
                    QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + " on " + ground.name()));
            for (const auto &[ink, ground] : {std::pair(t.dq, t.dqBg), {t.mc, t.mcBg}, {t.warn, t.warnBg}, {t.onAccent, t.accent},
                                              {t.integrity, t.surface}, {t.disabledText, t.surface}, {t.text, t.selection}})
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + " on " + ground.name()));
            for (const QColor &ground : {t.surface, t.window})
                QVERIFY2(contrast(t.edge, ground) >= 3.0, qPrintable(t.edge.name() + " on " + ground.name()));
        }
    }

    void fontsAreBundled()
    {
        QCOMPARE(QFontInfo(m_theme->font(Theme::Text::Base)).family(), QStringLiteral("Inter"));
        QCOMPARE(QFontInfo(m_theme->mono(Theme::Text::Base)).family(), QStringLiteral("JetBrains Mono"));
        QVERIFY(QFontInfo(m_theme->mono(Theme::Text::Base)).fixedPitch());
    }

    void everyIconDrawsInItsColour()
    {
        QDirIterator icons(QStringLiteral(":/icons"), {QStringLiteral("*.svg")});
        int count = 0;
        while (icons.hasNext()) {
            const QString name = QFileInfo(icons.next()).completeBaseName();
            if (name.startsWith(QLatin1String("combo-")) || name.startsWith(QLatin1String("tick-")))
                continue;
            const QImage picture = m_theme->icon(name, QColor(Qt::red)).pixmap(24, 24).toImage();
            bool red = false;
            for (int y = 0; y < picture.height() && !red; ++y)
                for (int x = 0; x < picture.width() && !red; ++x)
                    red = qAlpha(picture.pixel(x, y)) > 200 && picture.pixelColor(x, y).red() > 200 && picture.pixelColor(x, y).green() < 40;
            QVERIFY2(red, qPrintable(name));
            ++count;
        }
        QVERIFY(count >= 60);
    }

    void bannersAreOnEveryWindow()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        QDialog dialog(&window);
        (new QVBoxLayout(&dialog))->addWidget(new QLabel(QStringLiteral("words")));
        dialog.show();
        QFileDialog files(&window);
        files.setOption(QFileDialog::DontUseNativeDialog);
        files.show();
        QCOMPARE(missingBanners(QStringLiteral("CUI")), QStringList());
        m_banners->setCaseMarking(QStringLiteral("SECRET//NOFORN"), true);
        QCOMPARE(missingBanners(m_banners->text()), QStringList());
        QVERIFY(m_banners->text().contains(QLatin1String("DEMONSTRATION RECORD")));
        // A lower marking of a case never lowers what the station holds.
        m_banners->setCaseMarking(QStringLiteral("UNCLASSIFIED"), false);
        QCOMPARE(m_banners->text(), QStringLiteral("CUI"));
        m_banners->setCaseMarking({}, false);
        // What the dialog shows stays clear of the banners.
        QVERIFY(dialog.layout()->itemAt(0)->geometry().top() >= bannerHeight);
        QVERIFY(dialog.layout()->itemAt(0)->geometry().bottom() < dialog.height() - bannerHeight);
        window.resize(900, 500);
        QCOMPARE(window.findChild<ClassBanner *>(QStringLiteral("banner.bottom"))->geometry().bottom(), 499);
        QCOMPARE(missingBanners(QStringLiteral("CUI")), QStringList());
    }

    void markingsHaveTheirColours_data()
    {
        QTest::addColumn<QString>("marking");
        QTest::addColumn<QString>("colour");
        QTest::newRow("u") << "UNCLASSIFIED" << "#007a33";
        QTest::newRow("cui") << "CUI//PRVCY" << "#502b85";
        QTest::newRow("c") << "CONFIDENTIAL" << "#0033a0";
        QTest::newRow("s") << "SECRET//NOFORN" << "#c8102e";
        QTest::newRow("ts") << "TOP SECRET" << "#ff8c00";
        QTest::newRow("tssci") << "TOP SECRET//SI" << "#fce83a";
        QTest::newRow("unknown is highest") << "COSMIC" << "#fce83a";
    }
    void markingsHaveTheirColours()
    {
        QFETCH(QString, marking);
        QFETCH(QString, colour);
        QCOMPARE(bannerColours(marking).background.name(), colour);
        QVERIFY(contrast(bannerColours(marking).background, bannerColours(marking).ink) >= 4.5);
    }

    void askNeedsItsReason()
    {
        QWidget window;
        auto *asking = new QPushButton(&window);
        window.resize(800, 600);
        showActive(&window);
        QList<Reply> replies;
        Question question{QStringLiteral("untie"), QStringLiteral("Untie?"), QStringLiteral("The passage stays."), QStringLiteral("Untie"), {}};
        question.reasonLabel = QStringLiteral("Reason");
        question.danger = true;
        ask(m_theme, asking, question, [&replies](const Reply &reply) { replies << reply; });
        auto *accept = window.findChild<QPushButton *>(QStringLiteral("ask.accept"));
        QVERIFY(accept && accept->isVisible() && !accept->isEnabled());
        QTest::keyClicks(window.findChild<QPlainTextEdit *>(QStringLiteral("ask.reason")), QStringLiteral("wrong page"));
        QVERIFY(accept->isEnabled());
        accept->click();
        QCOMPARE(replies.size(), 1);
        QVERIFY(replies[0].accepted);
        QCOMPARE(replies[0].reason, QStringLiteral("wrong page"));
        QVERIFY(!Overlay::topmost(&window));
    }

    void escapeAnswersNoOnce()
    {
        QWidget window;
        window.resize(800, 600);
        showActive(&window);
        int answers = 0;
        Reply last{true, {}};
        ask(m_theme, &window, {QStringLiteral("q"), QStringLiteral("Sure?"), {}, QStringLiteral("Yes"), {}},
            [&](const Reply &reply) { ++answers; last = reply; });
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(answers, 1);
        QVERIFY(!last.accepted);
    }

    void handlerAnswersForThePerson()
    {
        QWidget window;
        new AskHandler(&window, [](const Question &question) -> std::optional<Reply> {
            return question.id == QLatin1String("mine") ? std::optional<Reply>(Reply{true, QStringLiteral("scripted")}) : std::nullopt;
        });
        QString reason;
        ask(m_theme, &window, {QStringLiteral("mine"), {}, {}, QStringLiteral("Yes"), {}}, [&](const Reply &reply) { reason = reply.reason; });
        QCOMPARE(reason, QStringLiteral("scripted"));
        QVERIFY(!Overlay::topmost(&window));
    }

    void cardKeepsTheFocus()
    {
        QWidget window;
        auto *outside = new QLineEdit(&window);
        outside->setObjectName(QStringLiteral("outside"));
        window.resize(800, 600);
        showActive(&window);
        outside->setFocus();
        Question question{QStringLiteral("q"), QStringLiteral("Sure?"), {}, QStringLiteral("Yes"), {}};
        question.confirmWord = QStringLiteral("GRANT");
        ask(m_theme, &window, question, [](const Reply &) {});
        Overlay *overlay = Overlay::topmost(&window);
        QVERIFY(overlay);
        for (int presses = 0; presses < 6; ++presses) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY2(overlay->isAncestorOf(QApplication::focusWidget()), qPrintable(QApplication::focusWidget()->objectName()));
        }
        overlay->dismiss();
        QCOMPARE(QApplication::focusWidget(), outside);
    }

    void arrowKeysMoveTheFocusAndChooseNothing()
    {
        QWidget window;
        auto *control = new SegmentedControl(m_theme, QStringLiteral("s"), {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}, &window);
        control->setCurrent(0);
        showActive(&window);
        QSignalSpy chosen(control, &SegmentedControl::chosen);
        const auto segment = [control](int index) { return control->findChild<QPushButton *>(QStringLiteral("s.%1").arg(index)); };
        segment(0)->setFocus();
        QTest::keyClick(segment(0), Qt::Key_Right);
        QTest::keyClick(segment(1), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(segment(2)));
        QTest::keyClick(segment(2), Qt::Key_Right);                      // the last one: stays
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(segment(2)));
        QVERIFY(segment(0)->isChecked());
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(segment(2), Qt::Key_Return);
        QCOMPARE(control->current(), 2);
        QTest::keyClick(segment(2), Qt::Key_Left);
        QTest::keyClick(segment(1), Qt::Key_Space);
        QCOMPARE(control->current(), 1);
        QTest::keyClick(segment(1), Qt::Key_Space);                      // chosen already
        QCOMPARE(chosen.count(), 2);
    }

    void segmentsSpeakOnlyForThePerson()
    {
        SegmentedControl control(m_theme, QStringLiteral("s"), {QStringLiteral("A"), QStringLiteral("B")});
        control.show();
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        control.setCurrent(1);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(control.current(), 1);
        control.findChild<QPushButton *>(QStringLiteral("s.0"))->click();
        QCOMPARE(chosen.count(), 1);
        control.setCurrent(-1);
        QVERIFY(!control.findChild<QPushButton *>(QStringLiteral("s.0"))->isChecked());
        control.findChild<QPushButton *>(QStringLiteral("s.0"))->click();
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(QAccessible::queryAccessibleInterface(control.findChild<QPushButton *>(QStringLiteral("s.0")))->role(), QAccessible::RadioButton);
    }
};

WINDOW_TEST_MAIN(TestUiBase)
#include "tst_ui_base.moc"
