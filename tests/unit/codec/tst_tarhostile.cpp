// SPDX-License-Identifier: GPL-3.0-or-later
// Archives that nobody of ours would write, made by python's tarfile and by cutting and bending good ones.
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/codec/tar.h"

#include "tarmembers.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace caseward;
using namespace caseward::codec;
using namespace tartest;

namespace {

// argv: folder, names of the tricks; one archive each. One process for all: starting python is slow.
const char *const script = R"(
import io, os, sys, tarfile
def info(name, data=b'x', **fields):
    member = tarfile.TarInfo(name)
    member.size = len(data)
    for key, value in fields.items():
        setattr(member, key, value)
    return member, io.BytesIO(data)
kinds = dict(symlink=tarfile.SYMTYPE, hardlink=tarfile.LNKTYPE, directory=tarfile.DIRTYPE, fifo=tarfile.FIFOTYPE,
             character=tarfile.CHRTYPE, block=tarfile.BLKTYPE)
names = dict(parent='../x', inner='a/../../x', absolute='/etc/passwd', dot='./a', empty_part='a//b', backslash='a\\b',
             utf8='caf\u00e9', newline='a\nb', long='n' * 201, very_long='d/' * 3000 + 'x', drive='c:x')
for trick in sys.argv[2:]:
    out = os.path.join(sys.argv[1], trick)
    mode = 'w:gz' if trick == 'gzip' else 'w:bz2' if trick == 'bzip2' else 'w'
    form = tarfile.GNU_FORMAT if trick.startswith('gnu_') else tarfile.PAX_FORMAT
    with tarfile.open(out, mode, format=form) as tar:
        what = trick.replace('gnu_', '')
        tar.addfile(*info('good', b'good'))
        if mode != 'w':
            tar.addfile(*info('noise', os.urandom(4000)))
        if what in kinds:
            tar.addfile(*info('bad', b'', type=kinds[what], linkname='good'))
        elif what in names:
            tar.addfile(*info(names[what]))
        elif what == 'duplicate':
            tar.addfile(*info('good', b'other'))
        elif what == 'pax_path':
            tar.addfile(*info('innocent', b'x', pax_headers={'path': '../../x'}))
        elif what == 'pax_link':
            tar.addfile(*info('innocent', b'', type=tarfile.SYMTYPE, pax_headers={'linkpath': '/etc/passwd'}))
        elif what == 'pax_sparse':
            tar.addfile(*info('innocent', b'x', pax_headers={'GNU.sparse.major': '0', 'GNU.sparse.minor': '1',
                'GNU.sparse.name': 'bomb', 'GNU.sparse.size': '1000000000000', 'GNU.sparse.numblocks': '1',
                'GNU.sparse.map': '999999999999,1'}))
)";

} // namespace

class TestTarHostile : public QObject {
    Q_OBJECT

private:
    static Members sample() { return {{"a", std::string(700, 'a')}, {"b", "b"}, {"c", std::string(1024, 'c')}}; }

    QTemporaryDir m_forgeries;

    static QList<QByteArray> tricks()
    {
        return {"symlink", "hardlink", "directory", "fifo", "character", "block", "parent", "inner", "absolute", "dot",
                "empty_part", "backslash", "utf8", "newline", "long", "very_long", "drive", "gnu_long", "gnu_very_long",
                "gnu_utf8", "gnu_symlink", "duplicate", "pax_path", "pax_link", "pax_sparse", "gzip", "bzip2"};
    }

    Result<Bytes> forged(const QByteArray &trick) const
    {
        return readFile(m_forgeries.filePath(QString::fromLatin1(trick)).toStdString(), 1u << 20);
    }

    static void fixChecksum(Bytes &archive, std::size_t header)
    {
        std::fill_n(archive.begin() + static_cast<std::ptrdiff_t>(header) + 148, 8, std::uint8_t{' '});
        unsigned sum = 0;
        for (std::size_t i = 0; i < 512; ++i)
            sum += archive[header + i];
        const QByteArray digits = QByteArray::number(sum, 8).rightJustified(6, '0');
        std::copy(digits.begin(), digits.end(), archive.begin() + static_cast<std::ptrdiff_t>(header) + 148);
        archive[header + 154] = 0;
    }

    static FaultCode codeOf(const Bytes &archive) // Usage: it was taken
    {
        const auto members = unpack(archive);
        return members.ok() ? FaultCode::Usage : members.fault().code;
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
            return;
        QStringList arguments = {"-c", script, m_forgeries.path(), "nothing"};
        const QList<QByteArray> names = tricks();
        for (const QByteArray &trick : names)
            arguments += QString::fromLatin1(trick);
        QProcess process;
        process.start(QStringLiteral("python3"), arguments);
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    void forgeriesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("trick");
        const QList<QByteArray> names = tricks();
        for (const QByteArray &trick : names)
            QTest::newRow(trick.constData()) << trick;
    }
    void forgeriesAreRefused()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
            QSKIP("python3 is not installed");
        QFETCH(QByteArray, trick);
        const auto archive = forged(trick);
        QVERIFY2(archive.ok(), archive.ok() ? "" : archive.fault().detail.c_str());
        QCOMPARE(codeOf(*archive), FaultCode::Malformed);
    }

    void theForgerIsReadWhenItBehaves()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
            QSKIP("python3 is not installed");
        const auto archive = forged("nothing");
        QVERIFY(archive.ok());
        QVERIFY((*unpack(*archive) == Members{{"good", "good"}}));
    }

    void everyCutIsTruncated()
    {
        const auto archive = pack(sample());
        QVERIFY(archive.ok());
        for (std::size_t length = 0; length < archive->size(); length += length % 512 < 3 || length % 512 > 509 ? 1 : 100) {
            const FaultCode code = codeOf(Bytes(archive->begin(), archive->begin() + static_cast<std::ptrdiff_t>(length)));
            QVERIFY2(code == FaultCode::BundleTruncated, qPrintable(QStringLiteral("length %1").arg(length)));
        }
    }

    void nothingMayFollowTheEnd()
    {
        const auto archive = pack(sample());
        Bytes twice = *archive;
        twice.insert(twice.end(), archive->begin(), archive->end());
        QCOMPARE(codeOf(twice), FaultCode::Malformed);
        Bytes hidden = *archive;
        hidden.resize(hidden.size() + 10'240);
        hidden.back() = 'x';
        QCOMPARE(codeOf(hidden), FaultCode::Malformed);
        Bytes padded = *archive;
        padded.resize(padded.size() + 10'240);
        QVERIFY(unpack(padded).ok());
        Bytes endless = *archive;
        endless.resize(endless.size() + (3u << 20));
        QCOMPARE(codeOf(endless), FaultCode::Malformed);
        Bytes odd = *archive;
        odd.resize(odd.size() + 100);
        QCOMPARE(codeOf(odd), FaultCode::BundleTruncated);
    }

    void aZeroBlockInsideHidesNothing()
    {
        auto archive = *pack(sample());
        std::fill_n(archive.begin() + 1536, 512, std::uint8_t{0}); // the header of "b"
        QCOMPARE(codeOf(archive), FaultCode::Malformed);
    }

    void damagedHeaderIsMalformed()
    {
        auto archive = *pack(sample());
        archive[1536] ^= 1; // first letter of "b"; the checksum no longer fits
        QCOMPARE(codeOf(archive), FaultCode::Malformed);
    }

    void lyingSizes()
    {
        const Bytes good = *pack({{"a", std::string(700, 'a')}});
        for (const char *size : {"77777777777 ", "00000100000 "}) {
            Bytes archive = good;
            std::copy_n(size, 12, archive.begin() + 124);
            fixChecksum(archive, 0);
            auto reader = TarReader::open(from(archive));
            QVERIFY(reader->next().ok());
            QCOMPARE(reader->next().fault().code, FaultCode::BundleTruncated);
            auto again = TarReader::open(from(archive));
            QVERIFY(again->next().ok());
            QCOMPARE(again->readAll(UINT64_MAX).fault().code, FaultCode::BundleTruncated); // and no 8 GiB of memory
        }
        Bytes negative = good;
        const std::array<std::uint8_t, 12> field = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00};
        std::copy(field.begin(), field.end(), negative.begin() + 124);
        fixChecksum(negative, 0);
        QVERIFY(codeOf(negative) != FaultCode::Usage);
    }

    void unknownMemberTypes()
    {
        const Bytes good = *pack({{"a", "x"}});
        for (const char type : {'1', '2', '3', '4', '5', '6', 'S', 'M', 'D', 'V', 'K', 'L', 'g', 'x', 'A', 'X', 'N'}) {
            Bytes archive = good;
            archive[156] = static_cast<std::uint8_t>(type);
            fixChecksum(archive, 0);
            const auto members = unpack(archive);
            // Whatever libarchive makes of it, nothing but a plain file of that name may come out.
            QVERIFY2(!members.ok() || members->empty() || *members == (Members{{"a", "x"}}), &type);
            if (type >= '1' && type <= '6')
                QVERIFY2(!members.ok(), &type);
        }
    }

    void otherFormats_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("text") << QByteArray(2000, 'x');
        QTest::newRow("zip") << QByteArray("PK\x03\x04") + QByteArray(2000, '\0');
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08") + QByteArray(2000, '\0');
        QTest::newRow("xz") << QByteArray("\xfd""7zXZ\0", 6) + QByteArray(2000, '\0');
        QTest::newRow("zstd") << QByteArray("\x28\xb5\x2f\xfd") + QByteArray(2000, '\0');
        QTest::newRow("ar") << QByteArray("!<arch>\n") + QByteArray(2000, ' ');
        QTest::newRow("cpio") << QByteArray("070701") + QByteArray(2000, '0');
        QTest::newRow("mtree") << QByteArray("#mtree\n. type=dir\n") + QByteArray(2000, '\n');
    }
    void otherFormats()
    {
        QFETCH(QByteArray, start);
        const Bytes bytes(start.begin(), start.end());
        QCOMPARE(codeOf(bytes), FaultCode::Malformed);
    }

    void bentArchivesNeverEscape()
    {
        const Bytes good = *pack(sample());
        SeededRandom random(20261122);
        for (int round = 0; round < 3000; ++round) {
            Bytes bent = good;
            std::array<std::uint8_t, 9> dice{};
            random.fill(dice);
            for (std::size_t i = 0; i < dice.size(); i += 3)
                bent[static_cast<std::size_t>(dice[i] << 8 | dice[i + 1]) % bent.size()] = dice[i + 2];
            if (round % 2 == 0)
                fixChecksum(bent, 0);
            const auto members = unpack(bent);
            if (!members.ok())
                continue;
            for (const auto &member : *members) {
                QVERIFY(member.first.find("..") == std::string::npos || member.first.find('/') == std::string::npos);
                QVERIFY(member.first.front() != '/');
                QVERIFY(member.second.size() <= bent.size());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTarHostile)
#include "tst_tarhostile.moc"
