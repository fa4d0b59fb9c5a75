// SPDX-License-Identifier: GPL-3.0-or-later
// Screening through the fold: the last word counts, what is withdrawn counts no more, and what changed is told thing by thing.
#include "core/model/changes.h"
#include "tests/unit/model/samples.h"

#include <QTest>

using namespace caseward;
using namespace caseward::model;
using samples::idOf;
using samples::Story;

class TestModelScreening : public QObject {
    Q_OBJECT

    static Story begun()
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
    static bool isBroken(const Event &event)
    {
        Story story = begun();
        story.add(event);
        const auto dossier = story.fold();
        return !dossier.ok() && dossier.fault().code == FaultCode::HistoryBroken;
    }

private slots:
    void theLastWordCounts()
    {
        Story story = begun();
        story.add(SectionJudged{idOf<DocumentId>(1), "11", Verdict::Yes, Verdict::Yes, Verdict::Yes, ""});
        const auto no = story.add(SectionJudged{idOf<DocumentId>(1), "11", Verdict::Yes, Verdict::No, Verdict::Yes, "two leases"});
        story.add(SectionJudged{idOf<DocumentId>(1), "12", Verdict::NotJudged, Verdict::NotJudged, Verdict::NotJudged, ""});
        QCOMPARE(folded(story).screening.sections.size(), std::size_t(2));
        QVERIFY(folded(story).screening.sections.at({idOf<DocumentId>(1), "11"}).first.consistent == Verdict::No);
        story.add(EntryWithdrawn{no, "mistyped"});
        QVERIFY(folded(story).screening.sections.at({idOf<DocumentId>(1), "11"}).first.consistent == Verdict::Yes); // the word before it
        story.add(ReleaseRecorded{"credit", "", "", {}, ""});
        story.add(ReleaseRecorded{"credit", "2026-01-05", "", {idOf<DocumentId>(1), 12}, ""});
        QCOMPARE(folded(story).screening.releases.at("credit").first.signedOn, std::string("2026-01-05"));
        QVERIFY(folded(story).authors.contains(idOf<PersonId>(2))); // whoever judges does not review
    }

    void aDeficiencyNotedAgainIsOpenAgain()
    {
        Story story = begun();
        story.add(DeficiencySettled{"Q-GAP", "11", "never noted: passed over"});
        QVERIFY(folded(story).screening.deficiencies.empty());
        const auto noted = story.add(DeficiencyNoted{"Q-GAP", "11", "where in 2019?"});
        story.add(DeficiencyNoted{"Q-GAP", "13A", "work in 2019?"});
        story.add(DeficiencySettled{"Q-GAP", "11", "answered"});
        QVERIFY(folded(story).screening.deficiencies.at({"Q-GAP", "11"}).settled);
        QVERIFY(!folded(story).screening.deficiencies.at({"Q-GAP", "13A"}).settled);
        Story again = story;
        again.add(DeficiencyNoted{"Q-GAP", "11", "the answer is for 2018"});
        QVERIFY(!folded(again).screening.deficiencies.at({"Q-GAP", "11"}).settled);
        story.add(EntryWithdrawn{noted, "not needed"});
        QCOMPARE(folded(story).screening.deficiencies.size(), std::size_t(1)); // and what settled it is passed over
    }

    void whatNeverWasBreaksTheHistory()
    {
        const auto nowhere = idOf<DocumentId>(9);
        QVERIFY(isBroken(SectionJudged{nowhere, "11", Verdict::Yes, Verdict::Yes, Verdict::Yes, ""}));
        QVERIFY(isBroken(ReleaseRecorded{"credit", "", "", {nowhere, 0}, ""}));
        QVERIFY(isBroken(ReleaseRecorded{"credit", "", "", {idOf<DocumentId>(1), 13}, ""})); // it has twelve pages
        QVERIFY(isBroken(IdentityRecorded{IdentityMatter::Identity, true, "passport", {nowhere, 1}, ""}));
        QVERIFY(isBroken(ComponentRecorded{"credit", ComponentState::Present, {nowhere, 0}, ""}));
        QVERIFY(isBroken(FlagRaised{idOf<FlagId>(1), "x", {nowhere, 0}}));
        Story story = begun();
        story.add(FlagRaised{idOf<FlagId>(1), "x", {}});
        story.add(EntryWithdrawn{2, "slip"});
        QVERIFY(folded(story).screening.flags.empty());
        story.add(FlagRaised{idOf<FlagId>(1), "its id stays used", {}});
        QVERIFY(!story.fold().ok());
    }

    void changesAreToldThingByThing()
    {
        Story story = begun();
        story.add(FlagRaised{idOf<FlagId>(1), "a warrant is mentioned", {idOf<DocumentId>(1), 3}});
        story.add(DeficiencyNoted{"R-ABSENT", "", "send the release"});
        const auto since = story.entries().size() - 1;
        story.add(FlagDismissed{idOf<FlagId>(1).text(), "settled in 2020"});
        story.add(FlagDismissed{idOf<DocumentId>(1).text() + "/gap/residence/start/now", "told in the interview"});
        story.add(CaseReturnedDeficient{"Office B", {{"R-ABSENT", "", "send the release"}}, ""});
        const auto changes = changesSince(story.entries(), since);
        QVERIFY(changes.ok());
        QStringList told;
        for (const Change &change : *changes)
            told << QString::fromStdString(change.area + ": " + change.after);
        told.sort();
        QCOMPARE(told, QStringList({"deficiency: Returned to Office B; for: R-ABSENT", "flag: Hint gap/residence/start/now; dismissed: told in the interview", "flag: a warrant is mentioned; at: Report of investigation, p. 3; dismissed: settled in 2020"}));
    }
};

QTEST_GUILESS_MAIN(TestModelScreening)
#include "tst_model_screening.moc"
