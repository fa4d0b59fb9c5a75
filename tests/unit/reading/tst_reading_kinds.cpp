// SPDX-License-Identifier: GPL-3.0-or-later
// Word processor files, tables, web pages, archives and questionnaires through the real, shut-in child.
#include "core/base/utf8.h"
#include "core/reading/documentreader.h"
#include "tests/unit/reading/readerfixture.h"
#include "tests/support/zipfile.h"

#include <QTest>

using namespace caseward;
using namespace caseward::reading;
using caseward::tests::zipOf;

namespace {

Bytes bytesOf(std::string_view text)
{
    const BytesView view = viewOf(text);
    return Bytes(view.begin(), view.end());
}

Bytes docxOf(const std::string &body)
{
    return zipOf({{"[Content_Types].xml", "<Types/>"},
                  {"word/document.xml", "<w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>" + body + "</w:t></w:r></w:p></w:body></w:document>"}});
}

} // namespace

class TestReadingKinds : public QObject {
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<Bytes>("content");
        QTest::addColumn<QByteArray>("media");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("docx") << QByteArray("letter.docx") << docxOf("Dear Sir — naïve")
                              << QByteArray("application/vnd.openxmlformats-officedocument.wordprocessingml.document") << QByteArray("Dear Sir — naïve");
        QTest::newRow("docx in another encoding")
            << QByteArray("letter.docx")
            << zipOf({{"[Content_Types].xml", "<Types/>"},
                      {"word/document.xml", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>caf\xe9</w:t></w:r></w:p></w:body></w:document>"}})
            << QByteArray("application/vnd.openxmlformats-officedocument.wordprocessingml.document") << QByteArray("café");
        QTest::newRow("odt") << QByteArray("letter.odt")
                             << zipOf({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                       {"content.xml", "<o:d xmlns:o=\"urn:o\" xmlns:text=\"urn:t\"><o:body><text:p>Sworn</text:p></o:body></o:d>"}})
                             << QByteArray("application/vnd.oasis.opendocument.text") << QByteArray("Sworn");
        QTest::newRow("rtf, Cyrillic") << QByteArray("letter.rtf") << bytesOf("{\\rtf1\\ansi\\ansicpg1251 \\'ef\\'f0\\'e8 \\u26085?}") << QByteArray("application/rtf")
                                       << QByteArray("при 日");
        QTest::newRow("csv") << QByteArray("accounts.csv") << bytesOf("Bank,Balance\n\"A, B\",12\n") << QByteArray("text/csv") << QByteArray("Bank | Balance\nA, B | 12");
        QTest::newRow("html, Japanese") << QByteArray("page.html") << bytesOf("<meta charset=shift_jis><p>\x93\xfa\x96{</p><script>x</script>") << QByteArray("text/html")
                                        << QByteArray("日本");
        QTest::newRow("html, Cyrillic") << QByteArray("page.htm") << bytesOf("<meta charset=\"koi8-r\"><p>\xd0\xd2\xc9</p>") << QByteArray("text/html") << QByteArray("при");
        QTest::newRow("zip") << QByteArray("slips.zip") << zipOf({{"a/слип.txt", "hello"}}) << QByteArray("application/zip")
                             << QByteArray("Archive of 1 file\n\na/слип.txt  5 bytes");
        QTest::newRow("questionnaire") << QByteArray("sf86.xml")
                                       << bytesOf("<?xml version=\"1.0\"?><XMP version=\"3.00\"><SubmittedRequestInfo><RequestInfo><Request><Form><Name>SF86</Name></Form>"
                                                  "<Responses><Pooled><UseOfAlcohol><Answer>No</Answer></UseOfAlcohol></Pooled></Responses></Request></RequestInfo></SubmittedRequestInfo></XMP>")
                                       << QByteArray("application/xml") << QByteArray("Questionnaire\n\nForm\n\nName: SF86");
        QTest::newRow("other XML") << QByteArray("data.xml") << bytesOf("<?xml version=\"1.0\"?><rapsheet><charge>DUI</charge></rapsheet>") << QByteArray("application/xml")
                                   << QByteArray("<?xml version=\"1.0\"?><rapsheet><charge>DUI</charge></rapsheet>");
    }
    void kinds()
    {
        QFETCH(QByteArray, name);
        QFETCH(Bytes, content);
        QFETCH(QByteArray, media);
        QFETCH(QByteArray, text);
        auto reader = DocumentReader::open(tests::readerSetup(), content, name.toStdString());
        QVERIFY2(reader.ok(), reader.ok() ? "" : reader.fault().detail.c_str());
        QCOMPARE(QByteArray::fromStdString(std::string(model::mediaTypeName((*reader)->facts().media))), media);
        const auto page = (*reader)->pageText(1);
        QVERIFY2(page.ok(), page.ok() ? "" : page.fault().detail.c_str());
        QCOMPARE(QByteArray::fromStdString(page->text), text);
    }

    void membersOfAnArchive()
    {
        const Bytes archive = zipOf({{"one.txt", "first"}, {"deep/two.csv", "a,b"}, {"big.bin", std::string(3u << 20, 'z')}});
        auto reader = DocumentReader::open(tests::readerSetup(), archive, "all.zip");
        QVERIFY2(reader.ok(), reader.ok() ? "" : reader.fault().detail.c_str());
        const auto parts = (*reader)->parts();
        QVERIFY(parts.ok());
        QCOMPARE(parts->size(), std::size_t(3));
        QCOMPARE((*parts)[1].untrustedName, std::string("deep/two.csv"));
        const auto second = (*reader)->part(1);
        QVERIFY2(second.ok(), second.ok() ? "" : second.fault().detail.c_str());
        QCOMPARE(std::string(textView(*second)), std::string("a,b"));
        const auto third = (*reader)->part(2);
        QVERIFY(third.ok());
        QCOMPARE(third->size(), std::size_t(3u << 20));
        QVERIFY(!(*reader)->part(3).ok());
    }

    void answersOfAQuestionnaire()
    {
        // More jobs than a page holds, so that the answers lie on several; one answer is longer than a line, one has its own breaks.
        std::string jobs;
        for (int job = 1; job <= 100; ++job)
            jobs += "<Employment ID=\"" + std::to_string(job) + "\"><Employer>Works " + std::to_string(job) + " &amp; Söhne</Employer></Employment>";
        const std::string form = "<?xml version=\"1.0\"?><XMP version=\"3.00\"><SubmittedRequestInfo><RequestInfo><Request><Form><Name>SF86</Name></Form><Responses><Pooled>"
            "<EmploymentActivities><Employments>" + jobs + "</Employments></EmploymentActivities><UseOfAlcohol><Answer>No</Answer><Comment Kind=\" two&#10;lines \">"
            + std::string(30'000, 'x') + "</Comment></UseOfAlcohol></Pooled></Responses></Request></RequestInfo></SubmittedRequestInfo></XMP>";
        auto reader = DocumentReader::open(tests::readerSetup(), viewOf(form), "sf86.xml");
        QVERIFY2(reader.ok(), reader.ok() ? "" : reader.fault().detail.c_str());
        const auto answers = (*reader)->answers();
        QVERIFY2(answers.ok(), answers.ok() ? "" : answers.fault().detail.c_str());
        QCOMPARE(answers->size(), std::size_t(104));
        std::uint32_t pages = 0;
        for (const model::Answer &answer : *answers) {
            const auto page = (*reader)->pageText(answer.span.page);
            QVERIFY(page.ok());
            QCOMPARE(codePointSlice(page->text, answer.span.start, answer.span.end), answer.value);
            pages = std::max(pages, answer.span.page);
        }
        QVERIFY(pages > 2);
        QCOMPARE(answers->at(57).path, std::string("EmploymentActivities/Employments/Employment[57]/Employer"));
        QCOMPARE(answers->at(57).value, std::string("Works 57 & Söhne"));
        QCOMPARE(answers->at(102).value, std::string("two lines"));
        QCOMPARE(answers->at(103).value.size(), std::size_t(30'000));
        auto other = DocumentReader::open(tests::readerSetup(), viewOf("nothing was asked"), "note.txt");
        QVERIFY(other.ok());
        QVERIFY((*other)->answers().value().empty());
    }

    void damaged_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<Bytes>("content");
        QTest::addColumn<int>("code");
        Bytes cut = docxOf(std::string(5000, 'x'));
        cut.resize(cut.size() / 2);
        QTest::newRow("half a docx") << QByteArray("x.docx") << cut << int(FaultCode::DocumentDamaged);
        QTest::newRow("half an rtf") << QByteArray("x.rtf") << bytesOf("{\\rtf1 half") << int(FaultCode::DocumentDamaged);
        QTest::newRow("docx bomb") << QByteArray("x.docx") << docxOf(std::string(48u << 20, 'a')) << int(FaultCode::TooLarge);
        QTest::newRow("zip without a docx") << QByteArray("x.docx") << zipOf({{"a", "b"}}) << int(FaultCode::DocumentDamaged);
        QTest::newRow("binary csv") << QByteArray("x.csv") << Bytes(100, 0) << int(FaultCode::DocumentMislabelled);
        std::string bomb = R"(<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">]><XMP>&a;</XMP>)";
        QTest::newRow("entities are shown as text") << QByteArray("x.xml") << bytesOf(bomb) << 0;
    }
    void damaged()
    {
        QFETCH(QByteArray, name);
        QFETCH(Bytes, content);
        QFETCH(int, code);
        const auto reader = DocumentReader::open(tests::readerSetup(), content, name.toStdString());
        QCOMPARE(reader.ok() ? 0 : int(reader.fault().code), code);
    }
};

QTEST_GUILESS_MAIN(TestReadingKinds)
#include "tst_reading_kinds.moc"
