// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine reads in pictures of pages, by the real, shut-in child; only where Tesseract is installed.
#include "core/base/utf8.h"
#include "readerfixture.h"
#include "tests/support/scanfile.h"

#include <QTest>

using namespace caseward;
using tests::faultOf;
using tests::nameOf;

namespace {

Result<std::unique_ptr<reading::DocumentReader>> openScan(const std::string &content, const std::string &name)
{
    reading::ReaderSetup setup = tests::readerSetup();
    setup.readsScans = true;
    return reading::DocumentReader::open(setup, viewOf(content), name);
}

} // namespace

class TestReadingScans : public QObject {
    Q_OBJECT

    std::string m_scan;

private slots:
    void initTestCase()
    {
        m_scan = tests::scanOf({"The respondent owes 28,300 dollars", "to a credit union in Norfolk"});
        QVERIFY(!m_scan.empty());
        const auto reader = openScan(m_scan, "scan.tif");
        if (!reader.ok() && reader.fault().code == FaultCode::NotFound)
            QSKIP("Tesseract is not on this machine");
        QCOMPARE(faultOf(reader), std::string());
    }

    void wordsOfAScan()
    {
        const auto reader = openScan(m_scan, "scan.tif");
        QCOMPARE(faultOf(reader), std::string());
        QVERIFY((*reader)->facts().engine.starts_with("tesseract "));
        const auto text = (*reader)->machineText(1);
        QCOMPARE(faultOf(text), std::string());
        for (const char *word : {"respondent", "28,300", "Norfolk"})
            QVERIFY2(text->text.find(word) != std::string::npos, text->text.c_str());
        QCOMPARE(text->boxes.size(), codePointCount(text->text));
        // The first word stands where it was painted: an inch from the left and the top.
        QVERIFY(std::abs(text->boxes.front().x - 72) < 6 && std::abs(text->boxes.front().y - 72) < 16);
        // The page itself has no words: what can be tied and quoted is the text layer alone.
        const auto layer = (*reader)->pageText(1);
        QVERIFY(layer.ok() && layer->text.empty());
    }

    void nothingToRead()
    {
        const std::string blank = tests::scanOf({});
        const auto reader = openScan(blank, "scan.tif");
        QCOMPARE(faultOf(reader), std::string());
        const auto text = (*reader)->machineText(1);
        QCOMPARE(faultOf(text), std::string());
        QVERIFY(text->text.find_first_not_of(" \n") == std::string::npos);
        QCOMPARE(faultOf((*reader)->machineText(2)), nameOf(FaultCode::NotFound));
    }

    // Where Tesseract complains, it must not open a file for it.
    void odditiesAreNoDeath_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::newRow("tiny") << 3.0 << 3.0;
        QTest::newRow("small") << 100.0 << 100.0;
        QTest::newRow("a thread") << 2.0 << 9000.0;
        QTest::newRow("huge") << 14000.0 << 14000.0;
    }
    void odditiesAreNoDeath()
    {
        QFETCH(double, width);
        QFETCH(double, height);
        tests::PdfPlan plan;
        plan.pages.resize(1);
        plan.pages[0].width = width;
        plan.pages[0].height = height;
        const auto reader = openScan(tests::writePdf(plan), "odd.pdf");
        QCOMPARE(faultOf(reader), std::string());
        const auto text = (*reader)->machineText(1);
        QVERIFY2(text.ok() || text.fault().code == FaultCode::DocumentDamaged || text.fault().code == FaultCode::TooLarge, faultOf(text).c_str());
        QVERIFY2((*reader)->pageText(1).ok(), "the child lives");
    }

    void onlyWhenAskedFor()
    {
        const auto plain = tests::openDocument(m_scan, "scan.tif");
        QCOMPARE(faultOf(plain), std::string());
        QCOMPARE(faultOf((*plain)->machineText(1)), nameOf(FaultCode::Usage));
        QVERIFY2((*plain)->pageText(1).ok(), "the child was not asked, and lives");
        const auto letter = openScan("words", "letter.txt");
        QCOMPARE(faultOf(letter), std::string());
        QCOMPARE(faultOf((*letter)->machineText(1)), nameOf(FaultCode::DocumentUnsupported));
    }

    void aSlowOneIsStopped()
    {
        reading::ReaderSetup setup = tests::readerSetup();
        setup.readsScans = true;
        setup.timePerScan = std::chrono::milliseconds(1);
        const auto reader = reading::DocumentReader::open(setup, viewOf(m_scan), "scan.tif");
        QCOMPARE(faultOf(reader), std::string());
        QCOMPARE(faultOf((*reader)->machineText(1)), nameOf(FaultCode::ReaderFailed));
    }
};

QTEST_GUILESS_MAIN(TestReadingScans)
#include "tst_reading_scans.moc"
