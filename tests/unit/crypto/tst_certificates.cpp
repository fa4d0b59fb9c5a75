// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include <QTemporaryDir>

using namespace caseward;
using namespace caseward::crypto;
using namespace caseward::crypto::tests;

class TestCertificates : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Office> m_office;
    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    // A certificate of our office made by the stock program, with extensions of the caller's choosing.
    Result<Certificate> issueByStock(const char *keyOptions, const char *extensions, const char *digest = "-sha256")
    {
        putPlainKey(path("office.key"), m_office->authority.key());
        putCertificate(path("office.pem"), m_office->authority.certificate());
        put(path("extensions"), viewOf(extensions));
        StockResult made = openssl({"req", "-new", "-newkey", keyOptions, "-nodes", "-keyout", path("p.key"), "-subj",
                                    "/O=Bureau 7/CN=Stock", "-out", path("p.csr"), "-pkeyopt",
                                    QString::fromLatin1(keyOptions) == "rsa" ? "rsa_keygen_bits:2048"
                                                                             : "ec_paramgen_curve:P-384"});
        if (made.status == 0)
            made = openssl({"x509", "-req", "-in", path("p.csr"), "-CA", path("office.pem"), "-CAkey", path("office.key"),
                            "-days", "30", "-extfile", path("extensions"), "-out", path("p.pem"), digest});
        if (made.status != 0)
            return fail(FaultCode::Internal, made.errors.toStdString());
        return Certificate::fromPem(get(path("p.pem")));
    }

private slots:
    void initTestCase()
    {
        VERIFY_OK(prepareProcess());
        m_office = std::make_unique<Office>();
    }

    void officeSaysWhatItIs()
    {
        const Certificate &office = m_office->authority.certificate();
        QVERIFY(office.isAuthority());
        QCOMPARE(office.organisation(), std::string("Bureau 7"));
        QCOMPARE(office.commonName(), std::string("Bureau 7 certificate authority"));
        QCOMPARE(office.personId(), std::string());
        QVERIFY(office.roles().empty());
        QVERIFY(CertificateAuthority::fromCredential(must(Credential::make(office, m_office->authority.key()))).ok());
    }

    void personRoundTrip_data() { addAlgorithms(); }
    void personRoundTrip()
    {
        QFETCH(KeyAlgorithm, algorithm);
        const PersonId id = newPersonId();
        const PrivateKey key = must(PrivateKey::generate(algorithm));
        const Instant from{1'790'000'000'000};
        const Instant to{2'600'000'000'000}; // 2052: GeneralizedTime
        const std::set<Role> roles{Role::Adjudicator, Role::Supervisor, Role::Courier, Role::SecurityOfficer,
                                   Role::Auditor, Role::PrivacyOfficer, Role::Recovery};
        const auto issued = m_office->authority.issue({id, "Łucja Ŝmith", roles, {from, to}}, key);
        VERIFY_OK(issued);
        const auto again = Certificate::fromPem(viewOf(issued->pem()));
        VERIFY_OK(again);
        QCOMPARE(again->der(), issued->der());
        QCOMPARE(again->fingerprint(), issued->fingerprint());
        QCOMPARE(again->commonName(), std::string("Łucja Ŝmith"));
        QCOMPARE(again->organisation(), std::string("Bureau 7"));
        QCOMPARE(again->personId(), id.text());
        QVERIFY(again->roles() == roles);
        QCOMPARE(again->notBefore().milliseconds, from.milliseconds);
        QCOMPARE(again->notAfter().milliseconds, to.milliseconds);
        QVERIFY(again->serial().size() >= 24);
        QVERIFY(!again->isAuthority());
        VERIFY_OK(m_office->trust.check(*again, today()));
    }

    void stockToolAgrees()
    {
        const Credential person = m_office->person(KeyAlgorithm::EcP384);
        putCertificate(path("a.pem"), person.certificate());
        putCertificate(path("ca.pem"), m_office->authority.certificate());
        const StockResult verified = openssl({"verify", "-x509_strict", "-purpose", "smimesign", "-CAfile", path("ca.pem"), path("a.pem")});
        QVERIFY2(verified.status == 0, verified.errors);
        const StockResult text = openssl({"x509", "-in", path("a.pem"), "-noout", "-text", "-nameopt", "utf8,sep_comma_plus"});
        for (const char *expected : {"E-mail Protection", "Digital Signature, Non Repudiation, Key Agreement",
                                     "Subject Key Identifier", "Authority Key Identifier", "UID="})
            QVERIFY2(text.out.contains(expected), expected);
        QVERIFY2(text.out.contains(roleOid(Role::Adjudicator)), text.out);
        QVERIFY(!text.out.contains(roleOid(Role::Auditor)));
        const StockResult fingerprint = openssl({"x509", "-in", path("a.pem"), "-noout", "-fingerprint", "-sha256"});
        QCOMPARE(fingerprint.out.trimmed().split('=').last().replace(":", "").toLower().toStdString(),
                 person.certificate().fingerprint().hex());
    }

    void rolesHaveNames()
    {
        for (const Role role : {Role::Adjudicator, Role::Supervisor, Role::Courier, Role::SecurityOfficer, Role::Auditor,
                                Role::PrivacyOfficer, Role::Recovery}) {
            const auto parsed = parseRole(roleName(role));
            VERIFY_OK(parsed);
            QVERIFY(*parsed == role);
        }
        COMPARE_FAULT(parseRole("Adjudicator"), FaultCode::Malformed);
    }

    void pathFaults()
    {
        const Credential person = m_office->person(KeyAlgorithm::EcP384);
        const Certificate &certificate = person.certificate();
        const Office other("Bureau 7"); // the same name, another key
        COMPARE_FAULT(other.trust.check(certificate, today()), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(TrustStore().check(certificate, today()), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(m_office->trust.check(Certificate(), today()), FaultCode::CertificateUntrusted);
        const Instant early{certificate.notBefore().milliseconds - 1000};
        const Instant late{certificate.notAfter().milliseconds + 1000};
        COMPARE_FAULT(m_office->trust.check(certificate, early), FaultCode::CertificateNotYetValid);
        COMPARE_FAULT(m_office->trust.check(certificate, late), FaultCode::CertificateExpired);
        VERIFY_OK(m_office->trust.check(certificate, certificate.notBefore()));
        // RFC 5280 counts the last second in; OpenSSL does not.
        VERIFY_OK(m_office->trust.check(certificate, {certificate.notAfter().milliseconds - 1000}));
        COMPARE_FAULT(m_office->trust.check(m_office->authority.certificate(), today()), FaultCode::CertificateUnsuitable);
        TrustStore both = other.trust;
        both.add(m_office->authority.certificate());
        both.add(m_office->authority.certificate());
        QCOMPARE(both.anchors().size(), std::size_t{2});
        VERIFY_OK(both.check(certificate, today()));
    }

    void unsuitable_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("extensions");
        QTest::newRow("no purpose at all") << QByteArray("ec") << QByteArray("keyUsage=digitalSignature\n");
        QTest::newRow("another purpose") << QByteArray("ec") << QByteArray("extendedKeyUsage=clientAuth\n");
        QTest::newRow("a role, not e-mail") << QByteArray("ec")
                                            << QByteArray("extendedKeyUsage=") + roleOid(Role::Supervisor) + "\n";
        QTest::newRow("not for signing") << QByteArray("ec")
                                         << QByteArray("extendedKeyUsage=emailProtection\nkeyUsage=keyAgreement\n");
        QTest::newRow("RSA of 2048 bits") << QByteArray("rsa") << QByteArray("extendedKeyUsage=emailProtection\n");
        QTest::newRow("unknown critical extension")
            << QByteArray("ec") << QByteArray("extendedKeyUsage=emailProtection\n1.2.3.4.5=critical,ASN1:NULL\n");
    }
    void unsuitable()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, extensions);
        const auto certificate = issueByStock(key.constData(), extensions.constData());
        VERIFY_OK(certificate);
        COMPARE_FAULT(m_office->trust.check(*certificate, {today().milliseconds + 2000}), FaultCode::CertificateUnsuitable);
    }

    void stockCertificateIsAccepted()
    {
        const auto certificate = issueByStock("ec", "extendedKeyUsage=emailProtection\n");
        VERIFY_OK(certificate);
        VERIFY_OK(m_office->trust.check(*certificate, {today().milliseconds + 2000}));
    }

    void sha1IsRefused()
    {
        const auto certificate = issueByStock("ec", "extendedKeyUsage=emailProtection\n", "-sha1");
        VERIFY_OK(certificate);
        QVERIFY(!m_office->trust.check(*certificate, {today().milliseconds + 2000}).ok());
    }

    void keyMustBelong()
    {
        const Credential person = m_office->person(KeyAlgorithm::EcP384);
        const PrivateKey stranger = must(PrivateKey::generate(KeyAlgorithm::EcP384));
        const PrivateKey otherKind = must(PrivateKey::generate(KeyAlgorithm::Rsa3072));
        COMPARE_FAULT(Credential::make(person.certificate(), stranger), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(Credential::make(person.certificate(), otherKind), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(Credential::make(person.certificate(), PrivateKey()), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(CertificateAuthority::fromCredential(person), FaultCode::CertificateUnsuitable);
    }

    void issuingChecksItsInput()
    {
        const PrivateKey key = must(PrivateKey::generate(KeyAlgorithm::EcP256));
        const auto issue = [&](const std::string &name, Validity validity) {
            return m_office->authority.issue({newPersonId(), name, {}, validity}, key);
        };
        COMPARE_FAULT(issue("", aroundToday()), FaultCode::Malformed);
        COMPARE_FAULT(issue(std::string(65, 'x'), aroundToday()), FaultCode::Malformed);
        COMPARE_FAULT(issue("\xff\xfe", aroundToday()), FaultCode::Malformed);
        COMPARE_FAULT(issue("line\nbreak", aroundToday()), FaultCode::Malformed);
        COMPARE_FAULT(issue("Backwards", {aroundToday().to, aroundToday().from}), FaultCode::Malformed);
        COMPARE_FAULT(m_office->authority.issue({PersonId(), "Nobody", {}, aroundToday()}, key), FaultCode::Malformed);
        COMPARE_FAULT(m_office->authority.issue({newPersonId(), "No Key", {}, aroundToday()}, PrivateKey()),
                      FaultCode::CertificateUnsuitable);
        VERIFY_OK(issue(std::string(64, 'x'), aroundToday()));
    }

    void everyChangedByteIsSeen()
    {
        const Credential person = m_office->person(KeyAlgorithm::EcP384);
        const Bytes der = person.certificate().der();
        for (std::size_t i = 0; i < der.size(); ++i) {
            Bytes changed = der;
            changed[i] ^= 0x01;
            const auto parsed = Certificate::fromDer(changed);
            if (parsed.ok())
                QVERIFY2(!m_office->trust.check(*parsed, today()).ok(), qPrintable(QString::number(i)));
            else
                COMPARE_FAULT(parsed, FaultCode::Malformed);
        }
        for (std::size_t size = 0; size < der.size(); ++size)
            COMPARE_FAULT(Certificate::fromDer(BytesView(der).first(size)), FaultCode::Malformed);
        Bytes longer = der;
        longer.push_back(0);
        COMPARE_FAULT(Certificate::fromDer(longer), FaultCode::Malformed);
        COMPARE_FAULT(Certificate::fromDer(Bytes(limits::certificateBytes + 1)), FaultCode::TooLarge);
    }

    void readsPemText()
    {
        const std::string first = m_office->authority.certificate().pem();
        const std::string second = m_office->person(KeyAlgorithm::EcP256).certificate().pem();
        const std::string other = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
        const auto both = Certificate::listFromPem(viewOf("Roster\n" + first + other + second + "end\n"));
        VERIFY_OK(both);
        QCOMPARE(both->size(), std::size_t{2});
        QCOMPARE(both->at(1).pem(), second);
        QVERIFY(must(Certificate::fromPem(viewOf(other + second + first))).pem() == second);
        COMPARE_FAULT(Certificate::fromPem(viewOf(other)), FaultCode::Malformed);
        COMPARE_FAULT(Certificate::listFromPem({}), FaultCode::Malformed);
        std::string broken = first;
        broken[100] = '!';
        COMPARE_FAULT(Certificate::fromPem(viewOf(broken)), FaultCode::Malformed);
        COMPARE_FAULT(Certificate::fromPem(Bytes(limits::cmsBytes + 1)), FaultCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
