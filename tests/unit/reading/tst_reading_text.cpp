// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text through the real child: encodings, line ends, pages, and what is no text at all.
#include "core/base/utf8.h"
#include "readerfixture.h"

#include <QTest>

#include <numeric>

using namespace caseward;
using namespace std::string_literals;
using tests::faultOf;
using tests::nameOf;
using tests::openDocument;

namespace {

std::string numberedLines(int count)
{
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += "line " + std::to_string(i) + "\n";
    return text;
}

std::string pagesOf(const std::string &content, const std::string &name = "a.txt") { return tests::pagesOf(content, name); }

} // namespace

class TestReadingText : public QObject {
    Q_OBJECT
private slots:
    void decodes_data();
    void decodes();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void states();
    void startsAPageEverySixtyLines();
    void countsLongLinesAsSeveral();
    void boundsPagesAndText();
    void answersOutsideAndPixelsWithFaults();
};

void TestReadingText::decodes_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("pages");
    const std::string umlaut = "Z\xc3\xbcrich";
    QTest::newRow("ascii") << "one\ntwo"s << "one\ntwo"s;
    QTest::newRow("utf-8") << umlaut << umlaut;
    QTest::newRow("utf-8 with mark") << "\xef\xbb\xbf" + umlaut << umlaut;
    QTest::newRow("utf-16 little") << "\xff\xfe\x5a\x00\xfc\x00\x3d\xd8\x00\xde"s << "Z\xc3\xbc\xf0\x9f\x98\x80"s;
    QTest::newRow("utf-16 big") << "\xfe\xff\x00\x5a\x00\xfc\xd8\x3d\xde\x00"s << "Z\xc3\xbc\xf0\x9f\x98\x80"s;
    QTest::newRow("windows-1252") << "Z\xfcrich \x80 5 \x96 \x93ja\x94"s
                                  << "Z\xc3\xbcrich \xe2\x82\xac 5 \xe2\x80\x93 \xe2\x80\x9cja\xe2\x80\x9d"s;
    QTest::newRow("line ends") << "a\r\nb\rc\nd\r\n"s << "a\nb\nc\nd"s;
    QTest::newRow("tabs kept") << "a\tb"s << "a\tb"s;
    QTest::newRow("empty lines kept") << "a\n\n\nb"s << "a\n\n\nb"s;
    QTest::newRow("control characters") << "colour \x1b[31m red, and more than ten letters"s
                                        << "colour \xef\xbf\xbd[31m red, and more than ten letters"s;
    QTest::newRow("C1 control characters") << "next\xc2\x85line of more than ten letters"s
                                           << "next\xef\xbf\xbdline of more than ten letters"s;
    QTest::newRow("form feed") << "one\n\ftwo\fthree"s << "one|two|three"s;
    QTest::newRow("form feed and line end") << "one\n\f\ntwo"s << "one|two"s;
    QTest::newRow("empty page between") << "one\f\ftwo"s << "one||two"s;
    QTest::newRow("form feed at the end") << "one\f"s << "one"s;
    QTest::newRow("mark alone") << "\xef\xbb\xbf"s << ""s;
    QTest::newRow("line ends alone") << "\n\n"s << "\n"s;
}

void TestReadingText::decodes()
{
    QFETCH(std::string, content);
    QFETCH(std::string, pages);
    QCOMPARE(pagesOf(content), pages);
}

void TestReadingText::refusesWhatIsNoText_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("fault");
    std::string everyByte(256, '\0');
    std::iota(everyByte.begin(), everyByte.end(), char(0));
    const std::string controls = "text\x01\x02\x03"s;
    QTest::newRow("bytes as text") << everyByte << "a.txt"s << nameOf(FaultCode::DocumentMislabelled);
    QTest::newRow("bytes without a name's word") << everyByte << "a"s << nameOf(FaultCode::DocumentUnsupported);
    QTest::newRow("a recording") << "RIFF\x24\0\0\0WAVEfmt "s << "a.wav"s << nameOf(FaultCode::DocumentUnsupported);
    QTest::newRow("one NUL") << numberedLines(9) + '\0' << "a.txt"s << nameOf(FaultCode::DocumentMislabelled);
    QTest::newRow("mostly controls") << controls << "a.txt"s << nameOf(FaultCode::DocumentMislabelled);
}

void TestReadingText::refusesWhatIsNoText()
{
    QFETCH(std::string, content);
    QFETCH(std::string, name);
    QFETCH(std::string, fault);
    QCOMPARE(faultOf(openDocument(content, name)), fault);
}

void TestReadingText::states()
{
    const auto reader = openDocument("hello", "a.txt");
    QCOMPARE(faultOf(reader), std::string());
    const reading::DocumentFacts &facts = (*reader)->facts();
    QVERIFY(facts.media == model::MediaType::PlainText);
    QCOMPARE(facts.engine, std::string("caseward-text 1"));
    QVERIFY((facts.pages == std::vector<model::PageSize>{{612, 792}}));
    QVERIFY(!facts.dynamicForm);
    QVERIFY((*reader)->pageText(1)->boxes.empty());
}

void TestReadingText::startsAPageEverySixtyLines()
{
    const auto reader = openDocument(numberedLines(125), "a.txt");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE((*reader)->facts().pages.size(), std::size_t(3));
    const std::string first = (*reader)->pageText(1)->text, third = (*reader)->pageText(3)->text;
    QVERIFY(first.ends_with("\nline 60"));
    QVERIFY((*reader)->pageText(2)->text.starts_with("line 61\n"));
    QCOMPARE(third, "line 121\nline 122\nline 123\nline 124\nline 125"s);
}

void TestReadingText::countsLongLinesAsSeveral()
{
    // Twenty lines of 201 characters take three places each and fill a page; the next one starts another.
    std::string text;
    for (int i = 0; i < 21; ++i)
        text += std::string(201, static_cast<char>('a' + i)) + "\n";
    QCOMPARE(pagesOf(text).find('|'), std::size_t(20 * 201 + 19));
    // A line longer than a page is one page, unbroken.
    const std::string endless(10'000, 'x');
    QCOMPARE(pagesOf("before\n" + endless + "\nafter"), "before|" + endless + "|after");
}

void TestReadingText::boundsPagesAndText()
{
    QCOMPARE(faultOf(openDocument(std::string(limits::documentPages, '\f'), "a.txt")), nameOf(FaultCode::DocumentTooManyPages));
    const auto most = openDocument(std::string(limits::documentPages - 1, '\f'), "a.txt");
    QCOMPARE(faultOf(most), std::string());
    QCOMPARE((*most)->facts().pages.size(), std::size_t(limits::documentPages - 1));
    QCOMPARE(faultOf(openDocument(std::string(limits::codePointsPerPage + 1, 'x'), "a.txt")), nameOf(FaultCode::TooLarge));
    QCOMPARE(faultOf(openDocument(std::string(limits::textLayerBytes + 1, 'x'), "a.txt")), nameOf(FaultCode::TooLarge));
}

void TestReadingText::answersOutsideAndPixelsWithFaults()
{
    const auto reader = openDocument("hello", "a.txt");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE(faultOf((*reader)->pageText(0)), nameOf(FaultCode::NotFound));
    QCOMPARE(faultOf((*reader)->pageText(2)), nameOf(FaultCode::NotFound));
    QCOMPARE(faultOf((*reader)->renderPage(1, 72)), nameOf(FaultCode::DocumentUnsupported));
    QCOMPARE((*reader)->pageText(1)->text, "hello"s);
}

QTEST_GUILESS_MAIN(TestReadingText)
#include "tst_reading_text.moc"
