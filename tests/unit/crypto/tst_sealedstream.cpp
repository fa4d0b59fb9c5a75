// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "core/base/limits.h"
#include "core/crypto/sealedstream.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <openssl/cms.h>

#include <algorithm>

using namespace caseward;
using namespace caseward::crypto;
using namespace caseward::crypto::tests;

namespace {

Bytes pattern(std::size_t size)
{
    Bytes bytes(size);
    SeededRandom(size + 1).fill(bytes);
    return bytes;
}

struct Sealed {
    std::vector<Bytes> segments;
    StreamSeal stream;
};

Sealed sealAll(BytesView plaintext, const Secret &key, std::size_t step)
{
    Sealed sealed;
    SealedWriter writer(key.clone(), [&sealed](BytesView segment) {
        sealed.segments.emplace_back(segment.begin(), segment.end());
        return Status();
    });
    for (std::size_t at = 0; at < plaintext.size(); at += step) {
        if (!writer.write(plaintext.subspan(at, std::min(step, plaintext.size() - at))).ok())
            qFatal("write failed");
    }
    sealed.stream = must(writer.finish());
    return sealed;
}

SealedReader readerOf(const Sealed &sealed, const Secret &key)
{
    return SealedReader(key.clone(), sealed.stream.segments, [&sealed](std::size_t index, Bytes &segment) {
        segment = sealed.segments.at(index);
        return Status();
    });
}

Result<Bytes> readAll(SealedReader reader, std::size_t step)
{
    Bytes all;
    Bytes buffer(step);
    for (;;) {
        const std::size_t size = TRY(reader.read(buffer));
        if (size == 0)
            return all;
        all.insert(all.end(), buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(size));
    }
}

} // namespace

class TestSealedStream : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Secret m_key;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void initTestCase()
    {
        VERIFY_OK(prepareProcess());
        m_key = must(Secret::random(32));
    }

    // Known answer, computed with: (printf 'caseward key id\0'; for i in $(seq 32); do printf '\001'; done) | sha256sum | cut -c1-32
    void keyIdentifierIsFixed()
    {
        Secret key(32);
        std::fill(key.bytes().begin(), key.bytes().end(), std::uint8_t{1});
        QCOMPARE(toHex(keyIdentifier(key)), std::string("764a96e749a8eba169080cf2c857aeee"));
    }

    void segmentRoundTrip_data()
    {
        QTest::addColumn<qulonglong>("size");
        // Around every change in the number of length octets, inside and outside of the headers.
        for (const qulonglong size : {0ull, 1ull, 16ull, 30ull, 31ull, 32ull, 50ull, 80ull, 100ull, 127ull, 128ull, 200ull, 255ull,
                                      256ull, 65'300ull, 65'400ull, 65'535ull, 65'536ull, 262'143ull, 262'144ull, 262'145ull,
                                      static_cast<unsigned long long>(limits::segmentBytes)})
            QTest::addRow("%llu", size) << size;
    }
    void segmentRoundTrip()
    {
        QFETCH(qulonglong, size);
        const Bytes plain = pattern(size);
        const auto sealed = sealSegment(plain, m_key);
        VERIFY_OK(sealed);
        QVERIFY(sealed->size() <= limits::sealedSegmentBytes);
        const auto opened = openSegment(*sealed, m_key, sha256(*sealed));
        VERIFY_OK(opened);
        QVERIFY(*opened == plain);
        QVERIFY(*sealed != must(sealSegment(plain, m_key))); // fresh content key and nonce

        // OpenSSL reads our DER and would have written the same.
        const unsigned char *position = sealed->data();
        CMS_ContentInfo *cms = d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(sealed->size()));
        QVERIFY(cms);
        unsigned char *again = nullptr;
        const int length = i2d_CMS_ContentInfo(cms, &again);
        QVERIFY(length > 0 && Bytes(again, again + length) == *sealed);
        OPENSSL_free(again);
        CMS_ContentInfo_free(cms);
    }

    // Every size from 0 to 600 has exactly one frame, which the parser finds.
    void everySmallSize()
    {
        for (std::size_t size = 0; size <= 600; ++size) {
            const Bytes plain = pattern(size);
            const Bytes sealed = must(sealSegment(plain, m_key));
            const auto opened = openSegment(sealed, m_key, sha256(sealed));
            VERIFY_OK(opened);
            QVERIFY(*opened == plain);
        }
    }

    void stockOpensASegment()
    {
        for (const std::size_t size : {0u, 100u, 70'000u, 4u << 20}) {
            const Bytes plain = pattern(size);
            put(path("seg"), must(sealSegment(plain, m_key)));
            const StockResult stock = openssl({"cms", "-decrypt", "-binary", "-inform", "DER", "-in", path("seg"), "-secretkey",
                                               QString::fromStdString(toHex(m_key.view())), "-secretkeyid",
                                               QString::fromStdString(toHex(keyIdentifier(m_key))), "-out", path("out")});
            QVERIFY2(stock.status == 0, stock.errors);
            QVERIFY(get(path("out")) == plain);
        }
    }

    void everyFlippedBitIsRefused()
    {
        const Bytes sealed = must(sealSegment(pattern(100), m_key));
        const Digest listed = sha256(sealed);
        int malformed = 0;
        int damaged = 0;
        for (std::size_t i = 0; i < sealed.size() * 8; ++i) {
            Bytes changed = sealed;
            changed[i / 8] = static_cast<std::uint8_t>(changed[i / 8] ^ (1u << (i % 8)));
            COMPARE_FAULT(openSegment(changed, m_key, listed), FaultCode::BundleDamaged);
            // Even when the list was made to agree.
            const auto opened = openSegment(changed, m_key, sha256(changed));
            QVERIFY(!opened.ok());
            malformed += opened.fault().code == FaultCode::Malformed ? 8 : 0;
            damaged += opened.fault().code == FaultCode::BundleDamaged ? 8 : 0;
        }
        // Key identifier, wrapped key, nonce, content, tag; all other octets are fixed.
        const int open = (16 + 40 + 12 + 100 + 16) * 64;
        QCOMPARE(damaged, open);
        QCOMPARE(malformed, static_cast<int>(sealed.size()) * 64 - open);
    }

    void everyCutIsRefused()
    {
        const Bytes sealed = must(sealSegment(pattern(300), m_key));
        for (std::size_t size = 0; size < sealed.size(); ++size) {
            const BytesView cut = BytesView(sealed).first(size);
            COMPARE_FAULT(openSegment(cut, m_key, sha256(cut)), FaultCode::Malformed);
            COMPARE_FAULT(openSegment(cut, m_key, sha256(sealed)), FaultCode::BundleDamaged);
        }
        Bytes longer = sealed;
        longer.push_back(0);
        COMPARE_FAULT(openSegment(longer, m_key, sha256(longer)), FaultCode::Malformed);
        const Bytes huge(limits::sealedSegmentBytes + 1);
        COMPARE_FAULT(openSegment(huge, m_key, sha256(huge)), FaultCode::TooLarge);
    }

    void otherKeys()
    {
        const Bytes sealed = must(sealSegment(pattern(10), m_key));
        COMPARE_FAULT(openSegment(sealed, must(Secret::random(32)), sha256(sealed)), FaultCode::BundleDamaged);
        COMPARE_FAULT(openSegment(sealed, Secret(16), sha256(sealed)), FaultCode::CryptoFailed);
        COMPARE_FAULT(sealSegment({}, Secret()), FaultCode::CryptoFailed);
        COMPARE_FAULT(sealSegment(Bytes(limits::segmentBytes + 1), m_key), FaultCode::TooLarge);
    }

    // AuthEnvelopedData by the stock program is proper CMS, but not our one form.
    void stockFormIsRefused()
    {
        put(path("plain"), pattern(100));
        const StockResult made = openssl({"cms", "-encrypt", "-binary", "-outform", "DER", "-aes-256-gcm", "-in", path("plain"), "-secretkey",
                                          QString::fromStdString(toHex(m_key.view())), "-secretkeyid", "00112233", "-out", path("stock")});
        QVERIFY2(made.status == 0, made.errors);
        const Bytes stock = get(path("stock"));
        COMPARE_FAULT(openSegment(stock, m_key, sha256(stock)), FaultCode::Malformed);
    }

    void streamRoundTrip_data()
    {
        QTest::addColumn<qulonglong>("size");
        QTest::addColumn<qulonglong>("step");
        QTest::addColumn<int>("segments");
        const qulonglong full = limits::segmentBytes;
        QTest::newRow("empty") << 0ull << 1ull << 1;
        QTest::newRow("one byte") << 1ull << 1ull << 1;
        QTest::newRow("one segment") << full << full << 1;
        QTest::newRow("one segment and a byte") << full + 1 << 100'000ull << 2;
        QTest::newRow("two segments") << 2 * full << full << 2;
        QTest::newRow("9 MiB at once") << (9ull << 20) << (9ull << 20) << 3;
        QTest::newRow("9 MiB in odd pieces") << (9ull << 20) << 65'537ull << 3;
    }
    void streamRoundTrip()
    {
        QFETCH(qulonglong, size);
        QFETCH(qulonglong, step);
        QFETCH(int, segments);
        const Bytes plain = pattern(size);
        const Sealed sealed = sealAll(plain, m_key, step);
        QCOMPARE(static_cast<int>(sealed.stream.segments.size()), segments);
        QCOMPARE(sealed.stream.plainBytes, static_cast<std::uint64_t>(size));
        QCOMPARE(sealed.stream.plainDigest, sha256(plain));
        for (std::size_t i = 0; i < sealed.segments.size(); ++i) {
            QCOMPARE(sealed.stream.segments[i].bytes, static_cast<std::uint64_t>(sealed.segments[i].size()));
            QCOMPARE(sealed.stream.segments[i].digest, sha256(sealed.segments[i]));
        }
        for (const std::size_t readStep : {std::size_t{100'003}, limits::segmentBytes * 4}) {
            const auto again = readAll(readerOf(sealed, m_key), readStep);
            VERIFY_OK(again);
            QVERIFY(*again == plain);
        }
    }

    void exchangedSegments()
    {
        const Bytes plain = pattern(9u << 20);
        const Sealed sealed = sealAll(plain, m_key, plain.size());
        Sealed swapped = sealed;
        std::swap(swapped.segments[0], swapped.segments[1]);
        COMPARE_FAULT(readAll(readerOf(swapped, m_key), 1000), FaultCode::BundleDamaged);
        const Sealed other = sealAll(plain, m_key, plain.size());
        Sealed mixed = sealed;
        mixed.segments[1] = other.segments[1]; // same place, same key, same plaintext, another sealing
        COMPARE_FAULT(readAll(readerOf(mixed, m_key), 1000), FaultCode::BundleDamaged);
    }

    void truncation()
    {
        const Bytes plain = pattern(9u << 20);
        const Sealed sealed = sealAll(plain, m_key, plain.size());
        Sealed cut = sealed;
        cut.segments[2].pop_back();
        COMPARE_FAULT(readAll(readerOf(cut, m_key), 1u << 20), FaultCode::BundleTruncated);
        Sealed gone = sealed;
        gone.segments[1].clear();
        COMPARE_FAULT(readAll(readerOf(gone, m_key), 1u << 20), FaultCode::BundleTruncated);
        Sealed none = sealed;
        none.stream.segments.clear();
        COMPARE_FAULT(readAll(readerOf(none, m_key), 1u << 20), FaultCode::BundleTruncated);
        SealedReader missing(m_key.clone(), sealed.stream.segments,
                             [](std::size_t, Bytes &) { return Status(fail(FaultCode::NotFound, "no such part")); });
        Bytes buffer(10);
        COMPARE_FAULT(missing.read(buffer), FaultCode::NotFound);
        COMPARE_FAULT(missing.read(buffer), FaultCode::NotFound); // stays failed
    }

    void oddCuts()
    {
        Sealed odd; // a short segment in the middle
        for (const std::size_t size : {std::size_t{5}, std::size_t{7}}) {
            odd.segments.push_back(must(sealSegment(pattern(size), m_key)));
            odd.stream.segments.push_back({odd.segments.back().size(), sha256(odd.segments.back())});
        }
        COMPARE_FAULT(readAll(readerOf(odd, m_key), 100), FaultCode::Malformed);
        Sealed trailing = sealAll(pattern(limits::segmentBytes), m_key, limits::segmentBytes);
        trailing.segments.push_back(must(sealSegment({}, m_key)));
        trailing.stream.segments.push_back({trailing.segments.back().size(), sha256(trailing.segments.back())});
        COMPARE_FAULT(readAll(readerOf(trailing, m_key), 1u << 20), FaultCode::Malformed);
    }

    void aFailingSinkStopsTheStream()
    {
        // Alone, a segment is kept before finish() returns; of several, the fault comes with one of the next calls.
        const auto full = [](BytesView) { return Status(fail(FaultCode::DiskFull, "full")); };
        SealedWriter small(m_key.clone(), full);
        VERIFY_OK(small.write(pattern(10)));
        COMPARE_FAULT(small.finish(), FaultCode::DiskFull);
        COMPARE_FAULT(small.finish(), FaultCode::Internal);

        int calls = 0;
        SealedWriter writer(m_key.clone(), [&](BytesView segment) { return ++calls == 2 ? full(segment) : Status(); });
        const Bytes piece = pattern(limits::segmentBytes);
        Status written = writer.write(piece);
        for (int more = 0; more < 8 && written.ok(); ++more)
            written = writer.write(piece);
        COMPARE_FAULT(written, FaultCode::DiskFull);
        QCOMPARE(calls, 2); // and no other call after the fault
        COMPARE_FAULT(writer.write(pattern(1)), FaultCode::Internal);
        COMPARE_FAULT(writer.finish(), FaultCode::Internal);

        calls = 0;
        SealedWriter last(m_key.clone(), [&](BytesView segment) { return ++calls == 2 ? full(segment) : Status(); });
        VERIFY_OK(last.write(pattern(limits::segmentBytes + 5)));
        COMPARE_FAULT(last.finish(), FaultCode::DiskFull);
        QCOMPARE(calls, 2);
    }

    void anAbandonedStreamLeavesItsSinkAlone()
    {
        int calls = 0;
        {
            SealedWriter writer(m_key.clone(), [&calls](BytesView) {
                ++calls;
                return Status();
            });
            VERIFY_OK(writer.write(pattern(3 * limits::segmentBytes)));
        }
        const int then = calls;
        QTest::qWait(20);
        QCOMPARE(calls, then);
        const Sealed sealed = sealAll(pattern(5 * limits::segmentBytes), m_key, limits::segmentBytes);
        Bytes one(1);
        SealedReader reader = readerOf(sealed, m_key);
        QCOMPARE(must(reader.read(one)), std::size_t(1)); // and goes, with segments still on their way
    }

    void straightIntoTheBufferAndItsDigest()
    {
        const Bytes plain = pattern(2 * limits::segmentBytes + 12345);
        const Sealed sealed = sealAll(plain, m_key, 1u << 20);
        for (const std::size_t step : {std::size_t{777'777}, limits::segmentBytes, limits::segmentBytes + 1, plain.size() + 1}) {
            SealedReader reader = readerOf(sealed, m_key);
            Bytes all, buffer(step);
            for (std::size_t got = must(reader.read(buffer)); got > 0; got = must(reader.read(buffer)))
                all.insert(all.end(), buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(got));
            QVERIFY(all == plain);
            QCOMPARE(reader.plainDigest(), sealed.stream.plainDigest);
            QCOMPARE(sealed.stream.plainDigest, sha256(plain));
        }
        // A segment that does not open leaves nothing of itself in the buffer.
        Sealed bent = sealed;
        bent.segments[1][1000] ^= 1;
        bent.stream.segments[1].digest = sha256(bent.segments[1]); // listed like this, so that only the tag is left to tell
        Bytes buffer(plain.size(), 0xEE);
        SealedReader reader = readerOf(bent, m_key);
        COMPARE_FAULT(reader.read(buffer), FaultCode::BundleDamaged);
        QVERIFY(buffer == Bytes(plain.size(), 0));
    }

    // No assertion: how fast it is depends on the machine.
    void throughput()
    {
        const Bytes plain = pattern(64u << 20);
        QElapsedTimer timer;
        timer.start();
        Sealed sealed;
        SealedWriter writer(m_key.clone(), [&sealed](BytesView segment) {
            sealed.segments.emplace_back(segment.begin(), segment.end());
            return Status();
        });
        VERIFY_OK(writer.write(plain));
        sealed.stream = must(writer.finish());
        const double sealing = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        Bytes buffer(1u << 20);
        SealedReader reader = readerOf(sealed, m_key);
        timer.start();
        std::size_t total = 0;
        for (std::size_t size = must(reader.read(buffer)); size > 0; size = must(reader.read(buffer)))
            total += size;
        const double opening = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        QCOMPARE(total, plain.size());
        const double megabytes = static_cast<double>(plain.size()) / 1e6;
        qInfo("sealing %.0f MB/s, opening %.0f MB/s", megabytes / sealing, megabytes / opening);
    }
};

QTEST_GUILESS_MAIN(TestSealedStream)
#include "tst_sealedstream.moc"
