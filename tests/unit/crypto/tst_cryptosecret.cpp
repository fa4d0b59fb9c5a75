// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/digest.h"
#include "core/crypto/secret.h"

#include <QTest>

#include <openssl/crypto.h>

#include <algorithm>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace caseward;
using namespace caseward::crypto;

class TestSecret : public QObject {
    Q_OBJECT

private:
    // prepareProcess in a child without privileges whose locked memory is limited: 0 ok, 10 CryptoFailed.
    static int prepareUnder(rlim_t memlock)
    {
        const pid_t child = fork();
        if (child == 0) {
            rlimit limit{};
            getrlimit(RLIMIT_MEMLOCK, &limit);
            limit.rlim_max = std::min(memlock, limit.rlim_max); // a limit can only be lowered
            limit.rlim_cur = limit.rlim_max;
            if (setrlimit(RLIMIT_MEMLOCK, &limit) != 0)
                _exit(90);
            if (geteuid() == 0 && setuid(65534) != 0) // root is above the limit
                _exit(91);
            const Status prepared = prepareProcess();
            if (prepared.ok())
                _exit(CRYPTO_secure_malloc_initialized() == 1 ? 0 : 92);
            _exit(prepared.fault().code == FaultCode::CryptoFailed ? 10 : 93);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private slots:
    void takesASmallerHeapWhenLittleCanBeLocked()
    {
        QCOMPARE(prepareUnder(8u << 20), 0);
        QCOMPARE(prepareUnder(128u << 10), 0);
        QCOMPARE(prepareUnder(4096), 10);
    }

    void worksWithoutAHeap()
    {
        QVERIFY(!CRYPTO_secure_malloc_initialized());
        Secret secret = Secret::fromText("before prepareProcess");
        QCOMPARE(secret.textView(), std::string_view("before prepareProcess"));
    }

    void preparesTheProcess()
    {
        qputenv("OPENSSL_CONF", "/tmp/evil.cnf");
        qputenv("PKCS11_PROVIDER_MODULE", "/tmp/evil.so");
        const Status prepared = prepareProcess();
        QVERIFY(prepared.ok());
        QVERIFY(!qEnvironmentVariableIsSet("OPENSSL_CONF"));
        QVERIFY(!qEnvironmentVariableIsSet("PKCS11_PROVIDER_MODULE"));
        rlimit core{1, 1};
        QCOMPARE(getrlimit(RLIMIT_CORE, &core), 0);
        QCOMPARE(core.rlim_cur, rlim_t{0});
        QCOMPARE(core.rlim_max, rlim_t{0});
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
        QCOMPARE(CRYPTO_secure_malloc_initialized(), 1);
        QVERIFY(prepareProcess().ok()); // twice does no harm
    }

    void livesInTheSecureHeapAndIsWiped()
    {
        const std::size_t before = CRYPTO_secure_used();
        const volatile std::uint8_t *place = nullptr;
        constexpr std::size_t size = 4096;
        {
            Secret secret(size);
            QVERIFY(std::all_of(secret.view().begin(), secret.view().end(), [](std::uint8_t b) { return b == 0; }));
            std::fill(secret.bytes().begin(), secret.bytes().end(), std::uint8_t{0xa5});
            place = secret.view().data();
            QCOMPARE(CRYPTO_secure_allocated(secret.view().data()), 1);
            QVERIFY(CRYPTO_secure_used() > before);
        }
        QCOMPARE(CRYPTO_secure_used(), before);
        // The heap stays mapped; its free list may use a few octets of what was ours.
        int left = 0;
        for (std::size_t i = 0; i < size; ++i)
            left += place[i] == 0xa5 ? 1 : 0;
        QCOMPARE(left, 0);
    }

    void movesWithoutCopies()
    {
        const std::size_t before = CRYPTO_secure_used();
        Secret first = Secret::fromText("correct horse");
        const std::uint8_t *place = first.view().data();
        Secret second = std::move(first);
        QCOMPARE(second.view().data(), place);
        QVERIFY(first.isEmpty());
        const Secret third = second.clone();
        QCOMPARE(third.textView(), second.textView());
        QVERIFY(third.view().data() != place);
        second = Secret();
        QVERIFY(second.isEmpty());
        QVERIFY(CRYPTO_secure_used() > before); // the third
    }

    void survivesAFullHeap()
    {
        const std::size_t before = CRYPTO_secure_used();
        {
            std::vector<Secret> many;
            for (int i = 0; i < 40; ++i) {
                many.emplace_back(64u << 10); // 2.5 MiB in all
                many.back().bytes()[0] = static_cast<std::uint8_t>(i);
            }
            QVERIFY(!CRYPTO_secure_allocated(many.back().view().data()));
            QCOMPARE(many.back().view()[0], std::uint8_t{39});
        }
        QCOMPARE(CRYPTO_secure_used(), before);
    }

    void drawsRandomBytes()
    {
        const auto first = Secret::random(32);
        const auto second = Secret::random(32);
        QVERIFY(first.ok() && second.ok());
        QCOMPARE(first->size(), std::size_t{32});
        QVERIFY(!std::equal(first->view().begin(), first->view().end(), second->view().begin()));
        QVERIFY(Secret::random(0).ok());
    }

    void wipesText()
    {
        std::string text = "a passphrase that is long enough not to lie in the object itself";
        const volatile char *place = text.data();
        const std::size_t size = text.size();
        wipe(text);
        QVERIFY(text.empty());
        for (std::size_t i = 0; i < size; ++i)
            QCOMPARE(place[i], '\0');
        std::array<std::uint8_t, 4> bytes{1, 2, 3, 4};
        wipe(bytes);
        QCOMPARE(bytes, (std::array<std::uint8_t, 4>{}));
    }

    // FIPS 180-4 examples (NIST, "SHA256.pdf"): one block, two blocks; and a million times "a".
    void hashesTheStandardsExamples()
    {
        QCOMPARE(sha256({}).hex(), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256(viewOf("abc")).hex(),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        const std::string two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        QCOMPARE(sha256(viewOf(two)).hex(),
                 std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        Sha256 hash;
        const std::string thousand(1000, 'a');
        for (int i = 0; i < 1000; ++i)
            hash.update(viewOf(thousand));
        Sha256 moved = std::move(hash);
        QCOMPARE(moved.finish().hex(),
                 std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_cryptosecret.moc"
