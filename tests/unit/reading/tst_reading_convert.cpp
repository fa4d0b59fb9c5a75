// SPDX-License-Identifier: GPL-3.0-or-later
// What the converters of the reader child make of word processor files, tables, web pages, archives and questionnaires.
#include "app/reader/charset.h"
#include "app/reader/csvtable.h"
#include "app/reader/htmlpage.h"
#include "app/reader/questionnaire.h"
#include "app/reader/wordtext.h"
#include "app/reader/zipmembers.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "tests/support/zipfile.h"

#include <QTest>

using namespace caseward::reader; // not of caseward: both have a Status
using caseward::Bytes;
using caseward::BytesView;
using caseward::isUtf8;
using caseward::textView;
using caseward::toUtf8;
using caseward::viewOf;
using caseward::tests::zipOf;
namespace limits = caseward::limits;

namespace {

template <typename T>
std::string textOf(const Outcome<T> &outcome)
{
    if (const auto *status = std::get_if<Status>(&outcome))
        return "status " + std::to_string(static_cast<unsigned>(*status));
    if constexpr (std::is_same_v<T, Questionnaire>)
        return toUtf8(std::get<T>(outcome).text);
    else
        return toUtf8(std::get<T>(outcome));
}

template <typename T>
bool is(const Outcome<T> &outcome, Status status)
{
    const auto *got = std::get_if<Status>(&outcome);
    return got && *got == status;
}

// The text of a whole file, as opening it gives it.
template <Outcome<std::u32string> (*convert)(const ZipMembers &)>
Outcome<std::u32string> textIn(BytesView file)
{
    const auto zip = ZipMembers::open(file);
    if (const auto *status = std::get_if<Status>(&zip))
        return *status;
    return convert(std::get<ZipMembers>(zip));
}
Outcome<std::u32string> docxText(BytesView file) { return textIn<caseward::reader::docxText>(file); }
Outcome<std::u32string> odtText(BytesView file) { return textIn<caseward::reader::odtText>(file); }

Bytes docx(const std::string &body, std::vector<std::pair<std::string, std::string>> more = {})
{
    std::vector<std::pair<std::string, std::string>> members = {
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", R"(<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>)"},
        {"word/document.xml", R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w"><w:body>)" + body + "</w:body></w:document>"}};
    members.insert(members.end(), more.begin(), more.end());
    return zipOf(members);
}

std::string paragraph(const std::string &text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }

Bytes odt(const std::string &body, std::vector<std::pair<std::string, std::string>> more = {})
{
    std::vector<std::pair<std::string, std::string>> members = {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml", R"(<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:b" xmlns:draw="urn:d" xmlns:dc="urn:c"><office:body><office:text>)" +
                            body + "</office:text></office:body></office:document-content>"}};
    members.insert(members.end(), more.begin(), more.end());
    return zipOf(members);
}

std::string xmp(const std::string &pooled)
{
    return R"(<?xml version="1.0"?><XMP version="3.00"><SubmittedRequestInfo><RequestInfo><Request><Form><Name>SF86</Name><Version>2017-07</Version></Form>)"
           "<Responses><Pooled>" + pooled + "</Pooled></Responses></Request></RequestInfo><DateSubmitted>2018-02-03</DateSubmitted></SubmittedRequestInfo></XMP>";
}

} // namespace

class TestReadingConvert : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { warmUpHtml(); }

    void wordParagraphsTablesAndBreaks()
    {
        const std::string text = textOf(docxText(docx(paragraph("I, the subject,") + paragraph("state: naïve &amp; true") +
            "<w:tbl><w:tr><w:tc>" + paragraph("Date") + "</w:tc><w:tc>" + paragraph("Amount") + "</w:tc></w:tr>"
            "<w:tr><w:tc>" + paragraph("3 May") + "</w:tc><w:tc>" + paragraph("$28,300") + "</w:tc></w:tr></w:tbl>"
            "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>first</w:t><w:tab/><w:t>second</w:t></w:r></w:p>"
            "<w:p><w:r><w:br w:type=\"page\"/><w:t>Next page</w:t></w:r></w:p>")));
        QCOMPARE(QString::fromStdString(text), QString::fromUtf8("I, the subject,\nstate: naïve & true\nDate \tAmount\n3 May \t$28,300\n• first\tsecond\fNext page\n"));
    }

    void whatWordHidesIsShown()
    {
        const std::string text = textOf(docxText(docx(
            "<w:p><w:r><w:t>I owe </w:t></w:r><w:del><w:r><w:delText>nothing</w:delText></w:r></w:del><w:ins><w:r><w:t>40,000</w:t></w:r></w:ins>"
            "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>",
            {{"word/footnotes.xml", "<w:footnotes xmlns:w=\"urn:w\"><w:footnote w:id=\"2\">" + paragraph("to my brother") + "</w:footnote></w:footnotes>"},
             {"word/comments.xml", "<w:comments xmlns:w=\"urn:w\"><w:comment w:id=\"7\" w:author=\"Counsel\">" + paragraph("check this") + "</w:comment></w:comments>"},
             {"word/media/image1.png", "x"}, {"word/vbaProject.bin", "macro"}})));
        QCOMPARE(QString::fromStdString(text), QString::fromUtf8("I owe [deleted: nothing]40,000[note: to my brother][comment by Counsel: check this]\n\n"
                                   "[Pictures in this document that are not shown here: 1]\n"));
    }

    // What stands on every page is said once, behind the text: a marking must not be missed.
    void headersAndFootersOfWord()
    {
        const auto part = [](const char *element, const std::string &words) {
            return "<w:" + std::string(element) + " xmlns:w=\"urn:w\">" + words + "</w:" + element + ">";
        };
        const std::string text = textOf(docxText(docx(paragraph("Body"),
            {{"word/header1.xml", part("hdr", paragraph("CUI//PRVCY") + paragraph("Case 7"))}, {"word/header2.xml", part("hdr", paragraph("CUI//PRVCY") + paragraph("Case 7"))},
             {"word/header3.xml", part("hdr", paragraph(""))}, {"word/footer1.xml", part("ftr", paragraph("Page 1"))}, {"word/footnotes.xml.bak", "<"}})));
        QCOMPARE(QString::fromStdString(text), QStringLiteral("Body\n[header: CUI//PRVCY Case 7]\n[footer: Page 1]\n"));
    }

    void headersAndFootersOfOpenDocument()
    {
        const std::string styles = "<o:document-styles xmlns:o=\"urn:o\" xmlns:s=\"urn:s\" xmlns:t=\"urn:t\"><o:styles>not said</o:styles><s:master-page>"
                                   "<s:header><t:p>CUI<t:tab/>Case 7</t:p></s:header><s:header-left><t:p>CUI Case 7</t:p></s:header-left><s:footer><t:p> </t:p></s:footer>"
                                   "<s:footer-first><t:p>Page <t:page-number>1</t:page-number></t:p></s:footer-first></s:master-page></o:document-styles>";
        const std::string text = textOf(odtText(odt("<text:p>Body</text:p>", {{"styles.xml", styles}})));
        QCOMPARE(QString::fromStdString(text), QStringLiteral("Body\n[header: CUI Case 7]\n[footer: Page 1]\n"));
        QVERIFY(is(odtText(odt("<text:p>x</text:p>", {{"styles.xml", "<s:cut"}})), Status::Damaged));
    }

    void wordThatIsNone()
    {
        QVERIFY(is(docxText(Bytes{'P', 'K', 3, 4}), Status::Damaged));
        QVERIFY(is(docxText(Bytes()), Status::Damaged));
        QVERIFY(is(docxText(zipOf({{"readme.txt", "x"}})), Status::Damaged));
        QVERIFY(is(docxText(docx("<w:p>")), Status::Damaged));
        std::string deep;
        for (int level = 0; level < limits::xmlDepth + 1; ++level)
            deep += "<w:p>";
        QVERIFY(is(docxText(docx(deep)), Status::TooLarge));
        const std::string entities = R"(<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>)";
        QVERIFY(is(docxText(zipOf({{"word/document.xml", entities}})), Status::Damaged));
        // Cut anywhere, it is damaged or says the same; it never crashes.
        const Bytes whole = docx(paragraph("whole"));
        for (std::size_t size = 0; size < whole.size(); size += 7) {
            const auto cut = docxText(BytesView(whole).first(size));
            QVERIFY(std::holds_alternative<Status>(cut) || textOf(cut) == "whole\n");
        }
    }

    void aBombIsTooLarge()
    {
        const Bytes bomb = docx(paragraph(std::string(48u << 20, 'a')));
        QVERIFY2(bomb.size() < 1u << 20, "the archive itself is small");
        QVERIFY(is(docxText(bomb), Status::TooLarge));
    }

    void openDocumentText()
    {
        const std::string text = textOf(odtText(odt(
            "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            "<text:h>Statement</text:h><text:p>I have <text:change text:change-id=\"c1\"/>always<text:s text:c=\"2\"/>paid<text:note><text:note-body><text:p>mostly</text:p></text:note-body></text:note>.</text:p>"
            "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
            "<text:p><text:soft-page-break/>after<office:annotation><dc:creator>X</dc:creator><text:p>really?</text:p></office:annotation></text:p>")));
        QCOMPARE(QString::fromStdString(text), QString::fromUtf8("Statement\nI have [deleted: never]always  paid[note: mostly].\n• one\na \tb\fafter[comment by X: really?]\n"));
    }

    void openDocumentThatIsLockedOrNone()
    {
        QVERIFY(is(odtText(odt("<text:p>x</text:p>", {{"META-INF/manifest.xml", "<m:manifest xmlns:m=\"urn:m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"}})),
                   Status::Encrypted));
        QVERIFY(is(odtText(zipOf({{"mimetype", "x"}})), Status::Damaged));
    }

    void tables_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("commas") << QByteArray("Date,Who,Amount\r\n2024-01-02,\"Smith, J.\",\"1,000\"\r\n") << QByteArray("Date | Who | Amount\n2024-01-02 | Smith, J. | 1,000\n");
        QTest::newRow("semicolons") << QByteArray("a;b\n\"x\"\"y\";z") << QByteArray("a | b\nx\"y | z\n");
        QTest::newRow("tabs") << QByteArray("a\tb\n1\t2\n") << QByteArray("a | b\n1 | 2\n");
        QTest::newRow("break in a cell") << QByteArray("a,\"two\nlines\"\n") << QByteArray("a | two lines\n");
        QTest::newRow("quote never closed") << QByteArray("a,\"b\nc,d\n") << QByteArray("a | b c,d\n");
        QTest::newRow("formula") << QByteArray("=cmd|' /C calc'!A0,1\n") << QByteArray("=cmd|' /C calc'!A0 | 1\n");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }
    void tables()
    {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, text);
        QCOMPARE(textOf(csvText(viewOf(table.toStdString()))), text.toStdString());
    }

    void pages_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("charset");
        QTest::addColumn<QString>("text");
        QTest::newRow("blocks") << QByteArray("<html><head><title>T</title><style>p{}</style><script>alert(1)</script></head><body><p>one\n  two</p><ul><li>x</li><li>y</li></ul></body></html>")
                                << QString() << QStringLiteral("T\n\none two\n\n• x\n• y\n");
        QTest::newRow("links and pictures") << QByteArray("<p><a href=\"https://evil.example/\">your bank</a> <img src=http://track.er/1 alt=\"seal\"></p>") << QString()
                                            << QStringLiteral("your bank [https://evil.example/] [picture: seal]\n");
        QTest::newRow("table") << QByteArray("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>") << QString() << QStringLiteral("a\tb\nc\td\n");
        QTest::newRow("said outside") << QByteArray("<p>\xd0\xd2\xc9</p>") << QStringLiteral("koi8-r") << QStringLiteral("при\n");
        QTest::newRow("said inside") << QByteArray("<meta charset=\"shift_jis\"><p>\x93\xfa\x96{</p>") << QString() << QStringLiteral("日本\n");
        QTest::newRow("latin 1 by guess") << QByteArray("<p>caf\xe9</p>") << QString() << QStringLiteral("café\n");
        QTest::newRow("lies that it is UTF-7") << QByteArray("<meta charset=utf-7><p>+ADw-script+AD4-</p>") << QString() << QStringLiteral("+ADw-script+AD4-\n");
        QTest::newRow("entities") << QByteArray("<p>5 &lt; 6 &amp; &eacute; &#x41; &nosuch;</p>") << QString() << QStringLiteral("5 < 6 & é A &nosuch;\n");
        QTest::newRow("broken") << QByteArray("<p><b>bold<p>next</i></body><table><td>x") << QString() << QStringLiteral("bold\n\nnext\n\nx\n");
        QTest::newRow("only words") << QByteArray("no markup") << QString() << QStringLiteral("no markup\n");
    }
    void pages()
    {
        QFETCH(QByteArray, page);
        QFETCH(QString, charset);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(textOf(htmlText(viewOf(page.toStdString()), charset.toStdString()))), text);
    }

    void deepPagesDoNotOverflow()
    {
        std::string deep;
        for (int level = 0; level < 200'000; ++level)
            deep += "<div>";
        const auto outcome = htmlText(viewOf(deep + "x"), {});
        QVERIFY(is(outcome, Status::Damaged) || !textOf(outcome).starts_with("status"));
    }

    void archivesList()
    {
        const Bytes made = zipOf({{"letters/2024.txt", "hello"}, {"../../etc/passwd", "root"}, {"\xff\xfe.txt", "x"}, {"empty", ""}});
        const auto zip = ZipMembers::open(made);
        QVERIFY(std::holds_alternative<ZipMembers>(zip));
        const auto &members = std::get<ZipMembers>(zip).members();
        QCOMPARE(members.size(), std::size_t(4));
        QCOMPARE(members[0].name, std::string("letters/2024.txt"));
        QCOMPARE(members[0].bytes, std::uint64_t(5));
        QCOMPARE(members[1].name, std::string("../../etc/passwd")); // shown as received; nothing here is ever a path
        QVERIFY(isUtf8(members[2].name));
        const auto content = std::get<ZipMembers>(zip).read(0, 100);
        QCOMPARE(std::string(textView(std::get<Bytes>(content))), std::string("hello"));
        QVERIFY(is(std::get<ZipMembers>(zip).read(0, 4), Status::TooLarge));
        QVERIFY(is(std::get<ZipMembers>(zip).read(9, 4), Status::Damaged));
        QCOMPARE(std::get<Bytes>(std::get<ZipMembers>(zip).read(3, 4)).size(), std::size_t(0));
    }

    void archivesOfTooManyAndOfNone()
    {
        std::vector<std::pair<std::string, std::string>> many(limits::documentParts + 1, {"a", "b"});
        QVERIFY(is(ZipMembers::open(zipOf(many)), Status::TooLarge));
        QVERIFY(is(ZipMembers::open(Bytes(100, 'x')), Status::Damaged));
        const auto none = ZipMembers::open(zipOf({}));
        QVERIFY(std::holds_alternative<Status>(none) || std::get<ZipMembers>(none).members().empty());
    }

    void answersAreReadable()
    {
        const auto read = readQuestionnaire(viewOf(xmp(
            "<EmploymentActivities Type=\"Pooled\" Version=\"1\"><List><Item ID=\"1\"><DateRange><From><Date Type=\"Estimated\"><Month>3</Month><Year>2014</Year></Date></From>"
            "<To><Date Type=\"Present\"/></To></DateRange><Employer>Acme &amp; Co</Employer></Item><Item ID=\"2\"><Employer>Beta</Employer></Item></List>"
            "<HaveAdditionalEntryAnswer><Answer>No</Answer></HaveAdditionalEntryAnswer></EmploymentActivities>"
            "<IllegalDrugUse><Name><LegalName><Middle Type=\"NMN\"/></LegalName></Name><SSN NotApplicable=\"True\"/></IllegalDrugUse>")));
        QVERIFY2(std::holds_alternative<Questionnaire>(read), textOf(read).c_str());
        const auto &made = std::get<Questionnaire>(read);
        const std::string text = toUtf8(made.text);
        for (const char *line : {"Name: SF86\n", "Employment activities\n", "    From: 2014-03 (estimated)\n", "    To: present\n", "    Employer: Acme & Co\n",
                                 "Have additional entry answer: No\f", "\fIllegal drug use\n", "Middle: NMN\n", "SSN: not applicable\n", "Date submitted: 2018-02-03\f"})
            QVERIFY2(text.find(line) != std::string::npos, (std::string(line) + " is not in\n" + text).c_str());
        bool found = false;
        for (const Answer &answer : made.answers) {
            QCOMPARE(toUtf8(made.text.substr(answer.start, answer.end - answer.start)), answer.value);
            found = found || answer.path == "EmploymentActivities/List/Item[2]/Employer";
        }
        QVERIFY(found);
    }

    void questionnairesThatAreNone()
    {
        QVERIFY(is(readQuestionnaire(viewOf("<XMP/>")), Status::Damaged));
        QVERIFY(is(readQuestionnaire(viewOf("not xml")), Status::Damaged));
        QVERIFY(is(readQuestionnaire(viewOf("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><XMP>&e;</XMP>")), Status::Damaged));
        const std::string whole = xmp("<UseOfAlcohol><Answer>Yes</Answer></UseOfAlcohol>");
        for (std::size_t size = 0; size < whole.size(); size += 5)
            QVERIFY(is(readQuestionnaire(viewOf(whole.substr(0, size))), Status::Damaged));
    }
};

QTEST_GUILESS_MAIN(TestReadingConvert)
#include "tst_reading_convert.moc"
