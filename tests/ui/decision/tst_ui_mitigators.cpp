// SPDX-License-Identifier: GPL-3.0-or-later
// The passages that support or refute a mitigating condition of a sub-paragraph, cited and dropped by keyboard on a real vault. The slots
// build on one another.
#include "decisiondesk.h"

#include "core/model/statement.h"
#include "core/session/allegations.h"
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/decision/allegationline.h"
#include "ui/pages/decision/recordedtext.h"

#include <QLabel>
#include <QMenu>

#include <algorithm>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiMitigators final : public QObject, private DecisionDesk {
    Q_OBJECT
    [[nodiscard]] const model::AllegationState &labelled(const char *label) const { return *model::allegationLabelled(dossier(), label); }
    void key(Qt::Key key, Qt::KeyboardModifiers with = {}) { QTest::keyClick(QApplication::focusWidget(), key, with); }
    void write(const char *name, const QString &words)
    {
        auto *field = find<RecordedText>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, words);
    }
    [[nodiscard]] const packs::Guideline &guideline() const { return *m_model->pack()->guideline(labelled("1.a").states.guideline); }
    [[nodiscard]] const std::string &first() const { return guideline().mitigating[0].id; }
    [[nodiscard]] const std::string &second() const { return guideline().mitigating[1].id; }
    [[nodiscard]] const model::MitigatorWeighed &weighed() const { return labelled("1.a").mitigators.at(first()).weighed; }
    static QString row(const std::string &id) { return QStringLiteral("decision.statement.1.a.mitigator.%1").arg(QString::fromStdString(id)); }
    // Cites the passage that the menu offers in this place.
    void cite(const std::string &id, int place)
    {
        find<QAbstractButton>(row(id) + QStringLiteral(".cite"))->setFocus();
        key(Qt::Key_Space);
        auto *menu = find<QMenu>(row(id) + QStringLiteral(".passages"));
        QTRY_VERIFY(menu->isVisible());
        for (int i = 0; i <= place; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(!menu->isVisible());
        showActive(m_page.get()); // this platform does not give the focus back
    }

private slots:
    void initTestCase()
    {
        sitDown({1302, 700});
        work([id = m_office.demoCase](session::Session &session) -> Status {
            model::Allegation said;
            said.label = "1.a";
            said.pack = "us-sead4-2017";
            said.guideline = "F";
            said.text = "The account was past due.";
            TRY(session.record(id, model::AllegationMade{session::Allegations(session).newId(), said}));
            return {};
        });
        m_model->reload();
        QVERIFY(m_page->goTo(QStringLiteral("step:3")));
        QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<AllegationLine *>(QStringLiteral("decision.statement.1.a")), patience);
        QVERIFY(m_page->goTo(QStringLiteral("allegation:") + QString::fromStdString(labelled("1.a").id.text())));
    }
    void cleanupTestCase() { getUp(); }

    // By keyboard, one entry for each passage, with the standing and the reason that stand on disk.
    void aMitigatorNamesItsPassages()
    {
        press("decision.statement.1.a.others");
        find<QAbstractButton>(row(first()) + QStringLiteral(".finding.2"))->setFocus();
        key(Qt::Key_Space);
        write(qPrintable(row(first()) + QStringLiteral(".reason")), QStringLiteral("It was not so long ago."));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(labelled("1.a").mitigators.contains(first()), patience);
        press("decision.statement.1.a.others");
        const std::uint64_t before = dossier().size;
        cite(first(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(weighed().evidence.size(), std::size_t(1), patience);
        QCOMPARE(dossier().size, before + 1);
        QCOMPARE(weighed().standing, model::MitigatorStanding::Refuted);
        QCOMPARE(weighed().reason, std::string("It was not so long ago."));
        // What is tied to the condition itself is offered first.
        const bool isTied = std::ranges::any_of(dossier().ties, [this](const model::Tie &tie) { return tie.condition.id == first(); });
        QCOMPARE(dossier().tie(weighed().evidence[0])->condition.id == first(), isTied);
        QVERIFY(find<QAbstractButton>(row(first()) + QStringLiteral(".cites.0"))->isVisible());
    }

    void wordsBeingWrittenStay()
    {
        auto *reason = find<RecordedText>(row(first()) + QStringLiteral(".reason"));
        reason->setFocus();
        QTest::keyClicks(reason, QStringLiteral(" At all."));
        m_model->record({model::MitigatorWeighed{labelled("1.a").id, first(), model::MitigatorStanding::Refuted, weighed().evidence, weighed().reason + "!"}});
        QTRY_COMPARE_WITH_TIMEOUT(weighed().reason, std::string("It was not so long ago.!"), patience);
        QCOMPARE(reason->words(), QStringLiteral("It was not so long ago. At all."));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(weighed().reason, std::string("It was not so long ago. At all."), patience);
        QCOMPARE(weighed().evidence.size(), std::size_t(1));          // the reason takes nothing away
    }

    // The passage, its cross and Cite…, in the order they stand.
    void tabComesByThePassages()
    {
        find<RecordedText>(row(first()) + QStringLiteral(".reason"))->setFocus();
        for (const char *next : {".cites.0", ".cites.0.drop", ".cite"}) {
            key(Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), row(first()) + QLatin1String(next));
        }
    }

    void passagesOfWhatNobodyClaimedWait()
    {
        press("decision.statement.1.a.others");
        const std::uint64_t before = dossier().size;
        cite(second(), 0);
        auto *waits = find<QLabel>(row(second()) + QStringLiteral(".waits"));
        QVERIFY(waits->isVisible());
        work([](session::Session &) { return Status(); });
        QCOMPARE(dossier().size, before);
        press("decision.statement.1.a.others");
        QVERIFY(find<QWidget>(row(second()))->isVisible());           // what waits is not folded away
        picture("statement-mitigators");
        find<QAbstractButton>(row(second()) + QStringLiteral(".finding.0"))->setFocus();
        key(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, before + 1, patience);
        QCOMPARE(labelled("1.a").mitigators.at(second()).weighed.standing, model::MitigatorStanding::Claimed);
        QCOMPARE(labelled("1.a").mitigators.at(second()).weighed.evidence.size(), std::size_t(1));
        QVERIFY(!waits->isVisible());
    }

    void droppedAndCitedAnew()
    {
        find<QAbstractButton>(row(first()) + QStringLiteral(".cites.0.drop"))->setFocus();
        key(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(weighed().evidence.empty(), patience);
        QCOMPARE(weighed().reason, std::string("It was not so long ago. At all."));
        QTRY_VERIFY(!m_page->findChild<QAbstractButton *>(row(first()) + QStringLiteral(".cites.0")));
        cite(first(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(weighed().evidence.size(), std::size_t(1), patience);
        for (const auto scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            m_theme->setScheme(scheme);
            find<QAbstractButton>(row(first()) + QStringLiteral(".cite"))->setFocus();
            QTest::qWait(1);
            QCOMPARE(namelessWidgets(m_page.get()), QStringList());
            QCOMPARE(clippedWords(m_page.get()), QStringList());
            QCOMPARE(weakContrast(m_page.get()), QStringList());
            picture(scheme == Theme::Scheme::Dark ? "statement-cited-dark" : "statement-cited-light");
        }
    }

    // A passage untied since is said, and the next entry is taken all the same.
    void aMitigatorWhosePassageIsUntied()
    {
        const QString name = row(first());
        const PassageId cited = weighed().evidence.at(0);
        m_model->record({model::PassageUntied{cited, "tied by mistake"}});
        QTRY_VERIFY_WITH_TIMEOUT(!dossier().tie(cited), patience);
        QTRY_VERIFY(qobject_cast<QLabel *>(m_page->findChild<QWidget *>(name + QStringLiteral(".cites.0"))));
        const std::uint64_t before = dossier().size;
        write(qPrintable(name + QStringLiteral(".reason")), QStringLiteral("Long enough."));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, before + 1, patience);
        QVERIFY(weighed().evidence.empty());
        QTRY_VERIFY(!m_page->findChild<QWidget *>(name + QStringLiteral(".cites.0")));
        m_model->undo(); // the words
        QTRY_COMPARE_WITH_TIMEOUT(weighed().evidence.size(), std::size_t(1), patience);
        m_model->undo(); // the untying
        QTRY_VERIFY_WITH_TIMEOUT(dossier().tie(cited), patience);
    }
};

WINDOW_TEST_MAIN(TestUiMitigators)
#include "tst_ui_mitigators.moc"
