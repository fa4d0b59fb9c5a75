// SPDX-License-Identifier: GPL-3.0-or-later
// Keys on cards: they sign and open what stock programs check and seal, a wrong or missing PIN never passes and never asks,
// and a card that is gone is said to be gone. With SoftHSM2.
#include "office.h"

#include "core/crypto/envelope.h"
#include "core/crypto/signature.h"
#include "core/crypto/token.h"
#include "core/crypto/tokenmodule.h"
#include "tests/support/softtoken.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace caseward;
using namespace caseward::crypto;
using namespace caseward::crypto::tests;
using caseward::tests::SoftTokens;

class TestToken : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SoftTokens> m_cards;
    std::unique_ptr<Office> m_office;
    std::map<KeyAlgorithm, Certificate> m_certificates;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static Secret pin(const char *text = SoftTokens::pin) { return Secret::fromText(text); }
    static const char *idOf(KeyAlgorithm algorithm)
    {
        return algorithm == KeyAlgorithm::EcP384 ? "%01" : algorithm == KeyAlgorithm::EcP256 ? "%02" : "%03";
    }
    static TokenAddress address(const std::string &uri) { return {SoftTokens::module, must(TokenUri::parse(uri))}; }
    static TokenAddress addressOf(KeyAlgorithm algorithm) { return address(std::string("pkcs11:token=Ada;id=") + idOf(algorithm)); }

    Credential cardOf(KeyAlgorithm algorithm)
    {
        return must(Credential::make(m_certificates.at(algorithm), must(openTokenKey(addressOf(algorithm), pin()))));
    }

private slots:
    void initTestCase()
    {
        VERIFY_OK(prepareProcess());
        if (const QByteArray missing = SoftTokens::missing(); !missing.isEmpty())
            QSKIP(missing.constData());
        m_cards = std::make_unique<SoftTokens>();
        for (const char *card : {"Ada", "pulled", "lone"})
            m_cards->makeCard(card);
        m_cards->makeKey("Ada", "EC:secp384r1", "01");
        m_cards->makeKey("Ada", "EC:prime256v1", "02");
        m_cards->makeKey("Ada", "rsa:3072", "03");
        m_cards->makeKey("pulled", "EC:secp384r1", "07");
        m_cards->makeKey("lone", "EC:secp384r1", "09");
        m_cards->deletePublicKey("lone", "09");
        m_office = std::make_unique<Office>();
        for (const KeyAlgorithm algorithm : {KeyAlgorithm::EcP384, KeyAlgorithm::EcP256, KeyAlgorithm::Rsa3072}) {
            const PrivateKey key = must(openTokenKey(addressOf(algorithm), pin()));
            m_certificates.emplace(algorithm, must(m_office->authority.issue(
                                                  {newPersonId(), "Ada Adjudicator", {Role::Adjudicator}, aroundToday()}, key)));
        }
        putCertificate(path("office.pem"), m_office->authority.certificate());
    }

    void signsForStockPrograms_data() { addAlgorithms(); }
    void signsForStockPrograms()
    {
        QFETCH(KeyAlgorithm, algorithm);
        const Bytes content = toBytes("the decision");
        Bytes signature;
        {
            const Credential card = cardOf(algorithm);
            QVERIFY(card.key().isOnToken());
            const auto made = signDetached(content, card, today(), {m_office->authority.certificate()});
            VERIFY_OK(made);
            signature = *made;
            const auto again = signDetached(content, card, today()); // the second time without any PIN
            VERIFY_OK(again);
            VERIFY_OK(verifyDetached(*again, content, m_office->trust));
        }
        VERIFY_OK(verifyDetached(signature, content, m_office->trust));
        put(path("x.json"), content);
        put(path("x.p7s"), signature);
        const StockResult stock = openssl({"cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", path("x.p7s"), "-content",
                                           path("x.json"), "-CAfile", path("office.pem"), "-out", path("out")});
        QVERIFY2(stock.status == 0, stock.errors);
    }

    void opensEnvelopes_data() { addAlgorithms(); }
    void opensEnvelopes()
    {
        QFETCH(KeyAlgorithm, algorithm);
        const Credential card = cardOf(algorithm);
        const Credential other = m_office->person(KeyAlgorithm::EcP384, "Other");
        std::vector<Certificate> everybody{other.certificate()};
        for (const auto &[kind, certificate] : m_certificates)
            everybody.push_back(certificate);
        for (const std::size_t size : {std::size_t(0), std::size_t(16), std::size_t(32), std::size_t(64u << 10)}) {
            const Secret secret = must(Secret::random(size));
            for (const auto &recipients : {std::vector{card.certificate()}, everybody}) {
                const auto opened = openEnvelope(must(sealFor(secret, recipients)), card);
                VERIFY_OK(opened);
                QVERIFY(std::ranges::equal(opened->view(), secret.view()));
            }
        }
        COMPARE_FAULT(openEnvelope(must(sealFor(pin(), {other.certificate()})), card), FaultCode::NotEnrolled);
    }

    void opensEnvelopesOfStockPrograms()
    {
        put(path("secret"), toBytes("made elsewhere"));
        for (const KeyAlgorithm algorithm : {KeyAlgorithm::EcP384, KeyAlgorithm::EcP256, KeyAlgorithm::Rsa3072}) {
            putCertificate(path("to.pem"), m_certificates.at(algorithm));
            QStringList arguments{"cms", "-encrypt", "-binary", "-aes256", "-outform", "DER", "-in", path("secret"), "-out", path("e.p7m"),
                                  "-recip", path("to.pem")};
            if (algorithm == KeyAlgorithm::Rsa3072)
                arguments << "-keyopt" << "rsa_padding_mode:oaep" << "-keyopt" << "rsa_oaep_md:sha256" << "-keyopt" << "rsa_mgf1_md:sha256";
            else
                arguments << "-keyopt" << "ecdh_kdf_md:sha256";
            const StockResult stock = openssl(arguments);
            QVERIFY2(stock.status == 0, stock.errors);
            const auto opened = openEnvelope(get(path("e.p7m")), cardOf(algorithm));
            VERIFY_OK(opened);
            QCOMPARE(opened->textView(), std::string_view("made elsewhere"));
        }
    }

    void everyChangedByteOfAnEnvelopeIsRefusedOrHarmless_data() { addAlgorithms(); }
    void everyChangedByteOfAnEnvelopeIsRefusedOrHarmless()
    {
        QFETCH(KeyAlgorithm, algorithm);
        const Credential card = cardOf(algorithm);
        const Secret secret = must(Secret::random(32));
        const Bytes sealed = must(sealFor(secret, {card.certificate()}));
        std::size_t refused = 0;
        for (std::size_t at = 0; at < sealed.size(); at += 3) {
            Bytes changed = sealed;
            changed[at] ^= 0x01;
            const auto opened = openEnvelope(changed, card);
            if (!opened.ok())
                ++refused; // an envelope is not authenticated: a changed IV or content block may still open, to something else
        }
        QVERIFY2(refused > sealed.size() / 3 * 8 / 10, qPrintable(QString::number(refused)));
        for (std::size_t size = 0; size < sealed.size(); size += 17)
            QVERIFY(!openEnvelope(BytesView(sealed).first(size), card).ok());
    }

    void wrongPinNeverPasses()
    {
        for (const char *wrong : {"", "1", "482916", "4829150", "00000000000000000000000000000000000000000000000000000000000000000000"})
            COMPARE_FAULT(openTokenKey(addressOf(KeyAlgorithm::EcP384), pin(wrong)), FaultCode::WrongPassphrase);
        // Nor while the card is open with the right one.
        const Credential open = cardOf(KeyAlgorithm::EcP256);
        COMPARE_FAULT(openTokenKey(addressOf(KeyAlgorithm::EcP384), pin("482916")), FaultCode::WrongPassphrase);
    }

    void freeingTheKeyLogsTheCardOut()
    {
        // A private key shows only while this process is logged in to its card.
        const auto shows = [] {
            for (const TokenFacts &card : must(listTokens(SoftTokens::module)))
                if (card.label == "lone")
                    return !card.keys.empty();
            return false;
        };
        QVERIFY(!shows());
        {
            const PrivateKey key = must(openTokenKey(addressOf(KeyAlgorithm::EcP384), pin()));
            QVERIFY(key.isPresent());
            QVERIFY(!shows()); // logged in to Ada's card only
        }
        COMPARE_FAULT(openTokenKey(address("pkcs11:token=lone"), pin()), FaultCode::TokenRefused); // no certificate can be made for it
        QVERIFY(!shows());
        for (int turn = 0; turn < 20; ++turn) { // as sign-in and lock go on all day
            COMPARE_FAULT(openTokenKey(addressOf(KeyAlgorithm::EcP384), pin("wrong")), FaultCode::WrongPassphrase);
            const Credential card = cardOf(KeyAlgorithm::EcP384);
            VERIFY_OK(signDetached(toBytes("x"), card, today()));
        }
    }

    void whichKey()
    {
        // By the certificate, however vague the address; without one an address that means several keys is refused.
        const TokenAddress vague = address("pkcs11:token=Ada");
        for (const auto &[algorithm, certificate] : m_certificates) {
            const auto key = openTokenKey(vague, pin(), certificate);
            VERIFY_OK(key);
            VERIFY_OK(Credential::make(certificate, *key));
        }
        COMPARE_FAULT(openTokenKey(vague, pin()), FaultCode::TokenRefused);
        COMPARE_FAULT(openTokenKey(vague, pin(), m_office->person(KeyAlgorithm::EcP384).certificate()), FaultCode::TokenAbsent);
        COMPARE_FAULT(openTokenKey(address("pkcs11:token=Ada;id=%55"), pin()), FaultCode::TokenAbsent);
        COMPARE_FAULT(openTokenKey(address("pkcs11:token=Eve;id=%01"), pin()), FaultCode::TokenAbsent);
        COMPARE_FAULT(openTokenKey(address("pkcs11:id=%01"), pin()), FaultCode::TokenRefused); // three cards are in
        VERIFY_OK(openTokenKey(address("pkcs11:token=Ada;object=key%2001;type=private"), pin()));
    }

    void modulesOfStrangersAreNotLoaded()
    {
        const auto with = [](const Path &module) { return TokenAddress{module, must(TokenUri::parse("pkcs11:token=Ada;id=%01"))}; };
        const Path copy = Path(m_folder.path().toStdString()) / "copy.so";
        std::filesystem::copy_file(std::filesystem::canonical(SoftTokens::module), copy);
        std::filesystem::create_symlink(copy, Path(m_folder.path().toStdString()) / "link.so");
        COMPARE_FAULT(openTokenKey(with(copy), pin()), FaultCode::PermissionDenied); // /tmp lets everybody write
        COMPARE_FAULT(openTokenKey(with(copy.parent_path() / "link.so"), pin()), FaultCode::PermissionDenied);
        for (const char *module : {"", "libsofthsm2.so", "../usr/lib/softhsm/libsofthsm2.so", "/usr/lib/softhsm", "/usr/lib/no-such.so", "/etc/passwd"})
            COMPARE_FAULT(openTokenKey(with(module), pin()), FaultCode::TokenAbsent);
        COMPARE_FAULT(listTokens(copy), FaultCode::PermissionDenied);
    }

    void whatTheCardAnswersInWords()
    {
        // SoftHSM never blocks a PIN and has no reader to cancel at.
        QCOMPARE(tokenFault(CKR_PIN_LOCKED, "x").code, FaultCode::TokenRefused);
        QVERIFY(tokenFault(CKR_PIN_LOCKED, "x").detail.find("blocked") != std::string::npos);
        QCOMPARE(tokenFault(CKR_PIN_EXPIRED, "x").code, FaultCode::TokenRefused);
        QCOMPARE(tokenFault(CKR_FUNCTION_CANCELED, "x").code, FaultCode::Cancelled);
        for (const CK_RV gone : {CKR_DEVICE_REMOVED, CKR_TOKEN_NOT_PRESENT, CKR_SESSION_HANDLE_INVALID, CKR_SLOT_ID_INVALID})
            QCOMPARE(tokenFault(gone, "x").code, FaultCode::TokenAbsent);
        QCOMPARE(tokenFault(CKR_GENERAL_ERROR, "x").code, FaultCode::TokenRefused);
    }

    void addresses()
    {
        for (const char *bad : {"", "pkcs11", "http://x", "pkcs11:token", "pkcs11:token=a;token=b", "pkcs11:id=%0", "pkcs11:id=%zz",
                                "pkcs11:token=a?pin-value=1234", "pkcs11:id=%01?module-path=/tmp/x.so", "pkcs11:slot-id=3",
                                "pkcs11:token=%00", "pkcs11:token=%ff", "pkcs11:token=a b", "pkcs11:token=a\nb", "pkcs11:x-evil=1"})
            COMPARE_FAULT(TokenUri::parse(bad), FaultCode::Malformed);
        COMPARE_FAULT(TokenUri::parse("pkcs11:token=" + std::string(4000, 'a')), FaultCode::TooLarge);
        const TokenUri uri = must(TokenUri::parse("pkcs11:id=%00%ff;object=a%3Bb;token=Zo%c3%ab%20A;type=cert"));
        QCOMPARE(uri.id, (Bytes{0x00, 0xff}));
        QCOMPARE(uri.object, std::string("a;b"));
        QCOMPARE(uri.text(), std::string("pkcs11:token=Zo%C3%AB%20A;object=a%3Bb;id=%00%FF"));
        QVERIFY(must(TokenUri::parse(uri.text())) == uri);
    }

    void listsCardsAndWritesCertificates()
    {
        const auto keyOf = [this](const char *id) {
            for (const TokenFacts &card : must(listTokens(SoftTokens::module)))
                for (const TokenKeyFacts &key : card.keys)
                    if (card.label == "Ada" && key.uri.text().ends_with(id))
                        return key;
            return TokenKeyFacts{};
        };
        QCOMPARE(must(listTokens(SoftTokens::module)).size(), std::size_t(3));
        QCOMPARE(keyOf("id=%01").algorithm, std::string("P-384"));
        QCOMPARE(keyOf("id=%02").algorithm, std::string("P-256"));
        QCOMPARE(keyOf("id=%03").algorithm, std::string("RSA-3072"));
        QVERIFY(keyOf("id=%01").certificate.isNull());
        {
            const Credential card = cardOf(KeyAlgorithm::EcP384);
            VERIFY_OK(storeOnToken(card.key(), card.certificate()));
        }
        QVERIFY(keyOf("id=%01").certificate == m_certificates.at(KeyAlgorithm::EcP384));
        // The address that is listed is one that opens.
        VERIFY_OK(openTokenKey({SoftTokens::module, keyOf("id=%01").uri}, pin()));
        COMPARE_FAULT(storeOnToken(m_office->person(KeyAlgorithm::EcP384).key(), m_certificates.at(KeyAlgorithm::EcP384)), FaultCode::Internal);
    }

    void withoutTheProviderOfOpenSsl()
    {
        qputenv("OPENSSL_MODULES", m_folder.path().toUtf8()); // where nothing is
        const auto opened = openTokenKey(addressOf(KeyAlgorithm::EcP384), pin());
        qunsetenv("OPENSSL_MODULES");
        COMPARE_FAULT(opened, FaultCode::TokenAbsent);
        QVERIFY(opened.fault().detail.find("pkcs11-provider") != std::string::npos);
        VERIFY_OK(openTokenKey(addressOf(KeyAlgorithm::EcP384), pin()));
    }

    void aKeyOnACardNeverBecomesAFile()
    {
        const Credential card = cardOf(KeyAlgorithm::Rsa3072);
        QVERIFY(!card.key().toEncryptedFile(pin()).ok());
    }

    void pulledCard() // last: the card is gone afterwards
    {
        const PrivateKey key = must(openTokenKey(address("pkcs11:token=pulled"), pin()));
        const Certificate certificate = must(m_office->authority.issue({newPersonId(), "Nils", {Role::Adjudicator}, aroundToday()}, key));
        const Credential card = must(Credential::make(certificate, key));
        const Bytes sealed = must(sealFor(pin(), {certificate}));
        QVERIFY(key.isPresent());
        m_cards->destroyCard("pulled");
        QVERIFY(!key.isPresent());
        COMPARE_FAULT(signDetached(toBytes("x"), card, today()), FaultCode::TokenAbsent);
        COMPARE_FAULT(openEnvelope(sealed, card), FaultCode::TokenAbsent);
        COMPARE_FAULT(openTokenKey(address("pkcs11:token=pulled"), pin()), FaultCode::TokenAbsent);
    }
};

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
