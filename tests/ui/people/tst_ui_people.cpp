// SPDX-License-Identifier: GPL-3.0-or-later
// People & access on a real vault, driven through its widgets: who may do what and why not, enrolling, suspending, opening a
// case to somebody and taking it back, one's own passphrase, backups; and what every screen must keep.
#include "core/session/access.h"
#include "core/session/people.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/ticklist.h"
#include "ui/models/casewords.h"
#include "ui/pages/people/peoplepage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiPeople : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_stone, m_rivera, m_lee;
    Path m_station, m_vault;
    CaseId m_case;
    PeoplePage *m_page = nullptr;

    void signInAs(const tests::Member &member, const std::string &words = tests::passphrase) { m_page = signInTo<PeoplePage>(m_vault, member, words); }
    void openTheCase() { openCase(m_case); }
    void tick(TickList *list, const QString &name)      // the box itself, as most people do
    {
        const auto found = list->findItems(name, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        list->scrollToItem(found.first());
        const QRect row = list->visualItemRect(found.first());
        const Qt::CheckState before = found.first()->checkState();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 14, row.center().y()));
        QVERIFY(found.first()->checkState() != before);
    }
    void admit(const QString &name, const QString &keyFile = {})
    {
        press("people.access.second");
        QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("people.secondForm")));
        auto *person = find<QComboBox>("people.second.person");
        person->setCurrentIndex(person->findText(name));
        if (!keyFile.isEmpty())
            type("people.second.key", keyFile);
        QTest::keyClicks(find<QLineEdit>("people.second.passphrase"), QLatin1String(tests::passphrase));
        press("people.secondForm.accept");
        QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>("people.access.secondLeaves")->isEnabled() && !Overlay::topmost(m_window.get()), 20000);
    }
    FaultCode opening(const tests::Member &member)
    {
        session::Session session(m_office->environment());
        const auto in = tests::unlock(session, m_vault, member);
        if (!in.ok())
            return in.fault().code;
        const auto opened = session.openCase(m_case);
        return opened.ok() ? FaultCode::Cancelled : opened.fault().code;   // Cancelled: it opens
    }

private slots:
    void initTestCase()
    {
        openOffice(this);
        m_stone = std::make_unique<tests::Member>(m_office->enrol("S. Stone", {crypto::Role::SecurityOfficer}));
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_lee = std::make_unique<tests::Member>(m_office->enrol("M. Lee", {crypto::Role::Supervisor}));
        m_station = m_office->makeVault("station", {*m_stone, *m_rivera, *m_lee}, {});
        auto session = tests::signIn(*m_office, m_station, *m_rivera);
        session::NewCase facts;
        facts.reference = "C-1";
        facts.subject = "S-1";
        m_case = tests::must(session->createCase(facts));
    }
    void init() { m_vault = m_office->copyOf(m_station); }
    void cleanup() { leave(); }

    void whoMayNotIsToldWhy()
    {
        signInAs(*m_rivera);
        QTRY_COMPARE(rows("people.roster.table")->rowCount(), 3);
        choose("people.roster.table", QStringLiteral("M. Lee"));
        for (const char *button : {"people.roster.enrol", "people.roster.roles", "people.roster.suspend", "people.roster.remove"}) {
            QVERIFY2(!find<QAbstractButton>(button)->isEnabled(), button);
            QVERIFY2(why(button).contains(QStringLiteral("security officer")), button);
        }
        QVERIFY(find<QAbstractButton>("people.roster.passphrase")->isEnabled());
        QVERIFY(words("people.recovery").contains(QStringLiteral("no recovery certificate")));
        QVERIFY(m_page->goTo(QStringLiteral("access")));
        QCOMPARE(why("people.access.grant"), QStringLiteral("Open a case first."));
    }

    void suspendingNeedsAReasonAndHolds()
    {
        signInAs(*m_stone);
        choose("people.roster.table", QStringLiteral("A. Rivera"));
        press("people.roster.suspend");
        QVERIFY(!find<QAbstractButton>("ask.accept")->isEnabled());
        answer(QStringLiteral("Left the office."));
        QTRY_VERIFY(cell("people.roster.table", rowOf("people.roster.table", QStringLiteral("A. Rivera")), 2).contains(QStringLiteral("Left the office.")));
        choose("people.roster.table", QStringLiteral("A. Rivera"));
        QCOMPARE(why("people.roster.suspend"), QStringLiteral("This person is suspended already."));
        leave();
        QCOMPARE(opening(*m_rivera), FaultCode::PersonSuspended);
        signInAs(*m_stone);
        choose("people.roster.table", QStringLiteral("A. Rivera"));
        press("people.roster.restore");
        answer(QStringLiteral("Back again."));
        QTRY_COMPARE(cell("people.roster.table", rowOf("people.roster.table", QStringLiteral("A. Rivera")), 2), QStringLiteral("Active"));
        leave();
        QCOMPARE(opening(*m_rivera), FaultCode::Cancelled);
    }

    void enrollingAPerson()
    {
        const tests::Member moss = m_office->enrol("T. Moss", {crypto::Role::Courier});
        signInAs(*m_stone);
        press("people.roster.enrol");
        auto *accept = find<QAbstractButton>("people.enrolForm.accept");
        QVERIFY(!accept->isEnabled());
        type("people.enrol.certificate", QStringLiteral("/nowhere/at all.pem"));
        press("people.enrolForm.accept");
        QTRY_VERIFY(find<QWidget>("people.enrolForm.fault")->isVisible());   // told inside, and the form stays
        QCOMPARE(find<QLineEdit>("people.enrol.certificate")->text(), QStringLiteral("/nowhere/at all.pem"));
        QCOMPARE(rows("people.roster.table")->rowCount(), 3);
        type("people.enrol.certificate", QString::fromStdString(moss.files.certificate.string()));
        type("people.enrol.key", QString::fromStdString(moss.files.key.string()));
        press("people.enrolForm.accept");
        QTRY_COMPARE(rows("people.roster.table")->rowCount(), 4);
        QVERIFY(!Overlay::topmost(m_window.get()));
        leave();
        session::Session session(m_office->environment());
        QVERIFY(tests::unlock(session, m_vault, moss).ok());
    }

    void aCaseIsOpenedToSomebodyAndTakenBack()
    {
        QCOMPARE(opening(*m_lee), FaultCode::NotEnrolled);
        signInAs(*m_rivera);
        openTheCase();
        QVERIFY(m_page->goTo(QStringLiteral("access")));
        QTRY_VERIFY(rowOf("people.access.table", QStringLiteral("A. Rivera")) >= 0);
        QCOMPARE(rowOf("people.access.table", QStringLiteral("M. Lee")), -1);
        press("people.access.grant");
        QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("people.grantForm")));
        auto *person = find<QComboBox>("people.grant.person");
        person->setCurrentIndex(person->findText(QStringLiteral("M. Lee"), Qt::MatchStartsWith));
        QVERIFY(!find<QAbstractButton>("people.grantForm.accept")->isEnabled());
        type("people.grant.reason", QStringLiteral("Reviews this case."));
        type("people.grant.until", QStringLiteral("next week"));
        QVERIFY(why("people.grantForm.accept").contains(QStringLiteral("YYYY-MM-DD")));
        type("people.grant.until", QStringLiteral("2027-01-31"));
        press("people.grantForm.accept");
        QTRY_VERIFY(rowOf("people.access.table", QStringLiteral("M. Lee")) >= 0);
        const int row = rowOf("people.access.table", QStringLiteral("M. Lee"));
        QCOMPARE(cell("people.access.table", row, 3), QStringLiteral("Reviews this case."));
        QVERIFY(cell("people.access.table", row, 2).contains(QStringLiteral("2027")));
        leave();
        QCOMPARE(opening(*m_lee), FaultCode::Cancelled);
        signInAs(*m_rivera);
        openTheCase();
        QVERIFY(m_page->goTo(QStringLiteral("access")));
        choose("people.access.table", QStringLiteral("M. Lee"));
        press("people.access.withdraw");
        answer(QStringLiteral("The review is done."));
        QTRY_COMPARE(rowOf("people.access.table", QStringLiteral("M. Lee")), -1);
        leave();
        QCOMPARE(opening(*m_lee), FaultCode::NotEnrolled);
        QCOMPARE(opening(*m_rivera), FaultCode::Cancelled);
    }

    void twoPeopleOpenACaseTogether()
    {
        {
            auto session = tests::signIn(*m_office, m_vault, *m_rivera);
            tests::must(session->openCase(m_case));
            tests::must(session::AccessDesk(*session).requireTwo(m_case, {m_rivera->files.id}, {m_lee->files.id}, "High risk."));
        }
        signInAs(*m_rivera);
        QSignalSpy failed(m_model.get(), &CaseModel::failed);
        m_model->open(m_case);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Fault>().code, FaultCode::SecondPersonNeeded);
        QVERIFY(m_page->goTo(QStringLiteral("access")));
        QVERIFY(!find<QAbstractButton>("people.access.secondLeaves")->isEnabled());
        press("people.access.second");
        QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("people.secondForm")));
        auto *person = find<QComboBox>("people.second.person");
        QCOMPARE(person->findText(QStringLiteral("A. Rivera")), -1);          // nobody is their own second
        person->setCurrentIndex(person->findText(QStringLiteral("M. Lee")));
        QTest::keyClicks(find<QLineEdit>("people.second.passphrase"), QStringLiteral("not hers"));
        press("people.secondForm.accept");
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("people.secondForm.fault")->isVisible(), 20000);
        QTest::keyClicks(find<QLineEdit>("people.second.passphrase"), QLatin1String(tests::passphrase));
        press("people.secondForm.accept");
        QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>("people.access.secondLeaves")->isEnabled(), 20000);
        openTheCase();
        QTRY_VERIFY(rowOf("people.access.table", QStringLiteral("M. Lee")) >= 0);
        press("people.access.secondLeaves");
        QTRY_VERIFY(!m_model->isOpen());
    }

    void aCaseOfTwoPeopleIsMadeAndEnded()
    {
        signInAs(*m_rivera);
        QVERIFY(m_page->goTo(QStringLiteral("access")));
        QCOMPARE(why("people.access.two"), QStringLiteral("Open a case first."));
        openTheCase();
        QTRY_COMPARE(rowOf("people.access.table", QStringLiteral("A. Rivera")), 0);
        QCOMPARE(cell("people.access.table", 0, 3), QStringLiteral("Made or received the case here"));
        QCOMPARE(why("people.access.one"), QStringLiteral("One person opens this case already."));
        press("people.access.two");
        keepsTheContract("people.twoForm");
        press("people.access.two");
        QTRY_VERIFY(isThere("people.twoForm"));
        auto *first = find<TickList>("people.two.first"), *second = find<TickList>("people.two.second");
        QCOMPARE(first->ticked().size(), 1);                                  // who can open it now
        QVERIFY(first->findItems(QStringLiteral("S. Stone"), Qt::MatchExactly).isEmpty()); // a security officer reads no case
        QVERIFY(why("people.twoForm.accept").contains(QStringLiteral("second half")));
        tick(second, QStringLiteral("A. Rivera"));
        QVERIFY(why("people.twoForm.accept").contains(QStringLiteral("both halves")));
        tick(second, QStringLiteral("A. Rivera"));
        tick(second, QStringLiteral("S. Stone"));
        QVERIFY(why("people.twoForm.accept").contains(QStringLiteral("Say why")));
        tick(first, QStringLiteral("A. Rivera"));
        tick(first, QStringLiteral("M. Lee"));
        QVERIFY(words("people.two.leftOut").contains(QStringLiteral("A. Rivera")));
        tick(first, QStringLiteral("A. Rivera"));
        QVERIFY(words("people.two.leftOut").isEmpty());
        type("people.two.reason", QStringLiteral("High risk."));
        press("people.twoForm.accept");
        QTRY_VERIFY(!m_model->isOpen() && settled());
        leave();
        QCOMPARE(opening(*m_rivera), FaultCode::SecondPersonNeeded);
        signInAs(*m_rivera);
        QVERIFY(m_page->goTo(QStringLiteral("access")));
        admit(QStringLiteral("S. Stone"));
        openTheCase();
        QTRY_COMPARE(why("people.access.two"), QStringLiteral("Two people open this case already."));
        press("people.access.one");
        QVERIFY(!find<QAbstractButton>("ask.accept")->isEnabled());
        answer(QStringLiteral("No risk any more."));
        QTRY_COMPARE(why("people.access.one"), QStringLiteral("One person opens this case already."));
        QCOMPARE(rowOf("people.access.table", QStringLiteral("S. Stone")), -1);
        leave();
        QCOMPARE(opening(*m_rivera), FaultCode::Cancelled);
        QCOMPARE(opening(*m_lee), FaultCode::Cancelled);
    }

    void aLostKeyIsRecovered()
    {
        const tests::Member vera = m_office->enrol("Vault of the organisation", {crypto::Role::Recovery}), fresh = m_office->another(*m_rivera);
        signInAs(*m_rivera);
        QVERIFY(why("people.roster.recover").contains(QStringLiteral("security officer or supervisor")));
        leave();
        signInAs(*m_lee);
        QVERIFY(why("people.roster.recover").contains(QStringLiteral("No recovery certificate")));
        leave();
        tests::must(session::PeopleDesk(*tests::signIn(*m_office, m_vault, *m_stone)).enrol({vera.files.certificate, {}, {}, true}));
        QCOMPARE(opening(*m_rivera), FaultCode::Cancelled);                   // which lets the recovery key into the case
        signInAs(*m_lee);
        QTRY_VERIFY(find<QAbstractButton>("people.roster.recover")->isEnabled());
        press("people.roster.recover");
        auto *person = find<QComboBox>("people.recover.person"), *second = find<QComboBox>("people.recover.second");
        QCOMPARE(person->findText(QStringLiteral("M. Lee"), Qt::MatchStartsWith), -1); // nobody recovers their own
        person->setCurrentIndex(person->findText(QStringLiteral("A. Rivera"), Qt::MatchStartsWith));
        QCOMPARE(second->count(), 1);
        keepsTheContract("people.recoverForm");
        press("people.roster.recover");
        person = find<QComboBox>("people.recover.person");
        person->setCurrentIndex(person->findText(QStringLiteral("A. Rivera"), Qt::MatchStartsWith));
        QVERIFY(why("people.recoverForm.accept").contains(QStringLiteral("what happened")));
        type("people.recover.reason", QStringLiteral("The stick burnt."));
        type("people.recover.certificate", text(fresh.files.certificate.string()));
        type("people.recover.key", text(fresh.files.key.string()));
        type("people.recover.secondKey", text(vera.files.key.string()));
        QVERIFY(why("people.recoverForm.accept").contains(QStringLiteral("passphrase")));
        QTest::keyClicks(find<QLineEdit>("people.recover.passphrase"), QStringLiteral("not that one"));
        press("people.recoverForm.accept");
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("people.recoverForm.fault")->isVisible(), 20000);
        QCOMPARE(find<QLineEdit>("people.recover.reason")->text(), QStringLiteral("The stick burnt."));
        QTest::keyClicks(find<QLineEdit>("people.recover.passphrase"), QLatin1String(tests::passphrase));
        press("people.recoverForm.accept");
        QTRY_VERIFY_WITH_TIMEOUT(!Overlay::topmost(m_window.get()) && settled(), 30000);
        QVERIFY(words("people.roster.note.title").contains(QStringLiteral("recovered")));
        QVERIFY(m_page->goTo(QStringLiteral("access")));
        QTRY_VERIFY(settled());
        QVERIFY(!find<QAbstractButton>("people.access.secondLeaves")->isEnabled()); // the recovery key has left again
        leave();
        QCOMPARE(opening(fresh), FaultCode::Cancelled);
        for (const auto &[from, ending] : {std::pair(m_rivera->files.key, ".p8"), std::pair(m_rivera->files.certificate, ".pem")})
            tests::putContent(m_vault / "people" / (m_rivera->files.id.text() + ending), tests::contentOf(from));
        QCOMPARE(opening(*m_rivera), FaultCode::NotEnrolled);                 // the stick turned up again
    }

    void onesOwnPassphrase()
    {
        const std::string fresh = "a much better horse battery 42";
        signInAs(*m_lee);
        const auto typeAll = [this, &fresh](const QString &again) {
            QTest::keyClicks(find<QLineEdit>("people.passphrase.old"), QLatin1String(tests::passphrase));
            QTest::keyClicks(find<QLineEdit>("people.passphrase.new"), QString::fromStdString(fresh));
            QTest::keyClicks(find<QLineEdit>("people.passphrase.again"), again);
            press("people.passphraseForm.accept");
        };
        press("people.roster.passphrase");
        typeAll(QStringLiteral("something else entirely 1"));
        QVERIFY(find<QLineEdit>("people.passphrase.old")->text().isEmpty());  // nothing of it stays in the form
        typeAll(QString::fromStdString(fresh));
        QTRY_VERIFY_WITH_TIMEOUT(!Overlay::topmost(m_window.get()), 20000);
        leave();
        session::Session session(m_office->environment());
        QVERIFY(!tests::unlock(session, m_vault, *m_lee).ok());
        QVERIFY(tests::unlock(session, m_vault, *m_lee, fresh).ok());
    }

    void backupsAreMadeAndChecked()
    {
        const Path folder = m_office->fresh("backups");
        std::filesystem::create_directory(folder);
        signInAs(*m_stone);
        QVERIFY(m_page->goTo(QStringLiteral("backups")));
        QTRY_VERIFY(settled());
        QCOMPARE(why("people.backups.create"), QStringLiteral("Say first where backups go."));
        press("people.backups.settings");
        type("people.backup.folder", QString::fromStdString(folder.string()));
        press("people.backupForm.accept");
        QTRY_VERIFY(find<QAbstractButton>("people.backups.create")->isEnabled());
        press("people.backups.create");
        QTRY_COMPARE_WITH_TIMEOUT(rows("people.backups.table")->rowCount(), 1, 30000);
        QTRY_VERIFY(settled());
        find<QTableView>("people.backups.table")->selectRow(0);
        press("people.backups.check");
        QTRY_COMPARE_WITH_TIMEOUT(words("people.backups.note.title"), QStringLiteral("The backup is whole"), 30000);
        const Path made = cell("people.backups.table", 0, 4).toStdString();
        for (const auto &item : std::filesystem::recursive_directory_iterator(made)) {
            if (item.path().filename() != "vault.db")
                continue;
            Bytes bytes = tests::contentOf(item.path());
            bytes[bytes.size() / 2] ^= 1;
            tests::putContent(item.path(), bytes);
        }
        press("people.backups.check");
        QTRY_COMPARE_WITH_TIMEOUT(words("people.backups.note.title"), QStringLiteral("The backup is not whole"), 30000);
    }

    void everyPartKeepsTheContract()
    {
        signInAs(*m_stone);
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            m_theme->setScheme(scheme);
            for (const char *part : {"roster", "access", "backups", "trust"}) {
                QVERIFY(m_page->goTo(QLatin1String(part)));
                QTRY_VERIFY(settled());
                QTest::qWait(1);
                QCOMPARE(namelessWidgets(m_window.get()), QStringList());
                QCOMPARE(clippedWords(m_window.get()), QStringList());
                QCOMPARE(weakContrast(m_window.get()), QStringList());
            }
        }
        m_theme->setScheme(Theme::Scheme::Light);
        QVERIFY(m_page->goTo(QStringLiteral("roster")));
        QTRY_VERIFY(settled());
        QCOMPARE(unreachableByTab(m_window.get()), QStringList());
    }
};

WINDOW_TEST_MAIN(TestUiPeople)
#include "tst_ui_people.moc"
