// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a station believes, driven through its widgets: a stranger's office is believed only deliberately and only by the security
// officer, a withdrawn certificate stands in a list at once, stale lists stand out; and the warning before signing in.
#include "core/session/banner.h"
#include "core/session/trust.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/plaintable.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"
#include "ui/pages/people/peoplepage.h"

#include <QCheckBox>
#include <QComboBox>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiTrust : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_stone, m_rivera;
    session::OfficeFiles m_other, m_stranger;    // believed here; not
    Path m_station, m_vault;
    PeoplePage *m_page = nullptr;

    void signInAs(const tests::Member &member)
    {
        m_page = signInTo<PeoplePage>(m_vault, member);
        QVERIFY(m_page->goTo(QStringLiteral("trust")));
        QTRY_VERIFY(rows("people.trust.table")->rowCount() > 0 && settled());
    }
    session::OfficeFiles office(const char *name)
    {
        const Path folder = m_office->fresh("office");
        std::filesystem::create_directory(folder);
        const crypto::Validity validity{{m_office->clock.now().milliseconds - 100 * tests::day}, {m_office->clock.now().milliseconds + 900 * tests::day}};
        return tests::must(session::createOffice(folder, name, crypto::Secret::fromText(tests::passphrase), validity));
    }
    void name(const Path &file)
    {
        auto *files = find<QPlainTextEdit>("people.trust.files");
        files->setFocus();
        files->selectAll();
        QTest::keyClicks(files, text(file.string()));
    }
    QString wordsIn(const char *note)
    {
        QStringList words;
        for (const QLabel *label : find<QWidget>(note)->findChildren<QLabel *>())
            words << label->text();
        return words.join(QLatin1Char(' '));
    }
    Tone tone(int row, int column) { return static_cast<Tone>(rows("people.trust.table")->index(row, column).data(PlainToneRole).toInt()); }

private slots:
    void initTestCase()
    {
        openOffice(this);
        m_stone = std::make_unique<tests::Member>(m_office->enrol("S. Stone", {crypto::Role::SecurityOfficer}));
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_other = office("Bureau 9");
        m_stranger = office("Strangers");
        m_station = m_office->makeVault("station", {*m_stone, *m_rivera}, {}, {m_other.certificate});
    }
    void init() { m_vault = m_office->copyOf(m_station); }
    void cleanup() { leave(); }

    void onlyASecurityOfficerBelievesAStranger()
    {
        signInAs(*m_rivera);
        QCOMPARE(rows("people.trust.table")->rowCount(), 2);
        QVERIFY(!find<QAbstractButton>("people.trust.warning")->isEnabled());
        QVERIFY(!find<QAbstractButton>("people.trust.withdraw")->isEnabled());
        press("people.trust.import");
        QVERIFY(!find<QCheckBox>("people.trust.anchors")->isEnabled());
        QVERIFY(!find<QAbstractButton>("people.trustForm.accept")->isEnabled());
        name(m_stranger.certificate);
        press("people.trustForm.accept");
        QTRY_VERIFY(find<QWidget>("people.trustForm.fault")->isVisible());
        QCOMPARE(rows("people.trust.table")->rowCount(), 2);
        press("people.trustForm.cancel");
        leave();
        auto session = tests::signIn(*m_office, m_vault, *m_rivera);
        const crypto::Secret secret = crypto::Secret::fromText(tests::passphrase);
        session::OfficeWithdrawal what;
        what.office = m_other;
        what.passphrase = &secret;
        QCOMPARE(session::TrustDesk(*session).withdraw(what).fault().code, FaultCode::NotAllowed); // nor by another way
    }

    void believingIsDeliberate()
    {
        signInAs(*m_stone);
        press("people.trust.import");
        name(m_stranger.certificate);
        auto *anchors = find<QCheckBox>("people.trust.anchors");
        anchors->setFocus();
        QTest::keyClick(anchors, Qt::Key_Space);
        press("people.trustForm.accept");
        QTRY_VERIFY(isThere("ask.word"));
        QVERIFY(!find<QAbstractButton>("ask.accept")->isEnabled());
        const auto stranger = tests::must(crypto::Certificate::fromPem(tests::contentOf(m_stranger.certificate)));
        QVERIFY(wordsIn("ask.people.believe").remove(QLatin1Char(' ')).contains(text(stranger.fingerprint().hex()))); // to be compared
        press("ask.reject");
        QTRY_VERIFY(!isThere("ask.word") && settled());
        QCOMPARE(rows("people.trust.table")->rowCount(), 2);
        QVERIFY(find<QAbstractButton>("people.trustForm.accept")->isEnabled()); // the form waits, with what was typed
        press("people.trustForm.accept");
        QTRY_VERIFY(isThere("ask.word"));
        type("ask.word", QStringLiteral("BELIEVE"));
        press("ask.accept");
        QTRY_COMPARE(rows("people.trust.table")->rowCount(), 3);
        QTRY_VERIFY(!Overlay::topmost(m_window.get()));
        QVERIFY(wordsIn("people.trust.note").contains(QStringLiteral("Strangers")));
        leave();
        QCOMPARE(tests::must(session::TrustDesk(*tests::signIn(*m_office, m_vault, *m_rivera)).list()).size(), std::size_t(3));
    }

    void aWithdrawnCertificateStandsInTheListAndStaleStandsOut()
    {
        const crypto::Secret secret = crypto::Secret::fromText(tests::passphrase);
        const session::NewPerson gone{"G. Gone", {crypto::Role::Courier}, {{m_office->clock.now().milliseconds - tests::day}, {m_office->clock.now().milliseconds + 90 * tests::day}}};
        const auto files = tests::must(session::enrolPerson(m_other, secret, gone, secret, m_other.certificate.parent_path(), "gone", m_office->environment()));
        signInAs(*m_stone);
        press("people.trust.withdraw");
        type("people.withdraw.certificate", text(files.certificate.string()));
        type("people.withdraw.office", text(m_other.certificate.parent_path().string()));
        type("people.withdraw.since", QStringLiteral("2026-11-31"));
        QVERIFY(why("people.withdrawForm.accept").contains(QStringLiteral("YYYY-MM-DD")));
        type("people.withdraw.since", QStringLiteral("2027-01-01"));
        QTest::keyClicks(find<QLineEdit>("people.withdraw.passphrase"), QLatin1String(tests::passphrase));
        press("people.withdrawForm.accept");
        QTRY_VERIFY(find<QWidget>("people.withdrawForm.fault")->isVisible());   // lies ahead
        QCOMPARE(rows("people.trust.table")->rowCount(), 2);
        type("people.withdraw.since", QString());
        QTest::keyClicks(find<QLineEdit>("people.withdraw.passphrase"), QLatin1String(tests::passphrase));
        press("people.withdrawForm.accept");
        QTRY_COMPARE_WITH_TIMEOUT(rows("people.trust.table")->rowCount(), 3, 20000);
        QCOMPARE(cell("people.trust.table", 2, 1), QStringLiteral("Revocation list"));
        QCOMPARE(cell("people.trust.table", 2, 4), QStringLiteral("1 certificate withdrawn"));
        QVERIFY(tone(2, 4) != Tone::Warning);
        QVERIFY(wordsIn("people.trust.note").contains(QStringLiteral("office.crl")));
        leave();
        const Instant before = m_office->clock.now();
        m_office->clock.set({before.milliseconds + 31 * tests::day});
        signInAs(*m_stone);
        m_office->clock.set(before);
        QVERIFY(cell("people.trust.table", 2, 4).startsWith(QStringLiteral("Stale")));
        QCOMPARE(tone(2, 4), Tone::Warning);
    }

    void theWarningIsSetAndPutBack()
    {
        const std::string builtIn = tests::must(session::bannerOf(m_vault)).text;
        signInAs(*m_stone);
        press("people.trust.warning");
        QTRY_VERIFY(isThere("people.bannerForm"));
        auto *edit = find<QPlainTextEdit>("people.banner.text");
        QCOMPARE(edit->toPlainText().toStdString(), builtIn);
        QVERIFY(!find<QAbstractButton>("people.banner.builtIn")->isEnabled());
        edit->setPlainText(QString(20'000, QLatin1Char('x')));
        QVERIFY(why("people.bannerForm.accept").contains(QStringLiteral("too long")));
        edit->clear();
        QVERIFY(!find<QAbstractButton>("people.bannerForm.accept")->isEnabled());
        QTest::keyClicks(edit, QStringLiteral("Line one"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, QStringLiteral("<b>not bold</b>"));
        QCOMPARE(words("people.banner.preview"), QStringLiteral("Line one\n<b>not bold</b>"));
        QCOMPARE(find<QLabel>("people.banner.preview")->textFormat(), Qt::PlainText);
        press("people.bannerForm.accept");
        QTRY_VERIFY(!Overlay::topmost(m_window.get()) && settled());
        QCOMPARE(tests::must(session::bannerOf(m_vault)).text, std::string("Line one\n<b>not bold</b>"));
        press("people.trust.warning");
        QTRY_VERIFY(isThere("people.banner.builtIn"));
        press("people.banner.builtIn");
        QTRY_VERIFY(!Overlay::topmost(m_window.get()) && settled());
        QCOMPARE(tests::must(session::bannerOf(m_vault)).text, builtIn);
    }

    void everyFormKeepsTheContract()
    {
        signInAs(*m_stone);
        const std::pair<const char *, const char *> forms[] = {{"people.trust.import", "people.trustForm"}, {"people.trust.withdraw", "people.withdrawForm"},
                                                               {"people.trust.warning", "people.bannerForm"}};
        for (const auto &[act, form] : forms) {
            press(act);
            keepsTheContract(form);
        }
    }
};

WINDOW_TEST_MAIN(TestUiTrust)
#include "tst_ui_trust.moc"
