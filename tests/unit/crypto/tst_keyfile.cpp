// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <openssl/crypto.h>

using namespace caseward;
using namespace caseward::crypto;
using namespace caseward::crypto::tests;

class TestKeyFile : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    PrivateKey m_key;
    Bytes m_file; // m_key under "correct horse"

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static Secret right() { return Secret::fromText("correct horse"); }
    static bool same(const PrivateKey &left, const PrivateKey &right)
    {
        return EVP_PKEY_eq(static_cast<EVP_PKEY *>(left.evpPkey()), static_cast<EVP_PKEY *>(right.evpPkey())) == 1;
    }

private slots:
    void initTestCase()
    {
        VERIFY_OK(prepareProcess());
        m_key = must(PrivateKey::generate(KeyAlgorithm::EcP384));
        m_file = must(m_key.toEncryptedFile(right()));
        put(path("me.p8"), m_file);
    }

    void roundTrip_data() { addAlgorithms(); }
    void roundTrip()
    {
        QFETCH(KeyAlgorithm, algorithm);
        const PrivateKey key = must(PrivateKey::generate(algorithm));
        const auto file = key.toEncryptedFile(Secret::fromText("pässword"));
        VERIFY_OK(file);
        QVERIFY(textView(*file).starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
        const auto opened = PrivateKey::fromEncryptedFile(*file, Secret::fromText("pässword"));
        VERIFY_OK(opened);
        QVERIFY(same(*opened, key));
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(*file, Secret::fromText("password")), FaultCode::WrongPassphrase);
        QVERIFY(must(key.toEncryptedFile(Secret::fromText("pässword"))) != *file); // fresh salt and iv
    }

    void passphraseMayBeEmpty()
    {
        const auto file = m_key.toEncryptedFile(Secret());
        VERIFY_OK(file);
        VERIFY_OK(PrivateKey::fromEncryptedFile(*file, Secret()));
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(*file, right()), FaultCode::WrongPassphrase);
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(m_file, Secret()), FaultCode::WrongPassphrase);
    }

    void derOpensToo()
    {
        const StockResult der = openssl({"asn1parse", "-in", path("me.p8"), "-noout", "-out", path("me.der")});
        QVERIFY2(der.status == 0, der.errors);
        const auto opened = PrivateKey::fromEncryptedFile(get(path("me.der")), right());
        VERIFY_OK(opened);
        QVERIFY(same(*opened, m_key));
        Bytes longer = get(path("me.der"));
        longer.push_back(0);
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(longer, right()), FaultCode::Malformed);
    }

    // N=2^14 is the most `openssl pkcs8` can write; the file must open here all the same.
    void opensWhatStockWrote()
    {
        putPlainKey(path("plain.key"), m_key);
        const StockResult made = openssl({"pkcs8", "-topk8", "-in", path("plain.key"), "-scrypt", "-scrypt_N", "16384",
                                          "-scrypt_r", "8", "-scrypt_p", "5", "-passout", "pass:correct horse", "-out",
                                          path("stock.p8")});
        QVERIFY2(made.status == 0, made.errors);
        const auto opened = PrivateKey::fromEncryptedFile(get(path("stock.p8")), right());
        VERIFY_OK(opened);
        QVERIFY(same(*opened, m_key));
    }

    // `openssl pkey` holds scrypt to 32 MiB, so the way out is the stock commands of formats/certificates.md.
    void opensByStockCommands()
    {
        const StockResult tree = openssl({"asn1parse", "-in", path("me.p8")});
        QCOMPARE(tree.status, 0);
        QList<QByteArray> octets;
        for (const QByteArray &line : tree.out.split('\n')) {
            if (line.contains("OCTET STRING"))
                octets.append(line);
        }
        QCOMPARE(octets.size(), 3); // salt, iv, ciphertext
        const auto dumped = [](const QByteArray &line) { return line.mid(line.indexOf("[HEX DUMP]:") + 11).trimmed(); };
        QVERIFY(tree.out.contains(":020000")); // N = 2^17
        // When this begins to succeed, the format page can be shorter.
        QVERIFY(openssl({"pkey", "-in", path("me.p8"), "-passin", "pass:correct horse", "-noout"}).status != 0);
        const StockResult derived =
            openssl({"kdf", "-keylen", "32", "-kdfopt", "pass:correct horse", "-kdfopt", "hexsalt:" + dumped(octets[0]),
                     "-kdfopt", "n:131072", "-kdfopt", "r:8", "-kdfopt", "p:1", "-kdfopt", "maxmem_bytes:200000000", "SCRYPT"});
        QVERIFY2(derived.status == 0, derived.errors);
        const QByteArray key = derived.out.trimmed().replace(":", "");
        // -strparse wants ASN.1 inside, so the octets are taken by their offset in the DER, as tail and head would.
        const StockResult der = openssl({"asn1parse", "-in", path("me.p8"), "-noout", "-out", path("me.der")});
        QCOMPARE(der.status, 0);
        const Bytes whole = get(path("me.der"));
        const QRegularExpressionMatch numbers =
            QRegularExpression("^\\s*(\\d+):d=\\d+\\s+hl=(\\d+)\\s+l=\\s*(\\d+)").match(QString::fromLatin1(octets[2]));
        QVERIFY(numbers.hasMatch());
        const std::size_t start = numbers.captured(1).toULongLong() + numbers.captured(2).toULongLong();
        put(path("cipher"), BytesView(whole).subspan(start, numbers.captured(3).toULongLong()));
        const StockResult plain = openssl({"enc", "-d", "-aes-256-cbc", "-K", QString::fromLatin1(key), "-iv",
                                           QString::fromLatin1(dumped(octets[1])), "-in", path("cipher"), "-out", path("plain.der")});
        QVERIFY2(plain.status == 0, plain.errors);
        const StockResult recovered = openssl({"pkey", "-inform", "DER", "-in", path("plain.der"), "-pubout"});
        QVERIFY2(recovered.status == 0, recovered.errors);
        putPlainKey(path("plain.key"), m_key);
        QCOMPARE(recovered.out, openssl({"pkey", "-in", path("plain.key"), "-pubout"}).out);
    }

    void refusesWhatItIsNot()
    {
        putPlainKey(path("plain.key"), m_key);
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(get(path("plain.key")), right()), FaultCode::Malformed);
        COMPARE_FAULT(PrivateKey::fromEncryptedFile({}, right()), FaultCode::Malformed);
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(viewOf("hello"), right()), FaultCode::Malformed);
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(Bytes(1u << 20), right()), FaultCode::Malformed);
        const QString out = path("other.p8");
        for (const QStringList &options : {QStringList{"-v1", "PBE-SHA1-3DES"}, QStringList{"-v2", "aes-256-cbc"},
                                           QStringList{"-scrypt", "-v2", "aes-128-cbc"}}) {
            const StockResult made = openssl(QStringList{"pkcs8", "-topk8", "-in", path("plain.key"), "-passout",
                                                         "pass:correct horse", "-out", out} + options);
            QVERIFY2(made.status == 0, made.errors);
            COMPARE_FAULT(PrivateKey::fromEncryptedFile(get(out), right()), FaultCode::Malformed);
        }
    }

    // No file may make us take gigabytes: N = 2^20 would need 1 GiB.
    void refusesGreedyParameters()
    {
        QVERIFY(openssl({"asn1parse", "-in", path("me.p8"), "-noout", "-out", path("me.der")}).status == 0);
        Bytes file = get(path("me.der"));
        const Bytes n{0x02, 0x03, 0x02, 0x00, 0x00};
        const auto at = std::search(file.begin(), file.end(), n.begin(), n.end());
        QVERIFY(at != file.end());
        *(at + 2) = 0x10;
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(file, right()), FaultCode::Malformed);
        *(at + 2) = 0x03; // not a power of two
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(file, right()), FaultCode::Malformed);
    }

    void everyChangedRegionIsSeen()
    {
        QVERIFY(openssl({"asn1parse", "-in", path("me.p8"), "-noout", "-out", path("me.der")}).status == 0);
        const Bytes file = get(path("me.der"));
        for (std::size_t i = 0; i < file.size(); i += 37) { // most cost a scrypt
            Bytes changed = file;
            changed[i] ^= 0x01;
            const auto opened = PrivateKey::fromEncryptedFile(changed, right());
            if (opened.ok())
                QVERIFY2(same(*opened, m_key), qPrintable(QString::number(i)));
            else
                QVERIFY(opened.fault().code == FaultCode::Malformed || opened.fault().code == FaultCode::WrongPassphrase);
        }
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(BytesView(file).first(file.size() - 1), right()), FaultCode::Malformed);
    }

    void leavesNothingBehind()
    {
        const std::size_t before = CRYPTO_secure_used();
        {
            const auto opened = PrivateKey::fromEncryptedFile(m_file, right());
            VERIFY_OK(opened);
        }
        COMPARE_FAULT(PrivateKey::fromEncryptedFile(m_file, Secret::fromText("wrong")), FaultCode::WrongPassphrase);
        QCOMPARE(CRYPTO_secure_used(), before);
    }
};

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_keyfile.moc"
