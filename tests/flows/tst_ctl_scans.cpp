// SPDX-License-Identifier: GPL-3.0-or-later
// A scan in a case: a machine reads it when it is asked to, and nothing it says can be quoted as evidence. Only where Tesseract is
// installed.
#include "tests/flows/twostations.h"
#include "tests/support/scanfile.h"

using namespace caseward;
using namespace caseward::tests;

class CtlScans : public QObject {
    Q_OBJECT

    TwoStations m_two;
    const QStringList m_in{"--case", "SCAN"};

    static void ran(const Answer &answer) { QVERIFY2(answer.exit == 0, QJsonDocument(answer.json).toJson().constData()); }

private slots:
    void initTestCase()
    {
        const std::string scan = scanOf({"The respondent owes 28,300 dollars", "to a credit union in Norfolk"});
        QVERIFY(!scan.empty());
        ran(m_two.a({"case", "create", "--reference", "SCAN", "--subject", "S-1"}));
        const Answer added = m_two.a(QStringList{"document", "add", m_two.put("slip.tif", scan), m_two.put("letter.txt", letterText)} + m_in);
        ran(added);
        // Intake asks no machine.
        QCOMPARE(added.json["added"].toArray()[0].toObject()["engine"].toString(), QString("caseward-image 1; no words"));
        const Answer read = m_two.a(QStringList{"document", "read-scans"} + m_in);
        if (read.fault() == "not-found")
            QSKIP("Tesseract is not on this machine");
        ran(read);
        QCOMPARE(read.json["read"].toInt(), 1); // the letter has its own words
        QCOMPARE(read.json["withWords"].toInt(), 1);
        QVERIFY(read.json["engine"].toString().startsWith("tesseract "));
    }

    void twiceReadsNothingAgain()
    {
        const Answer again = m_two.a(QStringList{"document", "read-scans", "--document", "slip"} + m_in);
        ran(again);
        QCOMPARE(again.json["read"].toInt(), 0);
        QCOMPARE(again.json["before"].toInt(), 1);
    }

    void isNoEvidence()
    {
        const Answer tie = m_two.a(QStringList{"passage", "tie", "--document", "slip", "--quote", "credit union", "--condition", "F 19(c)"} + m_in);
        QCOMPARE(tie.fault(), QString("quote-not-found"));
        // Nor is it in the history, which is as long as before.
        const auto entries = m_two.a(QStringList{"case", "history"} + m_in).json["entries"].toArray().size();
        ran(m_two.a(QStringList{"document", "read-scans"} + m_in));
        QCOMPARE(m_two.a(QStringList{"case", "history"} + m_in).json["entries"].toArray().size(), entries);
        const Answer checked = m_two.a({"vault", "check"});
        ran(checked);
        QVERIFY(checked.json["problems"].toArray().isEmpty());
    }

    void isFoundAndSaysSo()
    {
        const Answer found = m_two.a(QStringList{"find", "CREDIT union in"} + m_in);
        ran(found);
        const QJsonArray hits = found.json["hits"].toArray();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits[0].toObject()["in"].toString(), QString("scan"));
        QCOMPARE(hits[0].toObject()["page"].toInt(), 1);
        const QJsonObject area = hits[0].toObject()["area"].toObject();          // of the page of 400 x 200 points
        QVERIFY(area["width"].toDouble() > 20 && area["x"].toDouble() + area["width"].toDouble() < 400 && area["height"].toDouble() > 4);
        QCOMPARE(found.json["pagesWithoutText"].toInt(), 0);
    }

    void ofNoSuchDocument()
    {
        QCOMPARE(m_two.a(QStringList{"document", "read-scans", "--document", "nothing"} + m_in).fault(), QString("not-found"));
    }
};

QTEST_GUILESS_MAIN(CtlScans)
#include "tst_ctl_scans.moc"
