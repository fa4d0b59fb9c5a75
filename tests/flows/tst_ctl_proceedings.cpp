// SPDX-License-Identifier: GPL-3.0-or-later
// The proceedings by single commands: stage, clocks, eligibility, what is due, a conflict of interest, and administrative ends in words.
#include "tests/flows/twostations.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace caseward;
using namespace caseward::tests;

class CtlProceedings : public QObject {
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
    [[nodiscard]] QJsonObject row() const
    {
        for (const auto &value : m_two.a({"queue"}).json["cases"].toArray())
            if (value.toObject()["reference"].toString() == "C-1")
                return value.toObject();
        return {};
    }
    static QStringList texts(const QJsonArray &list, const char *member)
    {
        QStringList found;
        for (const auto &value : list)
            found.append(value.toObject()[QLatin1String(member)].toString());
        return found;
    }

private slots:
    void initTestCase() { workOnCase(m_two, "C-1"); }

    void a_stageAndWhatIsMissing()
    {
        const QJsonObject stage = done({"case", "stage"});
        QCOMPARE(stage["stage"].toString(), QString("in-review"));
        QCOMPARE(stage["administrative"].toBool(), false);
        const QStringList to = texts(stage["next"].toArray(), "to");
        QVERIFY(to.contains("info-requested") && to.contains("sor-draft") && to.contains("suspended") && !to.contains("served"));
        done({"case", "move", "info-requested", "--reason", "the sponsor is asked for proof of payment"});
        QCOMPARE(on({"sign", "--confirm", "GRANT"}).fault(), QString("not-allowed"));
        done({"case", "move", "in-review", "--reason", "it came"});
    }

    void b_refusals_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("fault");
        QTest::newRow("against the table") << QStringList{"case", "move", "denied", "--reason", "r"} << "not-allowed";
        QTest::newRow("no such stage") << QStringList{"case", "move", "cleared"} << "malformed";
        QTest::newRow("no stage") << QStringList{"case", "move"} << "usage";
        QTest::newRow("nobody served") << QStringList{"clock", "start", "reply", "--reason", "r"} << "not-allowed";
        QTest::newRow("no length") << QStringList{"clock", "start", "appeal", "--reason", "r"} << "malformed";
        QTest::newRow("no reason") << QStringList{"clock", "start", "investigate"} << "malformed";
        QTest::newRow("not going") << QStringList{"clock", "stop", "reply", "--reason", "r"} << "not-found";
        QTest::newRow("no such status") << QStringList{"eligibility", "record", "DCSA", "Secret", "cleared", "--reason", "r"} << "malformed";
        QTest::newRow("interim for ever") << QStringList{"eligibility", "record", "DCSA", "Secret", "interim", "--reason", "r"} << "malformed";
        QTest::newRow("condition without a day") << QStringList{"eligibility", "record", "DCSA", "Secret", "eligible", "--reason", "r", "--condition", "pay"} << "usage";
        QTest::newRow("no such condition") << QStringList{"eligibility", "monitor", "DCSA", "Secret", "1", "met", "--words", "w"} << "not-found";
        QTest::newRow("not a digest") << QStringList{"eligibility", "record", "DCSA", "Secret", "denied", "--reason", "r", "--decision", "7"} << "malformed";
    }
    void b_refusals()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, fault);
        const int before = done({"case", "show"})["entries"].toInt();
        QCOMPARE(on(command).fault(), fault);
        QCOMPARE(done({"case", "show"})["entries"].toInt(), before);
    }

    void c_clocksAndWhatIsDue()
    {
        done({"clock", "start", "investigate", "--reason", "the case was opened"});
        QJsonObject clock = done({"clock", "stop", "investigate", "--reason", "the bureau is asked"})["clocks"].toArray()[0].toObject();
        QVERIFY2(clock["words"].toString().startsWith("stopped since"), qPrintable(clock["words"].toString()));
        QVERIFY(clock["words"].toString().endsWith("because the bureau is asked"));
        QCOMPARE(done({"clock", "resume", "investigate", "--reason", "it answered"})["clocks"].toArray()[0].toObject()["stoppedOn"].toString(), QString());
        QCOMPARE(done({"clock", "extend", "investigate", "--due", "2099-01-01", "--reason", "a field office is closed"})["clocks"].toArray()[0].toObject()["due"].toString(),
                 QString("2099-01-01"));
        done({"clock", "start", "appeal", "--from", "2026-01-05", "--due", "2099-02-01", "--title", "Appeal", "--reason", "letter of the board"});
        QVERIFY(texts(done({"clock", "list"})["known"].toArray(), "clock").contains("reply"));
        done({"eligibility", "record", "DCSA", "Secret", "interim", "--until", "2099-01-15", "--reason", "limited checks"});
        const QStringList days = texts(m_two.a({"due"}).json["due"].toArray(), "day");
        QVERIFY2(days == QStringList({"2099-01-01", "2099-01-15", "2099-02-01"}), qPrintable(days.join(' ')));
    }

    // Five business days from a Monday, with the last Thursday of November among them.
    void c_aHolidayIsNotCountedAndIsSaid()
    {
        const QJsonArray clocks = done({"clock", "start", "reciprocity", "--from", "2025-11-24", "--reason", "asked by letter"})["clocks"].toArray();
        const QJsonObject clock = clocks.last().toObject();
        QCOMPARE(clock["clock"].toString(), QString("reciprocity"));
        QCOMPARE(clock["due"].toString(), QString("2025-12-02"));
        QCOMPARE(clock["holidays"].toString(), QString("holiday: Thanksgiving Day, 2025-11-27"));
        QCOMPARE(clock["reason"].toString(), QString("asked by letter (holiday: Thanksgiving Day, 2025-11-27)"));
        done({"clock", "stop", "reciprocity", "--done", "--reason", "answered"});
    }

    void d_eachLineForItself()
    {
        done({"eligibility", "record", "DIA", "SCI", "denied", "--reason", "as they told us"});
        const QJsonArray lines = done({"eligibility", "record", "DCSA", "Secret", "eligible", "--exception", "C", "--condition", "finish the counselling=2099-03-01", "--reason",
                                       "exception"})["eligibility"].toArray();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(texts(lines, "status"), QStringList({"eligible", "denied"}));
        QCOMPARE(lines[0].toObject()["before"].toArray().size(), 1); // the interim stays in its history
        const QJsonObject met = done({"eligibility", "monitor", "DCSA", "Secret", "1", "met", "--words", "certificate"})["eligibility"].toArray()[0].toObject();
        QCOMPARE(met["conditions"].toArray()[0].toObject()["standing"].toString(), QString("met"));
    }

    void d_reciprocityIsAskedAndDecided()
    {
        const QStringList asked{"--authority", "NSA", "--access", "Top Secret", "--needed", "Secret", "--investigated", "2015-03-01"};
        const QJsonObject shown = done(QStringList{"reciprocity", "show"} + asked);
        QCOMPARE(texts(shown["questions"].toArray(), "id"), QStringList({"S7-1", "S7-2", "S7-3", "S7-4", "S7-5", "S7-6"}));
        QVERIFY(shown["questions"].toArray()[1].toObject()["recordSaysYes"].toBool());
        QStringList answers;
        for (const QString &id : texts(shown["questions"].toArray(), "id"))
            answers << "--answer" << id + (id == "S7-2" ? "=yes: closed in 2015" : "=no: their register");
        const QStringList decide = asked + answers + QStringList{"--reason", "as asked"};
        QCOMPARE(on(QStringList{"reciprocity", "decide", "perhaps"} + decide).fault(), QString("usage"));
        QCOMPARE(on(QStringList{"reciprocity", "decide", "accepted", "--answer", "S7-1 no"} + decide).fault(), QString("usage"));
        QCOMPARE(on(QStringList{"reciprocity", "decide", "declined"} + decide).fault(), QString("malformed"));
        QCOMPARE(on(QStringList{"reciprocity", "decide", "declined", "--ground", "S7-4"} + decide).fault(), QString("not-allowed"));
        const QJsonObject accepted = done(QStringList{"reciprocity", "decide", "accepted", "--record-as", "Bureau 9"} + decide);
        QVERIFY(accepted["words"].toString().contains("reinvestigation"));
        QVERIFY(texts(accepted["eligibility"].toArray(), "status").contains("reciprocity-accepted"));
    }

    // Every item of the documentation check by its id; who signs, with what is missing.
    void d_whatTheReasonsName()
    {
        QStringList ids;
        for (const auto &value : done({"case", "documentation"})["documentation"].toArray())
            ids << value.toObject()["id"].toString() + " " + value.toObject()["state"].toString();
        QVERIFY2(ids.contains("documentation.exception does-not-apply"), qPrintable(ids.join(", ")));
        QVERIFY(!done({"case", "documentation"}).contains("score"));
        QVERIFY(done({"case", "show"})["review"].isArray());
    }

    void e_anAdministrativeEndIsSaidInWords()
    {
        done({"outcome", "propose", "loss-of-jurisdiction"});
        for (const auto &value : done({"check"})["checks"].toArray())
            if (value.toObject()["open"].toBool())
                done({"explain", value.toObject()["id"].toString(), value.toObject()["target"].toString(), "--words", "the person left"});
        done({"sign", "--confirm", "LOSS OF JURISDICTION"});
        QCOMPARE(row()["stage"].toString(), QString("loss-of-jurisdiction"));
        QCOMPARE(row()["administrative"].toBool(), true);
        QCOMPARE(done({"case", "stage"})["words"].toString(), QString("Loss of jurisdiction (administrative, not adverse)"));
        const QString folder = m_two.path("out");
        done({"decision", "export", folder});
        QFile record(folder + "/decision.json");
        QVERIFY(record.open(QIODevice::ReadOnly));
        const QByteArray text = record.readAll();
        QVERIFY(text.contains("\"note\":\"administrative, not adverse\""));
        QVERIFY(!text.contains("\"class\":\"adverse\""));
        const Answer verified = runCtl({"verify", folder + "/decision.json", folder + "/decision.p7s", "--office", folder + "/office.pem"});
        QCOMPARE(verified.json["administrative"].toBool(), true);
        QByteArray paper;
        QCOMPARE(runTool("pdftotext", {folder + "/decision.pdf", "-"}, &paper), 0);
        QVERIFY(paper.contains("administrative, not adverse"));
        QVERIFY(paper.contains("one level of review is enough"));
        QCOMPARE(on({"eligibility", "record", "DCSA", "Secret", "denied", "--reason", "r", "--decision", verified.json["sha256"].toString()}).fault(), QString("not-allowed"));
    }

    void f_reopenedAndConflict()
    {
        done({"case", "move", "reopened", "--reason", "an incident report came"});
        const QJsonArray conflicts = done({"conflict", "declare", "--reason", "the subject is a neighbour"})["conflicts"].toArray();
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(on({"outcome", "propose", "grant"}).fault(), QString("not-allowed"));
        QCOMPARE(on({"conflict", "declare", "--reason", "again"}).fault(), QString("already-exists"));
    }
};

QTEST_GUILESS_MAIN(CtlProceedings)
#include "tst_ctl_proceedings.moc"
