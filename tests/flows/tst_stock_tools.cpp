// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves is standard, and what stays can be recovered: everything here is opened with stock openssl, tar, sha256sum and
// sqlcipher, and with nothing of ours.
#include "tests/flows/twostations.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>

using namespace caseward;
using namespace caseward::tests;

class StockTools : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void decisionAndCountersignature();
    void bundle();
    void vault();
    void noPlaintextOnDisk();

private:
    [[nodiscard]] QString out(const QString &name) const { return m_two.path("out/" + name.toStdString()); }
    // openssl with the office's certificate: success only when content and signature belong together.
    int verify(const QString &signature, const QString &content) const
    {
        return runTool("openssl", {"cms", "-verify", "-binary", "-inform", "DER", "-in", signature, "-content", content, "-CAfile",
                                   QString::fromStdString(m_two.office.officePem().string()), "-out", "/dev/null"});
    }
    // The secret inside a key.p7m, for a person.
    QByteArray openEnvelope(const QString &envelope, const Member &member) const
    {
        QByteArray secret;
        const int exit = runTool("openssl", {"cms", "-decrypt", "-binary", "-inform", "DER", "-in", envelope, "-inkey",
                                             QString::fromStdString(member.files.key.string()), "-recip",
                                             QString::fromStdString(member.files.certificate.string()), "-passin", QString("pass:") + passphrase},
                                 &secret);
        return exit == 0 ? secret : QByteArray();
    }
    static QByteArray openSegment(const QByteArray &segment, const QByteArray &key)
    {
        const QByteArray id = QCryptographicHash::hash(QByteArray("caseward key id", 16) + key, QCryptographicHash::Sha256).left(16);
        QByteArray plain;
        const int exit = runTool("openssl", {"cms", "-decrypt", "-binary", "-inform", "DER", "-secretkey", key.toHex(), "-secretkeyid", id.toHex()},
                                 &plain, segment);
        return exit == 0 ? plain : QByteArray("failed");
    }
    static QStringList sql(const QString &database, const QByteArray &key, const QString &query)
    {
        QByteArray output;
        const QString script = QString("PRAGMA key = \"x'%1'\";\nPRAGMA cipher_page_size = 8192;\nPRAGMA cipher_hmac_algorithm = HMAC_SHA256;\n%2\n")
                                   .arg(QString(key.toHex()), query);
        runTool("sqlcipher", {"-batch", "-readonly", database}, &output, script.toUtf8());
        QStringList lines = QString(output).split('\n', Qt::SkipEmptyParts);
        if (!lines.isEmpty() && lines.first() == "ok")
            lines.removeFirst();
        return lines;
    }
    TwoStations m_two;
};

void StockTools::initTestCase()
{
    for (const char *tool : {"openssl", "tar", "sqlcipher"})
        QVERIFY2(runTool(tool, {"--version"}) >= 0, tool);
    workOnCase(m_two, "C-1");
    const QStringList in{"--case", "C-1"};
    const auto ok = [](const Answer &answer) { QVERIFY2(answer.exit == 0, QJsonDocument(answer.json).toJson().constData()); };
    ok(m_two.a(QStringList{"sign", "--confirm", "GRANT"} + in));
    ok(m_two.a(QStringList{"bundle", "seal", m_two.path("to-supervisor.cwb"), "--to", "Max Lee"} + in));
    ok(m_two.b({"bundle", "open", m_two.path("to-supervisor.cwb")}));
    ok(m_two.b(QStringList{"review", "concur", "--reason", "Sound."} + in));
    ok(m_two.b(QStringList{"countersign"} + in));
    ok(m_two.b(QStringList{"decision", "export", m_two.path("out")} + in));
}

void StockTools::decisionAndCountersignature()
{
    QCOMPARE(verify(out("decision.p7s"), out("decision.json")), 0);
    Bytes both = contentOf(out("decision.json").toStdString());
    const Bytes signature = contentOf(out("decision.p7s").toStdString());
    both.insert(both.end(), signature.begin(), signature.end());
    const QString joined = m_two.put("joined", toText(both));
    QCOMPARE(verify(out("countersign.p7s"), joined), 0);
    // And it can fail.
    both[10] ^= 1;
    QVERIFY(verify(out("countersign.p7s"), m_two.put("joined", toText(both))) != 0);
    QVERIFY(verify(out("decision.p7s"), out("decision.pdf")) != 0);
    QByteArray facts;
    QCOMPARE(runTool("pdfinfo", {out("decision.pdf")}, &facts), 0);
    QVERIFY(facts.contains("Pages:"));
}

void StockTools::bundle()
{
    const QString folder = m_two.path("opened");
    QVERIFY(QDir().mkpath(folder));
    QCOMPARE(runTool("tar", {"-xf", m_two.path("to-supervisor.cwb"), "-C", folder}), 0);
    QCOMPARE(verify(folder + "/label.p7s", folder + "/label.json"), 0);
    const Bytes label = contentOf((folder + "/label.json").toStdString());
    for (const std::string &secret : {std::string("C-1"), std::string("Rivera"), std::string("S-1")})
        QVERIFY2(textView(label).find(secret) == std::string_view::npos, secret.c_str());

    QCOMPARE(openEnvelope(folder + "/key.p7m", m_two.stranger), QByteArray());
    const QByteArray key = openEnvelope(folder + "/key.p7m", m_two.supervisor);
    QCOMPARE(key.size(), 32);
    QByteArray inner;
    const auto parts = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(label.data()), static_cast<qsizetype>(label.size())))
                           .object()["parts"].toArray();
    QVERIFY(!parts.isEmpty());
    for (const QJsonValue &part : parts) {
        const Bytes sealed = contentOf((folder + "/" + part.toObject()["name"].toString()).toStdString());
        const QByteArray bytes(reinterpret_cast<const char *>(sealed.data()), static_cast<qsizetype>(sealed.size()));
        QCOMPARE(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(), part.toObject()["sha256"].toString().toLatin1());
        inner += openSegment(bytes, key);
    }
    const QString archive = m_two.put("inner.tar", inner.toStdString());
    QVERIFY(QDir().mkpath(folder + "/inner"));
    QCOMPARE(runTool("tar", {"-xf", archive, "-C", folder + "/inner"}), 0);
    int documents = 0;
    QDirIterator files(folder + "/inner", {"*"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        if (file.dir().dirName() != "documents")
            continue;
        ++documents;
        QByteArray sum;
        QCOMPARE(runTool("sha256sum", {file.filePath()}, &sum), 0);
        QVERIFY(sum.startsWith(file.fileName().toLatin1()));
    }
    QCOMPARE(documents, 2);
    QVERIFY(QFileInfo::exists(folder + "/inner/manifest.json"));
}

void StockTools::vault()
{
    const QString vault = QString::fromStdString(m_two.stationA.string());
    const QByteArray vaultKey = openEnvelope(vault + "/key.p7m", m_two.adjudicator);
    QCOMPARE(vaultKey.size(), 32);
    QVERIFY(sql(vault + "/vault.db", QByteArray(32, 'x'), "SELECT id FROM cases;").isEmpty());
    const QStringList cases = sql(vault + "/vault.db", vaultKey, "SELECT id || ' ' || hex(key) FROM cases;");
    QCOMPARE(cases.size(), 1);
    const QString id = cases.first().section(' ', 0, 0);
    const QByteArray wrapped = QByteArray::fromHex(cases.first().section(' ', 1).toLatin1());
    const QByteArray caseKey = openEnvelope(m_two.put("case.p7m", wrapped.toStdString()), m_two.adjudicator);
    QCOMPARE(caseKey.size(), 32);

    const QString database = vault + "/cases/" + id + "/case.db";
    const QStringList entries = sql(database, caseKey, "SELECT entry FROM entries ORDER BY seq;");
    QVERIFY(entries.size() > 20);
    QVERIFY(entries.first().contains("\"kind\":\"case.opened\""));
    // The chain with sha256 alone: each entry names SHA-256(0x00 || the entry before).
    for (qsizetype index = 1; index < entries.size(); ++index) {
        const QByteArray leaf = QCryptographicHash::hash(QByteArray(1, '\0') + entries[index - 1].toUtf8(), QCryptographicHash::Sha256).toHex();
        QCOMPARE(QJsonDocument::fromJson(entries[index].toUtf8()).object()["prev"].toString().toLatin1(), leaf);
    }
    for (const QString &row : sql(database, caseKey, "SELECT file || ' ' || hex(key) || ' ' || digest FROM documents;")) {
        const Bytes sealed = contentOf((vault + "/cases/" + id + "/documents/" + row.section(' ', 0, 0)).toStdString());
        const QByteArray plain = openSegment(QByteArray(reinterpret_cast<const char *>(sealed.data()), static_cast<qsizetype>(sealed.size())),
                                             QByteArray::fromHex(row.section(' ', 1, 1).toLatin1()));
        QCOMPARE(QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex(), row.section(' ', 2).toLatin1());
    }
}

void StockTools::noPlaintextOnDisk()
{
    const QByteArrayList markers{"three accounts in collection", "placed in collection", "the largest", "Under control", "case.opened", passphrase, "C-1"};
    const auto clean = [&](const QString &path) {
        const Bytes bytes = contentOf(path.toStdString());
        const QByteArray content(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        for (const QByteArray &marker : markers)
            if (content.contains(marker))
                return false;
        return true;
    };
    int files = 0;
    for (const Path &station : {m_two.stationA, m_two.stationB}) {
        QDirIterator list(QString::fromStdString(station.string()), QDir::Files, QDirIterator::Subdirectories);
        while (list.hasNext()) {
            const QString path = list.next();
            QVERIFY2(clean(path), qPrintable(path));
            ++files;
        }
    }
    QVERIFY(files > 10);
    QVERIFY(clean(m_two.path("to-supervisor.cwb")));
    // The test can fail: the letter itself, as it was given, holds a marker.
    QVERIFY(!clean(m_two.path("letter.txt")));
}

QTEST_GUILESS_MAIN(StockTools)
#include "tst_stock_tools.moc"
