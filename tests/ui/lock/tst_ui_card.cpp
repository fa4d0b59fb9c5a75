// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in by card in the window: what the card says of its PIN stands under the field before the next one is typed. With SoftHSM2.
#include "app/desktop/workstation.h"
#include "tests/support/softtoken.h"
#include "tests/support/testoffice.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/unlock/keychoice.h"
#include "ui/pages/unlock/unlockpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QLineEdit>

using namespace caseward;
using namespace caseward::tests;
using namespace caseward::ui;

class TestUiCard : public QObject, private uitest::Hands {
    Q_OBJECT

    std::unique_ptr<SoftTokens> m_cards;
    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<Workstation> m_station;
    Path m_vault;

    bool idle() { return !m_station->worker().isBusy(); }
    QString said() { return find<QLineEdit>("unlock.passphrase")->accessibleDescription(); }
    void enter(const char *pin)
    {
        type("unlock.passphrase", QString::fromLatin1(pin));
        press("unlock.unlock");
    }

private slots:
    void initTestCase()
    {
        VERIFY_OK(crypto::prepareProcess());
        if (const QByteArray missing = SoftTokens::missing(); !missing.isEmpty())
            QSKIP(missing.constData());
        m_cards = std::make_unique<SoftTokens>();
        m_cards->makeCard("Ada");
        m_cards->makeKey("Ada", "EC:secp384r1", "01", SoftTokens::Pin::AtEveryUse);
        m_office = std::make_unique<TestOffice>();
        const crypto::Secret words = crypto::Secret::fromText(passphrase), pin = crypto::Secret::fromText(SoftTokens::pin);
        const Instant now = m_office->clock.now();
        must(makeDirectory(m_office->root() / "authority"));
        const auto authority = must(session::createOffice(m_office->root() / "authority", "Bureau 9", words, {{now.milliseconds - day}, {now.milliseconds + 900 * day}}));
        const session::NewPerson person{"Ada Card", {crypto::Role::Adjudicator}, {now, {now.milliseconds + 300 * day}}};
        const auto card = must(session::enrolCardPerson(authority, words, {person, SoftTokens::module, "pkcs11:token=Ada;id=%01", &pin}, m_office->root(), "ada",
                                                        m_office->environment()));
        session::NewVault vault;
        m_vault = vault.folder = m_office->root() / "desk.caseward";
        vault.officeCertificates = {authority.certificate};
        vault.members = {{card.id, card.certificate, {}, card.tokenUri}};
        must(session::createVault(vault, m_office->environment()));
    }

    void theCardSaysWhatIsLeft()
    {
        m_station = std::make_unique<Workstation>(*qApp, m_office->environment(), Theme::Scheme::Light);
        takeHold(&m_station->window());
        uitest::showActive(&m_station->window());
        m_station->gate().setVault(QString::fromStdString(m_vault.string()));
        QTRY_VERIFY(find<QWidget>("unlock.warning")->isVisible() && idle());
        press("unlock.warning.accept");
        find<KeyChoice>("unlock.keyChoice")->setWhere(KeyChoice::Where::Card);
        type("unlock.module", QString::fromLatin1(SoftTokens::module));
        QTest::keyClick(find<QLineEdit>("unlock.module"), Qt::Key_Return);
        QTRY_VERIFY(idle());
        QCOMPARE(said(), QString());
        QVERIFY(!find<QWidget>("unlock.fault")->isVisible());
        enter("000000");
        QTRY_VERIFY(find<QWidget>("unlock.fault")->isVisible() && idle());
        QTRY_VERIFY(said().contains(QStringLiteral("wrong PIN")));
        enter(SoftTokens::pin);
        QTRY_VERIFY(m_station->window().isInside() && idle());
        QVERIFY(said().isEmpty());
        // And after a lock.
        m_station->window().lockNow();
        QTRY_VERIFY(!m_station->window().isInside() && idle());
        QCOMPARE(said(), QString());
        enter("000000");
        QTRY_VERIFY(said().contains(QStringLiteral("wrong PIN")) && idle());
    }

    void cleanupTestCase() { m_station.reset(); }
};

WINDOW_TEST_MAIN(TestUiCard)
#include "tst_ui_card.moc"
