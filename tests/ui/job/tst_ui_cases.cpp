// SPDX-License-Identifier: GPL-3.0-or-later
// Five cases worked from an empty queue to their papers with nothing but the keyboard: one favourable, one denied, one mixed, one under
// conditions, one administrative. CASEWARD_PICTURES names a folder for pictures of the window and for the papers.
#include "caseflow.h"

#include "core/model/statement.h"
#include "tests/ui/support/stallwatch.h"

using namespace caseward;
using namespace caseward::tests;

const char *const components = "The bureau's checks came with the report; the report names no other.";
const char *const advice = "Senior adjudicator: J. Roe. Legal advice: P. Counsel, 20 November 2026.";

class TestUiCases final : public QObject, private CaseFlow {
    Q_OBJECT

private slots:
    void favourable();
    void denied();
    void mixed();
    void conditional();
    void administrative();
    void cleanup() { goOut(); }
};

void TestUiCases::favourable()
{
    const QString paper = work({
        "W-FAVOURABLE", "S-101",
        {{"report.txt", "One account was charged off in 2021.\n"
                        "The work had ended in June 2021.\n"
                        "It was paid in full in 2023.\n"}},
        {{0, "19(a)", 2}, {1, "20(b)", 2}, {2, "20(d)", 3}},
        {{"19(a)", 0, "The account was charged off."}},
        {{"F", 0, "One debt, from a loss of work, paid three years ago."}},
        {{"20(b)", 0, "The work was lost through no fault of the subject's."}, {"20(d)", 0, "Paid in full by the subject's own effort."}},
        {},
        {"Under AG F the record raises 19(a): one account was charged off in 2021.", "20(b) applies, because the loss of work was beyond the subject's control.",
         "20(d) applies, because the account was paid in full in 2023. The whole person (2(d)) was weighed; the finding is for the subject."},
        "grant", "GRANT", "", "", {{"components-unrecorded.components", components}}});
    QVERIFY2(paper.contains(QStringLiteral("Grant eligibility")), qPrintable(paper));
    QVERIFY(paper.contains(QStringLiteral("paid in full in 2023")));
    QVERIFY(dossier().decisions.back().countersignature.has_value()); // an issue needs the second person
}

void TestUiCases::denied()
{
    const QString paper = work({
        "W-DENIED", "S-102",
        {{"report.txt", "The questionnaire says No to all debts.\n"
                        "Four accounts are in collection.\n"
                        "Asked, the subject had known of them.\n"
                        "No payment was made, no plan exists.\n"}},
        {{0, "16(a)", 3}, {1, "19(c)", 3}, {2, "16(a)", 3}, {3, "19(c)", 2}},
        {{"16(a)", 0, "The answers were false and the subject knew it."}, {"19(c)", 0, "Four accounts in four years."}},
        {{"E", 1, "False answers on purpose, admitted only when asked."}, {"F", 1, "Nothing has been done."}},
        {},
        {{"F", "1.a", "Four accounts of 41,300 dollars have been in collection since 2022.", "2022", {2}, {0, 1}, 0, "I owe it.", 1, "Shown by the credit report and admitted."},
         {"E", "2.a", "The questionnaire of 2 February 2026 left the accounts out on purpose.", "2026-02-02", {0}, {0, 1}, 2, "I misread it.", 1, "The subject knew of them."}},
        {"Sub-paragraph 2.a, AG E, 16(a): the questionnaire denied every debt.", "Sub-paragraph 1.a, AG F, 19(c): four accounts are in collection.",
         "The subject knew of them; no condition of 17 applies.", "Nothing was paid; no condition of 20 applies. The whole person (2(d)) was weighed."},
        "deny", "DENY", "", "", {{"review-levels.deny", advice}}});
    QVERIFY2(paper.contains(QStringLiteral("Deny eligibility")), qPrintable(paper));
    QVERIFY(paper.contains(QStringLiteral("1.a")) && paper.contains(QStringLiteral("2.a")));
    QVERIFY(dossier().decisions.back().countersignature.has_value()); // nobody denies alone
    QCOMPARE(dossier().proceedings.stage, model::Stage::Denied);
}

void TestUiCases::mixed()
{
    const QString paper = work({
        "W-MIXED", "S-103",
        {{"report.txt", "Convicted of drunk driving in 2025.\n"
                        "Stopped again in January 2026.\n"
                        "One account was past due in 2022.\n"
                        "It was paid in full in 2024.\n"}},
        {{0, "22(a)", 3}, {1, "22(a)", 3}, {2, "19(c)", 1}, {3, "20(d)", 3}},
        {{"22(a)", 0, "Two incidents in five months."}, {"19(c)", 0, "One account was past due."}},
        {{"G", 1, "The second incident came after the conviction."}, {"F", 0, "Paid before anybody asked."}},
        {{"20(d)", 0, "Paid in full by the subject's own effort."}},
        {{"G", "1.a", "The subject drove while intoxicated on 8 August 2025 and 2 January 2026.", "2025-08-08", {0}, {0, 1}, 0, "Yes.", 1, "Admitted, and shown by the court record."},
         {"F", "2.a", "An account of 3,100 dollars was past due in 2022.", "2022", {2}, {0}, 0, "It is paid.", 0, "Paid in 2024."}},
        {"Sub-paragraph 1.a, AG G, 22(a): the first incident led to a conviction.", "The second came five months later; no condition of 23 applies.",
         "Sub-paragraph 2.a, AG F, 19(c): one account was past due.", "20(d) applies, because it was paid in 2024. The whole person (2(d)) was weighed."},
        "deny", "DENY", "", "", {{"review-levels.deny", advice}}});
    QVERIFY2(paper.contains(QStringLiteral("Deny eligibility")), qPrintable(paper));
    QCOMPARE(model::allegationLabelled(dossier(), "1.a")->finding->first.finding, model::AllegationFinding::Against);
    QCOMPARE(model::allegationLabelled(dossier(), "2.a")->finding->first.finding, model::AllegationFinding::For);
}

void TestUiCases::conditional()
{
    const QString paper = work({
        "W-CONDITIONAL", "S-104",
        {{"report.txt", "Two accounts are past due.\n"
                        "A counsellor confirms a plan is kept.\n"}},
        {{0, "19(c)", 2}, {1, "20(c)", 3}},
        {{"19(c)", 0, "Two accounts are past due."}},
        {{"F", 0, "The plan is kept; it has to go on."}},
        {{"20(c)", 0, "Counselling is received and the debts come under control."}},
        {},
        {"Under AG F the record raises 19(c): two accounts are past due.",
         "20(c) applies, because a plan is kept. Exception C: eligibility depends on the plan going on. The whole person (2(d)) was weighed."},
        "grant-with-exception", "GRANT WITH EXCEPTION", "C", "Send a statement of the plan every six months", {{"components-unrecorded.components", components}, {"review-levels.grant-with-exception", "Senior adjudicator: J. Roe, asked on 20 November 2026."}}});
    QVERIFY2(paper.contains(QStringLiteral("Send a statement of the plan every six months")), qPrintable(paper));
    QVERIFY(dossier().decisions.back().what.decision.find("\"exception\":\"C\"") != std::string::npos);
    // The condition gets its day, to be watched.
    showProceedings();
    pressAt(QStringLiteral("timeline.eligibility.record"));
    settle();
    write(QStringLiteral("timeline.eligibilityForm.authority"), QStringLiteral("Bureau 7"));
    pick(QStringLiteral("timeline.eligibilityForm.status"), QStringLiteral("Eligible"));
    write(QStringLiteral("timeline.eligibilityForm.exception"), QStringLiteral("C"));
    write(QStringLiteral("timeline.eligibilityForm.conditions"), QStringLiteral("Statement of the plan = 2027-05-22"));
    write(QStringLiteral("timeline.eligibilityForm.reason"), QStringLiteral("As decided."));
    pressAt(QStringLiteral("timeline.eligibilityForm.accept"));
    waitFor([this] { return !dossier().proceedings.eligibility.empty(); }, "the eligibility");
    settle();
    picture(QStringLiteral("W-CONDITIONAL-eligibility"));
    QCOMPARE(dossier().proceedings.eligibility.begin()->second.back().recorded.conditions.front().due, std::string("2027-05-22"));
    key(Qt::Key_1, Qt::ControlModifier);
    settle();
    key(Qt::Key_U, Qt::ControlModifier);
    settle();
    picture(QStringLiteral("W-CONDITIONAL-due"));
}

void TestUiCases::administrative()
{
    const QString paper = work({
        "W-ADMINISTRATIVE", "S-105",
        {{"letter.txt", "The sponsor wrote on 12 November 2026 that the subject has left and needs access no longer.\n"}},
        {},
        {}, {}, {}, {},
        {"The subject is no longer employed by the sponsor; there is no need for access and nothing to decide."},
        "loss-of-jurisdiction", "LOSS OF JURISDICTION", "", "", {{"paragraph-without-passage.0", "The sponsor's letter says it as a whole."}}});
    QVERIFY2(paper.contains(QStringLiteral("Loss of jurisdiction")), qPrintable(paper));
    QVERIFY(paper.contains(QStringLiteral("administrative, not adverse"), Qt::CaseInsensitive));
    QVERIFY(!paper.contains(QStringLiteral("denied"), Qt::CaseInsensitive));
    QVERIFY(paper.contains(QStringLiteral("No passage of the record is cited.")));
    QCOMPARE(dossier().proceedings.stage, model::Stage::LossOfJurisdiction);
}

WINDOW_TEST_MAIN(TestUiCases)
#include "tst_ui_cases.moc"
