// SPDX-License-Identifier: GPL-3.0-or-later
// A statement of reasons by single commands, from the first sub-paragraph to the signed record.
#include "tests/flows/twostations.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;

class CtlAllegations : public QObject {
    Q_OBJECT

    TwoStations m_two;

    [[nodiscard]] Answer on(QStringList command) const { return m_two.a(command + QStringList{"--case", "C-1"}); }
    QJsonObject done(const QStringList &command) const
    {
        const Answer answer = on(command);
        if (answer.exit != 0)
            qFatal("%s: %s", qPrintable(command.join(' ')), QJsonDocument(answer.json).toJson().constData());
        return answer.json;
    }

    [[nodiscard]] QString passage() const { return done({"case", "show"})["passages"].toArray()[0].toObject()["id"].toString(); }

private slots:
    void initTestCase() { workOnCase(m_two, "C-1"); }

    void theStatementIsMade()
    {
        const QString tie = passage();
        QCOMPARE(done({"allegation", "list"})["paragraphs"].toArray().size(), 0);
        QJsonObject made = done({"allegation", "make", "F", "--text", "You owe 24,303 dollars.", "--from", "2019", "--condition", "19(c)", "--evidence", tie});
        QCOMPARE(made["label"].toString(), QString("1.a"));
        QCOMPARE(done({"allegation", "make", "F", "--text", "You did not file a return.", "--evidence", tie})["label"].toString(), QString("1.b"));
        QCOMPARE(done({"allegation", "make", "E", "--repeats", "1.a"})["label"].toString(), QString("2.a"));
        // Nothing can be signed before every sub-paragraph has its finding.
        QCOMPARE(on({"sign", "--confirm", "GRANT"}).fault(), QString("incomplete"));
        QCOMPARE(done({"allegation", "amend", "1.a", "--text", "You owe 24,303 dollars to three creditors.", "--reason", "the creditors are named"})["text"].toString(),
                 QString("You owe 24,303 dollars to three creditors."));
        QCOMPARE(done({"allegation", "answer", "1.a", "admitted", "--words", "It is true."})["answer"].toString(), QString("admitted"));
        QCOMPARE(done({"allegation", "appraise", "1.a", "--given", "C", "--view", "under control", "--frequency", "continuing"})["given"].toString(), QString("C"));
        done({"allegation", "mitigate", "1.a", "20(d)", "claimed"});
        const auto mitigators = done({"allegation", "mitigate", "1.a", "20(d)", "supported", "--reason", "a plan is kept", "--evidence", tie})["mitigators"].toArray();
        QCOMPARE(mitigators.size(), 1);
        QCOMPARE(mitigators[0].toObject()["standing"].toString(), QString("supported"));
        QCOMPARE(done({"allegation", "find", "1.a", "for"})["finding"].toString(), QString("for"));
    }

    // Before anything is found, and after: the cells hold the passages, and a finding on one passage is told.
    void theMatrixAndWhatCarries()
    {
        const QString tie = passage();
        const QJsonObject matrix = done({"case", "matrix"});
        const QString condition = done({"case", "show"})["passages"].toArray()[0].toObject()["condition"].toString();
        bool seen = false;
        for (const QJsonValue &value : matrix["rows"].toArray()) {
            const QJsonObject row = value.toObject();
            QStringList cells;
            for (const QJsonValue &cell : row["cells"].toArray())
                for (const QJsonValue &id : cell.toArray())
                    cells << id.toString();
            QCOMPARE(cells.size(), row["passages"].toInt());
            seen = seen || (row["condition"].toString() == condition && cells.contains(tie));
        }
        QVERIFY(seen);
        QCOMPARE(done({"case", "matrix", "--by", "years"})["columns"].toArray().last().toString(), QString("no date"));
        const std::string factor = "2(d)(4)";
        done({"factor", "weigh", QString::fromStdString(factor), "--text", "Aged 33: responsible.", "--cites", tie});
        const QJsonObject carries = done({"case", "carries"});
        QStringList carried;
        for (const QJsonValue &value : carries["passages"].toArray())
            if (value.toObject()["passages"].toArray().first().toString() == tie)
                for (const QJsonValue &text : value.toObject()["carries"].toArray())
                    carried << text.toString();
        QVERIFY2(carried.contains("Factor 2(d)(4) is weighed"), qPrintable(carried.join(", ")));
        QVERIFY2(carried.contains("Sub-paragraph 1.a: 20(d) is supported"), qPrintable(carried.join(", ")));
        QCOMPARE(on({"case", "matrix", "--by", "weather"}).fault(), QString("usage"));
        QCOMPARE(on({"case", "carries", "--pack", "none"}).fault(), QString("not-found"));
        QCOMPARE(on({"factor", "weigh", "2(d)(4)", "--text", "x", "--cites", "0192f3a0-0000-7000-8000-000000000000"}).fault(), QString("not-found"));
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no such sub-paragraph") << QStringList{"allegation", "find", "9.z", "for"} << "not-found";
        QTest::newRow("no such guideline") << QStringList{"allegation", "make", "Z", "--text", "x"} << "unknown-condition";
        QTest::newRow("no such finding") << QStringList{"allegation", "find", "1.a", "maybe"} << "malformed";
        QTest::newRow("no such answer") << QStringList{"allegation", "answer", "1.a", "perhaps"} << "malformed";
        QTest::newRow("label taken") << QStringList{"allegation", "make", "F", "--text", "x", "--label", "1.b"} << "already-exists";
        QTest::newRow("not an id") << QStringList{"allegation", "amend", "1.a", "--evidence", "p. 3", "--reason", "r"} << "malformed";
        QTest::newRow("no label") << QStringList{"allegation", "withdraw"} << "usage";
        QTest::newRow("about") << QStringList{"allegation", "amend", "1.a", "--about", "perhaps", "--reason", "r"} << "usage";
    }
    void refusals()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, fault);
        const int before = done({"case", "show"})["entries"].toInt();
        QCOMPARE(on(command).fault(), fault);
        QCOMPARE(done({"case", "show"})["entries"].toInt(), before);
    }

    void theRecordIsSigned()
    {
        QVERIFY(!done({"allegation", "withdraw", "1.b", "--reason", "a return was filed"})["withdrawn"].isNull());
        done({"allegation", "withdraw", "2.a", "--reason", "not pursued"});
        done({"sign", "--confirm", "GRANT"});

        const QString folder = m_two.path("out");
        QVERIFY(QDir().mkpath(folder));
        done({"decision", "export", folder});
        QFile file(folder + "/decision.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray alleged = QJsonDocument::fromJson(file.readAll()).object()["allegations"].toArray();
        QCOMPARE(alleged.size(), 3);
        const QJsonObject debt = alleged[0].toObject();
        QCOMPARE(debt["label"].toString(), QString("1.a"));
        QCOMPARE(debt["finding"].toString(), QString("for"));
        QCOMPARE(debt["answer"].toString(), QString("admitted"));
        QCOMPARE(debt["passages"].toArray()[0].toString(), passage());
        QCOMPARE(alleged[1].toObject()["withdrawn"].toString(), QString("a return was filed"));
        QCOMPARE(alleged[2].toObject()["repeats"].toArray()[0].toString(), QString("1.a"));
    }

    // Under a further pack a sub-paragraph has the conditions of that one, with or without its name; those of another are refused in words.
    void underAFurtherPack()
    {
        QCOMPARE(m_two.a({"case", "create", "--reference", "C-2", "--subject", "S-2"}).exit, 0);
        const auto on = [this](QStringList command) { return m_two.a(command + QStringList{"--case", "C-2"}); };
        const auto done = [&on](const QStringList &command) {
            const Answer answer = on(command);
            if (answer.exit != 0)
                qFatal("%s: %s", qPrintable(command.join(' ')), QJsonDocument(answer.json).toJson().constData());
            return answer.json;
        };
        done({"pack", "join", "nato-ac35-d2000", "--reason", "joint case"});
        const QJsonObject made = done({"allegation", "make", "nato-ac35-d2000:e", "--text", "You withheld it.", "--condition", "NATO-e"});
        QCOMPARE(made["pack"].toString(), QString("nato-ac35-d2000"));
        QCOMPARE(made["guideline"].toString(), QString("e"));
        QCOMPARE(made["conditions"].toArray()[0].toString(), QString("NATO-e"));
        const QString label = made["label"].toString();
        QCOMPARE(done({"allegation", "mitigate", label, "nato-ac35-d2000:NATO-e/for", "claimed"})["mitigators"].toArray().size(), 1);
        QCOMPARE(done({"allegation", "find", label, "against", "--established", "NATO-e"})["established"].toArray()[0].toString(), QString("NATO-e"));
        const Answer other = on({"allegation", "find", label, "against", "--established", "us-sead4-2017:16(a)"});
        QCOMPARE(other.fault(), QString("unknown-condition"));
        QVERIFY(QJsonDocument(other.json).toJson().contains("of another one"));
        // What is shown of the case has the name before it, now that there are two.
        done({"finding", "guideline", "nato-ac35-d2000:e", "against-subject", "--reason", "withheld"});
        const QJsonArray findings = done({"case", "show"})["findings"].toArray();
        QVERIFY(std::any_of(findings.begin(), findings.end(), [](const QJsonValue &it) { return it.toObject()["pack"].toString() == "nato-ac35-d2000"; }));
        // What is said in it is found.
        const QJsonArray hits = done({"find", "withheld it"})["hits"].toArray();
        QVERIFY(std::any_of(hits.begin(), hits.end(), [&label](const QJsonValue &it) { return it.toObject()["label"].toString() == label; }));
    }
};

QTEST_GUILESS_MAIN(CtlAllegations)
#include "tst_ctl_allegations.moc"
