// SPDX-License-Identifier: GPL-3.0-or-later
// Letters by single commands: what can be made, a draft, a signed one as pdfsig sees it, and templates exported, checked and refused.
#include "tests/flows/twostations.h"

#include <QStandardPaths>
#include <QTest>

using namespace caseward;
using namespace caseward::tests;

class CtlLetters : public QObject {
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

private slots:
    void initTestCase() { workOnCase(m_two, "C-1"); }

    void a_whatCanBeMade()
    {
        const QJsonArray kinds = done({"letter", "list"})["kinds"].toArray();
        QCOMPARE(kinds.size(), 8);
        for (const auto &value : kinds) {
            const QJsonObject kind = value.toObject();
            QCOMPARE(kind["issue"].toBool(), kind["kind"].toString() == "interrogatory");
            QCOMPARE(kind["missing"].toString().isEmpty(), kind["issue"].toBool());
        }
    }

    void b_aDraftOfTheStatement()
    {
        const QString passage = done({"case", "show"})["passages"].toArray()[0].toObject()["id"].toString();
        done({"allegation", "make", "F", "--text", "Three accounts were placed in collection.", "--condition", "19(c)", "--evidence", passage});
        const int before = done({"case", "show"})["entries"].toInt();
        const QString file = m_two.path("draft.pdf");
        const QJsonObject made = done({"letter", "make", "--kind", "statement-of-reasons", "--addressee", "A. Person", "--unsigned", "--out", file});
        QVERIFY(made["text"].toString().contains("Three accounts were placed in collection."));
        QByteArray text;
        QCOMPARE(runTool("pdftotext", {file, "-"}, &text), 0);
        QVERIFY(text.contains("DRAFT, NOT ISSUED"));
        QCOMPARE(on({"letter", "make", "--kind", "statement-of-reasons", "--addressee", "A. Person", "--out", m_two.path("no.pdf")}).fault(), QString("not-allowed"));
        QVERIFY(!QFileInfo::exists(m_two.path("no.pdf")));
        QCOMPARE(done({"case", "show"})["entries"].toInt(), before);
    }

    void c_signed()
    {
        const QStringList make{"letter", "make", "--kind", "interrogatory", "--addressee", "A. Person", "--days", "30", "--question", "When was it paid?", "--question", "To whom?"};
        QVERIFY(done(make)["text"].toString().contains("30 days")); // no --out: nothing is written
        const int before = done({"case", "show"})["entries"].toInt();
        const QString file = m_two.path("questions.pdf");
        const QJsonObject made = done(make + QStringList{"--out", file});
        QCOMPARE(made["entries"].toInt(), before + 1);
        QByteArray words;
        QCOMPARE(runTool("pdfsig", {"-nocert", file}, &words), 0);
        QVERIFY2(words.contains("Signature is Valid") && words.contains("Total document signed") && words.contains("Ada Rivera"), words.constData());
        QCOMPARE(runTool("sha256sum", {file}, &words), 0);
        QVERIFY(words.startsWith(made["digest"].toString().toUtf8()));
        const QJsonArray issued = done({"letter", "list"})["issued"].toArray();
        QVERIFY(issued.size() == 1 && issued[0].toObject()["paper"] == made["digest"] && issued[0].toObject()["template"] == made["template"]);
        QCOMPARE(on(make + QStringList{"--out", file}).fault(), QString("already-exists"));
        QCOMPARE(done({"letter", "list"})["issued"].toArray().size(), 1);
    }

    void d_templates()
    {
        QCOMPARE(m_two.a({"letter", "template", "list"}).json["templates"].toArray().size(), 8);
        const QString folder = QString::fromStdString(m_two.office.root().string());
        const Answer written = m_two.a({"letter", "template", "export", "denial", folder});
        QCOMPARE(written.exit, 0);
        QCOMPARE(m_two.a({"letter", "template", "export", "denial", folder}).fault(), QString("already-exists"));
        const Answer checked = runCtl({"letter", "template", "check", written.json["file"].toString(), "--fields"}); // no vault
        QVERIFY(checked.exit == 0 && checked.json["kind"].toString() == "denial" && !checked.json["fields"].toArray().isEmpty());
        const QString broken = m_two.put("broken.letter", "caseward-letter/1\nkind denial\nversion 1\ntitle T\n{password}\n");
        const Answer refused = runCtl({"letter", "template", "check", broken});
        QCOMPARE(refused.fault(), QString("malformed"));
        QVERIFY(refused.json["fault"].toObject()["detail"].toString().contains("line 5"));
        QCOMPARE(m_two.a({"letter", "template", "sign", written.json["file"].toString()}).fault(), QString("not-allowed"));
        QCOMPARE(m_two.a({"letter", "template", "import", written.json["file"].toString()}).fault(), QString("not-allowed"));
    }

    void e_refusals_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no kind") << QStringList{"letter", "make"} << "usage";
        QTest::newRow("no such kind") << QStringList{"letter", "make", "--kind", "decree"} << "malformed";
        QTest::newRow("nothing signed") << QStringList{"letter", "make", "--kind", "denial", "--addressee", "A", "--days", "3"} << "not-allowed";
        QTest::newRow("nobody") << QStringList{"letter", "make", "--kind", "interrogatory", "--days", "3", "--question", "?"} << "malformed";
        QTest::newRow("no questions") << QStringList{"letter", "make", "--kind", "interrogatory", "--days", "3", "--addressee", "A"} << "malformed";
        QTest::newRow("no days") << QStringList{"letter", "make", "--kind", "interrogatory", "--question", "?", "--addressee", "A"} << "malformed";
        QTest::newRow("days in words") << QStringList{"letter", "make", "--kind", "interrogatory", "--days", "soon"} << "usage";
    }
    void e_refusals()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, fault);
        QCOMPARE(on(command).fault(), fault);
    }
};

QTEST_GUILESS_MAIN(CtlLetters)
#include "tst_ctl_letters.moc"
