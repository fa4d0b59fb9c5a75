// SPDX-License-Identifier: GPL-3.0-or-later
#include "readback.h"
#include "ui/marking/marking.h"
#include "ui/paper/bannerpaginator.h"
#include "ui/paper/letterpaper.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace caseward;
using namespace caseward::ui;

namespace {

PaperBlock paragraph(const QString &text)
{
    PaperBlock block;
    block.text = plain(text);
    return block;
}

PaperFrame frame()
{
    PaperFrame made;
    made.banner = QStringLiteral("SECRET//NOFORN");
    const BannerColours colours = bannerColours(made.banner);
    made.bannerGround = colours.background;
    made.bannerText = colours.ink;
    made.headLeft = QStringLiteral("Case DEMO-26-0001");
    made.headRight = QStringLiteral("page %p of %n");
    made.footLeft = QStringLiteral("Printed by A. Rivera");
    made.footRight = QStringLiteral("2026-11-22 09:15 UTC");
    made.digestLine = QString(64, QLatin1Char('a'));
    return made;
}

// Words that cannot be confused with one another: "w0001 w0002 …".
QString numbered(int from, int to)
{
    QString text;
    for (int i = from; i < to; ++i)
        text += QStringLiteral("w%1 ").arg(i, 5, 10, QLatin1Char('0'));
    return text.trimmed();
}

} // namespace

class TestPaper final : public QObject {
    Q_OBJECT
private slots:
    void everyPageIsMarked();
    void emptyPaperIsOneMarkedPage();
    void nothingIsLostOverPages();
    void shortParagraphsStayWhole();
    void tableHeadIsRepeated();
    void aTallRowGoesOverPages();
    void headingStaysWithItsText();
    void colours_data();
    void colours();
    void isPdfA();
    void letterIsADemonstration();
    void letterMarkup();
    void badMarkupIsNamed_data();
    void badMarkupIsNamed();
    void ligaturesDoNotHideWords();
    void everyDemoSourceIsTypeset();
};

void TestPaper::everyPageIsMarked()
{
    std::vector<PaperBlock> blocks;
    for (int i = 0; i < 60; ++i)
        blocks.push_back(paragraph(numbered(i * 40, i * 40 + 40)));
    for (const PaperSize size : {PaperSize::A4, PaperSize::Letter}) {
        const Result<Bytes> pdf = BannerPaginator(frame(), {size, PaperFace::Sans, 10, {}}).print(blocks);
        QVERIFY(pdf.ok());
        const ReadBack back(*pdf);
        QVERIFY(back.pages() >= 3);
        for (int page = 0; page < back.pages(); ++page) {
            const QString text = back.text(page);
            QCOMPARE(text.count(QStringLiteral("SECRET//NOFORN")), 2);
            QVERIFY(text.contains(QStringLiteral("page %1 of %2").arg(page + 1).arg(back.pages())));
            QVERIFY(text.contains(QStringLiteral("Case DEMO-26-0001")));
            QVERIFY(text.contains(QStringLiteral("Printed by A. Rivera")));
            QVERIFY(text.contains(QStringLiteral("2026-11-22 09:15 UTC")));
            QVERIFY(text.contains(QString(64, QLatin1Char('a'))));
            const QImage image = back.image(page);
            const QColor red(0xc8, 0x10, 0x2e);
            QCOMPARE(image.pixelColor(3, 8), red);
            QCOMPARE(image.pixelColor(image.width() - 4, image.height() - 8), red);
        }
        QCOMPARE(qRound(back.size(0).width()), size == PaperSize::A4 ? 595 : 612);
    }
}

void TestPaper::emptyPaperIsOneMarkedPage()
{
    const Result<Bytes> pdf = BannerPaginator(frame(), {}).print({});
    QVERIFY(pdf.ok());
    const ReadBack back(*pdf);
    QCOMPARE(back.pages(), 1);
    QCOMPARE(back.text(0).count(QStringLiteral("SECRET//NOFORN")), 2);
}

void TestPaper::nothingIsLostOverPages()
{
    // One paragraph of several pages, and one word longer than a line.
    const QString longWord = QString(300, QLatin1Char('x')) + QStringLiteral("END");
    const Result<Bytes> pdf = BannerPaginator(frame(), {}).print({paragraph(numbered(0, 4000)), paragraph(longWord)});
    QVERIFY(pdf.ok());
    const ReadBack back(*pdf);
    QVERIFY(back.pages() > 4);
    const QString all = back.all();
    int last = -1;
    for (int i = 0; i < 4000; ++i) {
        const int at = static_cast<int>(all.indexOf(QStringLiteral("w%1").arg(i, 5, 10, QLatin1Char('0'))));
        QVERIFY2(at > last, qPrintable(QStringLiteral("word %1 is missing or out of order").arg(i)));
        last = at;
    }
    QVERIFY(QString(all).remove(QLatin1Char(' ')).contains(longWord));
}

void TestPaper::shortParagraphsStayWhole()
{
    std::vector<PaperBlock> blocks;
    for (int i = 0; i < 80; ++i)
        blocks.push_back(paragraph(numbered(i * 60, i * 60 + 60)));
    const Result<Bytes> pdf = BannerPaginator(frame(), {}).print(blocks);
    QVERIFY(pdf.ok());
    const ReadBack back(*pdf);
    int whole = 0;
    for (int page = 0; page < back.pages(); ++page) {
        for (int i = 0; i < 80; ++i)
            whole += back.text(page).contains(numbered(i * 60, i * 60 + 60)) ? 1 : 0;
    }
    QCOMPARE(whole, 80);
}

void TestPaper::tableHeadIsRepeated()
{
    PaperBlock table;
    table.kind = PaperBlock::Kind::Table;
    table.columns = {{1}, {3}};
    table.header = {plain(QStringLiteral("HeadLeft")), plain(QStringLiteral("HeadRight"))};
    for (int i = 0; i < 150; ++i)
        table.rows.push_back({plain(QStringLiteral("row%1").arg(i, 4, 10, QLatin1Char('0'))), plain(QStringLiteral("text"))});
    const Result<Bytes> pdf = BannerPaginator(frame(), {}).print({table});
    QVERIFY(pdf.ok());
    const ReadBack back(*pdf);
    QVERIFY(back.pages() >= 3);
    for (int page = 0; page < back.pages(); ++page)
        QCOMPARE(back.text(page).count(QStringLiteral("HeadRight")), 1);
    const QString all = back.all();
    for (int i = 0; i < 150; ++i)
        QCOMPARE(all.count(QStringLiteral("row%1").arg(i, 4, 10, QLatin1Char('0'))), 1);
}

void TestPaper::aTallRowGoesOverPages()
{
    PaperBlock table;
    table.kind = PaperBlock::Kind::Table;
    table.columns = {{1}, {1}};
    table.rows.push_back({plain(QStringLiteral("left")), plain(numbered(0, 2000))});
    const Result<Bytes> pdf = BannerPaginator(frame(), {}).print({table});
    QVERIFY(pdf.ok());
    const QString all = ReadBack(*pdf).all();
    for (int i = 0; i < 2000; ++i)
        QVERIFY(all.contains(QStringLiteral("w%1").arg(i, 5, 10, QLatin1Char('0'))));
}

void TestPaper::headingStaysWithItsText()
{
    for (int lead = 20; lead < 46; ++lead) { // moves the heading over the end of the page
        std::vector<PaperBlock> blocks;
        for (int i = 0; i < lead; ++i)
            blocks.push_back(paragraph(QStringLiteral("line")));
        PaperBlock heading = paragraph(QStringLiteral("TheHeading"));
        heading.kind = PaperBlock::Kind::Heading;
        blocks.push_back(heading);
        PaperBlock quote = paragraph(QStringLiteral("TheText"));
        quote.kind = PaperBlock::Kind::Quote;
        quote.keepWithNext = true;
        blocks.push_back(quote);
        blocks.push_back(paragraph(QStringLiteral("TheLine")));
        const Result<Bytes> pdf = BannerPaginator(frame(), {}).print(blocks);
        QVERIFY(pdf.ok());
        const ReadBack back(*pdf);
        for (int page = 0; page < back.pages(); ++page)
            QCOMPARE(back.text(page).contains(QStringLiteral("TheHeading")), back.text(page).contains(QStringLiteral("TheText")));
        for (int page = 0; page < back.pages(); ++page)
            QCOMPARE(back.text(page).contains(QStringLiteral("TheText")), back.text(page).contains(QStringLiteral("TheLine")));
    }
}

void TestPaper::colours_data()
{
    QTest::addColumn<QString>("marking");
    QTest::addColumn<QColor>("ground");
    QTest::newRow("unclassified") << "UNCLASSIFIED" << QColor(0x00, 0x7a, 0x33);
    QTest::newRow("cui") << "CUI//PRVCY" << QColor(0x50, 0x2b, 0x85);
    QTest::newRow("controlled unclassified") << "CONTROLLED UNCLASSIFIED INFORMATION" << QColor(0x50, 0x2b, 0x85);
    QTest::newRow("confidential") << "CONFIDENTIAL" << QColor(0x00, 0x33, 0xa0);
    QTest::newRow("secret") << "Secret//NOFORN" << QColor(0xc8, 0x10, 0x2e);
    QTest::newRow("top secret") << "TOP SECRET" << QColor(0xff, 0x8c, 0x00);
    QTest::newRow("sci") << "TOP SECRET//SCI" << QColor(0xfc, 0xe8, 0x3a);
    QTest::newRow("unknown") << "VS-NUR FÜR DEN DIENSTGEBRAUCH" << QColor(0xfc, 0xe8, 0x3a);
}

void TestPaper::colours()
{
    QFETCH(QString, marking);
    QFETCH(QColor, ground);
    QCOMPARE(bannerColours(marking).background, ground);
}

void TestPaper::isPdfA()
{
    const Result<Bytes> pdf = BannerPaginator(frame(), {}).print({paragraph(QStringLiteral("text"))});
    QVERIFY(pdf.ok());
    const QByteArray bytes(reinterpret_cast<const char *>(pdf->data()), static_cast<qsizetype>(pdf->size()));
    QVERIFY(bytes.startsWith("%PDF-1.4"));
    QVERIFY(bytes.contains("pdfaid:part=\"1\""));
    QVERIFY(bytes.contains("/OutputIntents"));
}

void TestPaper::letterIsADemonstration()
{
    const Result<Bytes> pdf = typesetLetter(QStringLiteral("# One\n===\nTwo\n"));
    QVERIFY(pdf.ok());
    const ReadBack back(*pdf);
    QCOMPARE(back.pages(), 2);
    for (int page = 0; page < 2; ++page)
        QCOMPARE(back.text(page).count(QString::fromUtf8(demonstrationBanner)), 2);
}

void TestPaper::letterMarkup()
{
    const Result<Bytes> pdf = typesetLetter(QStringLiteral(
        "@title T\n@face mono\n@size a4\n@footright %p/%n\n# Head\nfirst line\nsecond **bold**\n\n- point\n> quoted\n"
        "|= 10 20r\n|| a | b |\n| cell | 12 |\n! centred\nbroken\\\nhere\n"));
    QVERIFY(pdf.ok());
    const ReadBack back(*pdf);
    const QString text = back.text(0);
    for (const char *wanted : {"Head", "first line second bold", "• point", "quoted", "cell", "12", "centred", "broken here", "1/1"})
        QVERIFY2(text.contains(QString::fromUtf8(wanted)), wanted);
    QVERIFY(!text.contains(QLatin1String("**")));
}

void TestPaper::badMarkupIsNamed_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<QString>("line");
    QTest::newRow("directive") << "# a\n@colour red\n" << "line 2";
    QTest::newRow("row without table") << "a\n\n| x |\n" << "line 3";
}

void TestPaper::badMarkupIsNamed()
{
    QFETCH(QString, markup);
    QFETCH(QString, line);
    const Result<Bytes> pdf = typesetLetter(markup);
    QVERIFY(!pdf.ok());
    QCOMPARE(pdf.fault().code, FaultCode::Malformed);
    QVERIFY(QString::fromStdString(pdf.fault().detail).contains(line));
}

void TestPaper::ligaturesDoNotHideWords()
{
    for (const char *face : {"serif", "sans", "mono"}) {
        const Result<Bytes> pdf = typesetLetter(QStringLiteral("@face %1\noffice fluff affidavit -> != waffle").arg(QLatin1String(face)));
        QVERIFY(pdf.ok());
        QVERIFY2(ReadBack(*pdf).text(0).contains(QStringLiteral("office fluff affidavit -> != waffle")), face);
    }
}

void TestPaper::everyDemoSourceIsTypeset()
{
    const QDir folder(QStringLiteral(CASEWARD_SOURCE_DIR "/resources/demo"));
    const QStringList sources = folder.entryList({QStringLiteral("*.paper")});
    QVERIFY(sources.size() >= 8);
    for (const QString &name : sources) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Bytes> pdf = typesetLetter(QString::fromUtf8(file.readAll()));
        QVERIFY2(pdf.ok(), qPrintable(name));
        const ReadBack back(*pdf);
        QVERIFY(!back.all().contains(QLatin1String("**")));
        if (name == QLatin1String("roi.paper"))
            QVERIFY(back.pages() >= 8);
    }
}

QTEST_MAIN(TestPaper)
#include "tst_paper.moc"
