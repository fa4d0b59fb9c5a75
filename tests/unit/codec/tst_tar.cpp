// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/limits.h"
#include "core/base/random.h"
#include "core/codec/tar.h"

#include "tarmembers.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <ctime>

using namespace caseward;
using namespace caseward::codec;
using namespace tartest;

class TestTar : public QObject {
    Q_OBJECT

private:
    static Members sample()
    {
        const std::string uuid = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
        return {{"label.json", "{}"},
                {"part-000000.p7m", std::string(1000, 'x')},
                {"empty", ""},
                {"exactly-one-block", std::string(512, 'b')},
                {"cases/" + uuid + "/documents/" + std::string(64, 'a'), "document"},
                {"big", std::string(300'000, '\0') + "end"}};
    }

    static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            return "failed: " + process.readAllStandardError();
        return process.readAllStandardOutput();
    }

private slots:
    void whatIsPackedUnpacks()
    {
        const auto archive = pack(sample());
        QVERIFY(archive.ok());
        for (const std::size_t step : {std::size_t{1}, std::size_t{511}, std::size_t{513}, std::size_t{100'000}, SIZE_MAX})
            QVERIFY(*unpack(*archive, step) == sample());
    }

    void bytesAreTheSameTwiceAndInAnotherTimeZone()
    {
        const auto first = pack(sample());
        qputenv("TZ", "Pacific/Kiritimati");
        ::tzset();
        const auto second = pack(sample());
        qputenv("TZ", "UTC");
        ::tzset();
        QVERIFY(first.ok() && second.ok());
        QVERIFY(*first == *second);
    }

    void headersAreBare()
    {
        const auto archive = pack({{"a", "hello"}});
        QVERIFY(archive.ok());
        QCOMPARE(archive->size(), std::size_t{512 + 512 + 1024});
        const std::string header(archive->begin(), archive->begin() + 512);
        QCOMPARE(header.substr(100, 8), std::string("000600 \0", 8)); // mode
        QCOMPARE(header.substr(108, 8), std::string("000000 \0", 8)); // uid
        QCOMPARE(header.substr(116, 8), std::string("000000 \0", 8)); // gid
        QCOMPARE(header.substr(124, 12), std::string("00000000005 "));
        QCOMPARE(header.substr(136, 12), std::string("00000000000 ")); // mtime
        QCOMPARE(header.substr(156, 1), std::string("0"));
        QCOMPARE(header.substr(257, 8), std::string("ustar\0" "00", 8));
        QCOMPARE(header.substr(265, 64), std::string(64, '\0')); // no user or group name
        QVERIFY(Bytes(archive->end() - 1024, archive->end()) == Bytes(1024));
    }

    void emptyArchive()
    {
        const auto archive = pack({});
        QVERIFY(archive.ok());
        QVERIFY(*archive == Bytes(1024));
        QVERIFY(unpack(*archive)->empty());
    }

    void stockTarListsAndExtracts()
    {
        const QString tar = QStandardPaths::findExecutable(QStringLiteral("tar"));
        if (tar.isEmpty())
            QSKIP("tar(1) is not installed");
        const QTemporaryDir folder;
        const std::string file = folder.filePath("a.tar").toStdString();
        QVERIFY(writeFile(file, *pack(sample())).ok());
        QByteArray names;
        const Members members = sample();
        for (const auto &member : members)
            names += QByteArray::fromStdString(member.first) + '\n';
        QCOMPARE(run(tar, {"-tf", QString::fromStdString(file)}), names);
        for (const auto &member : members)
            QCOMPARE(run(tar, {"-xOf", QString::fromStdString(file), QString::fromStdString(member.first)}),
                     QByteArray::fromStdString(member.second));
    }

    void stockTarIsRead_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"ustar", "pax", "gnu", "v7"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void stockTarIsRead()
    {
        QFETCH(QString, format);
        const QString tar = QStandardPaths::findExecutable(QStringLiteral("tar"));
        if (tar.isEmpty())
            QSKIP("tar(1) is not installed");
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath("one").toStdString(), viewOf("first")).ok());
        QVERIFY(writeFile(folder.filePath("two").toStdString(), viewOf(std::string(2000, 'z'))).ok());
        const QString file = folder.filePath("a.tar");
        QCOMPARE(run(tar, {"--format=" + format, "-cf", file, "-C", folder.path(), "one", "two"}), QByteArray());
        const auto members = unpack(*readFile(file.toStdString(), 1u << 20));
        QVERIFY2(members.ok(), members.ok() ? "" : members.fault().detail.c_str());
        QVERIFY((*members == Members{{"one", "first"}, {"two", std::string(2000, 'z')}}));
    }

    void namesUpToTheLimit()
    {
        const std::string flat(limits::tarNameBytes, 'n'); // too long for ustar: a pax header carries it
        const auto archive = pack({{flat, "x"}, {"after", "y"}});
        QVERIFY(archive.ok());
        QVERIFY((*unpack(*archive) == Members{{flat, "x"}, {"after", "y"}}));
        QVERIFY(*archive == *pack({{flat, "x"}, {"after", "y"}}));
    }

    void badNamesAreNotWritten_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("empty") << QByteArray();
        for (const char *name : {"/etc/passwd", "../x", "a/../b", "a/..", "./a", ".", "..", "a//b", "a/", "a\\b", "c:x", "a b",
                                 "a\nb", "caf\xc3\xa9", "a\x7f", "a*", "a?", "\"a\"", "a|b", "<a>"})
            QTest::newRow(name) << QByteArray(name);
        QTest::newRow("long") << QByteArray(static_cast<int>(limits::tarNameBytes) + 1, 'n');
        QTest::newRow("nul") << QByteArray("a\0b", 3);
    }
    void badNamesAreNotWritten()
    {
        QFETCH(QByteArray, name);
        const auto refused = pack({{name.toStdString(), "x"}});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::Malformed);
    }

    void duplicatesAreNotWritten()
    {
        QCOMPARE(pack({{"a", "1"}, {"b", "2"}, {"a", "3"}}).fault().code, FaultCode::Malformed);
    }

    void piecesMustAddUp()
    {
        Bytes archive;
        auto writer = TarWriter::open(into(archive));
        QVERIFY(writer.ok());
        QVERIFY(writer->begin("a", 10).ok());
        QVERIFY(writer->write(viewOf("12345")).ok());
        QVERIFY(writer->write({}).ok());
        QVERIFY(writer->write(viewOf("67890")).ok());
        QVERIFY(writer->end().ok());
        QVERIFY(writer->finish().ok());
        QVERIFY((*unpack(archive) == Members{{"a", "1234567890"}}));
        QCOMPARE(writer->finish().fault().code, FaultCode::Internal);
        QCOMPARE(writer->add("b", {}).fault().code, FaultCode::Internal);

        auto tooMuch = TarWriter::open(into(archive));
        QVERIFY(tooMuch->begin("a", 3).ok());
        QCOMPARE(tooMuch->write(viewOf("1234")).fault().code, FaultCode::Internal);
        auto tooLittle = TarWriter::open(into(archive));
        QVERIFY(tooLittle->begin("a", 3).ok());
        QVERIFY(tooLittle->write(viewOf("12")).ok());
        QCOMPARE(tooLittle->end().fault().code, FaultCode::Internal);
        auto unfinished = TarWriter::open(into(archive));
        QVERIFY(unfinished->begin("a", 3).ok());
        QCOMPARE(unfinished->finish().fault().code, FaultCode::Internal);
    }

    void anAbandonedWriterWritesNoEnd()
    {
        Bytes archive;
        {
            auto writer = TarWriter::open(into(archive));
            QVERIFY(writer->add("a", viewOf("x")).ok());
        }
        QVERIFY(!unpack(archive).ok());
    }

    void faultsOfTheSinkComeThrough()
    {
        auto writer = TarWriter::open([](BytesView) -> Status { return fail(FaultCode::DiskFull, "full"); });
        QVERIFY(writer.ok());
        Status status = writer->add("a", Bytes(1'000'000));
        if (status.ok())
            status = writer->finish();
        QCOMPARE(status.fault().code, FaultCode::DiskFull);
        QCOMPARE(writer->add("b", {}).fault().code, FaultCode::DiskFull);
    }

    void faultsOfTheSourceComeThrough()
    {
        const auto archive = pack({{"a", std::string(700'000, 'x')}});
        auto calls = std::make_shared<int>(0);
        auto inner = from(*archive, 5000);
        auto reader = TarReader::open([calls, inner](std::span<std::uint8_t> buffer) -> Result<std::size_t> {
            if (++*calls > 10)
                return fail(FaultCode::IoFailed, "stick pulled out");
            return inner(buffer);
        });
        QVERIFY(reader.ok());
        QVERIFY(reader->next().ok());
        QCOMPARE(reader->readAll(1u << 20).fault().code, FaultCode::IoFailed);
        QCOMPARE(reader->next().fault().code, FaultCode::IoFailed);
    }

    void contentIsBoundedAndCanBeSkipped()
    {
        const auto archive = pack({{"a", std::string(5000, 'a')}, {"b", "second"}});
        auto reader = TarReader::open(from(*archive));
        auto member = reader->next();
        QCOMPARE((*member)->size, std::uint64_t{5000});
        QCOMPARE(reader->readAll(4999).fault().code, FaultCode::TooLarge);
        Bytes piece(100);
        QCOMPARE(*reader->read(piece), std::size_t{100});
        member = reader->next();
        QCOMPARE((*member)->name, std::string("b"));
        QCOMPARE(*reader->read(std::span<std::uint8_t>(piece).first(3)), std::size_t{3});
        QCOMPARE(toText(*reader->readAll(3)), std::string("ond"));
        QCOMPARE(*reader->read(piece), std::size_t{0});
        QVERIFY(!reader->next()->has_value());
        QVERIFY(!reader->next()->has_value());
        QCOMPARE(*reader->read(piece), std::size_t{0});
    }

    void nineGibibytesStreamThroughLittleMemory()
    {
        // More than the 8 GiB - 1 an ustar size field holds. The content is never in memory: header and end are written
        // for real, what lies between is made of zeros as it is asked for.
        constexpr std::uint64_t size = (std::uint64_t{9} << 30) + 5;
        Bytes head;
        auto writer = TarWriter::open(into(head));
        QVERIFY(writer.ok());
        QVERIFY(writer->begin("huge", size).ok());
        QVERIFY(writer->write(Bytes(1u << 20)).ok()); // pushes the headers out
        constexpr std::uint64_t headers = 3 * 512;        // pax header, its content, ustar header
        QVERIFY(head.size() > headers);
        head.resize(headers);
        auto given = std::make_shared<std::uint64_t>(0);
        constexpr std::uint64_t whole = headers + (size + 511) / 512 * 512 + 1024;
        auto reader = TarReader::open([head, given](std::span<std::uint8_t> buffer) -> Result<std::size_t> {
            const std::uint64_t left = whole - *given;
            std::size_t give = buffer.size() < left ? buffer.size() : static_cast<std::size_t>(left);
            if (*given < head.size()) {
                give = std::min(give, head.size() - static_cast<std::size_t>(*given));
                std::copy_n(head.begin() + static_cast<std::ptrdiff_t>(*given), give, buffer.begin());
            } else {
                std::memset(buffer.data(), 0, give);
            }
            *given += give;
            return give;
        });
        QVERIFY(reader.ok());
        const auto member = reader->next();
        QVERIFY2(member.ok(), member.ok() ? "" : member.fault().detail.c_str());
        QCOMPARE((*member)->size, size);
        QCOMPARE(reader->readAll(std::uint64_t{8} << 30).fault().code, FaultCode::TooLarge);
        const auto last = reader->next();
        QVERIFY2(last.ok(), last.ok() ? "" : last.fault().detail.c_str());
        QVERIFY(!last->has_value());
        QCOMPARE(*given, whole);
    }
};

QTEST_GUILESS_MAIN(TestTar)
#include "tst_tar.moc"
