// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input through the real program: each kind has its own exit status and message, and changes nothing.
#include "core/store/vaultlock.h"
#include "tests/flows/twostations.h"

using namespace caseward;
using namespace caseward::tests;

class CtlBadInput : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void commandLines_data();
    void commandLines();
    void vaults_data();
    void vaults();
    void documents_data();
    void documents();
    void oneRefusedOfTwo();
    void tenThousandPages();
    void quotesAndConditions();
    void signingWithSomethingMissing();
    void bundles();
    void certificates();

private:
    // Runs at station A and expects this fault, a message and an unchanged vault (but for its ledger of sign-ins).
    void refused(const QStringList &command, FaultCode code);
    [[nodiscard]] int entries() const { return m_two.a({"case", "show", "--case", "C-1"}).json["entries"].toInt(); }
    TwoStations m_two;
};

void CtlBadInput::refused(const QStringList &command, FaultCode code)
{
    const int before = entries();
    const Answer answer = m_two.a(command);
    QVERIFY2(answer.exit == static_cast<int>(code), QJsonDocument(answer.json).toJson().constData());
    QCOMPARE(answer.fault().toStdString(), std::string(faultName(code)));
    QVERIFY(!answer.json["fault"].toObject()["detail"].toString().isEmpty());
    QVERIFY(!answer.json["fault"].toObject()["advice"].toString().isEmpty());
    QCOMPARE(entries(), before);
}

void CtlBadInput::initTestCase()
{
    workOnCase(m_two, "C-1");
}

void CtlBadInput::commandLines_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("no such command") << QStringList{"fly"};
    QTest::newRow("no such option") << QStringList{"queue", "--fast"};
    QTest::newRow("option without value") << QStringList{"faults", "--office"};
    QTest::newRow("given twice") << QStringList{"pack", "list", "--json", "--json"};
    QTest::newRow("missing argument") << QStringList{"pack", "show"};
}

void CtlBadInput::commandLines()
{
    QFETCH(QStringList, command);
    const Answer answer = runCtl(command);
    QCOMPARE(answer.exit, static_cast<int>(FaultCode::Usage));
    QCOMPARE(answer.fault(), "usage");
}

void CtlBadInput::vaults_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("damage");
    QTest::addColumn<int>("exit");
    const auto code = [](FaultCode fault) { return static_cast<int>(fault); };
    QTest::newRow("wrong passphrase") << "" << "passphrase" << code(FaultCode::WrongPassphrase);
    QTest::newRow("no vault") << "" << "nowhere" << code(FaultCode::NotFound);
    QTest::newRow("foreign folder") << "vault.json" << "remove" << code(FaultCode::VaultForeign);
    QTest::newRow("newer format") << "vault.json" << "format" << code(FaultCode::VaultForeign);
    QTest::newRow("damaged vault.json") << "vault.json" << "flip" << code(FaultCode::VaultDamaged);
    QTest::newRow("damaged key.p7m") << "key.p7m" << "flip" << code(FaultCode::VaultDamaged);
    QTest::newRow("damaged database") << "vault.db" << "flip" << code(FaultCode::VaultDamaged);
    // A page that unlocking does not read: the vault check reads them all.
    QTest::newRow("damaged page") << "vault.db" << "page" << code(FaultCode::VaultDamaged);
    QTest::newRow("truncated database") << "vault.db" << "cut" << code(FaultCode::VaultTruncated);
    QTest::newRow("missing database") << "vault.db" << "remove" << code(FaultCode::VaultTruncated);
    QTest::newRow("missing key.p7m") << "key.p7m" << "remove" << code(FaultCode::VaultTruncated);
    QTest::newRow("locked") << "lock" << "lock" << code(FaultCode::VaultLocked);
}

void CtlBadInput::vaults()
{
    QFETCH(QString, file);
    QFETCH(QString, damage);
    QFETCH(int, exit);
    Path vault = m_two.office.copyOf(m_two.stationA);
    const Path part = vault / file.toStdString();
    std::optional<store::VaultLock> lock;
    QStringList command{"queue"};
    if (damage == "flip") {
        Bytes bytes = contentOf(part);
        bytes[5] ^= 0x40;
        putContent(part, bytes);
    } else if (damage == "page") {
        Bytes bytes = contentOf(part);
        bytes[bytes.size() / 2] ^= 0x40;
        putContent(part, bytes);
        command = {"vault", "check"};
    } else if (damage == "cut") {
        std::filesystem::resize_file(part, std::filesystem::file_size(part) / 2 + 100);
    } else if (damage == "remove") {
        std::filesystem::remove(part);
    } else if (damage == "format") {
        std::string text = toText(contentOf(part));
        text.replace(text.find("caseward-vault/1"), 16, "caseward-vault/9");
        putContent(part, viewOf(text));
    } else if (damage == "lock") {
        lock = must(store::VaultLock::acquire(vault, store::Sharing::Alone));
    } else if (damage == "nowhere") {
        vault = m_two.office.root() / "nowhere.caseward";
    }
    const Answer answer = damage == "passphrase"
                              ? runCtl({"queue", "--vault", QString::fromStdString(vault.string()), "--passphrase-file",
                                        m_two.put("wrong", "not the passphrase")})
                              : m_two.at(vault, command);
    QVERIFY2(answer.exit == exit, QJsonDocument(answer.json).toJson().constData());
}

void CtlBadInput::documents_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("exit");
    const auto code = [](FaultCode fault) { return static_cast<int>(fault); };
    const QByteArray pdf = QByteArray::fromStdString(writePdf(std::vector<std::string>{"a page"}));
    QTest::newRow("empty") << "empty.pdf" << QByteArray() << code(FaultCode::DocumentEmpty);
    QTest::newRow("not a PDF") << "report.pdf" << QByteArray("Dear Sir,\nthis is a letter.\n") << code(FaultCode::DocumentMislabelled);
    QTest::newRow("a PDF called text") << "note.txt" << pdf << code(FaultCode::DocumentMislabelled);
    QTest::newRow("damaged PDF") << "broken.pdf" << QByteArray("%PDF-1.4\n1 0 obj\n<< nothing that makes sense") << code(FaultCode::DocumentDamaged);
    QTest::newRow("here already") << "again.txt" << QByteArray::fromStdString(letterText) << code(FaultCode::AlreadyExists);
}

void CtlBadInput::documents()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(int, exit);
    const QString file = m_two.put(name.toStdString(), content.toStdString());
    refused({"document", "add", file, "--case", "C-1"}, static_cast<FaultCode>(exit));
}

// What got in is told beside what did not, in one answer.
void CtlBadInput::oneRefusedOfTwo()
{
    const QString good = m_two.put("court order.txt", "It is ordered.\n"), bad = m_two.put("empty too.pdf", "");
    const Answer answer = m_two.a({"document", "add", bad, good, "--case", "C-1"});
    QCOMPARE(answer.exit, static_cast<int>(FaultCode::DocumentEmpty));
    QCOMPARE(answer.json["ok"].toBool(true), false);
    QCOMPARE(answer.fault().toStdString(), std::string(faultName(FaultCode::DocumentEmpty)));
    QVERIFY(answer.json["fault"].toObject()["detail"].toString().startsWith("1 of 2 files refused"));
    const QJsonArray added = answer.json["added"].toArray(), refusals = answer.json["refused"].toArray();
    QCOMPARE(added.size(), 1);
    QCOMPARE(added[0].toObject()["file"].toString(), good);
    QCOMPARE(refusals.size(), 1);
    QCOMPARE(refusals[0].toObject()["file"].toString(), bad);
    QCOMPARE(refusals[0].toObject()["code"].toString().toStdString(), std::string(faultName(FaultCode::DocumentEmpty)));
}

void CtlBadInput::tenThousandPages()
{
    PdfPlan plan;
    plan.pages.resize(10'000);
    const QString file = m_two.put("huge.pdf", writePdf(plan));
    refused({"document", "add", file, "--case", "C-1"}, FaultCode::DocumentTooManyPages);
    refused({"document", "add", m_two.path("not there.pdf"), "--case", "C-1"}, FaultCode::NotFound);
}

void CtlBadInput::quotesAndConditions()
{
    const QStringList tie{"passage", "tie", "--case", "C-1", "--document", "letter"};
    refused(tie + QStringList{"--quote", "words that are not there", "--condition", "19(c)"}, FaultCode::QuoteNotFound);
    refused(tie + QStringList{"--quote", "ashamed", "--page", "7", "--condition", "19(c)"}, FaultCode::NotFound);
    refused(tie + QStringList{"--quote", "ashamed", "--condition", "99(z)"}, FaultCode::UnknownCondition);
    refused(tie + QStringList{"--quote", "ashamed", "--condition", "19(c)", "--weight", "9"}, FaultCode::Usage);
    refused({"finding", "condition", "19(c)", "applies", "--reason", "x", "--case", "C-1"}, FaultCode::Malformed);
    refused({"finding", "guideline", "Z", "for-subject", "--reason", "x", "--case", "C-1"}, FaultCode::UnknownCondition);
    refused({"outcome", "propose", "promote", "--case", "C-1"}, FaultCode::UnknownCondition);
    refused({"case", "create", "--reference", "C-1", "--subject", "S"}, FaultCode::AlreadyExists);
    refused({"case", "show", "--case", "C-404"}, FaultCode::NotFound);
}

void CtlBadInput::signingWithSomethingMissing()
{
    QCOMPARE(m_two.a({"case", "create", "--reference", "C-2", "--subject", "S"}).exit, 0);
    const Answer answer = m_two.a({"sign", "--confirm", "GRANT", "--case", "C-2"});
    QCOMPARE(answer.exit, static_cast<int>(FaultCode::Incomplete));
    QVERIFY(!answer.json["fault"].toObject()["arguments"].toArray().isEmpty());
    refused({"sign", "--confirm", "DENY", "--case", "C-1"}, FaultCode::Incomplete);
    refused({"review", "concur", "--reason", "mine", "--case", "C-1"}, FaultCode::NotAllowed);
    refused({"countersign", "--case", "C-1"}, FaultCode::NotAllowed);
}

void CtlBadInput::bundles()
{
    const QString bundle = m_two.path("x.cwb");
    const QStringList seal{"bundle", "seal", bundle, "--case", "C-2", "--to", "Max Lee"};
    QCOMPARE(m_two.a(seal).exit, 0);
    refused({"bundle", "seal", bundle, "--case", "C-1", "--to", "Max Lee"}, FaultCode::AlreadyExists);
    refused({"bundle", "seal", m_two.path("y.cwb"), "--case", "C-1", "--to", "Nobody"}, FaultCode::NotFound);
    const Bytes whole = contentOf(bundle.toStdString());

    const auto open = [&](const Path &station, const Bytes &bytes) {
        const QString file = m_two.put("tried.cwb", toText(bytes));
        return m_two.at(station, {"bundle", "open", file}).exit;
    };
    Bytes changed = whole;
    changed[whole.size() / 2] ^= 1;
    QCOMPARE(open(m_two.stationB, changed), static_cast<int>(FaultCode::BundleDamaged));
    QCOMPARE(open(m_two.stationB, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2))),
             static_cast<int>(FaultCode::BundleTruncated));
    QCOMPARE(open(m_two.stationC, whole), static_cast<int>(FaultCode::BundleNotForYou));
    QCOMPARE(open(m_two.stationB, toBytes("this is no bundle")), static_cast<int>(FaultCode::BundleDamaged));
    QCOMPARE(m_two.b({"queue"}).json["cases"].toArray().size(), 0);
    QCOMPARE(open(m_two.stationB, whole), 0);
    QCOMPARE(open(m_two.stationB, whole), static_cast<int>(FaultCode::BundleSeenBefore));

    TestOffice other("Bureau 9");
    QCOMPARE(runCtl({"bundle", "check", bundle, "--office", QString::fromStdString(other.officePem().string())}).exit,
             static_cast<int>(FaultCode::CertificateUntrusted));
}

void CtlBadInput::certificates()
{
    // Founding a vault with an expired or a strange certificate is refused; signing with one that ran out later is tested
    // with a clock of its own in tests/unit/session.
    const Instant now = SystemClock().now();
    const Member late = m_two.office.enrol("Old Card", {crypto::Role::Adjudicator}, {{now.milliseconds - 30 * day}, {now.milliseconds - day}});
    TestOffice other("Bureau 9");
    const Member strange = other.enrol("Stranger", {crypto::Role::Adjudicator}, TwoStations::around());
    const auto create = [&](const Member &member, const std::string &name) {
        return runCtl({"vault", "create", m_two.path(name), "--office", QString::fromStdString(m_two.office.officePem().string()), "--member",
                       QString::fromStdString(member.files.certificate.string() + ":" + member.files.key.string())}).exit;
    };
    QCOMPARE(create(late, "old.caseward"), static_cast<int>(FaultCode::CertificateExpired));
    QCOMPARE(create(strange, "strange.caseward"), static_cast<int>(FaultCode::CertificateUntrusted));
    QVERIFY(!QFileInfo::exists(m_two.path("old.caseward")));
    QCOMPARE(create(m_two.adjudicator, "new.caseward"), 0);
}

QTEST_GUILESS_MAIN(CtlBadInput)
#include "tst_ctl_badinput.moc"
