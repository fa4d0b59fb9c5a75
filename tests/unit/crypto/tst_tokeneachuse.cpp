// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that want their PIN at every use, as the signing key of a PIV card does: they sign and open like others, the PIN is kept
// for them alone, answers their card alone, and is gone when the key is. With SoftHSM2.
#include "office.h"

#include "core/crypto/envelope.h"
#include "core/crypto/signature.h"
#include "core/crypto/tokenkey.h"
#include "tests/support/softtoken.h"

#include <QTemporaryDir>

#include <openssl/ui.h>

#include <cstring>
#include <fstream>
#include <thread>

using namespace caseward;
using namespace caseward::crypto;
using namespace caseward::crypto::tests;
using caseward::tests::SoftTokens;

class TestTokenEachUse : public QObject {
    Q_OBJECT

    static constexpr char otherPin[] = "60175524";

    QTemporaryDir m_folder;
    std::unique_ptr<SoftTokens> m_cards;
    std::unique_ptr<Office> m_office;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static PrivateKey keyAt(const std::string &uri, const char *pin = SoftTokens::pin)
    {
        return must(openTokenKey({SoftTokens::module, must(TokenUri::parse(uri))}, Secret::fromText(pin)));
    }
    static PrivateKey keyOf(KeyAlgorithm algorithm)
    {
        return keyAt(std::string("pkcs11:token=Ada;id=") +
                     (algorithm == KeyAlgorithm::EcP384 ? "%01" : algorithm == KeyAlgorithm::EcP256 ? "%02" : "%03"));
    }
    Credential credentialOf(PrivateKey key, const char *name = "Ada Adjudicator")
    {
        const Certificate certificate = must(m_office->authority.issue({newPersonId(), name, {Role::Adjudicator}, aroundToday()}, key));
        return must(Credential::make(certificate, std::move(key)));
    }
    // Whether anything that asks OpenSSL's way gets an answer.
    static bool questionIsAnswered()
    {
        char buffer[64] = {};
        UI *ui = UI_new();
        const bool answered = ui && UI_add_input_string(ui, "PIN:", 0, buffer, 0, sizeof buffer - 1) >= 0 && UI_process(ui) == 0 && buffer[0] != '\0';
        UI_free(ui);
        return answered;
    }
    // How often the bytes stand in what this process may write to.
    static std::size_t copiesInMemory(BytesView wanted)
    {
        std::ifstream maps("/proc/self/maps"), memory("/proc/self/mem", std::ios::binary);
        std::size_t copies = 0;
        std::string line;
        while (std::getline(maps, line)) {
            unsigned long from = 0, to = 0;
            char rights[5] = {};
            if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, rights) != 3 || std::strncmp(rights, "rw", 2) != 0)
                continue;
            const auto *start = reinterpret_cast<const char *>(from);
            std::vector<char> page(4096 + wanted.size());
            for (const char *at = start; at < reinterpret_cast<const char *>(to); at += 4096) {
                memory.clear();
                memory.seekg(static_cast<std::streamoff>(reinterpret_cast<std::uintptr_t>(at)));
                memory.read(page.data(), 4096 + static_cast<std::streamsize>(wanted.size()) - 1);
                const auto got = static_cast<std::size_t>(memory.gcount());
                const char *end = page.data() + got;
                for (const char *hit = page.data(); (hit = static_cast<const char *>(::memmem(hit, static_cast<std::size_t>(end - hit), wanted.data(), wanted.size()))); ++hit)
                    ++copies;
            }
            wipe({reinterpret_cast<std::uint8_t *>(page.data()), page.size()});
        }
        return copies;
    }

    // Neither this program nor the arguments it gives may hold the PIN of this card: it is drawn and used by a shell.
    void makeCardWithUnknownPin() const
    {
        const QString script = QStringLiteral(
            "tr -dc 0-9 </dev/urandom | head -c 20 >\"$0\" && softhsm2-util --init-token --free --label Eve --pin \"$(cat \"$0\")\" --so-pin 87654321 && "
            "pkcs11-tool --module %1 --login --pin \"$(cat \"$0\")\" --token-label Eve --keypairgen --key-type EC:secp384r1 --id 01 --usage-sign "
            "--usage-derive --always-auth").arg(QString::fromLatin1(SoftTokens::module));
        QProcess shell;
        shell.start(QStringLiteral("sh"), {"-c", script, path("pin")});
        if (!shell.waitForFinished(120'000) || shell.exitCode() != 0)
            qFatal("%s", shell.readAllStandardError().constData());
    }

private slots:
    void initTestCase()
    {
        VERIFY_OK(prepareProcess());
        if (const QByteArray missing = SoftTokens::missing(); !missing.isEmpty())
            QSKIP(missing.constData());
        m_cards = std::make_unique<SoftTokens>();
        m_cards->makeCard("Ada");
        m_cards->makeKey("Ada", "EC:secp384r1", "01", SoftTokens::Pin::AtEveryUse);
        m_cards->makeKey("Ada", "EC:prime256v1", "02", SoftTokens::Pin::AtEveryUse);
        m_cards->makeKey("Ada", "rsa:3072", "03", SoftTokens::Pin::AtEveryUse);
        m_cards->makeKey("Ada", "EC:secp384r1", "04");
        m_cards->makeCard("Max", otherPin);
        m_cards->makeKey("Max", "rsa:3072", "01", SoftTokens::Pin::AtEveryUse, otherPin);
        makeCardWithUnknownPin();
        m_office = std::make_unique<Office>();
        putCertificate(path("office.pem"), m_office->authority.certificate());
    }

    void signsAndOpens_data() { addAlgorithms(); }
    void signsAndOpens()
    {
        QFETCH(KeyAlgorithm, algorithm);
        const Credential card = credentialOf(keyOf(algorithm));
        QVERIFY(!card.key().token()->pinForEachUse().isEmpty());
        const Bytes content = toBytes("the decision");
        for (int turn = 0; turn < 3; ++turn) {
            const auto signature = signDetached(content, card, today(), {m_office->authority.certificate()});
            VERIFY_OK(signature);
            VERIFY_OK(verifyDetached(*signature, content, m_office->trust));
            put(path("x.p7s"), *signature);
            const Secret secret = must(Secret::random(32));
            const auto opened = openEnvelope(must(sealFor(secret, {card.certificate()})), card);
            VERIFY_OK(opened);
            QVERIFY(std::ranges::equal(opened->view(), secret.view()));
        }
        put(path("x.json"), content);
        const StockResult stock = openssl({"cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", path("x.p7s"), "-content",
                                           path("x.json"), "-CAfile", path("office.pem"), "-out", path("out")});
        QVERIFY2(stock.status == 0, stock.errors);
    }

    void whichKeysHaveTheirPinKept()
    {
        QVERIFY(keyAt("pkcs11:token=Ada;id=%04").token()->pinForEachUse().isEmpty()); // content with one PIN at sign-in
        // However vague the address: it goes by the key that is meant.
        for (const KeyAlgorithm algorithm : {KeyAlgorithm::EcP384, KeyAlgorithm::Rsa3072}) {
            const Credential card = credentialOf(keyOf(algorithm));
            const auto vague = openTokenKey({SoftTokens::module, must(TokenUri::parse("pkcs11:token=Ada"))}, Secret::fromText(SoftTokens::pin),
                                            card.certificate());
            VERIFY_OK(vague);
            QVERIFY(!vague->token()->pinForEachUse().isEmpty());
        }
        const Credential plain = credentialOf(keyAt("pkcs11:token=Ada;id=%04"));
        const auto vague = openTokenKey({SoftTokens::module, must(TokenUri::parse("pkcs11:token=Ada"))}, Secret::fromText(SoftTokens::pin),
                                        plain.certificate());
        VERIFY_OK(vague);
        QVERIFY(vague->token()->pinForEachUse().isEmpty());
    }

    void thePinAnswersOneKeyAlone()
    {
        QVERIFY(!questionIsAnswered());
        const Credential ada = credentialOf(keyOf(KeyAlgorithm::EcP384));
        const Credential max = credentialOf(keyAt("pkcs11:token=Max;id=%01", otherPin), "Max Supervisor");
        QVERIFY(!questionIsAnswered()); // open, but not in use
        const Bytes content = toBytes("the decision");
        for (int turn = 0; turn < 2; ++turn)
            for (const Credential *signer : {&ada, &max}) {
                const auto signature = signDetached(content, *signer, today());
                VERIFY_OK(signature);
                VERIFY_OK(verifyDetached(*signature, content, m_office->trust));
            }
        bool signedElsewhere = false;
        std::thread([&] { signedElsewhere = signDetached(content, ada, today()).ok(); }).join(); // the desk's worker
        QVERIFY(signedElsewhere);
        QVERIFY(!questionIsAnswered());
    }

    void theSecondPersonsCardComesAndGoes()
    {
        const Credential ada = credentialOf(keyOf(KeyAlgorithm::EcP384));
        const TokenAddress address{SoftTokens::module, must(TokenUri::parse("pkcs11:token=Max;id=%01"))};
        for (const char *pin : {otherPin, SoftTokens::pin, otherPin}) {
            const auto second = openTokenKey(address, Secret::fromText(pin));
            QCOMPARE(second.ok(), pin == otherPin);
        }
        QVERIFY(ada.key().isPresent()); // or the window would lock
        VERIFY_OK(signDetached(toBytes("x"), ada, today()));
    }

    void wrongPinNeverPasses()
    {
        const TokenAddress address{SoftTokens::module, must(TokenUri::parse("pkcs11:token=Ada;id=%01"))};
        const PrivateKey open = keyOf(KeyAlgorithm::EcP384);
        for (const char *wrong : {"", "482916", otherPin})
            COMPARE_FAULT(openTokenKey(address, Secret::fromText(wrong)), FaultCode::WrongPassphrase);
    }

    void noCopyOfThePinIsLeft()
    {
        Secret pin(20);
        std::FILE *file = std::fopen(qPrintable(path("pin")), "rb");
        QVERIFY(file);
        std::setvbuf(file, nullptr, _IONBF, 0);
        QCOMPARE(std::fread(pin.bytes().data(), 1, pin.size(), file), pin.size());
        std::fclose(file);
        if (copiesInMemory(pin.view()) != 1)
            QSKIP("this process may not read its own memory");
        {
            const Credential card = credentialOf(must(openTokenKey({SoftTokens::module, must(TokenUri::parse("pkcs11:token=Eve"))}, pin)));
            QCOMPARE(copiesInMemory(pin.view()), std::size_t(2)); // ours and the kept one
            VERIFY_OK(signDetached(toBytes("x"), card, today()));
            VERIFY_OK(openEnvelope(must(sealFor(must(Secret::random(32)), {card.certificate()})), card));
            QCOMPARE(copiesInMemory(pin.view()), std::size_t(2));
        }
        QCOMPARE(copiesInMemory(pin.view()), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestTokenEachUse)
#include "tst_tokeneachuse.moc"
