// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job on the command line: founding, intake, review, weighing, decision, bundles, countersignature, checks.
#include "tests/support/programs.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QTest>

using namespace caseward;
using namespace caseward::tests;

class TestCtlJob : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<Desk> m_ada, m_sam;
    Path m_desk, m_bench, m_words;
    const QString m_case = "PSH-26-0001";
    QString m_passage;

    Path put(const std::string &name, const std::string &content)
    {
        const Path path = m_office->root() / name;
        putContent(path, viewOf(content));
        return path;
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>("Bureau 7", SystemClock().now());
        const Member ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        const Member sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_desk = m_office->makeVault("desk", {ada}, {sam});
        m_bench = m_office->makeVault("bench", {sam}, {ada});
        m_words = put("words", std::string(passphrase) + "\n");
        m_ada = std::make_unique<Desk>(m_desk, "adjudicator", m_words);
        m_sam = std::make_unique<Desk>(m_bench, "Sam Supervisor", m_words);
    }

    void a_founding()
    {
        const QString folder = q(m_office->root() / "new"), words = q(m_words);
        VERIFY_RAN(ctl({"office", "create", folder, "--office", "Bureau 9", "--office-passphrase-file", words}));
        COMPARE_EXIT(ctl({"office", "create", folder, "--office", "Bureau 9", "--office-passphrase-file", words}), FaultCode::AlreadyExists);
        const QStringList enrol{"person", "enrol", folder, "--office-dir", folder, "--name", "Bo Both", "--role", "adjudicator", "--role", "supervisor",
                                "--stem", "bo", "--office-passphrase-file", words, "--passphrase-file", words};
        const Answer enrolled = ctl(enrol);
        VERIFY_RAN(enrolled);
        VERIFY_RAN(ctl({"vault", "create", folder + "/bo.caseward", "--office", folder + "/office.pem", "--member", folder + "/bo.pem:" + folder + "/bo.p8"}));
        const Answer people = ctl({"vault", "people", folder + "/bo.caseward"});
        VERIFY_RAN(people);
        const QJsonObject bo = people.json().value("people").toArray().at(0).toObject();
        QCOMPARE(bo.value("name").toString(), QString("Bo Both"));
        QCOMPARE(bo.value("person").toString(), enrolled.json().value("person").toString());
        VERIFY_RAN(ctl({"queue", "--vault", folder + "/bo.caseward", "--passphrase-file", words}));
    }

    void b_intake()
    {
        VERIFY_RAN((*m_ada)({"case", "create", "--reference", m_case, "--subject", "MARKER-SUBJECT", "--access", "Secret", "--due", "2027-01-31"}));
        const Answer added = (*m_ada)(m_case, {"document", "add", q(put("report.txt", reportText)), q(put("letter.txt", letterText)), "--source", "office"});
        VERIFY_RAN(added);
        QCOMPARE(added.json().value("added").toArray().size(), 2);
        const Answer queue = (*m_ada)({"queue"});
        VERIFY_RAN(queue);
        const QJsonObject row = queue.json().value("cases").toArray().at(0).toObject();
        QCOMPARE(row.value("documents").toInt(), 2);
        QCOMPARE(row.value("status").toString(), QString("in-review"));
        QVERIFY(row.value("checksOpen").toInt() > 0);
    }

    void c_reading()
    {
        for (const char *document : {"report", "letter.txt"}) {
            const Answer shown = (*m_ada)(m_case, {"document", "show", "--document", document});
            VERIFY_RAN(shown);
            QVERIFY(shown.json().value("pages").toArray().at(0).toObject().value("text").toString().contains("MARKER-"));
        }
        const Answer found = (*m_ada)(m_case, {"find", "UNPAID", "debts"});
        VERIFY_RAN(found);
        QCOMPARE(found.json().value("hits").toArray().size(), 1);
        const Answer tied = (*m_ada)(m_case, {"passage", "tie", "--document", "report", "--quote", "unpaid debts of 11,842 dollars", "--condition", "F 19(a)",
                                              "--weight", "2", "--note", "MARKER-NOTE"});
        VERIFY_RAN(tied);
        m_passage = tied.json().value("passage").toString();
        VERIFY_RAN((*m_ada)(m_case, {"passage", "weigh", m_passage, "3"}));
    }

    void d_weighing()
    {
        VERIFY_RAN((*m_ada)(m_case, {"finding", "condition", "19(a)", "established", "--reason", "MARKER-FINDING"}));
        VERIFY_RAN((*m_ada)(m_case, {"finding", "guideline", "F", "against-subject", "--reason", "not mitigated"}));
        VERIFY_RAN((*m_ada)(m_case, {"outcome", "propose", "deny"}));
        const Path reasons = put("reasons.txt", "MARKER-REASON The debts stand [" + m_passage.toStdString() + "].\n\nA second paragraph.\n");
        const Answer written = (*m_ada)(m_case, {"reasons", "write", q(reasons)});
        VERIFY_RAN(written);
        QCOMPARE(written.json().value("paragraphs").toInt(), 2);
        VERIFY_RAN((*m_ada)(m_case, {"explain", "paragraph-without-passage", "1", "--words", "a closing sentence"}));
        // The gate says what is left, each with where to go; doing exactly that closes it.
        for (int round = 0; round < 2; ++round) {
            const Answer gate = (*m_ada)(m_case, {"check"});
            VERIFY_RAN(gate);
            const QJsonArray open = gate.json().value("checks").toArray();
            QCOMPARE(gate.json().value("checksOpen").toInt(), open.size());
            if (round == 1) {
                QCOMPARE(open.size(), 0);
                break;
            }
            QVERIFY(open.size() > 9);
            for (const auto &one : open) {
                const QString id = one.toObject().value("id").toString(), target = one.toObject().value("target").toString();
                if (id == "mitigating-without-finding")
                    VERIFY_RAN((*m_ada)(m_case, {"finding", "condition", target, "no-evidence"}));
                else if (id == "factor-unanswered")
                    VERIFY_RAN((*m_ada)(m_case, {"factor", "weigh", target, "--text", "weighed"}));
                else
                    QFAIL(qPrintable(id));
            }
        }
    }

    void e_signing()
    {
        COMPARE_EXIT((*m_ada)(m_case, {"sign", "--confirm", "GRANT"}), FaultCode::Incomplete);
        const Answer done = (*m_ada)(m_case, {"sign", "--confirm", "DENY"});
        VERIFY_RAN(done);
        QCOMPARE(done.json().value("outcome").toString(), QString("deny"));
    }

    void f_sentAndReviewed()
    {
        const QString file = q(m_office->root() / "to-sam.cwb"), office = q(m_office->officePem());
        VERIFY_RAN((*m_ada)(m_case, {"bundle", "seal", file, "--to", "supervisor", "--purpose", "for review"}));
        COMPARE_EXIT((*m_ada)(m_case, {"outcome", "propose", "grant"}), FaultCode::CaseReadOnly);
        VERIFY_RAN(ctl({"bundle", "check", file, "--office", office}));
        const Answer inspected = (*m_sam)({"bundle", "inspect", file});
        VERIFY_RAN(inspected);
        QCOMPARE(inspected.json().value("cases").toArray().size(), 1);
        VERIFY_RAN((*m_sam)({"bundle", "open", file}));
        const Answer changes = (*m_sam)(m_case, {"changes", "--since", "start"});
        VERIFY_RAN(changes);
        QVERIFY(changes.json().value("changes").toArray().size() > 15);
        VERIFY_RAN((*m_sam)(m_case, {"review", "concur", "--reason", "MARKER-CONCUR"}));
        VERIFY_RAN((*m_sam)(m_case, {"countersign"}));
    }

    void g_backAndVerified()
    {
        const QString file = q(m_office->root() / "to-ada.cwb"), out = q(m_office->root() / "decision"), office = q(m_office->officePem());
        VERIFY_RAN((*m_sam)(m_case, {"bundle", "seal", file, "--to", "Ada Adjudicator", "--purpose", "decided"}));
        VERIFY_RAN((*m_ada)({"bundle", "open", file}));
        VERIFY_RAN((*m_ada)(m_case, {"decision", "export", out}));
        COMPARE_EXIT((*m_ada)(m_case, {"decision", "export", out}), FaultCode::AlreadyExists);
        const Answer verified = ctl({"verify", "decision", out + "/decision.json", out + "/decision.p7s", out + "/countersign.p7s", "--office", office});
        VERIFY_RAN(verified);
        QVERIFY(verified.json().value("countersigned").toBool());
        QCOMPARE(verified.json().value("outcome").toString(), QString("deny"));
        QVERIFY(contentOf((out + "/decision.pdf").toStdString()).size() > 2000);
        COMPARE_EXIT(ctl({"verify", "decision", out + "/decision.json", out + "/countersign.p7s", "--office", office}), FaultCode::SignatureInvalid);
        const Answer listed = (*m_ada)({"bundle", "list"});
        VERIFY_RAN(listed);
        QCOMPARE(listed.json().value("register").toArray().size(), 2);
        for (const Desk *desk : {m_ada.get(), m_sam.get()}) {
            const Answer checked = (*desk)({"vault", "check"});
            VERIFY_RAN(checked);
            QCOMPARE(checked.json().value("signatures").toInt(), 2);
            QCOMPARE(checked.json().value("documents").toInt(), 2);
        }
    }

    void h_nothingInClear()
    {
        int files = 0;
        for (const Path &vault : {m_desk, m_bench})
            for (const auto &[name, content] : treeOf(vault)) {
                ++files;
                for (const char *marker : {"MARKER-", "PSH-26-0001", "11,842"})
                    QVERIFY2(textView(content).find(marker) == std::string_view::npos, (name + " holds " + marker).c_str());
            }
        QVERIFY(files > 12);
        for (const char *bundle : {"to-sam.cwb", "to-ada.cwb"}) {
            const Bytes content = contentOf(m_office->root() / bundle);
            for (const char *marker : {"MARKER-", "PSH-26-0001", "11,842"})
                QVERIFY2(textView(content).find(marker) == std::string_view::npos, marker);
        }
    }
};

QTEST_GUILESS_MAIN(TestCtlJob)
#include "tst_ctl_job.moc"
