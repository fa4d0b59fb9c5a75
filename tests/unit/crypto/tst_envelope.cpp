// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "core/crypto/envelope.h"

#include <QTemporaryDir>

#include <openssl/crypto.h>

#include <algorithm>

using namespace caseward;
using namespace caseward::crypto;
using namespace caseward::crypto::tests;

class TestEnvelope : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Office> m_office;
    Credential m_p384, m_p256, m_rsa, m_stranger;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    const Credential &personFor(KeyAlgorithm algorithm) const
    {
        return algorithm == KeyAlgorithm::EcP384 ? m_p384 : algorithm == KeyAlgorithm::EcP256 ? m_p256 : m_rsa;
    }
    static bool same(BytesView left, BytesView right) { return std::equal(left.begin(), left.end(), right.begin(), right.end()); }

private slots:
    void initTestCase()
    {
        VERIFY_OK(prepareProcess());
        m_office = std::make_unique<Office>();
        m_p384 = m_office->person(KeyAlgorithm::EcP384);
        m_p256 = m_office->person(KeyAlgorithm::EcP256);
        m_rsa = m_office->person(KeyAlgorithm::Rsa3072);
        m_stranger = m_office->person(KeyAlgorithm::EcP384, "Stranger");
    }

    void roundTripAndStock_data() { addAlgorithms(); }
    void roundTripAndStock()
    {
        QFETCH(KeyAlgorithm, algorithm);
        const Credential &person = personFor(algorithm);
        const Secret secret = must(Secret::random(32));
        const auto sealed = sealFor(secret, {person.certificate()});
        VERIFY_OK(sealed);
        const auto opened = openEnvelope(*sealed, person);
        VERIFY_OK(opened);
        QVERIFY(same(opened->view(), secret.view()));

        put(path("key.p7m"), *sealed);
        putPlainKey(path("k.pem"), person.key());
        putCertificate(path("cert.pem"), person.certificate());
        for (const QStringList &recipient : {QStringList{"-recip", path("cert.pem")}, QStringList{}}) {
            const StockResult stock = openssl(QStringList{"cms", "-decrypt", "-binary", "-inform", "DER", "-in", path("key.p7m"),
                                                          "-inkey", path("k.pem"), "-out", path("out")} + recipient);
            QVERIFY2(stock.status == 0, stock.errors);
            QVERIFY(same(get(path("out")), secret.view()));
        }
        const StockResult print = openssl({"cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", path("key.p7m")});
        QByteArrayList expected{"aes-256-cbc"};
        if (algorithm == KeyAlgorithm::Rsa3072)
            expected << "rsaesOaep" << "sha256" << "mgf1";
        else
            expected << "id-aes256-wrap" << (algorithm == KeyAlgorithm::EcP384 ? "dhSinglePass-stdDH-sha384kdf-scheme"
                                                                               : "dhSinglePass-stdDH-sha256kdf-scheme");
        for (const QByteArray &word : expected)
            QVERIFY2(print.out.contains(word), word + "\n" + print.out);
        QVERIFY(!print.out.contains("sha1"));
    }

    void manyRecipients()
    {
        const Secret secret = Secret::fromText("the key of a case");
        const std::vector<Certificate> people{m_p384.certificate(), m_rsa.certificate(), m_p256.certificate(), m_p384.certificate()};
        const Bytes sealed = must(sealFor(secret, people));
        for (const Credential *person : {&m_p384, &m_p256, &m_rsa}) {
            const auto opened = openEnvelope(sealed, *person);
            VERIFY_OK(opened);
            QCOMPARE(opened->textView(), secret.textView());
            QVERIFY(must(isRecipient(sealed, person->certificate())));
        }
        COMPARE_FAULT(openEnvelope(sealed, m_stranger), FaultCode::NotEnrolled);
        QVERIFY(!must(isRecipient(sealed, m_stranger.certificate())));
        QVERIFY(!must(isRecipient(sealed, Certificate())));
        QVERIFY(sealed != must(sealFor(secret, people)));
        put(path("many.p7m"), sealed);
        const StockResult print = openssl({"cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", path("many.p7m")});
        QCOMPARE(print.out.count("d.kari:"), 2); // the double is left out
        QCOMPARE(print.out.count("d.ktri:"), 1);
    }

    void sizes()
    {
        for (const std::size_t size : {0u, 1u, 15u, 16u, 17u, 32u, 4096u, 65536u}) {
            const Secret secret = must(Secret::random(size));
            const auto opened = openEnvelope(must(sealFor(secret, {m_p256.certificate()})), m_p256);
            VERIFY_OK(opened);
            QVERIFY(same(opened->view(), secret.view()));
        }
        COMPARE_FAULT(sealFor(Secret(65537), {m_p256.certificate()}), FaultCode::TooLarge);
    }

    void whoMayNotReceive()
    {
        const Secret secret = Secret::fromText("x");
        COMPARE_FAULT(sealFor(secret, {}), FaultCode::Internal);
        COMPARE_FAULT(sealFor(secret, {Certificate()}), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(sealFor(secret, {m_p384.certificate(), m_office->authority.certificate()}), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(openEnvelope(must(sealFor(secret, {m_p256.certificate()})), Credential()), FaultCode::NotEnrolled);
    }

    // EnvelopedData is not authenticated: what protects it is the signed label or the database that the key opens.
    // What must hold here: a clean fault, or another secret; and the same secret only for the untouched message.
    void everyChangedByte_data() { addAlgorithms(); }
    void everyChangedByte()
    {
        QFETCH(KeyAlgorithm, algorithm);
        const Credential &person = personFor(algorithm);
        const Secret secret = must(Secret::random(32));
        const Bytes sealed = must(sealFor(secret, {person.certificate()}));
        const std::size_t before = CRYPTO_secure_used();
        int notEnrolled = 0;
        int failed = 0;
        QList<std::size_t> survivors;
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            Bytes changed = sealed;
            changed[i] ^= 0x01;
            const auto opened = openEnvelope(changed, person);
            if (opened.ok()) {
                if (same(opened->view(), secret.view()))
                    survivors.append(i);
                continue;
            }
            const FaultCode code = opened.fault().code;
            notEnrolled += code == FaultCode::NotEnrolled ? 1 : 0;
            failed += code == FaultCode::CryptoFailed ? 1 : 0;
            QVERIFY2(code == FaultCode::Malformed || code == FaultCode::NotEnrolled || code == FaultCode::CryptoFailed,
                     opened.fault().detail.c_str());
        }
        QCOMPARE(CRYPTO_secure_used(), before);
        QVERIFY(notEnrolled > 40); // issuer and serial number
        QVERIFY(failed > 60);      // wrapped key, ephemeral key, padding
        // Two version numbers, which mean nothing to OpenSSL (0, 2 or 3), and, when the last bit of the ephemeral key
        // happens to be 0, the number of unused bits of the BIT STRING in which that uncompressed point stands.
        QVERIFY(survivors.size() <= 3);
        for (const std::size_t i : survivors) {
            const bool isVersion = sealed[i - 2] == 0x02 && sealed[i - 1] == 0x01;
            const bool isUnusedBits = sealed[i - 2] == 0x03 && sealed[i] == 0x00 && sealed[i + 1] == 0x04;
            QVERIFY2(isVersion || isUnusedBits, qPrintable(QString::number(i)));
        }
        for (std::size_t size = 0; size < sealed.size(); size += 5)
            COMPARE_FAULT(openEnvelope(BytesView(sealed).first(size), person), FaultCode::Malformed);
    }

    void stockEnvelopes_data()
    {
        QTest::addColumn<KeyAlgorithm>("algorithm");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("expected"); // 0: opens
        const int malformed = static_cast<int>(FaultCode::Malformed);
        const QStringList aes{"-aes-256-cbc"};
        QTest::newRow("EC, SHA-256 KDF") << KeyAlgorithm::EcP256 << aes + QStringList{"-keyopt", "ecdh_kdf_md:sha256"} << 0;
        QTest::newRow("EC, SHA-1 KDF") << KeyAlgorithm::EcP256 << aes << malformed;
        QTest::newRow("RSA, OAEP SHA-256")
            << KeyAlgorithm::Rsa3072 << aes + QStringList{"-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"} << 0;
        QTest::newRow("RSA, OAEP SHA-1") << KeyAlgorithm::Rsa3072 << aes + QStringList{"-keyopt", "rsa_padding_mode:oaep"} << malformed;
        QTest::newRow("RSA, PKCS#1 v1.5") << KeyAlgorithm::Rsa3072 << aes << malformed;
        QTest::newRow("AES-128") << KeyAlgorithm::EcP256 << QStringList{"-aes-128-cbc", "-keyopt", "ecdh_kdf_md:sha256"} << malformed;
        QTest::newRow("BER") << KeyAlgorithm::EcP256 << aes + QStringList{"-keyopt", "ecdh_kdf_md:sha256", "-stream"} << malformed;
    }
    void stockEnvelopes()
    {
        QFETCH(KeyAlgorithm, algorithm);
        QFETCH(QStringList, options);
        QFETCH(int, expected);
        const Credential &person = personFor(algorithm);
        putCertificate(path("cert.pem"), person.certificate());
        put(path("secret"), viewOf("from a stock program"));
        // -keyopt belongs to the -recip before it.
        const StockResult made = openssl(QStringList{"cms", "-encrypt", "-binary", "-outform", "DER", "-in", path("secret"), "-out",
                                                     path("stock.p7m"), "-recip", path("cert.pem")} + options);
        QVERIFY2(made.status == 0, made.errors);
        const auto opened = openEnvelope(get(path("stock.p7m")), person);
        if (expected == 0) {
            VERIFY_OK(opened);
            QCOMPARE(opened->textView(), std::string_view("from a stock program"));
        } else {
            COMPARE_FAULT(opened, static_cast<FaultCode>(expected));
        }
    }

    void notAnEnvelope()
    {
        COMPARE_FAULT(openEnvelope({}, m_p256), FaultCode::Malformed);
        COMPARE_FAULT(isRecipient(m_p256.certificate().der(), m_p256.certificate()), FaultCode::Malformed);
        COMPARE_FAULT(openEnvelope(Bytes(limits::cmsBytes + 1), m_p256), FaultCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
