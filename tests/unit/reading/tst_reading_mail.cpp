// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail through the real, shut-in child: what it says, in any character set, and what it carries; and mail that is meant to harm.
#include "app/reader/maildocument.h"
#include "app/reader/document.h"
#include "core/base/utf8.h"
#include "readerfixture.h"

#include <QTest>

using namespace caseward;
using namespace std::string_literals;
using tests::faultOf;
using tests::nameOf;
using tests::openDocument;

namespace {

std::string textOf(const std::string &mail) { return tests::pagesOf(mail, "a.eml"); }

// The same engine in this process, without any sandbox.
std::string plainTextOf(const std::string &mail)
{
    reader::OpenedDocument opened = reader::openMail(viewOf(mail));
    const auto *document = std::get_if<std::unique_ptr<reader::Document>>(&opened);
    if (document == nullptr)
        return "refused";
    const auto text = (*document)->text(1);
    const auto *laid = std::get_if<reader::LaidText>(&text);
    return laid != nullptr ? toUtf8(laid->text) : "refused";
}

std::string simple(const std::string &charset, const std::string &body)
{
    return "From: a@example.org\r\nContent-Type: text/plain; charset=" + charset + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + body;
}

// A multipart message of the given kind; each part is its fields, an empty line and its content.
std::string multipart(const std::string &kind, const std::vector<std::string> &parts)
{
    std::string mail = "From: a@example.org\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: multipart/" + kind + "; boundary=\"b0\"\r\n\r\n";
    for (const std::string &part : parts)
        mail += "--b0\r\n" + part + "\r\n";
    return mail + "--b0--\r\n";
}

const std::string plainPart = "Content-Type: text/plain\r\n\r\nHello";
const std::string pdfPart = "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../../x.pdf\"\r\n"
                            "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK";

std::string nested(int depth)
{
    std::string mail = "From: a@example.org\r\n";
    for (int i = 0; i < depth; ++i)
        mail += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
    return mail + "Content-Type: text/plain\r\n\r\nHello\r\n";
}

} // namespace

class TestReadingMail : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { reader::warmUpMail({}); }
    void showsFieldsAndBody_data();
    void showsFieldsAndBody();
    void carriesAttachments();
    void carriesMessages();
    void namesPartsWithoutNames();
    void namesSecrets_data();
    void namesSecrets();
    void readsCharactersAsWithoutTheSandbox_data();
    void readsCharactersAsWithoutTheSandbox();
    void refusesUtf7();
    void survivesEveryCut();
    void survivesFlippedBytes();
    void boundsDepthAndParts();
    void survivesTextsWithoutNumber();
    void survivesHostileFields_data();
    void survivesHostileFields();
};

void TestReadingMail::showsFieldsAndBody_data()
{
    QTest::addColumn<std::string>("mail");
    QTest::addColumn<std::string>("text");
    QTest::newRow("fields") << "Received: from x\r\nSubject: =?iso-8859-1?q?Gr=FC=DFe?=\r\n aus =?utf-8?b?WsO8cmljaA==?=\r\nDate: Mon, 1 Jan 2024 10:00:00 +0100\r\n"
                               "To: \"Doe, J\" <j@example.org>,\r\n =?utf-8?q?J=C3=B6rg?= <k@example.org>\r\nCc: c@example.org\r\nFrom: A B <a@example.org>\r\n\r\nHello\r\nthere\r\n"s
                            << "From: A B <a@example.org>\nTo: \"Doe, J\" <j@example.org>, Jörg <k@example.org>\nCc: c@example.org\n"
                               "Date: Mon, 1 Jan 2024 10:00:00 +0100\nSubject: Grüße aus Zürich\n\nHello\nthere"s;
    QTest::newRow("a name that looks like an address") << "From: =?utf-8?q?boss=40example=2Eorg_=3Cboss=40example=2Eorg=3E?= <evil@example.net>\r\n\r\nx"s
                                                        << "From: \"boss@example.org <boss@example.org>\" <evil@example.net>\n\nx"s;
    QTest::newRow("two senders") << "From: a@example.org\r\nFrom: b@example.org\r\n\r\nx"s << "From: a@example.org\nFrom: b@example.org\n"s;
    QTest::newRow("fields alone") << "From: a@example.org\r\n"s << "From: a@example.org\n"s;
    QTest::newRow("after empty lines") << "\r\n\r\nFrom: a@example.org\r\n\r\nx"s << "From: a@example.org\n\nx"s;
    QTest::newRow("mbox") << "From a@example.org Mon Jan  1 10:00:00 2024\nFrom: a@example.org\n\nx\n"s << "From: a@example.org\n\nx"s;
    QTest::newRow("two of an mbox") << "From a@b Mon Jan  1 10:00:00 2024\nFrom: a@example.org\n\nx\n\nFrom a@b Mon Jan  1 10:00:00 2024\nFrom: z@example.org\n\ny\n"s
                                    << "From: a@example.org\n[About this message: The file holds more than one message; only the first is shown.]\n\nx"s;
    QTest::newRow("plain rather than HTML") << multipart("alternative", {"Content-Type: text/html\r\n\r\n<p>Web</p>", plainPart})
                                            << "From: a@example.org\nSubject: s\n[About this message: It also says this as text/html, which is not shown.]\n\nHello"s;
    QTest::newRow("HTML alone") << "From: a@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>W\xc3\xbc<b>b</b></p><script>x</script></body></html>"s
                                << "From: a@example.org\n\nWüb"s;
    QTest::newRow("two texts") << multipart("mixed", {plainPart, "Content-Type: text/plain\r\n\r\nFooter"}) << "From: a@example.org\nSubject: s\n\nHello\n\nFooter"s;
    QTest::newRow("cut short") << multipart("mixed", {plainPart}).substr(0, multipart("mixed", {plainPart}).size() - 8)
                               << "From: a@example.org\nSubject: s\n[About this message: It is cut short: it ends before its last part does.]\n\nHello"s;
}

void TestReadingMail::showsFieldsAndBody()
{
    QFETCH(std::string, mail);
    QFETCH(std::string, text);
    QCOMPARE(textOf(mail).substr(0, text.size()), text);
}

void TestReadingMail::carriesAttachments()
{
    const auto reader = openDocument(multipart("mixed", {plainPart, pdfPart, "Content-Type: text/plain; name=\"=?utf-8?q?Z=C3=BC.txt?=\"\r\n"
                                                                             "Content-Disposition: inline\r\n\r\none two"}), "a.eml");
    QCOMPARE(faultOf(reader), std::string());
    QVERIFY((*reader)->facts().media == model::MediaType::Mail);
    QVERIFY((*reader)->facts().engine.starts_with("caseward-mail 1 (gmime 3."));
    const auto parts = (*reader)->parts();
    QCOMPARE(faultOf(parts), std::string());
    QVERIFY((*parts == std::vector<reading::PartFacts>{{"../../x.pdf", 9}, {"Zü.txt", 7}}));
    QVERIFY((*reader)->part(0).value() == toBytes("%PDF-1.4\n"));
    QVERIFY((*reader)->part(1).value() == toBytes("one two"));
    QCOMPARE(faultOf((*reader)->part(2)), nameOf(FaultCode::NotFound));
    QCOMPARE((*reader)->pageText(1)->text, "From: a@example.org\nSubject: s\n\nHello\n\nAttachments\n1. ../../x.pdf  application/pdf  9 bytes\n2. Zü.txt  text/plain  7 bytes"s);
}

void TestReadingMail::carriesMessages()
{
    const std::string inner = "From: inner@example.org\r\nSubject: a/b\r\n\r\nInside";
    const auto reader = openDocument(multipart("mixed", {plainPart, "Content-Type: message/rfc822\r\n\r\n" + inner}), "a.eml");
    QCOMPARE(faultOf(reader), std::string());
    const auto parts = (*reader)->parts();
    QCOMPARE(faultOf(parts), std::string());
    QCOMPARE(parts->size(), std::size_t(1));
    QCOMPARE(parts->front().untrustedName, "a/b.eml"s);
    const Bytes bytes = (*reader)->part(0).value();
    // What was embedded is a document of its own, opened by a child of its own.
    QCOMPARE(textOf(toText(bytes)), "From: inner@example.org\nSubject: a/b\n\nInside"s);
    QVERIFY(textOf(multipart("mixed", {plainPart, "Content-Type: message/rfc822\r\n\r\n" + inner})).find("Inside") == std::string::npos);
}

void TestReadingMail::namesPartsWithoutNames()
{
    const auto reader = openDocument(multipart("related", {"Content-Type: text/html\r\n\r\n<p>Hello</p>", "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=",
                                                           "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR", "Content-Type: application/pdf; name=\"a\tb\x01.pdf\"\r\n\r\n%PDF"}),
                                     "a.eml");
    QCOMPARE(faultOf(reader), std::string());
    const auto parts = (*reader)->parts();
    QCOMPARE(faultOf(parts), std::string());
    QCOMPARE(parts->size(), std::size_t(3));
    QCOMPARE((*parts)[0].untrustedName, "png"s);
    QCOMPARE((*parts)[1].untrustedName, "calendar"s);
    QVERIFY((*parts)[2].untrustedName.find('\x01') == std::string::npos);
    QVERIFY((*reader)->part(0).value() == toBytes("\x89PNG\r\n\x1a\n"));
}

void TestReadingMail::namesSecrets_data()
{
    QTest::addColumn<std::string>("mail");
    QTest::addColumn<std::string>("said");
    QTest::addColumn<std::string>("part");
    QTest::newRow("S/MIME") << "From: a@example.org\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIAG\r\n"s
                            << "It is encrypted (S/MIME)."s << "smime.p7m  application/pkcs7-mime  3 bytes  encrypted (S/MIME)"s;
    QTest::newRow("S/MIME, opaque signature") << "From: a@example.org\r\nContent-Type: application/x-pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIAG\r\n"s
                                              << "smime.p7m"s << "signed (S/MIME), what it says is inside"s;
    QTest::newRow("PGP") << multipart("encrypted; protocol=\"application/pgp-encrypted\"",
                                      {"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1", "Content-Type: application/octet-stream; name=encrypted.asc\r\n\r\n-----BEGIN PGP MESSAGE-----"})
                         << "It is encrypted (OpenPGP)."s << "encrypted.asc  application/octet-stream  27 bytes  encrypted (OpenPGP)"s;
    QTest::newRow("signature") << multipart("signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256", {plainPart, "Content-Type: application/pgp-signature; name=signature.asc\r\n\r\nx"})
                               << "It carries a signature, which is not checked here."s << "signature.asc"s;
}

void TestReadingMail::namesSecrets()
{
    QFETCH(std::string, mail);
    QFETCH(std::string, said);
    QFETCH(std::string, part);
    const std::string text = textOf(mail);
    QVERIFY2(text.find(said) != std::string::npos, text.c_str());
    QVERIFY2(text.find(part) != std::string::npos, text.c_str());
}

void TestReadingMail::readsCharactersAsWithoutTheSandbox_data()
{
    QTest::addColumn<std::string>("charset");
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("text");
    QTest::newRow("iso-8859-1") << "ISO-8859-1"s << "Gr\xfc\xdf" "e"s << "Grüße"s;
    QTest::newRow("iso-8859-2") << "iso-8859-2"s << "\xb3\xf3\xe6"s << "łóć"s;
    QTest::newRow("windows-1252") << "windows-1252"s << "\x93ja\x94 \x80"s << "“ja” €"s;
    QTest::newRow("koi8-r") << "koi8-r"s << "\xd0\xd2\xc9\xd7\xc5\xd4"s << "привет"s;
    QTest::newRow("shift_jis") << "shift_jis"s << "\x93\xfa\x96\x7b"s << "日本"s;
    QTest::newRow("iso-2022-jp") << "iso-2022-jp"s << "\x1b$BF|K\\\x1b(B"s << "日本"s;
    QTest::newRow("euc-kr") << "euc-kr"s << "\xc7\xd1"s << "한"s;
    QTest::newRow("gb18030") << "gb18030"s << "\xd6\xd0\xce\xc4"s << "中文"s;
    QTest::newRow("big5") << "big5"s << "\xa4\xa4\xa4\xe5"s << "中文"s;
    QTest::newRow("utf-8") << "utf-8"s << "жü"s << "жü"s;
    QTest::newRow("nothing said") << ""s << "Gr\xfc\xdf" "e"s << "Grüße"s;
}

void TestReadingMail::readsCharactersAsWithoutTheSandbox()
{
    QFETCH(std::string, charset);
    QFETCH(std::string, bytes);
    QFETCH(std::string, text);
    const std::string encoded = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64().toStdString();
    const std::string word = charset.empty() ? bytes : "=?" + charset + "?B?" + encoded + "?=";
    const std::string mail = "Subject: " + word + "\r\n" + simple(charset.empty() ? "\"\"" : charset, bytes);
    const std::string expected = "From: a@example.org\nSubject: " + text + "\n\n" + text;
    QCOMPARE(plainTextOf(mail), expected);
    QCOMPARE(textOf(mail), expected);
    // And in the name of an attachment, as RFC 2231 has it.
    if (charset.empty())
        return;
    std::string percent;
    for (const char byte : bytes)
        percent += "%" + QByteArray(1, byte).toHex().toStdString();
    const auto reader = openDocument(multipart("mixed", {"Content-Type: image/png\r\nContent-Disposition: attachment; filename*=" + charset + "''" + percent + "\r\n\r\nx"}), "a.eml");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE((*reader)->parts().value().at(0).untrustedName, text);
}

void TestReadingMail::refusesUtf7()
{
    const std::string text = textOf("Subject: =?utf-7?q?+ADw-script+AD4-?=\r\n" + simple("utf-7", "+ADw-script+AD4-"));
    QVERIFY2(text.find("<script>") == std::string::npos, text.c_str());
    QVERIFY2(text.find("a character set that this program does not read (utf-7)") != std::string::npos, text.c_str());
    QVERIFY2(text.ends_with("+ADw-script+AD4-"), text.c_str());
    // A name that nobody knows, and one that is no name.
    QVERIFY(textOf(simple("x-unheard-of", "hello")).ends_with("hello"));
    QVERIFY(textOf(simple("\"../../../lib/evil\"", "hello")).ends_with("hello"));
}

void TestReadingMail::survivesEveryCut()
{
    const std::string whole = multipart("mixed", {plainPart, pdfPart, "Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\ny"});
    for (std::size_t length = 1; length < whole.size(); length += 13) {
        const auto reader = openDocument(whole.substr(0, length), "a.eml");
        const std::string fault = faultOf(reader);
        QVERIFY2(fault.empty() || fault == nameOf(FaultCode::DocumentMislabelled) || fault == nameOf(FaultCode::DocumentDamaged),
                 (fault + " at " + std::to_string(length)).c_str());
        if (fault.empty())
            QCOMPARE(faultOf((*reader)->parts()), std::string());
    }
}

void TestReadingMail::survivesFlippedBytes()
{
    const std::string whole = multipart("mixed", {plainPart, pdfPart, "Content-Type: message/rfc822\r\n\r\nSubject: =?utf-8?q?x?=\r\n\r\ny"});
    std::uint32_t random = 7;
    for (int i = 0; i < 100; ++i) {
        std::string changed = whole;
        for (int k = 0; k < 4; ++k) {
            random = random * 1664525u + 1013904223u;
            changed[(random >> 8) % changed.size()] = static_cast<char>(random >> 24);
        }
        const auto reader = openDocument(changed, "a.eml");
        QVERIFY2(faultOf(reader) != nameOf(FaultCode::ReaderFailed), std::to_string(i).c_str());
        if (!reader.ok())
            continue;
        const auto parts = (*reader)->parts();
        QCOMPARE(faultOf(parts), std::string());
        for (std::uint32_t place = 0; place < parts->size(); ++place)
            QCOMPARE(faultOf((*reader)->part(place)), std::string());
    }
}

void TestReadingMail::boundsDepthAndParts()
{
    QVERIFY(textOf(nested(limits::mailDepth - 1)).ends_with("Hello"));
    for (const int depth : {limits::mailDepth + 1, 500, 20'000})
        QVERIFY2(faultOf(openDocument(nested(depth), "a.eml")) == nameOf(FaultCode::TooLarge), std::to_string(depth).c_str());
    std::vector<std::string> parts(limits::documentParts, "Content-Type: application/pdf\r\n\r\nx");
    const auto most = openDocument(multipart("mixed", parts), "a.eml");
    QCOMPARE(faultOf(most), std::string());
    QCOMPARE((*most)->parts().value().size(), std::size_t(limits::documentParts));
    parts.push_back(parts.back());
    QCOMPARE(faultOf(openDocument(multipart("mixed", parts), "a.eml")), nameOf(FaultCode::TooLarge));
}

// Texts to be read in place are no parts; their number costs time and nothing else.
void TestReadingMail::survivesTextsWithoutNumber()
{
    std::vector<std::string> texts;
    for (int i = 0; i < 20'000; ++i)
        texts.push_back("Content-Type: text/plain; charset=x-" + std::to_string(i) + "\r\n\r\nt");
    const auto reader = openDocument(multipart("mixed", texts), "a.eml");
    QCOMPARE(faultOf(reader), std::string());
    QVERIFY((*reader)->parts().value().empty());
    QVERIFY((*reader)->facts().pages.size() > 600);
}

void TestReadingMail::survivesHostileFields_data()
{
    QTest::addColumn<std::string>("mail");
    QTest::addColumn<std::string>("holds");
    std::string many, addresses = "To: a@example.org";
    for (int i = 0; i < 20'000; ++i) {
        many += "X-" + std::to_string(i) + ": y\r\n";
        addresses += ", a" + std::to_string(i) + "@example.org";
    }
    QTest::newRow("many fields") << "From: a@example.org\r\n" + many + "\r\nHello" << "Hello"s;
    QTest::newRow("many addresses") << addresses + "\r\n\r\nHello" << " […]|\nHello"s;
    QTest::newRow("a long field") << "Subject: " + std::string(5'000'000, 'x') + "\r\n\r\nHello" << " […]|\nHello"s;
    QTest::newRow("a field without end") << "From: a@example.org\r\nSubject: " + std::string(3'000'000, 'x') << "xxx […]"s;
    QTest::newRow("nested comments") << "From: a@example.org " + std::string(100'000, '(') + "\r\n\r\nHello" << "Hello"s;
    QTest::newRow("nested groups") << "To: " + std::string(50'000, 'g') + ":" + std::string(50'000, ':') + ";\r\n\r\nHello" << "Hello"s;
    QTest::newRow("boundary of nothing") << "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n\r\nHello\r\n----\r\n"s << "From: a@example.org"s;
    QTest::newRow("no boundary") << "From: a@example.org\r\nContent-Type: multipart/mixed\r\n\r\nHello"s << "It breaks rules of e-mail"s;
    QTest::newRow("broken word") << "Subject: =?utf-8?b?////?= =?utf-8?q?=zz?= =?utf-8??x?=\r\n\r\nHello"s << "Hello"s;
    QTest::newRow("control characters") << "Subject: a\x1b[31m\x07\r\n\r\nHello"s << "Subject: a\xef\xbf\xbd[31m\xef\xbf\xbd\n\nHello"s;
}

void TestReadingMail::survivesHostileFields()
{
    QFETCH(std::string, mail);
    QFETCH(std::string, holds);
    const std::string text = textOf(mail);
    QVERIFY2(text.find(holds) != std::string::npos, (text.substr(0, 300) + " … " + text.substr(text.size() > 100 ? text.size() - 100 : 0)).c_str());
}

QTEST_GUILESS_MAIN(TestReadingMail)
#include "tst_reading_mail.moc"
