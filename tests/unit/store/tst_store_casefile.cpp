// SPDX-License-Identifier: GPL-3.0-or-later
// A case on disk: documents sealed, appended in one transaction with what they come with, and found out when touched.
#include "core/base/limits.h"
#include "core/store/casefile.h"
#include "tests/support/outcomes.h"

#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

class TestCaseFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    SeededRandom m_random{3};
    FixedClock m_clock{Instant{1'795'000'000'000}};
    NoProgress m_progress;
    const CaseId m_id = CaseId::make(m_clock, m_random);
    const PersonId m_person = PersonId::make(m_clock, m_random);
    const StationId m_station = StationId::make(m_clock, m_random);

    static crypto::Secret key() { return crypto::Secret::copyOf(Bytes(32, 9)); }
    Path fresh() { return Path(m_folder.path().toStdString()) / ("case" + std::to_string(++m_count)); }
    static Bytes text(std::size_t size)
    {
        Bytes content = toBytes("SECRET-MARKER in the document. ");
        while (content.size() < size)
            content.push_back(static_cast<std::uint8_t>(content.size() * 31 % 251));
        content.resize(size);
        return content;
    }
    static TextLayer layer() { return {{{612, 792}, {"SECRET-LAYER one", {}}}, {{500, 700}, {"SECRET-LAYER two", {}}}}; }
    std::vector<model::Entry> entries(const CaseFile &file, int count) const
    {
        std::vector<Draft> drafts;
        for (int index = 0; index < count; ++index)
            drafts.push_back({m_clock.now(), m_person, "test.noted", codec::Json(codec::Json::Object{{"n", codec::Json(index)}})});
        return file.history().next(drafts, m_station);
    }
    struct Made { Path folder; DocumentId document; Path sealed; Bytes content; };
    // A closed case with one entry and one document.
    Made made(std::size_t size)
    {
        Made made{fresh(), DocumentId::make(m_clock, m_random), {}, text(size)};
        auto file = must(CaseFile::create(made.folder, key(), m_id));
        std::vector<SealedDocument> documents;
        documents.push_back(must(file->sealDocument(made.document, made.content, layer(), m_random, m_progress)));
        must(file->append(entries(*file, 1), std::move(documents)));
        made.sealed = file->documentsFolder() / must(file->documents()).front().file;
        return made;
    }
    Result<Bytes> read(const Made &made)
    {
        auto file = TRY(CaseFile::open(made.folder, key(), m_id));
        return file->documentBytes(made.document);
    }
    static std::size_t filesIn(const Path &folder)
    {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
    }

private slots:
    void documentsComeBack_data()
    {
        QTest::addColumn<qlonglong>("size");
        for (const qlonglong size : {1ll, 31ll, 1000ll, qlonglong(limits::segmentBytes), qlonglong(limits::segmentBytes) + 1, 9ll << 20})
            QTest::addRow("%lld bytes", size) << size;
    }
    void documentsComeBack()
    {
        QFETCH(qlonglong, size);
        const Made one = made(static_cast<std::size_t>(size));
        auto file = must(CaseFile::open(one.folder, key(), m_id));
        QVERIFY(must(file->documentBytes(one.document)) == one.content);
        QCOMPARE(file->history().size(), std::uint64_t(1));
        const auto rows = must(file->documents());
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows.front().bytes, static_cast<std::uint64_t>(size));
        QVERIFY(rows.front().digest == crypto::sha256(one.content));
        QVERIFY(rows.front().file != one.document.text());
    }

    void textLayerComesBack()
    {
        const Made one = made(100);
        auto file = must(CaseFile::open(one.folder, key(), m_id));
        QCOMPARE(must(file->textLayer(one.document)).size(), std::size_t(2));
        QCOMPARE(must(file->page(one.document, 2)).text.text, std::string("SECRET-LAYER two"));
        QVERIFY(textLayerDigest(must(file->textLayer(one.document))) == textLayerDigest(layer()));
        const auto sizes = must(file->pageSizes(one.document));
        QCOMPARE(sizes.size(), std::size_t(2));
        QCOMPARE(sizes[1].width, 500.0);
        COMPARE_FAULT(file->page(one.document, 3), FaultCode::NotFound);
        COMPARE_FAULT(file->documentBytes(DocumentId::make(m_clock, m_random)), FaultCode::NotFound);
    }

    void nothingIsInClear()
    {
        const Made one = made(5000);
        for (const auto &item : std::filesystem::recursive_directory_iterator(one.folder)) {
            QVERIFY(item.path().string().find(one.document.text()) == std::string::npos);
            if (!item.is_regular_file())
                continue;
            const std::string content = toText(must(readFile(item.path(), 1u << 26)));
            QVERIFY2(content.find("SECRET-") == std::string::npos, item.path().c_str());
            QVERIFY2(content.find(m_id.text()) == std::string::npos, item.path().c_str());
        }
    }

    void twoSealingsOfTheSameAreUnlike()
    {
        const Made one = made(300);
        auto file = must(CaseFile::open(one.folder, key(), m_id));
        const auto again = must(file->sealDocument(DocumentId::make(m_clock, m_random), one.content, layer(), m_random, m_progress));
        QVERIFY(again.seal.plainDigest == crypto::sha256(one.content));
        QVERIFY(again.seal.segments.front().digest != crypto::sha256(must(readFile(one.sealed, 1u << 20))));
    }

    void everyFlippedByteIsFound()
    {
        const Made one = made(700);
        const Bytes sound = must(readFile(one.sealed, 1u << 20));
        for (std::size_t at = 0; at < sound.size(); at += 7) {
            Bytes changed = sound;
            changed[at] ^= 0x80;
            must(writeFile(one.sealed, changed, Overwrite::Replace));
            COMPARE_FAULT(read(one), FaultCode::VaultDamaged);
        }
        must(writeFile(one.sealed, sound, Overwrite::Replace));
        VERIFY_OK(read(one));
    }

    void flippedInALaterSegment()
    {
        const Made one = made(limits::segmentBytes + 5000);
        Bytes changed = must(readFile(one.sealed, 1u << 24));
        changed[changed.size() - 100] ^= 1;
        must(writeFile(one.sealed, changed, Overwrite::Replace));
        COMPARE_FAULT(read(one), FaultCode::VaultDamaged);
    }

    void cutLengthenedAndMissing()
    {
        const Made one = made(limits::segmentBytes + 5000);
        const Bytes sound = must(readFile(one.sealed, 1u << 24));
        for (const std::size_t left : {std::size_t(0), std::size_t(1), std::size_t(3000), limits::segmentBytes, sound.size() - 1}) {
            must(writeFile(one.sealed, BytesView(sound).first(left), Overwrite::Replace));
            COMPARE_FAULT(read(one), FaultCode::VaultTruncated);
        }
        Bytes longer = sound;
        longer.push_back(0);
        must(writeFile(one.sealed, longer, Overwrite::Replace));
        COMPARE_FAULT(read(one), FaultCode::VaultDamaged);
        std::filesystem::remove(one.sealed);
        COMPARE_FAULT(read(one), FaultCode::VaultTruncated);
    }

    void sealedDocumentWithoutEntryLeavesNoFile()
    {
        const Path folder = fresh();
        auto file = must(CaseFile::create(folder, key(), m_id));
        {
            const auto sealed = must(file->sealDocument(DocumentId::make(m_clock, m_random), text(100), layer(), m_random, m_progress));
            QCOMPARE(filesIn(file->documentsFolder()), std::size_t(1));
        }
        QCOMPARE(filesIn(file->documentsFolder()), std::size_t(0));
    }

    void appendIsAllOrNothing()
    {
        const Path folder = fresh();
        auto file = must(CaseFile::create(folder, key(), m_id));
        auto broken = entries(*file, 3);
        broken[2].prev = Digest();
        std::vector<SealedDocument> documents;
        documents.push_back(must(file->sealDocument(DocumentId::make(m_clock, m_random), text(100), layer(), m_random, m_progress)));
        COMPARE_FAULT(file->append(broken, std::move(documents)), FaultCode::HistoryBroken);
        QCOMPARE(file->history().size(), std::uint64_t(0));
        QCOMPARE(must(file->documents()).size(), std::size_t(0));
        QCOMPARE(filesIn(file->documentsFolder()), std::size_t(0));
        file.reset();
        file = must(CaseFile::open(folder, key(), m_id));
        QCOMPARE(file->history().size(), std::uint64_t(0));
        VERIFY_OK(file->append(entries(*file, 3)));
        QCOMPARE(file->history().size(), std::uint64_t(3));
    }

    void cancelLeavesNoFile()
    {
        struct Stop final : Progress { bool advance(std::uint64_t, std::uint64_t) override { return false; } } stop;
        auto file = must(CaseFile::create(fresh(), key(), m_id));
        COMPARE_FAULT(file->sealDocument(DocumentId::make(m_clock, m_random), text(100), layer(), m_random, stop), FaultCode::Cancelled);
        QCOMPARE(filesIn(file->documentsFolder()), std::size_t(0));
    }

    void foldersThatAreNotThisCase()
    {
        const Made one = made(100);
        COMPARE_FAULT(CaseFile::open(one.folder, crypto::Secret::copyOf(Bytes(32, 8)), m_id), FaultCode::VaultDamaged);
        COMPARE_FAULT(CaseFile::open(one.folder, key(), CaseId::make(m_clock, m_random)), FaultCode::VaultDamaged);
        COMPARE_FAULT(CaseFile::open(fresh(), key(), m_id), FaultCode::VaultTruncated);
        COMPARE_FAULT(CaseFile::create(one.folder, key(), m_id), FaultCode::AlreadyExists);
        std::filesystem::resize_file(one.folder / "case.db", std::filesystem::file_size(one.folder / "case.db") - 8192);
        COMPARE_FAULT(CaseFile::open(one.folder, key(), m_id), FaultCode::VaultTruncated);
    }

    void otherFormatsAreForeign()
    {
        const Made one = made(100);
        {
            auto database = must(Database::open(one.folder / "case.db", key(), OpenMode::Existing));
            must(database.execute("UPDATE meta SET value='caseward-case/2' WHERE key='format';"));
        }
        COMPARE_FAULT(CaseFile::open(one.folder, key(), m_id), FaultCode::VaultForeign);
    }

    void brokenHistoryIsNotOpened()
    {
        const Made one = made(100);
        {
            auto database = must(Database::open(one.folder / "case.db", key(), OpenMode::Existing));
            must(database.execute("DROP TRIGGER entries_no_update; UPDATE entries SET leaf=zeroblob(32);"));
        }
        COMPARE_FAULT(CaseFile::open(one.folder, key(), m_id), FaultCode::HistoryBroken);
    }
};

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_store_casefile.moc"
