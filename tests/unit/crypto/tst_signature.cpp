// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "core/crypto/signature.h"

#include <QTemporaryDir>

using namespace caseward;
using namespace caseward::crypto;
using namespace caseward::crypto::tests;

class TestSignature : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Office> m_office;
    Credential m_person;
    const Bytes m_content = toBytes("{\"outcome\":\"granted\"}\r\n");

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    Instant now() const { return {today().milliseconds / 1000 * 1000}; }

    StockResult signByStock(const Credential &person, const QStringList &options)
    {
        putPlainKey(path("p.key"), person.key());
        putCertificate(path("p.pem"), person.certificate());
        put(path("content"), m_content);
        return openssl(QStringList{"cms", "-sign", "-binary", "-outform", "DER", "-in", path("content"), "-signer",
                                   path("p.pem"), "-inkey", path("p.key"), "-out", path("stock.p7s")} + options);
    }

private slots:
    void initTestCase()
    {
        VERIFY_OK(prepareProcess());
        m_office = std::make_unique<Office>();
        m_person = m_office->person(KeyAlgorithm::EcP384);
    }

    void roundTripAndStock_data() { addAlgorithms(); }
    void roundTripAndStock()
    {
        QFETCH(KeyAlgorithm, algorithm);
        const Credential person = m_office->person(algorithm);
        const auto made = signDetached(m_content, person, now(), {m_office->authority.certificate()});
        VERIFY_OK(made);
        const auto verified = verifyDetached(*made, m_content, m_office->trust);
        VERIFY_OK(verified);
        QVERIFY(verified->signer == person.certificate());
        QCOMPARE(verified->signingTime.milliseconds, now().milliseconds);

        put(path("x"), m_content);
        put(path("x.p7s"), *made);
        putCertificate(path("office.pem"), m_office->authority.certificate());
        const QStringList verify{"cms", "-verify", "-binary", "-inform", "DER", "-in", path("x.p7s"), "-content", path("x"),
                                 "-CAfile", path("office.pem"), "-out", path("out")};
        StockResult stock = openssl(verify);
        QVERIFY2(stock.status == 0 && stock.errors.contains("successful"), stock.errors);
        QCOMPARE(get(path("out")), m_content);
        stock = openssl(verify + QStringList{"-cades"});
        QVERIFY2(stock.status == 0, stock.errors);
        put(path("x"), viewOf("something else"));
        QVERIFY(openssl(verify).status != 0);
        const StockResult print = openssl({"cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", path("x.p7s")});
        const char *name = algorithm == KeyAlgorithm::EcP384   ? "ecdsa-with-SHA384"
                           : algorithm == KeyAlgorithm::EcP256 ? "ecdsa-with-SHA256"
                                                               : "rsassaPss";
        QVERIFY2(print.out.contains(name), print.out);
        QVERIFY(print.out.contains("id-smime-aa-signingCertificateV2"));
    }

    void opensWhatStockSigned_data() { addAlgorithms(); }
    void opensWhatStockSigned()
    {
        QFETCH(KeyAlgorithm, algorithm);
        QStringList options{"-cades"};
        if (algorithm == KeyAlgorithm::Rsa3072)
            options += QStringList{"-keyopt", "rsa_padding_mode:pss"};
        const StockResult made = signByStock(m_office->person(algorithm), options);
        QVERIFY2(made.status == 0, made.errors);
        VERIFY_OK(verifyDetached(get(path("stock.p7s")), m_content, m_office->trust));
    }

    void signingTimeIsTheGivenOne()
    {
        const Credential old = m_office->person(KeyAlgorithm::EcP384, "Old Hand",
                                                {{today().milliseconds - 9 * day}, {today().milliseconds - 2 * day}});
        const Instant then{(today().milliseconds - 5 * day) / 1000 * 1000};
        const auto made = signDetached(m_content, old, {then.milliseconds + 999});
        VERIFY_OK(made);
        const auto verified = verifyDetached(*made, m_content, m_office->trust); // expired since, valid then
        VERIFY_OK(verified);
        QCOMPARE(verified->signingTime.milliseconds, then.milliseconds); // whole seconds
        COMPARE_FAULT(verifyDetached(must(signDetached(m_content, old, now())), m_content, m_office->trust),
                      FaultCode::CertificateExpired);
        const Instant before{today().milliseconds - 9 * day - 5000};
        COMPARE_FAULT(verifyDetached(must(signDetached(m_content, old, before)), m_content, m_office->trust),
                      FaultCode::CertificateNotYetValid);
    }

    void untrustedOffice()
    {
        const Office other("Bureau 7");
        const Bytes made = must(signDetached(m_content, m_person, now(), {m_office->authority.certificate()}));
        COMPARE_FAULT(verifyDetached(made, m_content, other.trust), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(verifyDetached(made, m_content, TrustStore()), FaultCode::CertificateUntrusted);
    }

    void officeItselfMayNotSign()
    {
        const Credential office = must(Credential::make(m_office->authority.certificate(), m_office->authority.key()));
        const Bytes made = must(signDetached(m_content, office, now()));
        COMPARE_FAULT(verifyDetached(made, m_content, m_office->trust), FaultCode::CertificateUnsuitable);
    }

    void withoutEmailProtection()
    {
        putPlainKey(path("office.key"), m_office->authority.key());
        putCertificate(path("office.pem"), m_office->authority.certificate());
        putPlainKey(path("p.key"), m_person.key());
        put(path("extensions"), viewOf("extendedKeyUsage=clientAuth\n"));
        StockResult made = openssl({"req", "-new", "-key", path("p.key"), "-subj", "/O=Bureau 7/CN=Stock", "-out", path("p.csr")});
        QVERIFY2(made.status == 0, made.errors);
        made = openssl({"x509", "-req", "-in", path("p.csr"), "-CA", path("office.pem"), "-CAkey", path("office.key"), "-days",
                        "3", "-extfile", path("extensions"), "-out", path("p.pem")});
        QVERIFY2(made.status == 0, made.errors);
        const Credential person = must(Credential::make(must(Certificate::fromPem(get(path("p.pem")))), m_person.key()));
        const Bytes signature = must(signDetached(m_content, person, {now().milliseconds + 3000}));
        COMPARE_FAULT(verifyDetached(signature, m_content, m_office->trust), FaultCode::CertificateUnsuitable);
    }

    void changedContent()
    {
        const Bytes made = must(signDetached(m_content, m_person, now()));
        for (std::size_t i = 0; i < m_content.size(); ++i) {
            Bytes changed = m_content;
            changed[i] ^= 0x20;
            COMPARE_FAULT(verifyDetached(made, changed, m_office->trust), FaultCode::SignatureInvalid);
        }
        COMPARE_FAULT(verifyDetached(made, {}, m_office->trust), FaultCode::SignatureInvalid);
        Bytes unix = m_content; // no line-end canonicalisation
        unix.erase(unix.end() - 2);
        COMPARE_FAULT(verifyDetached(made, unix, m_office->trust), FaultCode::SignatureInvalid);
    }

    void emptyContent()
    {
        const Bytes made = must(signDetached({}, m_person, now()));
        VERIFY_OK(verifyDetached(made, {}, m_office->trust));
        COMPARE_FAULT(verifyDetached(made, m_content, m_office->trust), FaultCode::SignatureInvalid);
    }

    void everyChangedByteIsSeen()
    {
        const Bytes made = must(signDetached(m_content, m_person, now()));
        int bySignature = 0;
        std::set<std::size_t> survivors;
        for (std::size_t i = 0; i < made.size(); ++i) {
            for (const std::uint8_t mask : {std::uint8_t{0x01}, std::uint8_t{0x80}}) {
                Bytes changed = made;
                changed[i] ^= mask;
                const auto verified = verifyDetached(changed, m_content, m_office->trust);
                if (verified.ok()) {
                    survivors.insert(i);
                    continue;
                }
                const FaultCode code = verified.fault().code;
                bySignature += code == FaultCode::SignatureInvalid ? 1 : 0;
                QVERIFY2(code == FaultCode::Malformed || code == FaultCode::SignatureInvalid ||
                             code == FaultCode::CertificateUntrusted || code == FaultCode::CertificateUnsuitable,
                         verified.fault().detail.c_str());
            }
        }
        QVERIFY(bySignature > 200);
        // OpenSSL does not look at the two version numbers, which mean nothing to it: INTEGER 1 each.
        QVERIFY(survivors.size() <= 2);
        for (const std::size_t i : survivors)
            QCOMPARE(toHex(BytesView(made).subspan(i - 2, 3)), std::string("020101"));
        for (std::size_t size = 0; size < made.size(); size += 7)
            COMPARE_FAULT(verifyDetached(BytesView(made).first(size), m_content, m_office->trust), FaultCode::Malformed);
        Bytes longer = made;
        longer.push_back(0);
        COMPARE_FAULT(verifyDetached(longer, m_content, m_office->trust), FaultCode::Malformed);
        COMPARE_FAULT(verifyDetached(Bytes(limits::cmsBytes + 1), m_content, m_office->trust), FaultCode::TooLarge);
    }

    void otherKindsOfSignature_data()
    {
        QTest::addColumn<KeyAlgorithm>("algorithm");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("expected");
        const int malformed = static_cast<int>(FaultCode::Malformed);
        const int invalid = static_cast<int>(FaultCode::SignatureInvalid);
        QTest::newRow("no signing-certificate-v2") << KeyAlgorithm::EcP384 << QStringList{} << malformed;
        QTest::newRow("content inside") << KeyAlgorithm::EcP384 << QStringList{"-cades", "-nodetach"} << malformed;
        QTest::newRow("no certificate inside") << KeyAlgorithm::EcP384 << QStringList{"-cades", "-nocerts"} << malformed;
        QTest::newRow("no signed attributes") << KeyAlgorithm::EcP384 << QStringList{"-noattr"} << malformed;
        QTest::newRow("BER") << KeyAlgorithm::EcP384 << QStringList{"-cades", "-stream"} << malformed;
        QTest::newRow("other content type") << KeyAlgorithm::EcP384 << QStringList{"-cades", "-econtent_type", "1.2.3.4"} << malformed;
        QTest::newRow("SHA-1") << KeyAlgorithm::EcP384 << QStringList{"-cades", "-md", "sha1"} << invalid;
        QTest::newRow("PKCS#1 v1.5") << KeyAlgorithm::Rsa3072 << QStringList{"-cades"} << invalid;
    }
    void otherKindsOfSignature()
    {
        QFETCH(KeyAlgorithm, algorithm);
        QFETCH(QStringList, options);
        QFETCH(int, expected);
        const StockResult made = signByStock(m_office->person(algorithm), options);
        QVERIFY2(made.status == 0, made.errors);
        COMPARE_FAULT(verifyDetached(get(path("stock.p7s")), m_content, m_office->trust), static_cast<FaultCode>(expected));
    }

    void twoSigners()
    {
        const Credential second = m_office->person(KeyAlgorithm::EcP384, "Second");
        putPlainKey(path("q.key"), second.key());
        putCertificate(path("q.pem"), second.certificate());
        const StockResult made = signByStock(m_person, {"-cades", "-signer", path("q.pem"), "-inkey", path("q.key")});
        QVERIFY2(made.status == 0, made.errors);
        COMPARE_FAULT(verifyDetached(get(path("stock.p7s")), m_content, m_office->trust), FaultCode::Malformed);
    }

    void notASignature()
    {
        COMPARE_FAULT(verifyDetached({}, m_content, m_office->trust), FaultCode::Malformed);
        COMPARE_FAULT(verifyDetached(m_person.certificate().der(), m_content, m_office->trust), FaultCode::Malformed);
        COMPARE_FAULT(signDetached(m_content, Credential(), now()), FaultCode::CryptoFailed);
    }
};

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
