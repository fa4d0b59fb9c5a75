// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/model/samples.h"

#include <QTest>

using namespace caseward;
using namespace caseward::model;
using samples::idOf;
using samples::Story;

class TestModelWithdrawal : public QObject {
    Q_OBJECT

private:
    static Story withDocument()
    {
        Story story;
        story.add(samples::documentAdded(1, 12));
        return story;
    }
    static Dossier folded(const Story &story)
    {
        auto dossier = story.fold();
        if (!dossier.ok())
            qFatal("%s", dossier.fault().detail.c_str());
        return *dossier;
    }

private slots:
    void undoAndRedoAndUndo()
    {
        Story story = withDocument();
        std::uint64_t newest = story.add(samples::tied(1));
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(folded(story).ties.size(), std::size_t(i % 2 == 0 ? 1 : 0));
            newest = story.add(EntryWithdrawn{newest, ""});
        }
        QCOMPARE(folded(story).ties.size(), std::size_t(1));
    }

    void whatDependedOnItIsPassedOver()
    {
        Story story = withDocument();
        const auto tie = story.add(samples::tied(1));
        story.add(PassageWeighed{idOf<PassageId>(1), Weight::Substantial});
        story.add(PassageNoted{idOf<PassageId>(1), "note"});
        story.add(ReasonsWritten{{{"x", {idOf<PassageId>(1)}}}});
        const auto undo = story.add(EntryWithdrawn{tie, ""});
        story.add(PassageUntied{idOf<PassageId>(1), ""});
        QVERIFY(folded(story).ties.empty());
        QCOMPARE(folded(story).reasons.size(), std::size_t(1));

        // Back again, it has what was said of it in the meantime: weight, note, and its untying.
        story.add(EntryWithdrawn{undo, ""});
        QVERIFY(folded(story).ties.empty());
        story.add(EntryWithdrawn{undo - 1, ""}); // the reasons
        story.add(EntryWithdrawn{undo + 1, ""}); // the untying
        const Dossier dossier = folded(story);
        QVERIFY(dossier.reasons.empty());
        QVERIFY(!dossier.reasonsWritten.has_value());
        QCOMPARE(dossier.ties.size(), std::size_t(1));
        QCOMPARE(dossier.ties[0].note, std::string("note"));
        QVERIFY(dossier.ties[0].weight == Weight::Substantial);
    }

    void theOlderWordCountsAgain()
    {
        Story story = withDocument();
        story.add(samples::tied(1));
        const auto first = story.add(PassageWeighed{idOf<PassageId>(1), Weight::Slight});
        const auto second = story.add(PassageWeighed{idOf<PassageId>(1), Weight::Substantial});
        story.add(ConditionFound{{"p", "16(a)"}, ConditionFinding::Applies, ""});
        const auto found = story.add(ConditionFound{{"p", "16(a)"}, ConditionFinding::DoesNotApply, ""});
        const auto proposed = story.add(OutcomeProposed{"denied", "", {}});
        const auto waived = story.add(PagesWaived{idOf<DocumentId>(1), {1}, ""});
        story.add(EntryWithdrawn{second, ""});
        story.add(EntryWithdrawn{found, ""});
        story.add(EntryWithdrawn{proposed, ""});
        story.add(EntryWithdrawn{waived, ""});
        Dossier dossier = folded(story);
        QVERIFY(dossier.ties[0].weight == Weight::Slight);
        QCOMPARE(dossier.ties[0].changed.seq, first);
        QVERIFY((dossier.conditions.at({"p", "16(a)"}).finding == ConditionFinding::Applies));
        QVERIFY(!dossier.proposal.has_value());
        QCOMPARE(dossier.pagesRead(), 0u);
        story.add(EntryWithdrawn{first, ""});
        dossier = folded(story);
        QVERIFY(dossier.ties[0].weight == Weight::Moderate);
        QCOMPARE(dossier.ties[0].changed.seq, dossier.ties[0].tied.seq);
    }

    void everyWeighingKindMayBeWithdrawnAndNoOther()
    {
        Story story(std::vector<Entry>{});
        for (const Event &event : samples::oneOfEach())
            story.add(event);
        QVERIFY2(story.fold().ok(), story.fold().ok() ? "" : story.fold().fault().detail.c_str());
        for (const Entry &entry : story.entries()) {
            Story withdrawn = story;
            withdrawn.add(EntryWithdrawn{entry.seq, ""});
            const bool allowed = isWeighingKind(entry.kind) || entry.kind == "entry.withdrawn";
            QVERIFY2(withdrawn.fold().ok() == allowed, entry.kind.c_str());
        }
    }

    void aWithdrawnIdStaysUsed()
    {
        Story story = withDocument();
        story.add(EntryWithdrawn{story.add(samples::tied(1)), ""});
        QVERIFY(story.fold().ok());
        story.add(samples::tied(1));
        QVERIFY(!story.fold().ok());
    }

    void aWithdrawnEntryStillHasToBeSound()
    {
        Story story = withDocument();
        story.add(EntryWithdrawn{story.add(PassageNoted{idOf<PassageId>(9), ""}), ""});
        QVERIFY(!story.fold().ok());
    }

    void withdrawingTwiceIsWithdrawing()
    {
        Story story = withDocument();
        const auto tie = story.add(samples::tied(1));
        const auto first = story.add(EntryWithdrawn{tie, ""});
        story.add(EntryWithdrawn{tie, ""});
        QVERIFY(folded(story).ties.empty());
        story.add(EntryWithdrawn{first, ""});
        QVERIFY(folded(story).ties.empty());
    }

    void contradictionsAndGapsGoWithWhatWasSaidOfThem()
    {
        Story story = withDocument();
        const auto linked = story.add(
            ContradictionLinked{idOf<ContradictionId>(1), samples::anchorAt(1, 1, "a"), samples::anchorAt(1, 2, "b"), ""});
        const auto gap = story.add(GapNoted{idOf<GapId>(1), "employment", "2017", "", std::nullopt, ""});
        const auto resolved = story.add(ContradictionResolved{idOf<ContradictionId>(1), "x"});
        story.add(GapExplained{idOf<GapId>(1), "x"});
        story.add(EntryWithdrawn{resolved, ""});
        QCOMPARE(folded(story).openContradictions(), 1u);
        story.add(EntryWithdrawn{linked, ""});
        story.add(EntryWithdrawn{gap, ""});
        QVERIFY(folded(story).contradictions.empty());
        QVERIFY(folded(story).gaps.empty());
    }

    void aLongChainOfWithdrawalsIsNoTrap()
    {
        Story story = withDocument();
        std::vector<Entry> entries = story.entries();
        const Event tie = samples::tied(1);
        entries.push_back({2, {}, {}, idOf<PersonId>(2), idOf<StationId>(3), eventKind(tie), encodeEvent(tie)});
        for (std::uint64_t seq = 3; seq < 20'001; ++seq)
            entries.push_back({seq, {}, {}, idOf<PersonId>(2), idOf<StationId>(3), "entry.withdrawn",
                               encodeEvent(EntryWithdrawn{seq - 1, ""})});
        QCOMPARE(foldHistory(entries)->ties.size(), std::size_t(1)); // an even number of withdrawals
        entries.pop_back();
        QCOMPARE(foldHistory(entries)->ties.size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestModelWithdrawal)
#include "tst_model_withdrawal.moc"
