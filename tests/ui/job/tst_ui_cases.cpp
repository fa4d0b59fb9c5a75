// SPDX-License-Identifier: GPL-3.0-or-later
// Cases worked from an empty queue to their papers with nothing but the keyboard: one favourable, one administrative. CASEWARD_PICTURES names a folder for pictures of the window and for the papers.
#include "caseflow.h"

#include "tests/ui/support/stallwatch.h"

using namespace caseward;
using namespace caseward::tests;

class TestUiCases final : public QObject, private CaseFlow {
    Q_OBJECT

private slots:
    void favourable();
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
        {"Under AG F the record raises 19(a): one account was charged off in 2021.", "20(b) applies, because the loss of work was beyond the subject's control.",
         "20(d) applies, because the account was paid in full in 2023. The whole person (2(d)) was weighed; the finding is for the subject."},
        "grant", "GRANT", "", "", {"components-unrecorded.components"}});
    QVERIFY2(paper.contains(QStringLiteral("Grant eligibility")), qPrintable(paper));
    QVERIFY(paper.contains(QStringLiteral("paid in full in 2023")));
    QVERIFY(dossier().decisions.back().countersignature.has_value()); // an issue needs the second person
}

void TestUiCases::administrative()
{
    const QString paper = work({
        "W-ADMINISTRATIVE", "S-105",
        {{"letter.txt", "The sponsor wrote on 12 November 2026 that the subject has left and needs access no longer.\n"}},
        {},
        {}, {}, {},
        {"The subject is no longer employed by the sponsor; there is no need for access and nothing to decide. The whole person needs no weighing."},
        "loss-of-jurisdiction", "LOSS OF JURISDICTION", "", "", {"paragraph-without-passage.0"}});
    QVERIFY2(paper.contains(QStringLiteral("Loss of jurisdiction")), qPrintable(paper));
    QVERIFY(paper.contains(QStringLiteral("administrative, not adverse"), Qt::CaseInsensitive));
    QVERIFY(!paper.contains(QStringLiteral("denied"), Qt::CaseInsensitive));
    QCOMPARE(dossier().proceedings.stage, model::Stage::LossOfJurisdiction);
}

WINDOW_TEST_MAIN(TestUiCases)
#include "tst_ui_cases.moc"
