// SPDX-License-Identifier: GPL-3.0-or-later
// People and access by single commands of the real program: roster, need to know, two people, a lost key, the warning.
#include "tests/flows/twostations.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;

class CtlPeople : public QObject {
    Q_OBJECT

    TestOffice m_office{"Bureau 7", SystemClock().now()};
    Member m_ada = m_office.enrol("Ada Rivera", {crypto::Role::Adjudicator}), m_abe = m_office.enrol("Abe Baker", {crypto::Role::Adjudicator}),
           m_max = m_office.enrol("Max Lee", {crypto::Role::Supervisor}), m_otto = m_office.enrol("Otto Officer", {crypto::Role::SecurityOfficer}),
           m_vera = m_office.enrol("Recovery key", {crypto::Role::Recovery});
    Path m_vault = m_office.makeVault("desk", {m_ada, m_abe, m_max, m_otto}, {});
    const QStringList m_in{"--case", "P-1"};

    [[nodiscard]] QString path(const std::string &name) const { return QString::fromStdString((m_office.root() / name).string()); }
    static QString text(const Path &file) { return QString::fromStdString(file.string()); }
    [[nodiscard]] Answer as(const QString &who, const QStringList &command) const
    {
        return runCtl(command + QStringList{"--vault", text(m_vault), "--as", who, "--passphrase-file", path("words")});
    }
    static QJsonObject ran(const Answer &answer)
    {
        if (answer.exit != 0)
            qFatal("exit %d %s", answer.exit, QJsonDocument(answer.json).toJson().constData());
        return answer.json;
    }
    [[nodiscard]] QStringList second(const QString &who) const { return {"--second", who, "--second-passphrase-file", path("words")}; }
    [[nodiscard]] qsizetype queueOf(const QString &who) const { return ran(as(who, {"queue"}))["cases"].toArray().size(); }

private slots:
    void initTestCase()
    {
        must(writeFile(m_office.root() / "words", viewOf(passphrase)));
        must(writeFile(m_office.root() / "letter.txt", viewOf(letterText)));
        ran(as("Ada Rivera", {"case", "create", "--reference", "P-1", "--subject", "S-1"}));
        ran(as("Ada Rivera", QStringList{"document", "add", path("letter.txt")} + m_in));
    }

    void needToKnow()
    {
        QCOMPARE(queueOf("Abe Baker"), 0);
        QCOMPARE(as("Abe Baker", QStringList{"case", "show"} + m_in).fault(), "not-found");
        QCOMPARE(as("Ada Rivera", QStringList{"access", "grant", "Abe Baker"} + m_in).fault(), "usage");
        ran(as("Ada Rivera", QStringList{"access", "grant", "Abe Baker", "--reason", "holiday cover", "--until", "2099-12-31"} + m_in));
        QCOMPARE(queueOf("Abe Baker"), 1);
        ran(as("Abe Baker", QStringList{"case", "show"} + m_in));
        const QJsonArray rows = ran(as("Ada Rivera", QStringList{"access", "list"} + m_in))["access"].toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1].toObject()["reason"].toString(), "holiday cover");
        QCOMPARE(ran(as("Otto Officer", {"access", "of", "Abe Baker"}))["cases"].toArray().size(), 1);
        QCOMPARE(as("Abe Baker", {"access", "of", "Ada Rivera"}).fault(), "not-allowed");
        ran(as("Ada Rivera", QStringList{"access", "withdraw", "Abe Baker", "--reason", "back"} + m_in));
        QCOMPARE(as("Abe Baker", QStringList{"case", "show"} + m_in).fault(), "not-found");
        ran(as("Ada Rivera", QStringList{"case", "show"} + m_in));
    }

    void twoPeople()
    {
        ran(as("Ada Rivera", QStringList{"access", "two", "--first", "Ada Rivera", "--other", "Max Lee", "--reason", "sensitive"} + m_in));
        QCOMPARE(as("Ada Rivera", QStringList{"case", "show"} + m_in).fault(), "second-person-needed");
        ran(as("Ada Rivera", QStringList{"case", "show"} + m_in + second("Max Lee")));
        QCOMPARE(as("Ada Rivera", QStringList{"case", "show"} + m_in + second("Abe Baker")).fault(), "not-enrolled");
        QCOMPARE(as("Ada Rivera", QStringList{"case", "show"} + m_in + second("Ada Rivera")).fault(), "not-allowed");
        ran(as("Ada Rivera", QStringList{"access", "one", "--reason", "no longer"} + m_in + second("Max Lee")));
        ran(as("Ada Rivera", QStringList{"case", "show"} + m_in));
    }

    void theRoster()
    {
        QCOMPARE(as("Ada Rivera", {"person", "suspend", "Max Lee", "--reason", "rival"}).fault(), "not-allowed");
        ran(as("Otto Officer", {"person", "suspend", "Max Lee", "--reason", "inquiry 7"}));
        const Answer refused = as("Max Lee", {"queue"});
        QCOMPARE(refused.fault(), "person-suspended");
        QVERIFY(refused.json["fault"].toObject()["detail"].toString().contains("inquiry 7"));
        ran(as("Otto Officer", {"person", "restore", "Max Lee"}));
        ran(as("Max Lee", {"queue"}));
        // What is written down is checked with stock tools alone.
        const QString out = path("roster");
        std::filesystem::create_directory(out.toStdString());
        ran(as("Otto Officer", {"roster", "export", out}));
        QCOMPARE(runTool("openssl", {"cms", "-verify", "-binary", "-inform", "DER", "-in", out + "/roster.p7s", "-content", out + "/roster.json",
                                     "-CAfile", text(m_office.officePem()), "-out", "/dev/null"}), 0);
        QCOMPARE(as("Otto Officer", {"roster", "import", out + "/roster.json", out + "/roster.p7s"}).fault(), "already-exists");
        const QJsonObject view = ran(as("Ada Rivera", {"roster", "show"}))["rosters"].toArray()[0].toObject();
        QCOMPARE(view["version"].toInt(), 2);
        QCOMPARE(view["people"].toArray().size(), 4);
    }

    void aLostKey()
    {
        ran(as("Otto Officer", {"person", "add", text(m_vera.files.certificate)}));
        ran(as("Ada Rivera", QStringList{"case", "show"} + m_in)); // opening adds the recovery certificate
        const Member fresh = m_office.another(m_ada);
        const QStringList restore{"recovery", "restore", "Ada Rivera", "--certificate", text(fresh.files.certificate), "--key-file", text(fresh.files.key),
                                  "--reason", "card lost"};
        QCOMPARE(as("Otto Officer", restore).fault(), "second-person-needed");
        const QStringList recovery = second("Recovery key") + QStringList{"--second-key", text(m_vera.files.key)};
        QCOMPARE(ran(as("Otto Officer", restore + recovery))["cases"].toInt(), 1);
        ran(as("Ada Rivera", QStringList{"case", "show"} + m_in));                    // with the new key in the vault
        QCOMPARE(as("Ada Rivera", QStringList{"case", "show", "--key", text(m_ada.files.key)} + m_in).fault(), "certificate-unsuitable");
        const QJsonObject checked = ran(as("Ada Rivera", {"vault", "check"}));
        QVERIFY2(checked["problems"].toArray().isEmpty(), QJsonDocument(checked).toJson().constData());
    }

    void somebodyLeaves()
    {
        ran(as("Otto Officer", {"person", "remove", "Abe Baker", "--reason", "left"}));
        QCOMPARE(as("Abe Baker", {"queue"}).fault(), "not-enrolled");
        ran(as("Ada Rivera", QStringList{"case", "show"} + m_in));
        const QStringList add{"person", "add", text(m_abe.files.certificate), "--key-file", text(m_abe.files.key)};
        QCOMPARE(as("Otto Officer", add).fault(), "not-allowed"); // removed: restored first, on purpose
        ran(as("Otto Officer", {"person", "restore", "Abe Baker"}));
        ran(as("Otto Officer", add));
        ran(as("Abe Baker", {"queue"}));
    }

    void theWarning()
    {
        must(writeFile(m_office.root() / "warning.txt", viewOf("For the cleared only.\n")));
        QCOMPARE(as("Ada Rivera", {"banner", "set", "--text-file", path("warning.txt")}).fault(), "not-allowed");
        ran(as("Otto Officer", {"banner", "set", "--text-file", path("warning.txt")}));
        const QJsonObject banner = ran(runCtl({"banner", "show", text(m_vault)}));
        QCOMPARE(banner["text"].toString(), "For the cleared only.\n");
        ran(as("Ada Rivera", {"queue"}));
        const QJsonArray ledger = ran(as("Ada Rivera", {"ledger"}))["entries"].toArray();
        QCOMPARE(ledger.last()["body"].toObject()["banner"].toString(), banner["digest"].toString());
    }
};

QTEST_GUILESS_MAIN(CtlPeople)
#include "tst_ctl_people.moc"
