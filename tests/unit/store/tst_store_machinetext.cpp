// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine read in the pictures of pages: kept beside the text layer, never in it, and found out when touched.
#include "core/base/blanktext.h"
#include "core/store/machinetext.h"
#include "tests/support/outcomes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

class TestMachineText : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    SeededRandom m_random{5};
    FixedClock m_clock{Instant{1'795'000'000'000}};
    NoProgress m_progress;
    const CaseId m_id = CaseId::make(m_clock, m_random);
    const DocumentId m_document = DocumentId::make(m_clock, m_random);
    std::unique_ptr<CaseFile> m_file;

    static crypto::Secret key() { return crypto::Secret::copyOf(Bytes(32, 9)); }
    static MachinePage page(const std::string &text) { return {"tesseract 5.3.0", {{612, 792}, {text, {}}}}; }
    std::string textOf(std::uint32_t number)
    {
        const auto found = machinePage(*m_file, m_document, number);
        return !found.ok() ? std::string(faultName(found.fault().code)) : *found ? (*found)->engine + ": " + (*found)->layer.text.text : "nothing";
    }

private slots:
    void init()
    {
        m_file.reset();
        const Path folder = Path(m_folder.path().toStdString()) / QTest::currentTestFunction();
        m_file = must(CaseFile::create(folder, key(), m_id));
        std::vector<SealedDocument> documents;
        documents.push_back(must(m_file->sealDocument(m_document, Bytes(10, 1), {{{612, 792}, {"", {}}}, {{612, 792}, {"", {}}}}, m_random, m_progress)));
        const Draft draft{m_clock.now(), PersonId::make(m_clock, m_random), "test.noted", codec::Json(codec::Json::Object{})};
        must(m_file->append(m_file->history().next({draft}, StationId::make(m_clock, m_random)), std::move(documents)));
    }
    void cleanupTestCase() { m_file.reset(); }

    void isKeptBesideTheTextLayer()
    {
        const Digest before = must(m_file->storedLayer(m_document)).digest;
        QCOMPARE(textOf(1), std::string("nothing"));
        must(keepMachinePage(*m_file, m_document, 2, page("credit union")));
        QCOMPARE(textOf(2), std::string("tesseract 5.3.0: credit union"));
        QCOMPARE(textOf(1), std::string("nothing"));
        QVERIFY(must(machinePages(*m_file, m_document)) == std::vector<std::uint32_t>{2});
        QVERIFY2(must(m_file->storedLayer(m_document)).digest == before && must(m_file->page(m_document, 2)).text.text.empty(), "the page's own text is what it was");
        const Path folder = m_file->documentsFolder().parent_path();
        m_file.reset();
        m_file = must(CaseFile::open(folder, key(), m_id));
        QCOMPARE(textOf(2), std::string("tesseract 5.3.0: credit union"));
    }

    void pagesWithoutWordsAreThoseOfWhiteSpaceAlone()
    {
        const std::string space(900, ' ');
        store::TextLayer layer;
        for (const std::string &text : {std::string(), std::string("words"), std::string(" \n\t\r "), "\n" + space, space + "\n\"quoted\"", std::string("\""), std::string("\\n"),
                                        std::string(160, '\n'), std::string(159, '\n') + "x", std::string("\"text\":\"\""), std::string("\f")})
            layer.push_back({{612, 792}, {text, std::vector<model::Rect>(text.size(), model::Rect{1, 2, 3, 4})}});
        const DocumentId document = DocumentId::make(m_clock, m_random);
        std::vector<std::uint32_t> expected;
        for (std::uint32_t number = 1; number <= layer.size(); ++number)
            if (isBlank(layer[number - 1].text.text))
                expected.push_back(number);
        QVERIFY((expected == std::vector<std::uint32_t>{1, 3, 4, 8}));
        std::vector<SealedDocument> documents;
        documents.push_back(must(m_file->sealDocument(document, Bytes(10, 1), layer, m_random, m_progress)));
        const Draft draft{m_clock.now(), PersonId::make(m_clock, m_random), "test.noted", codec::Json(codec::Json::Object{})};
        must(m_file->append(m_file->history().next({draft}, StationId::make(m_clock, m_random)), std::move(documents)));
        QVERIFY(must(wordlessPages(*m_file, document)) == expected);
        QVERIFY((must(wordlessPages(*m_file, m_document)) == std::vector<std::uint32_t>{1, 2}));
        QVERIFY(must(wordlessPages(*m_file, DocumentId::make(m_clock, m_random))).empty());
    }

    void aLaterReadingTakesItsPlace()
    {
        must(keepMachinePage(*m_file, m_document, 1, page("cred1t")));
        must(keepMachinePage(*m_file, m_document, 1, page("credit")));
        QCOMPARE(textOf(1), std::string("tesseract 5.3.0: credit"));
        QCOMPARE(must(machinePages(*m_file, m_document)).size(), std::size_t(1));
    }

    void onlyOfPagesThatAreThere()
    {
        COMPARE_FAULT(keepMachinePage(*m_file, m_document, 3, page("x")), FaultCode::NotFound);
        COMPARE_FAULT(keepMachinePage(*m_file, DocumentId::make(m_clock, m_random), 1, page("x")), FaultCode::NotFound);
    }

    void whatWasTouchedIsFoundOut()
    {
        must(keepMachinePage(*m_file, m_document, 1, page("credit union")));
        must(keepMachinePage(*m_file, m_document, 2, page("another page")));
        must(m_file->database().execute("UPDATE machine_pages SET layer=replace(layer, 'credit', 'debit') WHERE number=1;"));
        QCOMPARE(textOf(1), std::string(faultName(FaultCode::VaultDamaged)));
        QCOMPARE(textOf(2), std::string("tesseract 5.3.0: another page"));
        must(m_file->database().execute("UPDATE machine_pages SET number=3 WHERE number=2;"));
        QCOMPARE(textOf(3), std::string(faultName(FaultCode::VaultDamaged)));
    }
};

QTEST_GUILESS_MAIN(TestMachineText)
#include "tst_store_machinetext.moc"
