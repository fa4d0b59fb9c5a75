// SPDX-License-Identifier: GPL-3.0-or-later
// Revocation lists and authorities of a foreign PKI: what was signed before a withdrawal stands, what was signed after does
// not, whenever the list came; and nothing a stranger wrote counts.
#include "office.h"

#include "core/crypto/signature.h"

#include <QTemporaryDir>

#include <openssl/pkcs12.h>

using namespace caseward;
using namespace caseward::crypto;
using namespace caseward::crypto::tests;

class TestRevocation : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Office> m_office;
    Credential m_ada;
    Instant m_now;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    Instant daysAgo(double days) const { return {m_now.milliseconds - static_cast<std::int64_t>(days * static_cast<double>(day))}; }
    Validity fresh(double ago = 0) const { return {daysAgo(ago), daysAgo(ago - 30)}; }

    RevocationList withdrawn(Instant since, RevocationReason reason = RevocationReason::Unspecified, double ago = 0) const
    {
        return must(m_office->authority.withdraw({{m_ada.certificate(), since, reason}}, {}, fresh(ago)));
    }
    TrustStore with(const std::vector<RevocationList> &lists) const
    {
        TrustStore trust = m_office->trust;
        for (const RevocationList &list : lists)
            must(trust.addList(list).ok() ? Result<int>(0) : Result<int>(trust.addList(list).fault()));
        return trust;
    }

    void stock(const QStringList &arguments) const
    {
        const StockResult result = openssl(arguments);
        if (result.status != 0)
            qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')), result.errors.constData());
    }
    Certificate read(const QString &name) const { return must(Certificate::fromPem(get(path(name)))); }

    // A foreign authority made by the stock program: root, issuing authority, and a person without any role of ours.
    void makeForeign() const
    {
        put(path("ext"), viewOf("[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n"
                                "[person]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,keyAgreement\n"
                                "extendedKeyUsage=clientAuth,emailProtection\n"
                                "[server]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n"
                                "[plainca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n"));
        const auto key = [this](const QString &name) { stock({"ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", path(name + ".key")}); };
        const auto issue = [this](const QString &name, const QString &subject, const QString &issuer, const QString &section) {
            stock({"req", "-new", "-key", path(name + ".key"), "-subj", subject, "-out", path(name + ".csr")});
            QStringList arguments{"x509", "-req", "-in", path(name + ".csr"), "-days", "300", "-extfile", path("ext"), "-extensions", section,
                                  "-out", path(name + ".pem"), "-sha256"};
            arguments += issuer.isEmpty() ? QStringList{"-signkey", path(name + ".key")}
                                          : QStringList{"-CA", path(issuer + ".pem"), "-CAkey", path(issuer + ".key"), "-CAcreateserial"};
            stock(arguments);
        };
        for (const char *name : {"root", "sub", "eve", "web", "mute"})
            key(name);
        issue("root", "/C=XX/O=Ministry/CN=Ministry root", {}, "ca");
        issue("sub", "/C=XX/O=Ministry/CN=Ministry people 3", "root", "ca");
        issue("mute", "/C=XX/O=Ministry/CN=Ministry mute", "root", "plainca");
        issue("eve", "/C=XX/O=Ministry/OU=Personnel/CN=Eve Official/serialNumber=4711", "sub", "person");
        issue("web", "/C=XX/O=Ministry/CN=www", "sub", "server");
    }

    Credential foreign(const QString &name) const
    {
        const Bytes pem = get(path(name + ".key"));
        BIO *bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
        EVP_PKEY *pkey = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
        BIO_free(bio);
        // Through a key file, the only way a key from outside comes in.
        PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(pkey);
        X509_ALGOR *scheme = PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nullptr, 0, nullptr, 1024, 8, 1);
        X509_SIG *sealed = PKCS8_set0_pbe("words", 5, info, scheme);
        BIO *memory = BIO_new(BIO_s_mem());
        PEM_write_bio_PKCS8(memory, sealed);
        char *text = nullptr;
        const long size = BIO_get_mem_data(memory, &text);
        PrivateKey key = must(PrivateKey::fromEncryptedFile(toBytes(std::string_view(text, static_cast<std::size_t>(size))), Secret::fromText("words")));
        BIO_free(memory);
        X509_SIG_free(sealed);
        PKCS8_PRIV_KEY_INFO_free(info);
        EVP_PKEY_free(pkey);
        return must(Credential::make(read(name + ".pem"), std::move(key)));
    }

private slots:
    void initTestCase()
    {
        VERIFY_OK(prepareProcess());
        m_now = {today().milliseconds / 1000 * 1000};
        m_office = std::make_unique<Office>();
        m_ada = m_office->person(KeyAlgorithm::EcP384, "Ada", {daysAgo(9), daysAgo(-300)});
        makeForeign();
        m_now = {today().milliseconds / 1000 * 1000}; // what was made meanwhile is valid from then on
    }

    void whatWasSignedBeforeStands()
    {
        const Bytes content = toBytes("decision");
        const Bytes signature = must(signDetached(content, m_ada, daysAgo(3)));
        VERIFY_OK(verifyDetached(signature, content, with({withdrawn(daysAgo(2))})));
        COMPARE_FAULT(verifyDetached(signature, content, with({withdrawn(daysAgo(3))})), FaultCode::CertificateRevoked); // the same second
        COMPARE_FAULT(verifyDetached(signature, content, with({withdrawn(daysAgo(4))})), FaultCode::CertificateRevoked);
        VERIFY_OK(verifyDetached(signature, content, with({})));
        const Status now = with({withdrawn(daysAgo(2), RevocationReason::KeyCompromise)}).check(m_ada.certificate(), m_now);
        COMPARE_FAULT(now, FaultCode::CertificateRevoked);
        QVERIFY(now.fault().detail.find("key-compromise") != std::string::npos);
        VERIFY_OK(with({withdrawn(daysAgo(2))}).check(m_office->person(KeyAlgorithm::EcP256).certificate(), m_now)); // nobody else
    }

    void staleAndSupersededListsStillCount()
    {
        const RevocationList old = withdrawn(daysAgo(8), RevocationReason::Ceased, 7.5);
        const RevocationList stale = must(m_office->authority.withdraw({{m_ada.certificate(), daysAgo(8), RevocationReason::Ceased}}, {}, {daysAgo(8), daysAgo(7)}));
        QVERIFY(*stale.nextUpdate() < m_now);
        COMPARE_FAULT(with({stale}).check(m_ada.certificate(), m_now), FaultCode::CertificateRevoked);
        // A newer list of the same office that no longer names it, as lists do once a certificate has expired.
        const RevocationList empty = must(m_office->authority.withdraw({}, {}, fresh()));
        COMPARE_FAULT(with({old, empty}).check(m_ada.certificate(), m_now), FaultCode::CertificateRevoked);
        COMPARE_FAULT(with({empty, old}).check(m_ada.certificate(), m_now), FaultCode::CertificateRevoked);
    }

    void aHoldIsLiftedByTheNextList()
    {
        const RevocationList hold = withdrawn(daysAgo(5), RevocationReason::Hold, 5);
        const RevocationList empty = must(m_office->authority.withdraw({}, {}, fresh()));
        COMPARE_FAULT(with({hold}).check(m_ada.certificate(), m_now), FaultCode::CertificateRevoked);
        VERIFY_OK(with({hold, empty}).check(m_ada.certificate(), m_now));
    }

    void listsGrowAndAreNumbered()
    {
        const Credential sam = m_office->person(KeyAlgorithm::EcP256, "Sam", {daysAgo(9), daysAgo(-300)});
        const RevocationList first = withdrawn(daysAgo(2), RevocationReason::Superseded);
        const RevocationList second = must(m_office->authority.withdraw({{sam.certificate(), daysAgo(1), RevocationReason::Ceased}}, first, fresh()));
        QCOMPARE(first.number(), std::string("01"));
        QCOMPARE(second.number(), std::string("02"));
        QCOMPARE(second.entries().size(), std::size_t(2));
        QVERIFY(second.find(m_ada.certificate())->reason == RevocationReason::Superseded);
        QVERIFY(second.find(m_ada.certificate())->since == daysAgo(2));
        COMPARE_FAULT(m_office->authority.withdraw({{sam.certificate(), m_now, RevocationReason::Ceased}}, second, fresh()), FaultCode::AlreadyExists);
        const Office other("Bureau 9");
        COMPARE_FAULT(other.authority.withdraw({{sam.certificate(), m_now, RevocationReason::Ceased}}, {}, fresh()), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(other.authority.withdraw({}, first, fresh()), FaultCode::CertificateUntrusted);
        put(path("two.crl"), viewOf(second.pem()));
        putCertificate(path("office.pem"), m_office->authority.certificate());
        const StockResult checked = openssl({"crl", "-in", path("two.crl"), "-CAfile", path("office.pem"), "-noout", "-text"});
        QVERIFY2(checked.status == 0 && checked.errors.contains("verify OK"), checked.errors);
        QVERIFY(checked.out.contains("Superseded") && checked.out.contains("Cessation Of Operation"));
        QVERIFY(must(RevocationList::fromBytes(viewOf(second.pem()))) == second);
    }

    void strangersAndChangedLists()
    {
        const Office stranger("Bureau 7"); // the same name, another key
        const RevocationList theirs = must(stranger.authority.withdraw({}, {}, fresh()));
        TrustStore trust = m_office->trust;
        COMPARE_FAULT(trust.addList(theirs), FaultCode::SignatureInvalid);
        const Office other("Bureau 9");
        COMPARE_FAULT(trust.addList(must(other.authority.withdraw({}, {}, fresh()))), FaultCode::CertificateUntrusted);
        const Bytes good = withdrawn(daysAgo(2)).der();
        for (std::size_t at = 0; at < good.size(); ++at) {
            Bytes changed = good;
            changed[at] ^= 0x01;
            const auto list = RevocationList::fromBytes(changed);
            QVERIFY2(!list.ok() || !trust.addList(*list).ok(), qPrintable(QString::number(at)));
        }
        QVERIFY(trust.lists().empty());
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(!RevocationList::fromBytes(BytesView(good).first(size)).ok());
        Bytes longer = good;
        longer.push_back(0);
        COMPARE_FAULT(RevocationList::fromBytes(longer), FaultCode::Malformed);
        COMPARE_FAULT(RevocationList::fromBytes(Bytes(limits::revocationListBytes + 1, 'x')), FaultCode::TooLarge);
    }

    void listsOfOtherKinds_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << "authorityKeyIdentifier=keyid" << true;
        QTest::newRow("for people only") << "issuingDistributionPoint=critical,@point\n[point]\nonlyuser=TRUE" << true;
        QTest::newRow("indirect") << "issuingDistributionPoint=critical,@point\n[point]\nindirectCRL=TRUE" << false;
        QTest::newRow("delta") << "2.5.29.27=critical,ASN1:INTEGER:1" << false;
        QTest::newRow("unknown") << "1.2.3.4=critical,ASN1:INTEGER:1" << false;
    }
    void listsOfOtherKinds()
    {
        QFETCH(QString, extension);
        QFETCH(bool, good);
        put(path("index"), {});
        put(path("crlnumber"), viewOf("01\n"));
        put(path("ca.cnf"), viewOf(("[ca]\ndefault_ca=x\n[x]\ndatabase=" + path("index") + "\ncrlnumber=" + path("crlnumber") +
                                    "\ndefault_md=sha256\ndefault_crl_days=9\ncrl_extensions=e\n[e]\n" + extension + "\n").toStdString()));
        stock({"ca", "-gencrl", "-config", path("ca.cnf"), "-cert", path("sub.pem"), "-keyfile", path("sub.key"), "-out", path("sub.crl")});
        const auto list = RevocationList::fromBytes(get(path("sub.crl")));
        QCOMPARE(list.ok(), good);
        if (!good)
            COMPARE_FAULT(list, FaultCode::Malformed);
    }

    void foreignAuthoritiesBelowARoot()
    {
        TrustStore trust;
        trust.add(read("root.pem"));
        const Credential eve = foreign("eve");
        COMPARE_FAULT(trust.check(eve.certificate(), m_now), FaultCode::CertificateUntrusted); // its authority is not here yet
        VERIFY_OK(trust.addIntermediate(read("sub.pem")));
        VERIFY_OK(trust.check(eve.certificate(), m_now));
        QVERIFY(eve.certificate().roles().empty());
        QVERIFY(isUuidText(eve.certificate().personId()));
        QCOMPARE(eve.certificate().organisation(), std::string("Ministry"));
        COMPARE_FAULT(trust.check(read("web.pem"), m_now), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(trust.check(read("sub.pem"), m_now), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(trust.addIntermediate(read("eve.pem")), FaultCode::CertificateUnsuitable);
        COMPARE_FAULT(trust.addIntermediate(m_office->authority.certificate()), FaultCode::CertificateUntrusted);

        // The signature carries the way to the root, so that who holds only that can check it.
        const Bytes content = toBytes("decision");
        const auto chain = trust.issuersOf(eve.certificate());
        QCOMPARE(chain.size(), std::size_t(2));
        const Bytes signature = must(signDetached(content, eve, m_now, chain));
        TrustStore rootOnly;
        rootOnly.add(read("root.pem"));
        VERIFY_OK(verifyDetached(signature, content, rootOnly));
        put(path("x"), content);
        put(path("x.p7s"), signature);
        const StockResult checked = openssl({"cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", path("x.p7s"), "-content", path("x"),
                                             "-CAfile", path("root.pem"), "-out", path("out")});
        QVERIFY2(checked.status == 0, checked.errors);
    }

    void aWithdrawnAuthorityTakesItsPeopleAlong()
    {
        const auto root = must(CertificateAuthority::fromCredential(foreign("root")));
        const auto sub = must(CertificateAuthority::fromCredential(foreign("sub")));
        TrustStore trust;
        trust.add(read("root.pem"));
        VERIFY_OK(trust.addIntermediate(read("sub.pem")));
        TrustStore person = trust;
        VERIFY_OK(person.addList(must(sub.withdraw({{read("eve.pem"), m_now, RevocationReason::Ceased}}, {}, fresh()))));
        COMPARE_FAULT(person.check(read("eve.pem"), m_now), FaultCode::CertificateRevoked);
        VERIFY_OK(trust.addList(must(root.withdraw({{read("sub.pem"), m_now, RevocationReason::AuthorityCompromise}}, {}, fresh()))));
        const Status refused = trust.check(read("eve.pem"), m_now);
        COMPARE_FAULT(refused, FaultCode::CertificateRevoked);
        QVERIFY(refused.fault().detail.find("Ministry people 3") != std::string::npos);
        // An authority that may not sign lists withdraws nothing.
        VERIFY_OK(trust.addIntermediate(read("mute.pem")));
        const auto mute = must(CertificateAuthority::fromCredential(foreign("mute")));
        COMPARE_FAULT(trust.addList(must(mute.withdraw({}, {}, fresh()))), FaultCode::CertificateUntrusted);
    }

    void expiredNowOrAtSigning()
    {
        const Credential past = m_office->person(KeyAlgorithm::EcP384, "Past", {daysAgo(9), daysAgo(2)});
        const Bytes content = toBytes("decision");
        VERIFY_OK(verifyDetached(must(signDetached(content, past, daysAgo(5))), content, m_office->trust));
        COMPARE_FAULT(verifyDetached(must(signDetached(content, past, daysAgo(1))), content, m_office->trust), FaultCode::CertificateExpired);
        COMPARE_FAULT(m_office->trust.check(past.certificate(), m_now), FaultCode::CertificateExpired);
    }

    void renewed()
    {
        const Certificate fresher = must(m_office->authority.renew(m_ada.certificate(), {daysAgo(0), daysAgo(-900)}));
        QCOMPARE(fresher.personId(), m_ada.certificate().personId());
        QCOMPARE(fresher.commonName(), std::string("Ada"));
        QVERIFY(fresher.roles() == m_ada.certificate().roles());
        QVERIFY(fresher.serial() != m_ada.certificate().serial());
        VERIFY_OK(Credential::make(fresher, m_ada.key())); // the same key
        VERIFY_OK(m_office->trust.check(fresher, m_now));
        VERIFY_OK(with({withdrawn(daysAgo(1), RevocationReason::Superseded)}).check(fresher, m_now)); // the old one alone is withdrawn
        COMPARE_FAULT(Office("Bureau 9").authority.renew(m_ada.certificate(), {daysAgo(0), daysAgo(-900)}), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(m_office->authority.renew({}, {daysAgo(0), daysAgo(-900)}), FaultCode::CertificateUntrusted);
    }
};

QTEST_GUILESS_MAIN(TestRevocation)
#include "tst_revocation.moc"
