// SPDX-License-Identifier: GPL-3.0-or-later
// Screening by single commands: what is found in a questionnaire, what people say of it, the letter, and the way back to the sender. Also
// questionnaires that are hostile or broken.
#include "tests/flows/twostations.h"

#include <QDir>
#include <QTest>

using namespace caseward;
using namespace caseward::tests;

namespace {

std::string questionnaire(const std::string &inside, const std::string &head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
{
    return head + "<XMP version=\"3.00\"><SubmittedRequestInfo><RequestInfo><Request><Form><Name>SF86</Name><Version>2017-07</Version></Form>"
                  "<Responses><Pooled>" + inside + "</Pooled></Responses></Request></RequestInfo><DateSubmitted>2026-02-09</DateSubmitted></SubmittedRequestInfo></XMP>";
}

std::string residence(const std::string &from, const std::string &to)
{
    const auto date = [](const std::string &words) { return words.empty() ? std::string("<Date Type=\"Present\"/>") : "<Date>" + words + "</Date>"; };
    return "<Residency><Address><City>Bexley</City></Address><DateRange><From>" + date(from) + "</From><To>" + date(to) + "</To></DateRange></Residency>";
}

} // namespace

class CtlScreening : public QObject {
    Q_OBJECT

    TwoStations m_two;

    [[nodiscard]] Answer on(QStringList command, const QString &reference = "S-1") const { return m_two.a(command + QStringList{"--case", reference}); }
    QJsonObject done(const QStringList &command, const QString &reference = "S-1") const
    {
        const Answer answer = on(command, reference);
        if (answer.exit != 0)
            qFatal("%s: %s", qPrintable(command.join(' ')), QJsonDocument(answer.json).toJson().constData());
        return answer.json;
    }
    // Of the newest questionnaire.
    static QJsonObject sectionOf(const QJsonObject &shown, const QString &id)
    {
        for (const QJsonValue &one : shown["questionnaires"].toArray().at(0).toObject()["sections"].toArray())
            if (one.toObject()["section"].toString() == id)
                return one.toObject();
        return {};
    }
    static QStringList kindsOf(const QJsonObject &section)
    {
        QStringList kinds;
        for (const QJsonValue &hint : section["hints"].toArray())
            kinds << hint.toObject()["kind"].toString();
        return kinds;
    }

private slots:
    void initTestCase()
    {
        const auto create = [&](const char *reference, const char *subject) {
            const Answer answer = m_two.a({"case", "create", "--reference", reference, "--subject", subject, "--access", "Top Secret/SCI"});
            if (answer.exit != 0)
                qFatal("%s", answer.errors.constData());
        };
        create("S-1", "KESTREL-4");
        create("S-2", "KESTREL-4");
        create("S-3", "KESTREL-40");
        done({"document", "add", QString(CASEWARD_SOURCE_DIR) + "/resources/demo/questionnaire.xml", "--kind", "questionnaire", "--title", "SF-86"});
    }

    void theDemonstrationFormIsScreened()
    {
        const QJsonObject shown = done({"screening", "show", "--as-of", "2026-11-22"});
        const QJsonObject form = shown["questionnaires"].toArray().at(0).toObject();
        QCOMPARE(form["form"].toString(), QString("SF86"));
        QVERIFY(form["known"].toBool() && form["readable"].toBool());
        QCOMPARE(shown["tier"].toString(), QString("Tier 5"));
        const QJsonObject work = sectionOf(shown, "13A");
        QCOMPARE(kindsOf(work).count("gap"), 1);
        QVERIFY2(work["hints"].toArray()[0].toObject()["text"].toString().startsWith("Employment: 119 days"), QJsonDocument(work).toJson().constData());
        QCOMPARE(work["hints"].toArray()[0].toObject()["places"].toArray().size(), 2);
        QCOMPARE(sectionOf(shown, "14")["state"].toString(), QString("no answer"));
        QCOMPARE(shown["releases"].toArray().size(), 3);
        QCOMPARE(shown["components"].toArray().size(), 9);
        QCOMPARE(shown["deficiencies"].toArray().size(), 0);
        // The same subject in another case this person may see; a pseudonym that only begins alike is another person.
        QCOMPARE(shown["flags"].toArray().size(), 1);
        QVERIFY(shown["flags"].toArray()[0].toObject()["text"].toString().contains("S-2"));
        QCOMPARE(done({"screening", "show"}, "S-3")["flags"].toArray().size(), 0);
    }

    void peopleSay()
    {
        done({"screening", "judge", "11", "--complete", "yes", "--consistent", "yes"});
        done({"screening", "judge", "11", "--relevant", "no", "--reason", "nothing there bears on the case"}); // the rest stays
        const QJsonObject homes = sectionOf(done({"screening", "show"}), "11");
        QCOMPARE(homes["complete"].toString(), QString("yes"));
        QCOMPARE(homes["relevant"].toString(), QString("no"));
        done({"screening", "judge", "11", "--relevant", "open"});
        QCOMPARE(sectionOf(done({"screening", "show"}), "11")["relevant"].toString(), QString("open"));

        done({"screening", "release", "general", "--signed", "2026-02-09", "--document", "SF-86", "--page", "1"});
        done({"screening", "release", "medical", "--document", "SF-86"});
        done({"screening", "identity", "identity", "--verified", "yes", "--means", "passport, seen in the original"});
        done({"screening", "component", "credit", "missing", "--reason", "the bureau did not answer"});
        const QString flag = done({"screening", "flag", "--text", "two birthdays are given", "--document", "SF-86", "--page", "2"})["flag"].toString();
        QJsonObject shown = done({"screening", "show", "--as-of", "2026-11-22"});
        QCOMPARE(shown["releases"].toArray()[0].toObject()["state"].toString(), QString("in date"));
        QCOMPARE(shown["releases"].toArray()[2].toObject()["state"].toString(), QString("not signed"));
        QCOMPARE(shown["identity"].toArray()[0].toObject()["state"].toString(), QString("verified"));
        QVERIFY(shown["deviation"].toObject()["text"].toString().startsWith("Deviation territory (Appendix C)"));
        QCOMPARE(shown["flags"].toArray().size(), 2);

        done({"screening", "dismiss", flag, "--reason", "one is the day it was typed"});
        const QString gap = sectionOf(shown, "13A")["hints"].toArray()[0].toObject()["id"].toString();
        done({"screening", "dismiss", gap, "--as-of", "2026-11-22", "--reason", "explained in the interview"});
        shown = done({"screening", "show", "--as-of", "2026-11-22"});
        QCOMPARE(sectionOf(shown, "13A")["hints"].toArray()[0].toObject()["settled"].toString(), QString("dismissed: explained in the interview"));
        // What was said stands in the history, and in what changed.
        QSet<QString> areas;
        for (const QJsonValue &change : done({"changes", "--since", "start"})["changes"].toArray())
            areas.insert(change.toObject()["area"].toString());
        for (const char *area : {"section", "release", "identity", "component", "flag"})
            QVERIFY2(areas.contains(area), area);
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no such section") << QStringList{"screening", "judge", "99", "--complete", "yes"} << "not-found";
        QTest::newRow("no such verdict") << QStringList{"screening", "judge", "11", "--complete", "87 %"} << "malformed";
        QTest::newRow("a no without a reason") << QStringList{"screening", "judge", "12", "--complete", "no"} << "malformed";
        QTest::newRow("no such release") << QStringList{"screening", "release", "dental", "--signed", "2026-01-01"} << "not-found";
        QTest::newRow("31 February") << QStringList{"screening", "release", "credit", "--signed", "2026-02-31"} << "malformed";
        QTest::newRow("page without document") << QStringList{"screening", "release", "credit", "--signed", "2026-02-01", "--page", "2"} << "usage";
        QTest::newRow("no such page") << QStringList{"screening", "release", "credit", "--signed", "2026-02-01", "--document", "SF-86", "--page", "999"} << "not-found";
        QTest::newRow("no such component") << QStringList{"screening", "component", "horoscope", "present"} << "not-found";
        QTest::newRow("no such state") << QStringList{"screening", "component", "police", "lost"} << "malformed";
        QTest::newRow("no such hint") << QStringList{"screening", "dismiss", "case/nowhere", "--reason", "x"} << "not-found";
        QTest::newRow("no such code") << QStringList{"screening", "deficiency", "Z-9", "--text", "x"} << "not-found";
        QTest::newRow("nothing to settle") << QStringList{"screening", "settle", "Q-DATE", "--reason", "x"} << "not-found";
        QTest::newRow("no letter without deficiency") << QStringList{"screening", "letter", "--to", "Office B"} << "not-allowed";
        QTest::newRow("no such day") << QStringList{"screening", "show", "--as-of", "2026-02-31"} << "malformed";
    }
    void refusals()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, fault);
        const int before = done({"case", "show"})["entries"].toInt();
        QCOMPARE(on(command).fault(), fault);
        QCOMPARE(done({"case", "show"})["entries"].toInt(), before);
    }

    void theFileGoesBack()
    {
        done({"screening", "deficiency", "Q-GAP", "--section", "13A", "--text", "Say where the subject worked from November 2021 to February 2022."});
        done({"screening", "deficiency", "R-ABSENT", "--text", "Send the release of credit reports."});
        done({"screening", "deficiency", "Q-DATE", "--section", "11", "--text", "noted by mistake"});
        done({"screening", "settle", "Q-DATE", "--section", "11", "--reason", "the date is right"});
        QJsonObject letter = done({"screening", "letter", "--to", "Records centre"});
        QCOMPARE(letter["items"].toArray().size(), 2);
        const QString pdf = m_two.path("letter.pdf");
        done({"screening", "letter", "--to", "Records centre", "--out", pdf});
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
        QCOMPARE(on({"screening", "letter", "--to", "Records centre", "--out", pdf}).fault(), QString("already-exists"));

        // Nobody there: nothing is written. Then it goes, and the case is read-only here.
        const int before = done({"case", "show"})["entries"].toInt();
        QCOMPARE(on({"screening", "return", m_two.path("back.cwb"), "--to", "Nobody Known"}).fault(), QString("not-found"));
        QCOMPARE(done({"case", "show"})["entries"].toInt(), before);
        done({"screening", "return", m_two.path("back.cwb"), "--to", "Max Lee", "--words", "within the month, please"});
        QCOMPARE(on({"screening", "deficiency", "Q-DATE", "--text", "x"}).fault(), QString("case-read-only"));
        QCOMPARE(on({"screening", "return", m_two.path("twice.cwb"), "--to", "Max Lee"}).fault(), QString("case-read-only"));
        // The sender opens it and reads what is asked for.
        QCOMPARE(m_two.b({"bundle", "open", m_two.path("back.cwb")}).exit, 0);
        const QJsonObject there = m_two.b({"screening", "show", "--case", "S-1"}).json;
        QCOMPARE(there["deficiencies"].toArray().size(), 3);
        QVERIFY(there["flags"].toArray().isEmpty() || !QString::fromUtf8(QJsonDocument(there).toJson()).contains("S-2")); // the other case stayed where it is
    }

    void badQuestionnaires_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("fault");     // of taking it in; empty: it is taken in, and screened
        QTest::addColumn<QString>("kind");      // of a hint of section 11; empty: section 11 is missing
        const std::string now = residence("<Month>01</Month><Year>2000</Year>", "");
        const auto row = [](const char *name, const std::string &content, const char *fault, const char *kind) { QTest::newRow(name) << QByteArray::fromStdString(content) << fault << kind; };
        const auto homes = [&](const std::string &one) { return questionnaire("<ResidenceHistory><Residencies>" + now + one + "</Residencies></ResidenceHistory>"); };
        row("31 February", homes(residence("<Month>02</Month><Day>31</Day><Year>2015</Year>", "<Year>2016</Year>")), "", "date");
        row("month 13", homes(residence("<Month>13</Month><Year>2015</Year>", "<Year>2016</Year>")), "", "date");
        row("to before from", homes(residence("<Year>2018</Year>", "<Year>2016</Year>")), "", "reversed");
        row("in the future", homes(residence("<Year>2150</Year>", "<Year>2151</Year>")), "", "future");
        row("year of many digits", homes(residence("<Year>" + std::string(100'000, '9') + "</Year>", "<Year>2016</Year>")), "", "date");
        row("year of a million digits", homes(residence("<Year>" + std::string(1'000'000, '9') + "</Year>", "<Year>2016</Year>")), "too-large", "");
        row("no year", homes(residence("<Month>02</Month>", "<Year>2016</Year>")), "", "no-date");
        std::string deep;
        for (int i = 0; i < 4'000; ++i)
            deep += "<A>";
        row("4,000 deep", questionnaire(deep), "too-large", "");
        row("entities", questionnaire("<ResidenceHistory>&lol9;</ResidenceHistory>", "<?xml version=\"1.0\"?><!DOCTYPE XMP [<!ENTITY lol \"lol\"><!ENTITY lol9 \"&lol;&lol;\">]>"), "", "unreadable");
        row("outside file", questionnaire("<ResidenceHistory>&f;</ResidenceHistory>", "<?xml version=\"1.0\"?><!DOCTYPE XMP [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"), "", "unreadable");
        row("cut off", homes("").substr(0, 300), "", "unreadable");
        row("says UTF-8, is not", questionnaire("<ResidenceHistory><City>B\xe9xley</City></ResidenceHistory>"), "", "unreadable");
        row("UTF-16 announced, bytes are not", questionnaire("<ResidenceHistory/>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"), "", "unreadable");
        row("no answers at all", questionnaire("<ResidenceHistory/>"), "", "");
        std::string many;
        for (int i = 0; i < 60'000; ++i)
            many += "<R><D>1</D><E>2</E></R>";
        row("more answers than any form", questionnaire("<ResidenceHistory>" + many + "</ResidenceHistory>"), "", "unreadable");
    }
    void badQuestionnaires()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, fault);
        QFETCH(QString, kind);
        const QString reference = QString("B-%1").arg(qHash(QByteArray(QTest::currentDataTag())));
        QCOMPARE(m_two.a({"case", "create", "--reference", reference, "--subject", reference}).exit, 0);
        const QString file = m_two.put("form.xml", content.toStdString());
        const Answer added = on({"document", "add", file, "--kind", "questionnaire"}, reference);
        QCOMPARE(added.fault(), fault);
        const QJsonObject shown = done({"screening", "show", "--as-of", "2026-11-22"}, reference);
        if (!fault.isEmpty()) {
            QCOMPARE(shown["questionnaires"].toArray().size(), 0);
            return;
        }
        if (kind == QLatin1String("unreadable")) { // kept as a document, left to a person; nothing of it counts as answered
            for (const QJsonValue &form : shown["questionnaires"].toArray())
                QVERIFY(!form.toObject()["readable"].toBool());
            QCOMPARE(shown["questionnaires"].toArray().size() + shown["unread"].toArray().size(), 1);
            return;
        }
        const QStringList kinds = kindsOf(sectionOf(shown, "11"));
        QVERIFY2(kinds.contains(kind.isEmpty() ? QString("missing") : kind), qPrintable(kinds.join(' ')));
    }
};

QTEST_GUILESS_MAIN(CtlScreening)
#include "tst_ctl_screening.moc"
