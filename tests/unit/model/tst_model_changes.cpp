// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/changes.h"

#include "tests/unit/model/samples.h"

#include <QTest>

using namespace caseward;
using namespace caseward::model;
using samples::idOf;
using samples::Story;

class TestModelChanges : public QObject {
    Q_OBJECT

private:
    static std::vector<Change> changes(const Story &story, std::uint64_t since)
    {
        auto list = changesSince(story.entries(), since);
        if (!list.ok())
            qFatal("%s", list.fault().detail.c_str());
        return *list;
    }

private slots:
    void aSupervisorSeesWhatHappenedSince()
    {
        Story story;
        story.add(samples::documentAdded(1, 12));
        story.add(samples::tied(1));
        const auto dropped = story.add(samples::tied(2, "16(b)", 1, 4));
        story.add(samples::tied(3, "17(c)", 1, 5));
        story.add(ConditionFound{{"us-sead4-2017", "16(a)"}, ConditionFinding::NoEvidence, ""});
        story.add(ReasonsWritten{{{"Old.", {}}}});
        story.add(samples::decisionSigned(50));
        const auto returned = story.add(ReviewReturned{samples::digestOf(50), "weigh again", {{"16(a)", "too light"}}}, 5);

        const auto weighed = story.add(PassageWeighed{idOf<PassageId>(1), Weight::Substantial}, 6);
        const auto withdrawn = story.add(EntryWithdrawn{dropped, ""}, 7);
        story.add(PassageUntied{idOf<PassageId>(3), "wrong"});
        story.add(samples::tied(4, "19(a)", 1, 6));
        story.add(ConditionFound{{"us-sead4-2017", "16(a)"}, ConditionFinding::Established, "p. 3"});
        story.add(ReasonsWritten{{{"Old.", {}}, {"New.", {idOf<PassageId>(1)}}}});
        story.add(PagesWaived{idOf<DocumentId>(1), {7, 8, 10}, "blank"});
        story.add(samples::decisionSigned(51));

        const auto list = changes(story, returned);
        QStringList told;
        for (const Change &change : list)
            told << QString::fromStdString(std::string(change.what == Change::What::Added ? "+" : change.what == Change::What::Removed ? "-" : "~")
                                           + change.area + " | " + change.before + " | " + change.after);
        const QStringList expected = {
            "~document | Report of investigation (Ex. 1), DCSA, 2026-03-01, Report of investigation, 12 pages"
            " | Report of investigation (Ex. 1), DCSA, 2026-03-01, Report of investigation, 12 pages; pp. 7-8 waived: blank; p. 10 waived: blank",
            "~passage | 16(a), p. 3: 'did not list the job' (Moderate) | 16(a), p. 3: 'did not list the job' (Substantial)",
            "-passage | 16(b), p. 4: 'did not list the job' (Moderate) | ",
            "-passage | 17(c), p. 5: 'did not list the job' (Moderate) | ",
            "+passage |  | 19(a), p. 6: 'did not list the job' (Moderate)",
            "~condition | 16(a): No evidence | 16(a): Established; reason: p. 3",
            "~reasons | Old. | Old.\n\nNew. [1 cited]",
            "+decision |  | denied, signed",
        };
        QCOMPARE(told, expected);
        QCOMPARE(list[1].by.seq, weighed);
        QVERIFY(list[1].by.actor == idOf<PersonId>(6));
        QCOMPARE(list[1].key, idOf<PassageId>(1).text());
        QCOMPARE(list[2].by.seq, withdrawn);
        QVERIFY(list[2].by.actor == idOf<PersonId>(7));
        QVERIFY(list[2].by.at == story.entries()[withdrawn].at);
        QCOMPARE(list[5].key, std::string("us-sead4-2017/16(a)"));
    }

    void reviewsAndCountersignaturesAreChanges()
    {
        Story story;
        const auto decided = story.add(samples::decisionSigned(50));
        const auto concurred = story.add(ReviewConcurred{samples::digestOf(50), "agreed"});
        story.add(DecisionCountersigned{samples::digestOf(50), {1}});
        const auto list = changes(story, decided);
        QCOMPARE(list.size(), std::size_t(2));
        QCOMPARE(list[0].after, std::string("denied, signed and countersigned"));
        QCOMPARE(list[1].area, std::string("review"));
        QCOMPARE(list[1].key, std::to_string(concurred));
        QCOMPARE(list[1].after, std::string("Concurred; reason: agreed"));
    }

    void theOtherAreas()
    {
        Story story;
        const auto added = story.add(samples::documentAdded(1, 12));
        story.add(ContradictionLinked{idOf<ContradictionId>(1), samples::anchorAt(1, 1, "a"), samples::anchorAt(1, 2, "b"), ""});
        story.add(ContradictionResolved{idOf<ContradictionId>(1), "typing error"});
        story.add(GapNoted{idOf<GapId>(1), "employment", "2017-03", "2017-06", std::nullopt, "none given"});
        story.add(GuidelineFound{"p", "E", GuidelineFinding::ForSubject, "mitigated"});
        story.add(FactorWeighed{"p", "maturity", "adult"});
        story.add(OutcomeProposed{"granted", "waiver", {"report debts"}});
        story.add(CheckExplained{"deadline", "due", "extended"});
        QStringList told;
        for (const Change &change : changes(story, added))
            told << QString::fromStdString(change.area + ": " + change.after);
        const QStringList expected = {
            "contradiction: p. 1: 'a' against p. 2: 'b'; resolved: typing error",
            "gap: employment, 2017-03 to 2017-06; note: none given",
            "guideline: E: For subject; reason: mitigated",
            "factor: maturity: adult",
            "outcome: granted; exception: waiver; condition: report debts",
            "check: deadline; target: due: extended",
        };
        QCOMPARE(told, expected);
    }

    void otherCitesAreAChangeThoughTheNumberIsTheSame()
    {
        Story story;
        story.add(samples::documentAdded(1, 12));
        story.add(samples::tied(1));
        story.add(samples::tied(2));
        const auto before = story.add(ReasonsWritten{{{"Same.", {idOf<PassageId>(1)}}}});
        story.add(ReasonsWritten{{{"Same.", {idOf<PassageId>(2)}}}});
        QCOMPARE(changes(story, before).size(), std::size_t(1));
    }

    void nothingChangedWhenItWasUndoneAgain()
    {
        Story story;
        const auto added = story.add(samples::documentAdded(1, 12));
        story.add(EntryWithdrawn{story.add(samples::tied(1)), ""});
        story.add(PagesDisplayed{idOf<DocumentId>(1), {1}});
        story.add(PersonIntroduced{idOf<PersonId>(2), "A. Lee", {}, {}});
        QVERIFY(changes(story, added).empty());
    }

    void aRedoneWithdrawalTracesToTheRedo()
    {
        Story story;
        story.add(samples::documentAdded(1, 12));
        const auto undone = story.add(EntryWithdrawn{story.add(samples::tied(1)), ""});
        const auto redone = story.add(EntryWithdrawn{undone, ""}, 8);
        const auto list = changes(story, undone);
        QCOMPARE(list.size(), std::size_t(1));
        QVERIFY(list[0].what == Change::What::Added);
        QCOMPARE(list[0].by.seq, redone);
    }

    void longQuotesAreCutBetweenCodePoints()
    {
        Story story;
        const auto added = story.add(samples::documentAdded(1, 12));
        std::string quote = "a\n  b ";
        for (int i = 0; i < 100; ++i)
            quote += "é";
        PassageTied tie = samples::tied(1);
        tie.anchor = samples::anchorAt(1, 3, quote);
        story.add(tie);
        std::string shown = "a b ";
        for (int i = 0; i < 76; ++i)
            shown += "é";
        QCOMPARE(changes(story, added)[0].after, "16(a), p. 3: '" + shown + "…' (Moderate)");
    }

    void boundaries()
    {
        Story story;
        story.add(samples::documentAdded(1, 12));
        QVERIFY(changes(story, 1).empty());
        QCOMPARE(changes(story, 0).size(), std::size_t(1));
        const auto beyond = changesSince(story.entries(), 2);
        QVERIFY(!beyond.ok());
        QVERIFY(beyond.fault().code == FaultCode::HistoryBroken);
        QVERIFY(!changesSince({}, 0).ok());
    }
};

QTEST_GUILESS_MAIN(TestModelChanges)
#include "tst_model_changes.moc"
