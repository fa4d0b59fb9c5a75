// SPDX-License-Identifier: GPL-3.0-or-later
// An office with people for the tests of core/crypto, and the stock openssl program to check against.
#pragma once

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/base/random.h"
#include "core/crypto/credential.h"

#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTest>

#include <openssl/pem.h>

namespace caseward::crypto::tests {

constexpr std::int64_t day = 86'400'000;

// Unwraps, or ends the test program with the fault: for preparations that must succeed.
template <typename T>
T must(Result<T> result)
{
    if (!result.ok())
        qFatal("preparation failed: %d %s", static_cast<int>(result.fault().code), result.fault().detail.c_str());
    return std::move(result).value();
}

inline Instant today()
{
    return SystemClock().now();
}

inline Validity aroundToday()
{
    return {{today().milliseconds - day}, {today().milliseconds + 365 * day}};
}

inline PersonId newPersonId()
{
    static SeededRandom random(7);
    return PersonId::make(SystemClock(), random);
}

struct Office {
    CertificateAuthority authority;
    TrustStore trust;

    explicit Office(const std::string &name = "Bureau 7")
        : authority(must(CertificateAuthority::create(name, {{today().milliseconds - 10 * day}, {today().milliseconds + 3650 * day}})))
    {
        trust.add(authority.certificate());
    }

    [[nodiscard]] Credential person(KeyAlgorithm algorithm, const std::string &name = "Zoë Adjudicator",
                                    Validity validity = aroundToday()) const
    {
        PrivateKey key = must(PrivateKey::generate(algorithm));
        Certificate certificate =
            must(authority.issue({newPersonId(), name, {Role::Adjudicator, Role::Courier}, validity}, key));
        return must(Credential::make(std::move(certificate), std::move(key)));
    }
};

inline void addAlgorithms()
{
    QTest::addColumn<KeyAlgorithm>("algorithm");
    QTest::newRow("P-384") << KeyAlgorithm::EcP384;
    QTest::newRow("P-256") << KeyAlgorithm::EcP256;
    QTest::newRow("RSA-3072") << KeyAlgorithm::Rsa3072;
}

inline void put(const QString &path, BytesView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<qint64>(bytes.size())) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

inline Bytes get(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    const QByteArray content = file.readAll();
    return Bytes(content.begin(), content.end());
}

// A private key in clear, as the stock program wants it; for tests only.
inline void putPlainKey(const QString &path, const PrivateKey &key)
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, static_cast<EVP_PKEY *>(key.evpPkey()), nullptr, nullptr, 0, nullptr, nullptr);
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio, &text);
    put(path, viewOf(std::string_view(text, static_cast<std::size_t>(size))));
    BIO_free(bio);
}

inline void putCertificate(const QString &path, const Certificate &certificate)
{
    put(path, viewOf(certificate.pem()));
}

struct StockResult {
    int status = -1;
    QByteArray out;
    QByteArray errors;
};

inline StockResult openssl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace caseward::crypto::tests

Q_DECLARE_METATYPE(caseward::crypto::KeyAlgorithm)

#define VERIFY_OK(expression)                                                                                        \
    do {                                                                                                             \
        const auto &verified_ = (expression);                                                                        \
        QVERIFY2(verified_.ok(), (verified_.ok() ? "" : verified_.fault().detail.c_str()));                          \
    } while (false)
#define COMPARE_FAULT(expression, expected)                                                                          \
    do {                                                                                                             \
        const auto &compared_ = (expression);                                                                        \
        QVERIFY2(!compared_.ok(), "should have failed");                                                             \
        QVERIFY2(compared_.fault().code == (expected),                                                               \
                 qPrintable(QString::number(static_cast<int>(compared_.fault().code)) + QStringLiteral(" ") +        \
                            QString::fromStdString(compared_.fault().detail)));                                      \
    } while (false)
