// SPDX-License-Identifier: GPL-3.0-or-later
// What a name promises, held against the first bytes.
#include "core/reading/documentlabel.h"
#include "readerfixture.h"

#include <QTest>

using namespace caseward;
using reading::labelOf;

namespace {

using model::MediaType;
using namespace std::string_literals;

const std::string pdfHead = "%PDF-1.4\n";
const std::string png = "\x89PNG\r\n\x1a\n";
const std::string jpeg = "\xff\xd8\xff\xe0";
const std::string mail = "From: a@example\r\nTo: b@example\r\n\r\nhello";

// The head of a ZIP whose first member has this name and this content, stored.
std::string zipBeginning(const std::string &member, const std::string &content = {})
{
    std::string head = "PK\x03\x04" + std::string(26, '\0');
    head[26] = static_cast<char>(member.size());
    return head + member + content;
}

const std::string odt = zipBeginning("mimetype", "application/vnd.oasis.opendocument.textPK");
const std::string docx = zipBeginning("[Content_Types].xml");
const std::string zip = zipBeginning("a.txt");
const std::string rtf = "{\\rtf1 x}";
const std::string ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(512, '\0');

std::string shortName(MediaType media)
{
    const std::pair<MediaType, const char *> names[] = {
        {MediaType::Pdf, "pdf"},   {MediaType::PlainText, "text"}, {MediaType::Png, "png"},   {MediaType::Jpeg, "jpeg"},
        {MediaType::Tiff, "tiff"}, {MediaType::Mail, "mail"},      {MediaType::Docx, "docx"}, {MediaType::Odt, "odt"},
        {MediaType::Csv, "csv"},   {MediaType::Html, "html"},      {MediaType::Zip, "zip"},   {MediaType::Rtf, "rtf"},   {MediaType::Questionnaire, "form"}};
    for (const auto &[known, name] : names)
        if (known == media)
            return name;
    return "unknown";
}

} // namespace

class TestReadingLabel : public QObject {
    Q_OBJECT
private slots:
    void agreesOrRefuses_data();
    void agreesOrRefuses();
    void knowsTheKinds_data();
    void knowsTheKinds();
    void survivesEveryCut();
    void showsNamesWithoutPathsAndTurns();
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
    QTest::newRow("letter about pdf") << std::string("a.txt") << letter << std::string("text");
    QTest::newRow("letter as mail") << std::string("a.eml") << letter << mislabelled;
    QTest::newRow("letter without ending") << std::string("a") << letter << std::string("text");
    QTest::newRow("pdf without ending") << std::string("scan") << pdfHead << std::string("pdf");
    QTest::newRow("hidden name") << std::string(".pdf") << pdfHead << std::string("pdf");
    QTest::newRow("dot in the folder") << std::string("a.txt/scan") << pdfHead << std::string("pdf");
    QTest::newRow("two endings") << std::string("a.pdf.txt") << std::string("hello") << std::string("text");
    QTest::newRow("unknown ending") << std::string("11-14781.h1") << std::string("hello") << std::string("text");
}

void TestReadingLabel::knowsTheKinds_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("outcome");
    const std::string mislabelled = tests::nameOf(FaultCode::DocumentMislabelled);
    const std::string unsupported = tests::nameOf(FaultCode::DocumentUnsupported);
    const auto row = [](const char *title, const char *name, const std::string &content, const std::string &outcome) {
        QTest::newRow(title) << std::string(name) << content << outcome;
    };
    row("png", "a.png", png, "png");
    row("png without ending", "scan", png, "png");
    row("png as jpeg", "a.jpg", png, mislabelled);
    row("png as text", "a.txt", png, mislabelled);
    row("png as something", "a.dat", png, mislabelled);
    row("png with a pdf inside", "a.png", png + "\n" + pdfHead, "png");
    row("text as png", "a.png", "hello", mislabelled);
    row("jpeg", "A.JPEG", jpeg, "jpeg");
    row("jpeg cut", "a.jpg", "\xff\xd8", mislabelled);
    row("tiff, Intel", "a.tif", "II*\0"s, "tiff");
    row("tiff, Motorola", "a.tiff", "MM\0*"s, "tiff");
    row("tiff with 64 bits", "a.tiff", "II+\0"s, "tiff");
    row("mail", "a.eml", mail, "mail");
    row("mail from an mbox", "a.eml", "From a@example Mon Jan  1 00:00:00 2024\n" + mail, "mail");
    row("mail after an empty line", "a.eml", "\r\n" + mail, "mail");
    row("mail with a pdf", "a.eml", mail + "\r\n" + pdfHead, mislabelled);
    row("mail as text", "a.txt", mail, "text");
    row("pdf as mail", "a.eml", pdfHead, mislabelled);
    row("docx", "a.docx", docx, "docx");
    row("docx, other order", "a.docx", zipBeginning("_rels/.rels"), "docx");
    row("docx without ending", "a", docx, "docx");
    row("docx as zip", "a.zip", docx, "zip");
    row("docx as odt", "a.odt", docx, mislabelled);
    row("docx as text", "a.txt", docx, mislabelled);
    row("docx behind a password", "a.docx", ole + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s,
        tests::nameOf(FaultCode::DocumentEncrypted));
    row("old doc as docx", "a.docx", ole, mislabelled);
    row("odt", "a.odt", odt, "odt");
    row("odt without ending", "a", odt, "odt");
    row("odt as docx", "a.docx", odt, mislabelled);
    row("rtf", "a.RTF", rtf, "rtf");
    row("rtf without ending", "a", rtf, "rtf");
    row("rtf as doc", "a.doc", rtf, "rtf");
    row("pdf as doc", "a.doc", pdfHead, mislabelled);
    row("rtf as text", "a.txt", rtf, mislabelled);
    row("text as rtf", "a.rtf", "{rtf}", mislabelled);
    row("docx as rtf", "a.rtf", docx, mislabelled);
    row("spreadsheet", "a.ods", zipBeginning("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), unsupported);
    row("book without ending", "a", zipBeginning("mimetype", "application/epub+zip"), unsupported);
    row("xlsx", "a.xlsx", docx, unsupported);
    row("zip", "a.zip", zip, "zip");
    row("zip without ending", "a", zip, "zip");
    row("empty zip", "a.zip", "PK\x05\x06", "zip");
    row("zip of which only the mark came", "a.zip", "PK\x03\x04", "zip");
    row("zip whose name has no end", "a.docx", "PK\x03\x04" + std::string(26, '\xff'), "docx");
    row("text as zip", "a.zip", "hello", mislabelled);
    row("csv", "a.csv", "a;b\n", "csv");
    row("zip as csv", "a.csv", zip, mislabelled);
    row("html", "a.htm", "<p>x", "html");
    row("html without ending", "a", "\n<!DOCTYPE HTML><p>x", "html");
    row("html as text", "a.txt", "<html>", "text");
    row("pdf as html", "a.html", pdfHead, mislabelled);
    row("form", "a.xml", "\xef\xbb\xbf\n<?xml version='1.0'?><XMP/>", "form");
    row("form without declaration", "a.xml", "<XMP version='3.00'>", "form");
    row("form in UTF-16", "a.xml", "\xff\xfe<\0?\0x\0m\0l\0"s, "form");
    row("form in UTF-16, big", "a.xml", "\xfe\xff\0<\0?\0x\0m\0l"s, "form");
    row("xml without ending", "a", "<?xml version='1.0'?>", "text");
    row("text as xml", "a.xml", "hello", mislabelled);
}

void TestReadingLabel::knowsTheKinds()
{
    agreesOrRefuses();
}

void TestReadingLabel::survivesEveryCut()
{
    for (const std::string &whole : {pdfHead, png, jpeg, mail, docx, odt, rtf, zip, ole})
        for (std::size_t length = 1; length <= whole.size(); ++length)
            for (const char *name : {"a", "a.pdf", "a.png", "a.tif", "a.eml", "a.docx", "a.odt", "a.rtf", "a.zip", "a.xml", "a.htm"})
                static_cast<void>(labelOf(viewOf(whole.substr(0, length)), name));
}

void TestReadingLabel::showsNamesWithoutPathsAndTurns()
{
    QCOMPARE(reading::shownPartName("../../etc/x.pdf"), std::string(".._.._etc_x.pdf"));
    QCOMPARE(reading::shownPartName("C:\\x.pdf"), std::string("C:_x.pdf"));
    QCOMPARE(reading::shownPartName("fdp\xe2\x80\xae" "exe.pdf"), std::string("fdp_exe.pdf"));
    QCOMPARE(reading::shownPartName("Z\xc3\xbcrich.pdf"), std::string("Z\xc3\xbcrich.pdf"));
}

void TestReadingLabel::agreesOrRefuses()
{
    QFETCH(std::string, name);
    QFETCH(std::string, content);
    QFETCH(std::string, outcome);
    const auto labelled = labelOf(viewOf(content), name);
    std::string got = tests::faultOf(labelled);
    if (labelled.ok())
        got = shortName(labelled->media);
    QCOMPARE(got, outcome);
}

void TestReadingLabel::refusesEmpty()
{
    for (const char *name : {"a.pdf", "a.txt", "a"})
        QCOMPARE(tests::faultOf(labelOf({}, name)), tests::nameOf(FaultCode::DocumentEmpty));
}

QTEST_GUILESS_MAIN(TestReadingLabel)
#include "tst_reading_label.moc"
