// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the passphrase of a key file: the new one opens, the old one does not, and whatever goes wrong leaves the file
// as it was.
#include "core/session/credentials.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestSessionPassphrase : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam;
    Path m_vault;

    static constexpr char fresh[] = "another horse in another stable";

    static Status change(const Path &file, const std::string &old, const std::string &next)
    {
        const crypto::Secret before = crypto::Secret::fromText(old), after = crypto::Secret::fromText(next);
        return session::changePassphrase(file, {&before, &after});
    }
    static Status changeOwn(Session &session, const Path &file, const std::string &old, const std::string &next)
    {
        const crypto::Secret before = crypto::Secret::fromText(old), after = crypto::Secret::fromText(next);
        return session::changeOwnPassphrase(session, file, {&before, &after});
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_vault = m_office->makeVault("desk", {m_ada, m_sam}, {});
    }

    void inTheVault()
    {
        const Path vault = m_office->copyOf(m_vault);
        {
            const auto session = signIn(*m_office, vault, m_ada);
            VERIFY_OK(changeOwn(*session, {}, passphrase, fresh));
            QCOMPARE(must(session->stationLedger()).back().kind, std::string("passphrase.changed"));
            VERIFY_OK(session->createCase(caseFacts("still works"))); // the key in memory is the same
        }
        Session session(m_office->environment());
        COMPARE_FAULT(unlock(session, vault, m_ada), FaultCode::WrongPassphrase);
        VERIFY_OK(unlock(session, vault, m_ada, fresh));
        session.lock();
        VERIFY_OK(unlock(session, vault, m_sam)); // nobody else's changed
    }

    void whatGoesWrongChangesNothing_data()
    {
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("next");
        QTest::addColumn<int>("code");
        const auto add = [](const char *name, const char *old, const QString &next, FaultCode code) {
            QTest::newRow(name) << QString::fromLatin1(old) << next << static_cast<int>(code);
        };
        const QString good = QString::fromLatin1(fresh);
        add("wrong old one", "not the passphrase", good, FaultCode::WrongPassphrase);
        add("empty old one", "", good, FaultCode::WrongPassphrase);
        add("empty new one", passphrase, {}, FaultCode::Usage);
        add("short new one", passphrase, QStringLiteral("eleven char"), FaultCode::Usage);
        add("eleven wide characters", passphrase, QStringLiteral("ÄÖÜäöüßéèêë"), FaultCode::Usage);
        add("one letter again and again", passphrase, QString(40, QLatin1Char('a')), FaultCode::Usage);
        add("endless", passphrase, QString(5000, QLatin1Char('x')) + good, FaultCode::Usage);
        add("the same", passphrase, QString::fromLatin1(passphrase), FaultCode::Usage);
    }
    void whatGoesWrongChangesNothing()
    {
        QFETCH(QString, old);
        QFETCH(QString, next);
        QFETCH(int, code);
        const Path vault = m_office->copyOf(m_vault);
        const auto session = signIn(*m_office, vault, m_ada);
        const auto before = treeOf(vault / "people");
        const auto entries = must(session->stationLedger()).size();
        COMPARE_FAULT(changeOwn(*session, {}, old.toStdString(), next.toStdString()), static_cast<FaultCode>(code));
        COMPARE_FAULT(change(vault / "people" / (m_ada.files.id.text() + ".p8"), old.toStdString(), next.toStdString()), static_cast<FaultCode>(code));
        QVERIFY(treeOf(vault / "people") == before);
        QCOMPARE(must(session->stationLedger()).size(), entries);
    }

    void theRuleIsSaidInWords()
    {
        const Status refused = change("/nowhere", passphrase, "short");
        QCOMPARE(refused.fault().detail, session::passphraseRule());
        QVERIFY(session::passphraseRule().find("12 characters") != std::string::npos);
        VERIFY_OK(session::checkNewPassphrase(crypto::Secret::fromText("Dreizehn Äpfel")));
    }

    void onAStick()
    {
        const Path stick = m_office->fresh("stick.p8");
        std::filesystem::copy(m_sam.files.key, stick);
        VERIFY_OK(change(stick, passphrase, fresh));
        COMPARE_FAULT(change(stick, passphrase, fresh), FaultCode::WrongPassphrase);
        COMPARE_FAULT(change(m_office->fresh("none.p8"), passphrase, fresh), FaultCode::NotFound);
        putContent(stick, viewOf("not a key"));
        COMPARE_FAULT(change(stick, passphrase, fresh), FaultCode::Malformed);
        // A vault holds only one's own: somebody else's file is refused, whoever knows its passphrase.
        const auto session = signIn(*m_office, m_office->copyOf(m_vault), m_ada);
        const auto before = contentOf(m_sam.files.key);
        COMPARE_FAULT(changeOwn(*session, m_sam.files.key, passphrase, fresh), FaultCode::CertificateUnsuitable);
        QVERIFY(contentOf(m_sam.files.key) == before);
        session->lock();
        COMPARE_FAULT(changeOwn(*session, m_ada.files.key, passphrase, fresh), FaultCode::NotSignedIn);
    }

    void newOfficesAndPeopleKeepTheRule()
    {
        const Path folder = m_office->fresh("office");
        must(makeDirectory(folder));
        const Instant now = m_office->clock.now();
        COMPARE_FAULT(session::createOffice(folder, "Bureau 8", crypto::Secret::fromText("short"), {now, {now.milliseconds + day}}), FaultCode::Usage);
        QVERIFY(std::filesystem::is_empty(folder));
    }
};

QTEST_GUILESS_MAIN(TestSessionPassphrase)
#include "tst_session_passphrase.moc"
