// SPDX-License-Identifier: GPL-3.0-or-later
// The files in vectors/ were written once, by the first version that could, and must open for ever. They are the
// test vectors of core/design/formats.
#include "office.h"

#include "core/crypto/envelope.h"
#include "core/crypto/sealedstream.h"
#include "core/crypto/signature.h"

using namespace caseward;
using namespace caseward::crypto;
using namespace caseward::crypto::tests;

class TestCryptoVectors : public QObject {
    Q_OBJECT

private:
    static Bytes vector(const char *name)
    {
        return get(QStringLiteral(CASEWARD_SOURCE_DIR "/tests/unit/crypto/vectors/") + QString::fromLatin1(name));
    }
    static Certificate certificate(const char *name) { return must(Certificate::fromPem(vector(name))); }
    static PrivateKey key()
    {
        return must(PrivateKey::fromEncryptedFile(vector("person.p8"), Secret::fromText("correct horse battery staple")));
    }

private slots:
    void initTestCase() { VERIFY_OK(prepareProcess()); }

    void certificates()
    {
        const Certificate person = certificate("person.pem");
        QCOMPARE(person.commonName(), std::string("Ada Example"));
        QCOMPARE(person.organisation(), std::string("Example Bureau"));
        QCOMPARE(person.personId(), std::string("019aa1b2-0000-7000-8000-0000000000a1"));
        QVERIFY((person.roles() == std::set<Role>{Role::Adjudicator, Role::Supervisor}));
        QCOMPARE(person.serial(), std::string("fd8c7c2229a454f9017ac44abfe409a6"));
        QCOMPARE(toText(person.notBefore()), std::string("2026-01-01T00:00:00.000Z"));
        QCOMPARE(toText(person.notAfter()), std::string("2048-01-01T00:00:00.000Z"));
        QCOMPARE(toBytes(person.pem()), vector("person.pem"));
    }

    void signature()
    {
        TrustStore trust;
        trust.add(certificate("office.pem"));
        const auto verified = verifyDetached(vector("decision.p7s"), vector("decision.json"), trust);
        VERIFY_OK(verified);
        QVERIFY(verified->signer == certificate("person.pem"));
        QCOMPARE(toText(verified->signingTime), std::string("2026-11-22T09:15:02.000Z"));
        COMPARE_FAULT(verifyDetached(vector("decision.p7s"), vector("person.pem"), trust), FaultCode::SignatureInvalid);
    }

    void envelopeAndSegment()
    {
        const Credential person = must(Credential::make(certificate("person.pem"), key()));
        const auto secret = openEnvelope(vector("key.p7m"), person);
        VERIFY_OK(secret);
        QCOMPARE(toHex(secret->view()), std::string("0101010101010101010101010101010101010101010101010101010101010101"));
        const Bytes segment = vector("segment.p7m");
        const auto plain = openSegment(segment, *secret, sha256(segment));
        VERIFY_OK(plain);
        QCOMPARE(toText(*plain), std::string("A sealed segment.\n"));
    }
};

QTEST_GUILESS_MAIN(TestCryptoVectors)
#include "tst_cryptovectors.moc"
