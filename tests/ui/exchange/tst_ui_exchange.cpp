// SPDX-License-Identifier: GPL-3.0-or-later
// The Exchange page on a real vault, driven through its widgets: a case whose bundle was lost is taken back, by whom and how.
#include "core/session/access.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/exchange/exchangepage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiExchange : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_rivera, m_lee;
    Path m_vault;
    CaseId m_case;

    void fillIn(const QString &reason)
    {
        press("exchange.takeBack");
        QVERIFY(isThere("exchange.reclaimForm"));
        QVERIFY(!find<QAbstractButton>("exchange.reclaimForm.accept")->isEnabled());
        type("exchange.reclaim.reason", reason);
        QVERIFY(why("exchange.reclaimForm.accept").contains(QStringLiteral("nobody has the bundle")));
        auto *sure = find<QCheckBox>("exchange.reclaim.sure");
        sure->setFocus();
        QTest::keyClick(sure, Qt::Key_Space);
        press("exchange.reclaimForm.accept");
        QTRY_VERIFY(settled());
    }
    QString wordsIn(const char *note)
    {
        QStringList words;
        for (const QLabel *label : find<QWidget>(note)->findChildren<QLabel *>())
            words << label->text();
        return words.join(QLatin1Char(' '));
    }
    void send(const tests::Member &member)
    {
        auto session = tests::signIn(*m_office, m_vault, member);
        const auto contacts = tests::must(session->contacts());
        const auto other = std::find_if(contacts.begin(), contacts.end(), [](const session::Contact &one) { return !one.here; });
        session::ExportRequest request;
        request.cases = {m_case};
        request.recipients = {other->fingerprint};
        request.file = m_office->fresh("case.cwb");
        request.purpose = "for review";
        NoProgress progress;
        tests::must(session->exportBundle(request, progress));
    }

private slots:
    void initTestCase() { openOffice(this); }
    void init()
    {
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_lee = std::make_unique<tests::Member>(m_office->enrol("M. Lee", {crypto::Role::Supervisor}));
        const auto away = m_office->enrol("E. Elsewhere", {crypto::Role::Supervisor});
        m_vault = m_office->makeVault(m_office->fresh("station").filename().string(), {*m_rivera, *m_lee}, {away});
        auto session = tests::signIn(*m_office, m_vault, *m_rivera);
        session::NewCase facts;
        facts.reference = "C-1";
        facts.subject = "S-1";
        m_case = tests::must(session->createCase(facts));
        tests::must(session::AccessDesk(*session).grant({m_case, m_lee->files.id, "reviews it", {}, {}}));
    }
    void cleanup() { leave(); }

    // A file that falls short goes back with the letter of what is asked for on record, one case at a time.
    void backToTheSender()
    {
        {
            auto session = tests::signIn(*m_office, m_vault, *m_rivera);
            session::NewCase facts;
            facts.reference = "C-2";
            facts.subject = "S-2";
            tests::must(session->createCase(facts));
        }
        signInTo<ExchangePage>(m_vault, *m_rivera)->goTo(QStringLiteral("send"));
        auto *cases = find<QListWidget>("export.cases");
        QTRY_COMPARE(cases->count(), 2);
        for (int i = 0; i < 2; ++i)
            cases->item(i)->setCheckState(Qt::Checked);
        auto *people = find<QListWidget>("export.people");
        for (int i = 0; i < people->count(); ++i)
            people->item(i)->setCheckState(people->item(i)->text() == QLatin1String("E. Elsewhere") ? Qt::Checked : Qt::Unchecked);
        const Path file = m_office->fresh("back.cwb");
        type("export.file", QString::fromStdString(file.string()));
        auto *start = find<QAbstractButton>("export.start");
        QVERIFY(start->isEnabled());
        QVERIFY(!find<QWidget>("export.say")->isVisible());
        auto *purpose = find<QComboBox>("export.purpose");
        purpose->setCurrentIndex(purpose->count() - 1);
        QVERIFY(find<QWidget>("export.say")->isVisible());
        QVERIFY(!start->isEnabled());                              // two cases
        for (int i = 0; i < 2; ++i)
            cases->item(i)->setCheckState(cases->item(i)->text() == QLatin1String("C-1") ? Qt::Checked : Qt::Unchecked);
        press("export.start");
        QTRY_VERIFY(settled());
        QVERIFY(wordsIn("export.fault").contains(QStringLiteral("No deficiency is noted")));
        QVERIFY(!std::filesystem::exists(file));
        std::optional<bool> noted;
        m_worker->run<bool>(m_window.get(), [id = m_case](session::Session &session, Progress &) -> Result<bool> {
            TRY(session.record(id, model::Event(model::DeficiencyNoted{"Q-GAP", "11", "where in 2019?"})));
            return true;
        }, [&noted](const Result<bool> &done) { noted = done.ok(); });
        QTRY_VERIFY(noted.has_value());
        QVERIFY(*noted);
        type("export.say", QStringLiteral("by the end of the month"));
        press("export.start");
        QTRY_VERIFY(settled());
        QVERIFY(std::filesystem::exists(file));
        QVERIFY(find<QLineEdit>("export.say")->text().isEmpty());
        leave();
        auto session = tests::signIn(*m_office, m_vault, *m_rivera);
        const auto dossier = tests::must(session->openCase(m_case));
        QVERIFY(!dossier->custodyHere);
        QCOMPARE(dossier->screening.returns.size(), std::size_t(1));
        const model::CaseReturnedDeficient &letter = dossier->screening.returns.front().first;
        QCOMPARE(letter.to, std::string("E. Elsewhere"));
        QCOMPARE(letter.words, std::string("by the end of the month"));
        QCOMPARE(letter.items.size(), std::size_t(1));
    }

    void nothingIsAway()
    {
        auto *page = signInTo<ExchangePage>(m_vault, *m_rivera);
        QTRY_VERIFY(!find<QAbstractButton>("exchange.takeBack")->isEnabled());
        QVERIFY(why("exchange.takeBack").contains(QStringLiteral("nothing to take back")));
        page->takeBack();
        QVERIFY(!isThere("exchange.reclaimForm"));
    }

    void aSupervisorTakesASealedCaseBack()
    {
        send(*m_rivera);
        signInTo<ExchangePage>(m_vault, *m_rivera);
        QTRY_VERIFY(find<QAbstractButton>("exchange.takeBack")->isEnabled());
        fillIn(QStringLiteral("The courier's car burnt."));
        QVERIFY(find<QWidget>("exchange.reclaimForm.fault")->isVisible());      // sealed: not an adjudicator's to take back
        QVERIFY(wordsIn("exchange.reclaimForm.fault").contains(QStringLiteral("only a supervisor")));
        QCOMPARE(find<QLineEdit>("exchange.reclaim.reason")->text(), QStringLiteral("The courier's car burnt."));
        leave();
        signInTo<ExchangePage>(m_vault, *m_lee);
        QTRY_VERIFY(find<QAbstractButton>("exchange.takeBack")->isEnabled());
        QCOMPARE(find<QTableView>("exchange.register")->model()->rowCount(), 1);
        fillIn(QStringLiteral("The courier's car burnt."));
        QTRY_VERIFY(!Overlay::topmost(m_window.get()));
        QTRY_COMPARE(words("exchange.fault.title"), QStringLiteral("The case C-1 is here again"));
        QTRY_VERIFY(!find<QAbstractButton>("exchange.takeBack")->isEnabled());
        leave();
        auto session = tests::signIn(*m_office, m_vault, *m_rivera);
        QVERIFY(tests::must(session->openCase(m_case))->custodyHere);
        bool told = false;
        for (const model::Entry &entry : tests::must(session->stationLedger()))
            told = told || entry.kind == "custody.taken-back";
        QVERIFY(told);
    }

    void theFormKeepsTheContract()
    {
        send(*m_rivera);
        signInTo<ExchangePage>(m_vault, *m_lee);
        QTRY_VERIFY(find<QAbstractButton>("exchange.takeBack")->isEnabled());
        press("exchange.takeBack");
        keepsTheContract("exchange.reclaimForm");
    }
};

WINDOW_TEST_MAIN(TestUiExchange)
#include "tst_ui_exchange.moc"
