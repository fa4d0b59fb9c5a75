// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader child makes of Rich Text: letters and interrogatories as word processors write them, and what hostile ones try.
#include "app/reader/charset.h"
#include "app/reader/rtftext.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <QTest>

using namespace caseward::reader; // not of caseward: both have a Status
using caseward::BytesView;
using caseward::toUtf8;
using caseward::viewOf;
namespace limits = caseward::limits;

namespace {

std::string rtf(const std::string &body)
{
    return "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fnil\\fcharset204 Arial Cyr;}{\\f2\\fnil\\fcharset2 Wingdings;}"
           "{\\f3\\froman\\fcharset2 Symbol;}{\\f4\\fnil\\fcharset128 MS Mincho;}{\\f5\\fnil\\fcharset2 Wingdings 2;}{\\f6\\fnil\\fcharset2{\\*\\falt X}Webdings;}}"
           "{\\colortbl;\\red255;}{\\stylesheet{\\s0 Normal;}}{\\info{\\author Somebody}}" + body + "}";
}

QString textOf(const std::string &file)
{
    const Outcome<std::u32string> outcome = rtfText(viewOf(file));
    if (const Status *status = std::get_if<Status>(&outcome))
        return QStringLiteral("status %1").arg(static_cast<unsigned>(*status));
    return QString::fromStdString(toUtf8(std::get<std::u32string>(outcome)));
}

bool is(const std::string &file, Status status)
{
    const Outcome<std::u32string> outcome = rtfText(viewOf(file));
    const Status *got = std::get_if<Status>(&outcome);
    return got != nullptr && *got == status;
}

} // namespace

class TestReadingRichText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { openCharsets(); }

    void texts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *body, const QString &text) { QTest::newRow(name) << QByteArray(body) << text; };
        row("paragraphs", "I, the subject,\\par\nstate: {\\b true}\\line and\\tab more\\par", QStringLiteral("I, the subject,\nstate: true\nand\tmore\n"));
        row("no last paragraph mark", "Dear Sir", QStringLiteral("Dear Sir\n"));
        row("signs", "\\ldblquote a\\rdblquote  \\emdash  \\{b\\}\\\\c\\~d\\_e\\-f\\bullet", QString::fromUtf8("“a” — {b}\\c\u00a0d‑ef•\n"));
        row("unicode", "na\\u239\\'efve \\uc2\\u8364\\'80\\'80 {\\uc0\\u1087}x {\\uc1\\u-10179?\\u-8704? \\u26085z}", QString::fromUtf8("naïve € пx 😀 日\n"));
        row("a stand-in that never came", "\\u8364\\par kept", QString::fromUtf8("€\nkept\n"));
        row("code pages", "\\'e9 {\\f1\\'ef\\'f0\\'e8} {\\f4\\'93\\'fa\\'96\\{}", QString::fromUtf8("é при 日本\n"));
        row("associated fonts", "{\\rtlch\\af0\\ltrch\\f0 a}{\\loch\\af0\\dbch\\af4\\hich\\f0 b\\dbch\\'93\\'fa}", QString::fromUtf8("ab日\n"));
        row("ticked by sign", "{\\f2\\'fe} Yes {\\f2\\'a8} No {\\f5R} {\\f2\\u-3842?} {\\f3\\'b7} {\\f3 a} {\\f6 a}", QString::fromUtf8("☑ Yes ☐ No ☑ ☑ • \ufffd \ufffd\n"));
        row("ticked in a form",
            "{\\field{\\*\\fldinst{FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres25\\ffdefres1{\\*\\ffname a}}}}}{\\fldrslt}} Yes"
            "{\\field{\\*\\fldinst FORMCHECKBOX{\\*\\formfield{\\fftype1\\ffres0\\ffdefres1}}}{\\fldrslt}} No",
            QString::fromUtf8("☒ Yes☐ No\n"));
        row("chosen in a form", "{\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield{\\fftype2\\ffres1{\\*\\ffl never}{\\*\\ffl twice}}}}{\\fldrslt}}.", QStringLiteral("twice.\n"));
        row("typed in a form", "{\\field{\\*\\fldinst FORMTEXT{\\*\\formfield{\\fftype0}}}{\\fldrslt Berlin}}", QStringLiteral("Berlin\n"));
        row("a link", "{\\field{\\*\\fldinst HYPERLINK \"http://evil.example\"}{\\fldrslt your bank}}", QStringLiteral("your bank\n"));
        row("a table", "\\trowd\\intbl Date\\cell Amount\\cell\\row\\intbl 3\\par May\\cell $28\\cell\\row\\pard after", QStringLiteral("Date\tAmount\n3 May\t$28\nafter\n"));
        row("a table in a table", "\\trowd\\intbl{a\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}}\\cell\\row", QStringLiteral("a\n"));
        row("pages", "one\\page two\\par", QStringLiteral("one\ftwo\n"));
        row("list", "{\\listtext\\f3\\'b7\\tab}first\\par{\\pntext 2.\\tab}{\\*\\pn\\pnlvlbody{\\pntxtb (}}second", QString::fromUtf8("•\tfirst\n2.\tsecond\n"));
        row("what is hidden is shown",
            "I owe {\\deleted nothing}{\\revised 40}{\\v , really}.{\\footnote{\\super\\chftn} to my\\par brother}{\\*\\atnid C}{\\*\\atnauthor Counsel}\\chatn{\\*\\annotation{\\*\\atnref 1}check}",
            QStringLiteral("I owe [deleted: nothing]40[hidden: , really].[note:  to my brother][comment by Counsel: check]\n"));
        row("notes of LibreOffice", "home{\\super\\chftn{\\*\\footnote\\pard\\plain\\chftn Two hours by bus.}}.{\\super\\chftn{\\*\\footnote\\ftnalt\\pard\\plain\\chftn Long ago.}}",
            QStringLiteral("home[note: Two hours by bus.].[note: Long ago.]\n"));
        row("headers and footers", "{\\header CUI\\par Case 7}{\\footerf Page 1}a\\par b", QStringLiteral("[header: CUI Case 7]\n[footer: Page 1]\na\nb\n"));
        row("hidden to the end", "a\\v b", QStringLiteral("a[hidden: b]\n"));
        row("what is not of the text", "{\\*\\unknown x{\\par y}}{\\*\\bkmkstart b}a{\\xe index}b{\\sp{\\sn n}{\\sv v}}", QStringLiteral("ab\n"));
        row("text boxes", "{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn x}{\\sv 1}}{\\shptxt boxed\\par}}{\\shprslt again}}after", QStringLiteral("boxed\nafter\n"));
        row("pictures and objects", "a{\\pict\\pngblip 89504e47}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}{\\object{\\*\\objdata 0105}{\\result r}}",
            QStringLiteral("a[an object that is not opened here]r\n\n[Pictures in this document that are not shown here: 2]\n"));
        row("a bad hexadecimal", "a\\'zzb", QStringLiteral("azzb\n"));
        row("numbers without end", "a\\f99999999999999999999 b\\u-99999999999 ?c\\uc-5 d", QString::fromUtf8("ab\ufffdcd\n"));
        row("controls", "a\\'00\\'07\\'1bb", QString::fromUtf8("a\ufffd\ufffd\ufffdb\n"));
    }
    void texts()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        QCOMPARE(textOf(rtf(body.toStdString())), text);
    }

    void documentCodePages()
    {
        QCOMPARE(textOf("{\\rtf1\\ansi\\ansicpg1251 \\'ef\\'f0\\'e8}"), QString::fromUtf8("при\n"));
        QCOMPARE(textOf("{\\rtf1\\mac \\'8e}"), QString::fromUtf8("é\n"));
        QCOMPARE(textOf("{\\rtf1\\pc \\'82}"), QString::fromUtf8("é\n"));
        QCOMPARE(textOf("{\\rtf1\\ansi\\ansicpg65001 \xc3\xa9}"), QString::fromUtf8("é\n"));
    }

    void rawDataIsSteppedOver()
    {
        QCOMPARE(textOf(rtf(std::string("a{\\pict\\bin4 }}{{}b", 19))), QStringLiteral("ab\n\n[Pictures in this document that are not shown here: 1]\n"));
        QVERIFY2(is("{\\rtf1 a\\bin999999999 b}", Status::Damaged), "it claims more than there is");
        QCOMPARE(textOf("{\\rtf1 a\\bin-5 b}"), QStringLiteral("ab\n"));
    }

    void whatIsNone()
    {
        for (const char *file : {"", "{", "{\\rtf1", "{\\rtf1 a", "{\\rtf1 {a}", "\\rtf1 a}", "{a}", "{rtf1}", "{\\rtf1 a\\", "{\\rtf1 a\\'"})
            QVERIFY2(is(file, Status::Damaged), file);
        QCOMPARE(textOf("{\\rtf1}"), QString());
        QCOMPARE(textOf("{\\rtf1 a} and more {\\rtf1 b}"), QStringLiteral("a\n"));
    }

    void cutAnywhereItIsDamaged()
    {
        const std::string whole = rtf("I owe {\\deleted nothing}\\u8364?{\\field{\\*\\fldinst F}{\\fldrslt x}}{\\footnote n}");
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY(is(whole.substr(0, size), Status::Damaged));
    }

    void depthAndSizeAreBounded()
    {
        const std::size_t most = limits::rtfDepth - 1;
        QCOMPARE(textOf("{\\rtf1" + std::string(most, '{') + "x" + std::string(most, '}') + "}"), QStringLiteral("x\n"));
        QVERIFY(is("{\\rtf1" + std::string(most + 1, '{') + "x" + std::string(most + 1, '}') + "}", Status::TooLarge));
        QVERIFY(is("{\\rtf1 " + std::string(limits::textLayerBytes + 1, 'a') + "}", Status::TooLarge));
        std::string fonts = "{\\rtf1{\\fonttbl";
        for (int i = 0; i < 10'000; ++i)
            fonts += "{\\f" + std::to_string(i) + " N;}";
        QCOMPARE(textOf(fonts + "}\\f9999 x}"), QStringLiteral("x\n"));
    }
};

QTEST_GUILESS_MAIN(TestReadingRichText)
#include "tst_reading_richtext.moc"
