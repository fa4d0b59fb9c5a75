// SPDX-License-Identifier: GPL-3.0-or-later
// The office's own authority at the window: a new person with a new key, and a new certificate for somebody's key.
#include "core/session/issuing.h"
#include "core/session/people.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/models/casewords.h"
#include "ui/pages/people/peoplepage.h"

#include <QCheckBox>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiIssue : public QObject, private OnePage {
    Q_OBJECT
    session::OfficeFiles m_authority;
    std::unique_ptr<tests::Member> m_stone, m_rivera;
    Path m_station, m_vault;

    // Of an office whose authority is files, as on its medium.
    tests::Member person(const char *name, crypto::Role role, const char *stem)
    {
        const crypto::Secret words = crypto::Secret::fromText(tests::passphrase);
        const Instant now = m_office->clock.now();
        session::NewPerson made{name, {role}, {now, {now.milliseconds + 300 * tests::day}}};
        const auto files = tests::must(session::enrolPerson(m_authority, words, made, words, m_office->root(), stem, m_office->environment()));
        auto key = tests::must(crypto::PrivateKey::fromEncryptedFile(tests::contentOf(files.key), words));
        const auto certificate = tests::must(crypto::Certificate::fromPem(tests::contentOf(files.certificate)));
        return {files, tests::must(crypto::Credential::make(certificate, std::move(key)))};
    }
    Path medium(const char *name)
    {
        const Path folder = m_office->fresh(name);
        std::filesystem::create_directory(folder);
        return folder;
    }
    void fillOffice(const char *form, const char *words = tests::passphrase)
    {
        type((std::string(form) + ".office").c_str(), text(m_authority.certificate.parent_path().string()));
        QTest::keyClicks(find<QLineEdit>((std::string(form) + ".officePassphrase").c_str()), QLatin1String(words));
    }

private slots:
    void initTestCase()
    {
        openOffice(this);
        const Instant now = m_office->clock.now();
        m_authority = tests::must(session::createOffice(medium("office"), "Bureau 9", crypto::Secret::fromText(tests::passphrase),
                                                        {{now.milliseconds - tests::day}, {now.milliseconds + 3000 * tests::day}}));
        m_stone = std::make_unique<tests::Member>(person("S. Stone", crypto::Role::SecurityOfficer, "stone"));
        m_rivera = std::make_unique<tests::Member>(person("A. Rivera", crypto::Role::Adjudicator, "rivera"));
        session::NewVault vault{m_office->root() / "nine.caseward", {m_authority.certificate}, {m_stone->files, m_rivera->files}, {}};
        tests::must(session::createVault(vault, m_office->environment()));
        m_station = vault.folder;
    }
    void init() { m_vault = m_office->copyOf(m_station); }
    void cleanup() { leave(); }

    void aNewPersonSignsInWithTheKeyMadeForThem()
    {
        signInTo<PeoplePage>(m_vault, *m_stone);
        const Path stick = medium("stick");
        press("people.roster.issue");
        find<QLineEdit>("people.issue.name")->setText(QStringLiteral("Zoë Müller-Lüdenscheidt")); // no keys for these in Qt Test
        find<QCheckBox>("people.issue.roles.supervisor")->click();
        type("people.issue.folder", text(stick.string()));
        fillOffice("people.issue");
        for (const char *field : {"people.issue.passphrase", "people.issue.again"})
            QTest::keyClicks(find<QLineEdit>(field), QStringLiteral("a long enough passphrase"));
        press("people.issueForm.accept");
        QTRY_COMPARE_WITH_TIMEOUT(rows("people.roster.table")->rowCount(), 3, 20000);
        QTRY_VERIFY(settled());
        leave();
        const auto certificate = tests::must(crypto::Certificate::fromPem(tests::contentOf(stick / "zoe-muller-ludenscheidt.pem")));
        QCOMPARE(certificate.commonName(), std::string("Zoë Müller-Lüdenscheidt"));
        QVERIFY(certificate.roles() == std::set<crypto::Role>{crypto::Role::Supervisor});
        QVERIFY(std::filesystem::exists(stick / "zoe-muller-ludenscheidt.p8"));
        session::Session session(m_office->environment());
        session::UnlockRequest request;
        const crypto::Secret words = crypto::Secret::fromText("a long enough passphrase");
        request.vault = m_vault;
        request.person = tests::must(PersonId::parse(certificate.personId()));
        request.passphrase = &words;
        QVERIFY(session.unlock(request).ok());
    }

    void whatIsWrongIsToldAndNothingIsMade()
    {
        signInTo<PeoplePage>(m_vault, *m_stone);
        const Path stick = medium("stick");
        press("people.roster.issue");
        QCOMPARE(why("people.issueForm.accept"), QStringLiteral("Type the name of the person."));
        type("people.issue.name", QStringLiteral("T. Moss"));
        QVERIFY(why("people.issueForm.accept").contains(QStringLiteral("role")));
        find<QCheckBox>("people.issue.roles.courier")->click();
        type("people.issue.folder", text(stick.string()));
        fillOffice("people.issue", "not the words of the office");
        QTest::keyClicks(find<QLineEdit>("people.issue.passphrase"), QStringLiteral("a long enough passphrase"));
        QTest::keyClicks(find<QLineEdit>("people.issue.again"), QStringLiteral("another long passphrase"));
        press("people.issueForm.accept");
        QVERIFY(find<QLineEdit>("people.issue.passphrase")->text().isEmpty());                       // the two are not the same
        for (const char *field : {"people.issue.passphrase", "people.issue.again"})
            QTest::keyClicks(find<QLineEdit>(field), QStringLiteral("a long enough passphrase"));
        press("people.issueForm.accept");
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("people.issueForm.fault")->isVisible(), 20000);        // the office's passphrase
        QVERIFY(std::filesystem::is_empty(stick));
        QCOMPARE(find<QLineEdit>("people.issue.name")->text(), QStringLiteral("T. Moss"));
        press("people.issueForm.cancel");
        QTRY_VERIFY(!m_window->findChild<QWidget *>(QStringLiteral("people.issueForm")));
        QCOMPARE(rows("people.roster.table")->rowCount(), 2);
    }

    void aCertificateIsRenewedAndTakenIntoUse()
    {
        signInTo<PeoplePage>(m_vault, *m_stone);
        const Path stick = medium("stick");
        choose("people.roster.table", QStringLiteral("A. Rivera"));
        const QString before = cell("people.roster.table", rowOf("people.roster.table", QStringLiteral("A. Rivera")), 3);
        press("people.roster.renew");
        type("people.renew.folder", text(stick.string()));
        fillOffice("people.renew");
        press("people.renewForm.accept");
        QTRY_VERIFY_WITH_TIMEOUT(cell("people.roster.table", rowOf("people.roster.table", QStringLiteral("A. Rivera")), 3) != before, 20000);
        QTRY_VERIFY(settled());
        leave();
        Path renewed;
        for (const auto &item : std::filesystem::directory_iterator(stick))
            renewed = item.path();
        const auto certificate = tests::must(crypto::Certificate::fromPem(tests::contentOf(renewed)));
        QVERIFY(certificate.notAfter() > m_rivera->certificate().notAfter());
        QCOMPARE(certificate.personId(), m_rivera->files.id.text());
        {
            auto session = tests::signIn(*m_office, m_vault, *m_rivera);                            // the old one still opens
            tests::must(session::PeopleDesk(*session).replaceOwn(renewed, {}));
        }
        const auto again = tests::signIn(*m_office, m_vault, *m_rivera);                            // the same key, the new certificate
        QVERIFY(again->signedIn().certificate.notAfter() == certificate.notAfter());
    }

    void theFormsKeepTheContract()
    {
        signInTo<PeoplePage>(m_vault, *m_stone);
        choose("people.roster.table", QStringLiteral("A. Rivera"));
        for (const auto &[button, form] : {std::pair{"people.roster.issue", "people.issueForm"}, std::pair{"people.roster.renew", "people.renewForm"}}) {
            press(button);
            QTRY_VERIFY(m_window->findChild<QWidget *>(QLatin1String(form)));
            keepsTheContract(form);
        }
    }

    void onlyASecurityOfficerMay()
    {
        signInTo<PeoplePage>(m_vault, *m_rivera);
        QVERIFY(!find<QAbstractButton>("people.roster.issue")->isEnabled());
        QVERIFY(why("people.roster.renew").contains(QStringLiteral("security officer")));
        leave();
        auto session = tests::signIn(*m_office, m_vault, *m_rivera);                                // nor by another way
        const crypto::Secret words = crypto::Secret::fromText(tests::passphrase);
        const Path stick = medium("stick");
        session::Issue issue{m_authority, &words, "T. Moss", {"courier"}, &words, stick, "moss", 30, true};
        COMPARE_FAULT(session::issuePerson(*session, issue), FaultCode::NotAllowed);
        COMPARE_FAULT(session::renewOnRoster(*session, {m_authority, &words, m_rivera->files.id, stick / "r.pem", 30}), FaultCode::NotAllowed);
        QVERIFY(std::filesystem::is_empty(stick));
    }
};
WINDOW_TEST_MAIN(TestUiIssue)
#include "tst_ui_issue.moc"
