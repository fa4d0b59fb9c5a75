// SPDX-License-Identifier: GPL-3.0-or-later
// Founding an office by single commands, letting the completeness gate drive the work, and a certificate that ran out.
#include "tests/flows/twostations.h"
#include "tests/support/testcase.h"

using namespace caseward;
using namespace caseward::tests;

class CtlFounding : public QObject {
    Q_OBJECT

    TwoStations m_two;

    static void ran(const Answer &answer) { QVERIFY2(answer.exit == 0, QJsonDocument(answer.json).toJson().constData()); }
    static void ended(const Answer &answer, FaultCode code)
    {
        QVERIFY2(answer.exit == static_cast<int>(code), QJsonDocument(answer.json).toJson().constData());
        QCOMPARE(answer.fault().toStdString(), std::string(faultName(code)));
    }

private slots:
    void officePeopleAndVault();
    void theGateSaysWhatToDo();
    void certificateThatRanOut();
};

void CtlFounding::officePeopleAndVault()
{
    const QString folder = m_two.path("new"), words = QString::fromStdString(m_two.words.string());
    const QStringList office{"office", "create", folder, "--office", "Bureau 9", "--office-passphrase-file", words};
    ran(runCtl(office));
    ended(runCtl(office), FaultCode::AlreadyExists);
    const QStringList enrol{"person", "enrol", folder, "--office-dir", folder, "--name", "Bo Both", "--role", "adjudicator", "--role", "supervisor",
                            "--office-passphrase-file", words, "--passphrase-file", words, "--stem"};
    const Answer enrolled = runCtl(enrol + QStringList{"bo"});
    ran(enrolled);
    ended(runCtl(enrol + QStringList{"bo"}), FaultCode::AlreadyExists);
    ended(runCtl(QStringList(enrol).replaceInStrings("adjudicator", "emperor") + QStringList{"zo"}), FaultCode::Malformed);
    const QString vault = folder + "/bo.caseward";
    const QStringList create{"vault", "create", vault, "--office", folder + "/office.pem", "--member", folder + "/bo.pem:" + folder + "/bo.p8"};
    ran(runCtl(create));
    ended(runCtl(create), FaultCode::AlreadyExists);
    const Answer people = runCtl({"vault", "people", vault});
    ran(people);
    const QJsonObject bo = people.json["people"].toArray().at(0).toObject();
    QCOMPARE(bo["name"].toString(), QString("Bo Both"));
    QCOMPARE(bo["person"].toString(), enrolled.json["person"].toString());
    for (const char *who : {"supervisor", "bo both"})
        ran(runCtl({"queue", "--vault", vault, "--as", who, "--passphrase-file", words}));
    ended(runCtl({"queue", "--vault", vault, "--as", "courier", "--passphrase-file", words}), FaultCode::NotEnrolled);
}

void CtlFounding::theGateSaysWhatToDo()
{
    const QStringList in{"--case", "G-1"};
    ran(m_two.a({"case", "create", "--reference", "G-1", "--subject", "S-1"}));
    ran(m_two.a(QStringList{"document", "add", m_two.put("report.txt", caseReport)} + in));
    const Answer tied = m_two.a(QStringList{"passage", "tie", "--document", "report", "--quote", "unpaid debts", "--condition", "f19a"} + in);
    ran(tied);
    ran(m_two.a(QStringList{"passage", "weigh", "--passage", tied.json["passage"].toString(), "--weight", "3"} + in));
    ran(m_two.a(QStringList{"outcome", "propose", "deny"} + in));
    ran(m_two.a(QStringList{"reasons", "write", m_two.put("reasons.txt", "Nobody is cited here. 19(a) is established.\n")} + in));
    // What it lists is done, each by its own command; then nothing is left.
    int done = 0;
    const Answer first = m_two.a(QStringList{"check"} + in);
    ran(first);
    const QJsonArray open = first.json["checks"].toArray();
    QCOMPARE(first.json["checksOpen"].toInt(), static_cast<int>(open.size()));
    ended(m_two.a(QStringList{"sign", "--confirm", "DENY"} + in), FaultCode::Incomplete);
    ended(m_two.a(QStringList{"document", "waive", "--document", "report", "--page", "1st", "--reason", "x"} + in), FaultCode::Usage);
    ended(m_two.a(QStringList{"entry", "withdraw", "4th"} + in), FaultCode::Usage);
    for (const QJsonValue &one : open) {
        const QString id = one.toObject()["id"].toString(), target = one.toObject()["target"].toString();
        const QMap<QString, QStringList> commands{
            {"disqualifying-without-finding", {"finding", "condition", target, "established", "--reason", "so it is"}},
            {"guideline-without-finding", {"finding", "guideline", target, "against-subject", "--reason", "not mitigated"}},
            {"mitigating-without-finding", {"finding", "condition", target, "no-evidence"}},
            {"factor-unanswered", {"factor", "weigh", target, "--text", "weighed"}},
            {"paragraph-without-passage", {"explain", id, target, "--words", "a summary"}},
            {"documentation.whole-person", {"explain", id, "--words", "no factor changes it"}},
            {"adverse-without-statement", {"explain", id, target, "--words", "told under the rules before these"}},
            {"review-levels", {"explain", id, target, "--words", "S. Senior; advice of L. Legal"}},
            {"outcome-against-findings", {"explain", id, target, "--words", "it will agree"}},
            {"pages-not-displayed", {"document", "waive", "--document", target, "--page", "1", "--reason", "read on paper"}},
        };
        QVERIFY2(commands.contains(id), qPrintable(id));
        ran(m_two.a(commands.value(id) + in));
        ++done;
    }
    QVERIFY(done > 15);
    QCOMPARE(m_two.a(QStringList{"check"} + in).json["checksOpen"].toInt(), 0);
    ran(m_two.a(QStringList{"sign", "--confirm", "DENY"} + in));
    ended(m_two.a(QStringList{"outcome", "propose", "grant"} + in), FaultCode::NotAllowed);
}

void CtlFounding::certificateThatRanOut()
{
    // A station of a year and a half ago: its people could work then, and cannot sign or send now.
    TestOffice then("Bureau 5", {SystemClock().now().milliseconds - 550 * day});
    const Member old = then.enrol("Odd Old", {crypto::Role::Adjudicator});
    const Path vault = then.makeVault("old", {old}, {});
    {
        const auto session = signIn(then, vault, old);
        const CaseId id = intake(*session, "O-1");
        review(*session, id);
    }
    ran(m_two.at(vault, {"case", "show", "--case", "O-1"}));
    ended(m_two.at(vault, {"sign", "--confirm", "DENY", "--case", "O-1"}), FaultCode::CertificateExpired);
    ended(m_two.at(vault, {"bundle", "seal", m_two.path("old.cwb"), "--case", "O-1", "--to", "Odd Old"}), FaultCode::CertificateExpired);
    QVERIFY(!QFileInfo::exists(m_two.path("old.cwb")));
    QCOMPARE(m_two.at(vault, {"case", "show", "--case", "O-1"}).json["status"].toString(), QString("in-review"));
}

QTEST_GUILESS_MAIN(CtlFounding)
#include "tst_ctl_founding.moc"
