// SPDX-License-Identifier: GPL-3.0-or-later
// A desk whose key is on a card: enrolled from the card, the vault unlocked by it, a decision signed that stock openssl
// accepts, a bundle opened; and what the person is told when the card or the PIN is not right. With SoftHSM2.
#include "core/session/credentials.h"
#include "tests/support/softtoken.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestSessionToken : public QObject {
    Q_OBJECT

    std::unique_ptr<SoftTokens> m_cards;
    std::unique_ptr<TestOffice> m_office;
    session::OfficeFiles m_files;
    NoProgress m_progress;

    static constexpr const char *kinds[] = {"EC:secp384r1", "EC:prime256v1", "rsa:3072"};

    Result<session::CardPersonFiles> enrol(const std::string &name, const std::string &uri, const char *pin = SoftTokens::pin)
    {
        const crypto::Secret words = crypto::Secret::fromText(passphrase), number = crypto::Secret::fromText(pin);
        const Instant now = m_office->clock.now();
        const session::NewPerson person{name, {crypto::Role::Adjudicator}, {now, {now.milliseconds + 300 * day}}};
        return session::enrolCardPerson(m_files, words, {person, SoftTokens::module, uri, &number}, m_office->root(),
                                        "card-" + std::to_string(++m_enrolled), m_office->environment());
    }

    Path vaultOf(const session::CardPersonFiles &person, const std::string &name)
    {
        session::NewVault vault;
        vault.folder = m_office->root() / (name + ".caseward");
        vault.officeCertificates = {m_files.certificate};
        vault.members = {{person.id, person.certificate, {}, person.tokenUri}};
        must(session::createVault(vault, m_office->environment()));
        return vault.folder;
    }

    static Result<session::SignedIn> unlockBy(Session &session, const Path &vault, const char *pin, const Path &module = SoftTokens::module,
                                              const std::string &uri = {})
    {
        const crypto::Secret number = crypto::Secret::fromText(pin);
        session::UnlockRequest request;
        request.vault = vault;
        request.passphrase = &number;
        request.tokenModule = module;
        request.tokenUri = uri;
        return session.unlock(request);
    }

    int m_enrolled = 0;

private slots:
    void initTestCase()
    {
        VERIFY_OK(crypto::prepareProcess());
        if (const QByteArray missing = SoftTokens::missing(); !missing.isEmpty())
            QSKIP(missing.constData());
        m_cards = std::make_unique<SoftTokens>();
        for (const char *card : {"Ada", "pulled"})
            m_cards->makeCard(card);
        for (int key = 0; key < 3; ++key)
            m_cards->makeKey("Ada", kinds[key], ("0" + std::to_string(key + 1)).c_str());
        m_cards->makeKey("Ada", kinds[0], "04", SoftTokens::Pin::AtEveryUse);
        m_cards->makeKey("pulled", kinds[0], "01");
        m_office = std::make_unique<TestOffice>();
        const crypto::Secret words = crypto::Secret::fromText(passphrase);
        const Instant now = m_office->clock.now();
        must(makeDirectory(m_office->root() / "authority"));
        m_files = must(session::createOffice(m_office->root() / "authority", "Bureau 9", words, {{now.milliseconds - day}, {now.milliseconds + 900 * day}}));
        // The real scrypt takes most of a second at each enrolment.
        putContent(m_files.key, quickKeyFile(must(crypto::PrivateKey::fromEncryptedFile(contentOf(m_files.key), words))));
    }

    void worksAWholeCaseByCard_data()
    {
        QTest::addColumn<int>("key");
        for (int key = 0; key < 3; ++key)
            QTest::newRow(kinds[key]) << key + 1;
        QTest::newRow("the PIN at every use") << 4;
    }
    void worksAWholeCaseByCard()
    {
        QFETCH(int, key);
        const std::string uri = "pkcs11:token=Ada;id=%0" + std::to_string(key);
        const auto person = must(enrol("Ada Adjudicator", uri));
        QVERIFY(person.certificateOnCard);
        const Path vault = vaultOf(person, "desk-" + std::to_string(key));
        QVERIFY(!std::filesystem::exists(vault / "people" / (person.id.text() + ".p8")));
        QCOMPARE(toText(contentOf(vault / "people" / (person.id.text() + ".token"))),
                 "{\"format\":\"caseward-token/1\",\"uri\":\"" + person.tokenUri + "\"}");
        QCOMPARE(must(Session::peopleOf(vault)).front().tokenUri, person.tokenUri);

        session::DecisionFiles files;
        CaseId id;
        {
            Session session(m_office->environment());
            VERIFY_OK(unlockBy(session, vault, SoftTokens::pin));
            QVERIFY(session::cardIsPresent(session));
            id = intake(session, "Card 1");
            review(session, id);
            VERIFY_OK(session.sign(id, denyWord));
            files = must(session.decisionFiles(id));
            session.lock();
            COMPARE_FAULT(session.openCase(id), FaultCode::NotSignedIn);
            // The same session again: the wrong PIN does not pass because the right one did.
            COMPARE_FAULT(unlockBy(session, vault, "000000"), FaultCode::WrongPassphrase);
            VERIFY_OK(unlockBy(session, vault, SoftTokens::pin));
            VERIFY_OK(session.openCase(id));
        }
        const Path decision = m_office->fresh("decision.json"), signature = m_office->fresh("decision.p7s");
        putContent(decision, viewOf(files.decision));
        putContent(signature, files.signature);
        QProcess stock;
        stock.start(QStringLiteral("openssl"), {"cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", QString::fromStdString(signature.string()),
                                                "-content", QString::fromStdString(decision.string()), "-CAfile",
                                                QString::fromStdString(m_files.certificate.string()), "-attime",
                                                QString::number(m_office->clock.now().milliseconds / 1000), "-out", "/dev/null"});
        QVERIFY(stock.waitForFinished(60'000));
        QVERIFY2(stock.exitCode() == 0, stock.readAllStandardError());
    }

    void whatIsSaidWhenTheCardIsNotRight()
    {
        const auto person = must(enrol("Ada Adjudicator", "pkcs11:token=Ada;id=%01"));
        const Path vault = vaultOf(person, "wrong");
        const auto before = treeOf(vault / "people");
        Session session(m_office->environment());
        for (const char *wrong : {"", "1", "482916"})
            COMPARE_FAULT(unlockBy(session, vault, wrong), FaultCode::WrongPassphrase);
        COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin), FaultCode::TooManyAttempts); // guesses at a PIN are held back too
        m_office->clock.advance(day);
        COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin, {}), FaultCode::TokenAbsent);            // no module said
        COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin, "/usr/lib/none.so"), FaultCode::TokenAbsent);
        COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin, SoftTokens::module, "pkcs11:token=Eve"), FaultCode::TokenAbsent);
        COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin, SoftTokens::module, "pkcs11:token=Ada;id=%02"), FaultCode::TokenAbsent);
        COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin, SoftTokens::module, "pkcs11:token=Ada?pin-value=482915"), FaultCode::Malformed);
        QVERIFY(!session.isUnlocked());
        QVERIFY(treeOf(vault / "people") == before);
        // A vault that came from somebody else cannot make us load code or send the PIN elsewhere: its address is only words.
        const Path file = vault / "people" / (person.id.text() + ".token");
        putContent(file, viewOf("{\"format\":\"caseward-token/1\",\"uri\":\"pkcs11:token=Ada?module-path=/tmp/evil.so\"}"));
        COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin), FaultCode::Malformed);
        for (const char *damaged : {"", "{", "{\"uri\":\"pkcs11:\"}", "{\"format\":\"caseward-token/1\",\"module\":\"/tmp/x.so\",\"uri\":\"pkcs11:\"}"}) {
            putContent(file, viewOf(damaged));
            COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin), FaultCode::VaultDamaged);
        }
        std::filesystem::remove(file);
        // A module is said, so the card is asked for the key of the certificate; with two cards in, which card must be said.
        COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin), FaultCode::TokenRefused);
        VERIFY_OK(unlockBy(session, vault, SoftTokens::pin, SoftTokens::module, "pkcs11:token=Ada"));
    }

    void enrolmentProvesTheKey()
    {
        COMPARE_FAULT(enrol("Ada", "pkcs11:token=Ada"), FaultCode::TokenRefused); // which of the four?
        COMPARE_FAULT(enrol("Ada", "pkcs11:token=Ada;id=%01", "123456"), FaultCode::WrongPassphrase);
        COMPARE_FAULT(enrol("Ada", "pkcs11:token=Ada;id=%77"), FaultCode::TokenAbsent);
        COMPARE_FAULT(enrol("Ada", "not an address"), FaultCode::Malformed);
    }

    void listsCards()
    {
        const auto cards = must(session::cardsIn(SoftTokens::module));
        const auto ada = std::ranges::find(cards, std::string("Ada"), &session::Card::label);
        QVERIFY(ada != cards.end());
        QCOMPARE(ada->keys.size(), std::size_t(4));
        COMPARE_FAULT(session::cardsIn("/no/such.so"), FaultCode::TokenAbsent);
    }

    void cardTakenOutWhileWorking()
    {
        const auto person = must(enrol("Nils", "pkcs11:token=pulled"));
        const Path vault = vaultOf(person, "pulled");
        Session session(m_office->environment());
        VERIFY_OK(unlockBy(session, vault, SoftTokens::pin));
        const CaseId id = intake(session, "Card 2");
        review(session, id);
        QVERIFY(session::cardIsPresent(session));
        m_cards->destroyCard("pulled");
        QVERIFY(!session::cardIsPresent(session));
        const auto entries = must(session.history(id)).size();
        COMPARE_FAULT(session.sign(id, denyWord), FaultCode::TokenAbsent);
        QCOMPARE(must(session.history(id)).size(), entries);
        session.lock();
        QVERIFY(session::cardIsPresent(session)); // nobody is signed in, so nobody's card is missing
        COMPARE_FAULT(unlockBy(session, vault, SoftTokens::pin), FaultCode::TokenAbsent);
    }
};

QTEST_GUILESS_MAIN(TestSessionToken)
#include "tst_session_token.moc"
