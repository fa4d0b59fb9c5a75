// SPDX-License-Identifier: GPL-3.0-or-later
// The letters of a case in the window, on a real vault: what can be made and why not the others, the words before they are on paper, a
// draft, a signed letter in the history, and what is refused. The slots build on one another.
#include "decisiondesk.h"

#include "tests/ui/support/stallwatch.h"
#include "ui/base/overlay.h"
#include "ui/base/theme.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableView>
#include <QTextBrowser>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiLetters final : public QObject, private DecisionDesk {
    Q_OBJECT
    void open()
    {
        for (const PageAction &action : m_page->pageActions())
            if (action.id == QLatin1String("decision.letters")) {
                QVERIFY(action.whyNot().isEmpty());
                action.run();
            }
        QTRY_VERIFY_WITH_TIMEOUT(Overlay::topmost(m_page.get()) != nullptr, patience);
    }
    void choose(model::LetterKind kind)
    {
        auto *kinds = find<QTableView>("decision.letters.kinds");
        kinds->setCurrentIndex(kinds->model()->index(static_cast<int>(kind), 0));
    }
    [[nodiscard]] QString shown() { return find<QTextBrowser>("decision.letters.text")->toPlainText(); }
    [[nodiscard]] QString fileFor(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void look(const char *name)
    {
        QTest::qWait(50);
        picture(name);
        QWidget *card = Overlay::topmost(m_page.get())->card(); // the page behind it is dimmed
        QStringList wrong = namelessWidgets(card) + clippedWords(card) + weakContrast(card);
        for (const QString &one : std::as_const(wrong))
            qWarning("%s: %s", name, qPrintable(one));
        QCOMPARE(wrong.size(), 0);
    }

private slots:
    void initTestCase() { sitDown({1302, 760}); }
    void cleanupTestCase() { getUp(); }

    void whatCanBeMadeAndWhyNot()
    {
        open();
        auto *kinds = find<QTableView>("decision.letters.kinds");
        QCOMPARE(kinds->model()->rowCount(), model::letterKindCount);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(kinds));
        choose(model::LetterKind::Denial);
        QVERIFY(words("decision.letters.why").contains("No decision is signed"));
        QVERIFY(!find<QAbstractButton>("decision.letters.sign")->isEnabled() && !find<QAbstractButton>("decision.letters.draft")->isEnabled());
        QVERIFY(!find<QWidget>("decision.letters.questionsField")->isVisible());
        look("letters-notnow");
        QTest::keyClick(kinds, Qt::Key_Home);
        choose(model::LetterKind::Interrogatory);
        QVERIFY(find<QAbstractButton>("decision.letters.sign")->isEnabled());
        QVERIFY(find<QWidget>("decision.letters.questionsField")->isVisible() && find<QWidget>("decision.letters.daysField")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(shown().contains("addressee"), patience); // what it still needs
    }

    void theWordsShowBeforeTheyAreOnPaper()
    {
        type("decision.letters.addressee", QStringLiteral("Alex Person"));
        find<QSpinBox>("decision.letters.days")->setValue(30);
        find<QPlainTextEdit>("decision.letters.questions")->setPlainText(QStringLiteral("When was it paid?\n\n  To whom?\n"));
        QTRY_VERIFY_WITH_TIMEOUT(shown().contains("Question 2") && shown().contains("To whom?") && shown().contains("30 days") && shown().contains("Alex Person"), patience);
        look("letters-light");
        m_theme->setScheme(Theme::Scheme::Dark);
        look("letters-dark");
        m_theme->setScheme(Theme::Scheme::Light);
    }

    void aDraftLeavesNoTrace()
    {
        const std::uint64_t before = dossier().size;
        type("decision.letters.file", fileFor("draft.pdf"));
        press("decision.letters.draft");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fileFor("draft.pdf")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("decision.letters.note")->isVisible(), patience);
        QCOMPARE(dossier().size, before);
    }

    void aSignedOneIsInTheHistory()
    {
        const std::uint64_t before = dossier().size;
        type("decision.letters.file", fileFor("questions.pdf"));
        find<QSpinBox>("decision.letters.days")->setValue(30);
        press("decision.letters.sign");
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, before + 1, patience);
        QVERIFY(dossier().proceedings.letters.size() == 1 && dossier().proceedings.letters[0].first.addressee == "Alex Person");
        QFile file(fileFor("questions.pdf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("/ETSI.CAdES.detached"));
        look("letters-signed");
    }

    void whatIsThereIsNotWrittenOver()
    {
        const std::uint64_t before = dossier().size;
        type("decision.letters.file", fileFor("questions.pdf"));
        find<QSpinBox>("decision.letters.days")->setValue(30);
        press("decision.letters.sign");
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("decision.letters.note")->isVisible() && find<QAbstractButton>("decision.letters.sign")->isEnabled(), patience);
        QTRY_VERIFY(!find<QLineEdit>("decision.letters.file")->text().isEmpty());
        QCOMPARE(dossier().size, before);
        QCOMPARE(dossier().proceedings.letters.size(), std::size_t(1));
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get(), Qt::Key_Escape);
        QTRY_VERIFY(Overlay::topmost(m_page.get()) == nullptr);
    }
};

WINDOW_TEST_MAIN(TestUiLetters)
#include "tst_ui_letters.moc"
