// SPDX-License-Identifier: GPL-3.0-or-later
// What a name promises, held against the first bytes.
#include "core/reading/documentlabel.h"
#include "readerfixture.h"

#include <QTest>

using namespace caseward;
using reading::labelOf;

namespace {

const std::string pdfHead = "%PDF-1.4\n";

} // namespace

class TestReadingLabel : public QObject {
    Q_OBJECT
private slots:
    void agreesOrRefuses_data();
    void agreesOrRefuses();
    void refusesEmpty();
};

void TestReadingLabel::agreesOrRefuses_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("outcome"); // pdf, text or a fault
    const std::string mislabelled = tests::nameOf(FaultCode::DocumentMislabelled);
    const std::string letter = "He sent me a file that began with %PDF- and nothing else.";
    QTest::newRow("pdf") << std::string("a.pdf") << pdfHead << std::string("pdf");
    QTest::newRow("PDF in capitals") << std::string("A.PDF") << pdfHead << std::string("pdf");
    QTest::newRow("junk before the header") << std::string("a.pdf") << std::string(1000, 'x') + pdfHead << std::string("pdf");
    QTest::newRow("header too far") << std::string("a.pdf") << std::string(1024, 'x') + pdfHead << mislabelled;
    QTest::newRow("header cut at the border") << std::string("a.pdf") << std::string(1020, 'x') + pdfHead << mislabelled;
    QTest::newRow("text as pdf") << std::string("a.pdf") << std::string("hello") << mislabelled;
    QTest::newRow("pdf as text") << std::string("a.txt") << pdfHead << mislabelled;
    QTest::newRow("pdf as text after a line") << std::string("a.log") << "x\n" + pdfHead << mislabelled;
    QTest::newRow("pdf as text after a mark") << std::string("a.md") << "\xef\xbb\xbf" + pdfHead << mislabelled;
    QTest::newRow("pdf as docx") << std::string("a.docx") << pdfHead << mislabelled;
    QTest::newRow("letter about pdf") << std::string("a.eml") << letter << std::string("text");
    QTest::newRow("letter without ending") << std::string("a") << letter << std::string("text");
    QTest::newRow("pdf without ending") << std::string("scan") << pdfHead << std::string("pdf");
    QTest::newRow("hidden name") << std::string(".pdf") << pdfHead << std::string("pdf");
    QTest::newRow("dot in the folder") << std::string("a.txt/scan") << pdfHead << std::string("pdf");
    QTest::newRow("two endings") << std::string("a.pdf.txt") << std::string("hello") << std::string("text");
    QTest::newRow("unknown ending") << std::string("11-14781.h1") << std::string("hello") << std::string("text");
}

void TestReadingLabel::agreesOrRefuses()
{
    QFETCH(std::string, name);
    QFETCH(std::string, content);
    QFETCH(std::string, outcome);
    const auto labelled = labelOf(viewOf(content), name);
    std::string got = tests::faultOf(labelled);
    if (labelled.ok())
        got = labelled->media == model::MediaType::Pdf ? "pdf" : "text";
    QCOMPARE(got, outcome);
}

void TestReadingLabel::refusesEmpty()
{
    for (const char *name : {"a.pdf", "a.txt", "a"})
        QCOMPARE(tests::faultOf(labelOf({}, name)), tests::nameOf(FaultCode::DocumentEmpty));
}

QTEST_GUILESS_MAIN(TestReadingLabel)
#include "tst_reading_label.moc"
