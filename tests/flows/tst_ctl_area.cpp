// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a scan's picture as a passage, through the program: tied, shown, moved, refused where there is none.
#include "tests/flows/twostations.h"
#include "tests/support/scanfile.h"

using namespace caseward;
using namespace caseward::tests;

class CtlArea : public QObject {
    Q_OBJECT

    TwoStations m_two;
    const QStringList m_in{"--case", "SCAN"};
    QString m_passage;

    static void ran(const Answer &answer) { QVERIFY2(answer.exit == 0, QJsonDocument(answer.json).toJson().constData()); }
    Answer tie(const QString &area, const QStringList &more = {"--page", "1"}, const QString &document = "slip")
    {
        return m_two.a(QStringList{"passage", "tie", "--document", document, "--condition", "F 19(c)", "--area", area} + more + m_in);
    }

private slots:
    void initTestCase()
    {
        const std::string scan = scanOf({"The respondent owes 28,300 dollars", "to a credit union in Norfolk"});
        QVERIFY(!scan.empty());
        ran(m_two.a({"case", "create", "--reference", "SCAN", "--subject", "S-1"}));
        ran(m_two.a(QStringList{"document", "add", m_two.put("slip.tif", scan), m_two.put("letter.txt", letterText)} + m_in));
    }

    void isTiedAndShown()
    {
        const Answer tied = tie("10,12.5,90,20.25");
        ran(tied);
        QCOMPARE(tied.json["area"].toArray(), (QJsonArray{10, 12.5, 90, 20.25}));
        m_passage = tied.json["passage"].toString();
        const QJsonObject shown = m_two.a(QStringList{"case", "show"} + m_in).json["passages"].toArray()[0].toObject();
        QCOMPARE(shown["quote"].toString(), QString());
        QCOMPARE(shown["area"].toArray(), (QJsonArray{10, 12.5, 90, 20.25}));
        QCOMPARE(shown["page"].toInt(), 1);
    }

    void isMovedAndNotToWhereItIs()
    {
        const auto move = [this](const QString &area) { return m_two.a(QStringList{"passage", "move", "--passage", m_passage, "--page", "1", "--area", area} + m_in); };
        ran(move("10,40,90,20"));
        QCOMPARE(move("10,40,90,20").fault(), QString("already-exists"));
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("area");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("fault");
        const QStringList page{"--page", "1"};
        QTest::newRow("beyond the page") << "10,10,9000,20" << page << "slip" << "quote-not-found";
        QTest::newRow("of no size") << "10,10,0,20" << page << "slip" << "quote-not-found";
        QTest::newRow("left of the page") << "-1,10,20,20" << page << "slip" << "quote-not-found";
        QTest::newRow("of a letter in plain text") << "10,10,20,20" << page << "letter" << "quote-not-found";
        QTest::newRow("of no page") << "10,10,20,20" << QStringList{"--page", "7"} << "slip" << "not-found";
        QTest::newRow("without a page") << "10,10,20,20" << QStringList{} << "slip" << "usage";
        QTest::newRow("three numbers") << "10,10,20" << page << "slip" << "usage";
        QTest::newRow("five numbers") << "10,10,20,20,5" << page << "slip" << "usage";
        QTest::newRow("not a number") << "10,10,nan,20" << page << "slip" << "usage";
        QTest::newRow("words") << "stamp" << page << "slip" << "usage";
        QTest::newRow("and words as well") << "10,10,20,20" << (page + QStringList{"--quote", "x"}) << "slip" << "usage";
    }

    void isRefused()
    {
        QFETCH(QString, area);
        QFETCH(QStringList, more);
        QFETCH(QString, document);
        QFETCH(QString, fault);
        QCOMPARE(tie(area, more, document).fault(), fault);
    }

    void everythingIsStillSound()
    {
        const Answer checked = m_two.a({"vault", "check"});
        ran(checked);
        QVERIFY(checked.json["problems"].toArray().isEmpty());
    }
};

QTEST_GUILESS_MAIN(CtlArea)
#include "tst_ctl_area.moc"
