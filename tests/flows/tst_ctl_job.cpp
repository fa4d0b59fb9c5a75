// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job by single commands of the real program: two stations, a return, a second decision, a countersignature.
#include "tests/flows/twostations.h"

using namespace caseward;
using namespace caseward::tests;

class CtlJob : public QObject {
    Q_OBJECT
private slots:
    void wholeJob();
    void mechanicalTrialOnRealDocuments();

private:
    TwoStations m_two;
};

#define EXPECT_OK(expression)                                                                                        \
    [&] {                                                                                                            \
        const Answer answer_ = (expression);                                                                         \
        if (answer_.exit != 0)                                                                                       \
            qFatal("line %d: exit %d %s", __LINE__, answer_.exit, QJsonDocument(answer_.json).toJson().constData());  \
        return answer_.json;                                                                                         \
    }()

void CtlJob::wholeJob()
{
    const QStringList in{"--case", "C-1"};
    workOnCase(m_two, "C-1");
    QCOMPARE(EXPECT_OK(m_two.a(QStringList{"check"} + in))["checksOpen"].toInt(), 0);
    EXPECT_OK(m_two.a(QStringList{"sign", "--confirm", "GRANT"} + in));

    // There, it is returned with a note; custody goes with the bundle.
    EXPECT_OK(m_two.a(QStringList{"bundle", "seal", m_two.path("1.cwb"), "--to", "Max Lee", "--purpose", "for review"} + in));
    QCOMPARE(EXPECT_OK(m_two.a({"queue"}))["cases"].toArray()[0].toObject()["custodyHere"].toBool(), false);
    QCOMPARE(m_two.a(QStringList{"finding", "condition", "20(a)", "no-evidence"} + in).fault(), "case-read-only");
    QCOMPARE(EXPECT_OK(m_two.b({"bundle", "inspect", m_two.path("1.cwb")}))["cases"].toArray().size(), 1);
    QCOMPARE(EXPECT_OK(m_two.b({"queue"}))["cases"].toArray().size(), 0);
    EXPECT_OK(m_two.b({"bundle", "open", m_two.path("1.cwb")}));
    QVERIFY(!EXPECT_OK(m_two.b(QStringList{"changes"} + in))["changes"].toArray().isEmpty());
    EXPECT_OK(m_two.b(QStringList{"review", "return", "--reason", "Say more about the plan.", "--note", "20(d)=How long?"} + in));
    EXPECT_OK(m_two.b(QStringList{"bundle", "seal", m_two.path("2.cwb"), "--to", "Ada Rivera"} + in));

    // Here, the finding is changed and a second decision supersedes the first.
    EXPECT_OK(m_two.a({"bundle", "open", m_two.path("2.cwb")}));
    QCOMPARE(EXPECT_OK(m_two.a(QStringList{"case", "show"} + in))["status"].toString(), "returned");
    EXPECT_OK(m_two.a(QStringList{"finding", "condition", "20(d)", "applies", "--reason", "Seventeen payments since March 2025."} + in));
    const QString second = EXPECT_OK(m_two.a(QStringList{"sign", "--confirm", "GRANT"} + in))["digest"].toString();
    EXPECT_OK(m_two.a(QStringList{"bundle", "seal", m_two.path("3.cwb"), "--to", "supervisor"} + in));

    EXPECT_OK(m_two.b({"bundle", "open", m_two.path("3.cwb")}));
    const QJsonArray changed = EXPECT_OK(m_two.b(QStringList{"changes", "--since", "return"} + in))["changes"].toArray();
    QVERIFY(std::ranges::any_of(changed, [](const QJsonValue &change) {
        return change.toObject()["after"].toString().contains("Seventeen payments");
    }));
    EXPECT_OK(m_two.b(QStringList{"review", "concur", "--reason", "Now it stands."} + in));
    EXPECT_OK(m_two.b(QStringList{"countersign"} + in));
    EXPECT_OK(m_two.b(QStringList{"bundle", "seal", m_two.path("4.cwb"), "--to", "Ada Rivera"} + in));
    EXPECT_OK(m_two.a({"bundle", "open", m_two.path("4.cwb")}));

    // From outside, with the office's certificate alone.
    EXPECT_OK(m_two.a(QStringList{"decision", "export", m_two.path("out")} + in));
    const QString office = QString::fromStdString(m_two.office.officePem().string());
    const QJsonObject verified = EXPECT_OK(runCtl({"verify", m_two.path("out/decision.json"), m_two.path("out/decision.p7s"),
                                                   m_two.path("out/countersign.p7s"), "--office", office}));
    QCOMPARE(verified["sha256"].toString(), second);
    QCOMPARE(verified["countersigner"].toString(), "Max Lee");
    EXPECT_OK(runCtl({"bundle", "check", m_two.path("4.cwb"), "--office", office}));
    QVERIFY(EXPECT_OK(m_two.a({"vault", "check"}))["problems"].toArray().isEmpty());
    QVERIFY(EXPECT_OK(m_two.b({"vault", "check"}))["problems"].toArray().isEmpty());
    QCOMPARE(EXPECT_OK(m_two.a({"bundle", "list"}))["register"].toArray().size(), 4);
}

void CtlJob::mechanicalTrialOnRealDocuments()
{
    const QString corpus = QString(CASEWARD_SOURCE_DIR) + "/../shared/corpus/doe-pdf";
    if (!QFileInfo::exists(corpus))
        QSKIP("../shared/corpus is not here");
    EXPECT_OK(m_two.a({"case", "create", "--reference", "DOE", "--subject", "S-2"}));
    QCOMPARE(EXPECT_OK(m_two.a({"document", "add", corpus, "--case", "DOE"}))["added"].toArray().size(), 4);
    EXPECT_OK(m_two.a({"demo", "review", "--mechanical", "--case", "DOE"}));
    EXPECT_OK(m_two.a({"sign", "--confirm", "NO DETERMINATION", "--case", "DOE"}));
    QVERIFY(EXPECT_OK(m_two.a({"vault", "check"}))["problems"].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(CtlJob)
#include "tst_ctl_job.moc"
