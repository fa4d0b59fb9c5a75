// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/model/samples.h"

#include <QTest>

using namespace caseward;
using namespace caseward::model;
using samples::idOf;
using samples::Story;

class TestModelFold : public QObject {
    Q_OBJECT

private:
    static bool isBroken(const Story &story)
    {
        const auto dossier = story.fold();
        return !dossier.ok() && dossier.fault().code == FaultCode::HistoryBroken;
    }
    static Story withDocument(std::uint32_t pages = 12)
    {
        Story story;
        story.add(samples::documentAdded(1, pages));
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
    void aWholeCase()
    {
        Story story;
        story.add(PersonIntroduced{idOf<PersonId>(2), "A. Lee", {"adjudicator"}, {1}});
        story.add(samples::documentAdded(1, 12));
        story.add(samples::documentAdded(2, 2));
        story.add(PagesDisplayed{idOf<DocumentId>(1), {1, 2, 3}});
        story.add(PagesWaived{idOf<DocumentId>(1), {3, 4}, "blank"});
        const auto tiedAt = story.add(samples::tied(1));
        story.add(samples::tied(2, "17(c)", 2, 1));
        const auto weighedAt = story.add(PassageWeighed{idOf<PassageId>(1), Weight::Substantial}, 4);
        story.add(PassageNoted{idOf<PassageId>(2), "unpaid"});
        story.add(ContradictionLinked{idOf<ContradictionId>(1), samples::anchorAt(1, 1, "none"), samples::anchorAt(2, 1, "some"), "n"});
        story.add(GapNoted{idOf<GapId>(1), "employment", "2017-03", "2017-06", std::nullopt, ""});
        story.add(ConditionFound{{"us-sead4-2017", "16(a)"}, ConditionFinding::Established, "p. 3"});
        story.add(GuidelineFound{"us-sead4-2017", "E", GuidelineFinding::AgainstSubject, "r"});
        story.add(FactorWeighed{"us-sead4-2017", "maturity", "adult", {idOf<PassageId>(2)}});
        story.add(ReasonsWritten{{{"Because.", {idOf<PassageId>(1)}}}});
        story.add(OutcomeProposed{"denied", "", {}});
        story.add(CheckExplained{"deadline", "", "extended"});

        const Dossier dossier = folded(story);
        QCOMPARE(dossier.size, story.entries().size());
        QVERIFY(dossier.head == ledger::leafHash(viewOf(encodeEntry(story.entries().back()))));
        QVERIFY(dossier.last == story.entries().back().at);
        QVERIFY(dossier.status == CaseStatus::InReview);
        QCOMPARE(dossier.facts.reference, std::string("PSH-25-0206"));
        QCOMPARE(dossier.personName(idOf<PersonId>(2)), std::string("A. Lee"));
        QCOMPARE(dossier.personName(idOf<PersonId>(4)), idOf<PersonId>(4).text());
        QCOMPARE(dossier.pageCount(), 14u);
        QCOMPARE(dossier.pagesRead(), 4u); // page 3 was displayed, so it is not waived as well
        QVERIFY(!dossier.documents[0].isRead());
        QCOMPARE(dossier.ties.size(), std::size_t(2));
        const Tie *tie = dossier.tie(idOf<PassageId>(1));
        QVERIFY(tie != nullptr);
        QVERIFY(tie->weight == Weight::Substantial);
        QCOMPARE(tie->tied.seq, tiedAt);
        QCOMPARE(tie->changed.seq, weighedAt);
        QVERIFY(tie->changed.actor == idOf<PersonId>(4));
        QCOMPARE(dossier.ties[1].note, std::string("unpaid"));
        QCOMPARE(dossier.openContradictions(), 1u);
        QVERIFY(dossier.gaps[0].explanation.empty());
        QVERIFY((dossier.conditions.at({"us-sead4-2017", "16(a)"}).finding == ConditionFinding::Established));
        QVERIFY((dossier.guidelines.at({"us-sead4-2017", "E"}).finding == GuidelineFinding::AgainstSubject));
        QCOMPARE((dossier.factors.at({"us-sead4-2017", "maturity"}).text), std::string("adult"));
        QCOMPARE((dossier.factors.at({"us-sead4-2017", "maturity"}).cites), std::vector{idOf<PassageId>(2)});
        QCOMPARE(dossier.reasons.size(), std::size_t(1));
        QCOMPARE(dossier.proposal->outcome.outcome, std::string("denied"));
        QCOMPARE((dossier.explained.at({"deadline", ""})), std::string("extended"));
        QVERIFY(!dossier.readOnly);
    }

    void whoeverWeighedStaysAnAuthor()
    {
        Story story = withDocument();
        QVERIFY(folded(story).authors.empty());                    // opening and taking in are no weighing
        story.add(PagesDisplayed{idOf<DocumentId>(1), {2}});
        QVERIFY(folded(story).authors.empty());
        story.add(samples::tied(1));
        story.add(PassageUntied{idOf<PassageId>(1), "wrong"});
        const Dossier dossier = folded(story);
        QVERIFY(dossier.ties.empty());
        QCOMPARE(dossier.authors.size(), std::size_t(1));
        QVERIFY(dossier.authors.contains(dossier.lastActor));
    }

    void aPassageMovesAndIsAppraised()
    {
        Story story = withDocument();
        story.add(samples::tied(1));
        const PassageAppraised said{idOf<PassageId>(1), "B", 2, "disputed", "2019", "2021-04", true};
        const auto moved = story.add(PassageMoved{idOf<PassageId>(1), samples::anchorAt(1, 4, "moved on")});
        const auto appraised = story.add(said);
        Dossier dossier = folded(story);
        QCOMPARE(dossier.ties[0].anchor.span.page, 4u);
        QCOMPARE(dossier.ties[0].condition.id, std::string("16(a)"));
        QVERIFY(dossier.ties[0].appraisal == said);
        QCOMPARE(dossier.ties[0].changed.seq, appraised);
        story.add(EntryWithdrawn{moved, ""});
        story.add(EntryWithdrawn{appraised, ""});
        dossier = folded(story);
        QCOMPARE(dossier.ties[0].anchor.span.page, 3u);
        QVERIFY(dossier.ties[0].appraisal == PassageAppraised());
        story.add(PassageMoved{idOf<PassageId>(1), samples::anchorAt(1, 9999, "nowhere")});
        QVERIFY(!foldHistory(story.entries()).ok());
    }

    void aDocumentIsDescribedAndItsBytesStay()
    {
        Story story = withDocument();
        const Dossier before = folded(story);
        const auto seq = story.add(DocumentDescribed{idOf<DocumentId>(1), "Police report", DocumentKind::PoliceRecord, "Sheriff",
                                                     "County", "2025-01-02", "Ex. 9", "SECRET", "by courier"});
        const DocumentState document = folded(story).documents[0];
        QCOMPARE(document.facts.title, std::string("Police report"));
        QVERIFY(document.facts.kind == DocumentKind::PoliceRecord);
        QCOMPARE(document.facts.agency, std::string("County"));
        QCOMPARE(document.facts.custody, std::string("by courier"));
        QVERIFY(document.facts.digest == before.documents[0].facts.digest);
        QCOMPARE(document.facts.pages, before.documents[0].facts.pages);
        QVERIFY(document.described.has_value());
        QCOMPARE(document.described->seq, seq);
    }

    void aPartBelongsToADocumentThatWasThere()
    {
        Story story = withDocument();
        DocumentAdded part = samples::documentAdded(77, 1);
        part.parent = idOf<DocumentId>(1);
        part.part = "slip.pdf";
        story.add(part);
        QVERIFY(folded(story).documents.back().facts.parent == idOf<DocumentId>(1));
        part.document = idOf<DocumentId>(78);
        part.parent = idOf<DocumentId>(99);
        story.add(part);
        QVERIFY(!foldHistory(story.entries()).ok());
    }

    void laterWordsReplaceEarlierOnes()
    {
        Story story = withDocument();
        story.add(samples::tied(1));
        story.add(PassageUntied{idOf<PassageId>(1), "wrong"});
        story.add(PassageWeighed{idOf<PassageId>(1), Weight::Slight}); // too late, but not wrong
        story.add(GapNoted{idOf<GapId>(1), "employment", "2017", "2018", std::nullopt, ""});
        story.add(GapExplained{idOf<GapId>(1), "study"});
        story.add(ContradictionLinked{idOf<ContradictionId>(1), samples::anchorAt(1, 1, "a"), samples::anchorAt(1, 2, "b"), ""});
        story.add(ContradictionResolved{idOf<ContradictionId>(1), "typing error"});
        story.add(OutcomeProposed{"denied", "", {}});
        story.add(OutcomeProposed{"granted", "", {}});
        const Dossier dossier = folded(story);
        QVERIFY(dossier.ties.empty());
        QCOMPARE(dossier.gaps[0].explanation, std::string("study"));
        QVERIFY(dossier.gaps[0].explained.has_value());
        QCOMPARE(dossier.openContradictions(), 0u);
        QCOMPARE(dossier.proposal->outcome.outcome, std::string("granted"));
    }

    void readingADocument()
    {
        Story story = withDocument(3);
        story.add(PagesWaived{idOf<DocumentId>(1), {2, 3}, "blank"});
        story.add(PagesDisplayed{idOf<DocumentId>(1), {2}});
        Dossier dossier = folded(story);
        QCOMPARE(dossier.documents[0].waived.size(), std::size_t(1));
        QVERIFY(!dossier.documents[0].isRead());
        story.add(PagesDisplayed{idOf<DocumentId>(1), {1}});
        dossier = folded(story);
        QVERIFY(dossier.documents[0].isRead());
        QCOMPARE(dossier.pagesRead(), 3u);
    }

    void statusFollowsTheDecision()
    {
        Story story = withDocument();
        const auto status = [&story] { return caseStatusName(folded(story).status); };
        QCOMPARE(status(), std::string_view("in-review"));
        story.add(samples::decisionSigned(50));
        QCOMPARE(status(), std::string_view("signed"));
        story.add(ReviewReturned{samples::digestOf(50), "weigh again", {{"16(a)", "why"}}}, 5);
        QCOMPARE(status(), std::string_view("returned"));
        story.add(samples::tied(1));
        QCOMPARE(status(), std::string_view("returned"));
        story.add(samples::decisionSigned(51));
        QCOMPARE(status(), std::string_view("signed"));
        story.add(ReviewReturned{samples::digestOf(50), "late word on the old one", {}}, 5);
        QCOMPARE(status(), std::string_view("signed"));
        story.add(ReviewConcurred{samples::digestOf(51), "agreed"}, 5);
        QCOMPARE(status(), std::string_view("concurred"));
        story.add(DecisionCountersigned{samples::digestOf(51), {7}}, 5);
        QCOMPARE(status(), std::string_view("countersigned"));
        const Dossier dossier = folded(story);
        QCOMPARE(dossier.decisions.size(), std::size_t(2));
        QVERIFY(!dossier.decisions[0].countersignature);
        QVERIFY(dossier.decisions[1].countersigned->actor == idOf<PersonId>(5));
        QCOMPARE(dossier.reviews.size(), std::size_t(3));
        QCOMPARE(dossier.reviews[0].notes.size(), std::size_t(1));
        QVERIFY(dossier.reviews[2].concurred);
    }

    void aLateCountersignatureLeavesTheNewestDecisionItsStatus()
    {
        Story story;
        story.add(samples::decisionSigned(50));
        story.add(samples::decisionSigned(51));
        story.add(DecisionCountersigned{samples::digestOf(50), {7}}, 5);
        const Dossier dossier = folded(story);
        QVERIFY(dossier.status == CaseStatus::Signed);
        QVERIFY(dossier.decisions[0].countersignature.has_value());
        QVERIFY(!dossier.decisions[1].countersignature.has_value());
    }

    void custodyLeavesAndComesBack()
    {
        Story story;
        QVERIFY(folded(story).custodyHere);
        story.add(CustodySent{idOf<BundleId>(1), "Office B", {}, ""});
        QVERIFY(!folded(story).custodyHere);
        QCOMPARE(folded(story).custodyWith, std::string("Office B"));
        story.add(CustodyReceived{idOf<BundleId>(2), samples::digestOf(1)});
        QVERIFY(folded(story).custodyHere);
    }

    void aPersonMayBeIntroducedAnew()
    {
        Story story;
        story.add(PersonIntroduced{idOf<PersonId>(2), "A. Lee", {"adjudicator"}, {1}});
        story.add(PersonIntroduced{idOf<PersonId>(2), "A. Lee", {"supervisor"}, {2}});
        const Dossier dossier = folded(story);
        QCOMPARE(dossier.people.size(), std::size_t(1));
        QCOMPARE(dossier.people.begin()->second.roles.front(), std::string("supervisor"));
    }

    void unknownKindsMakeItReadOnly()
    {
        Story story = withDocument();
        story.add("passage.painted", codec::Json(codec::Json::Object{}));
        story.add("a.b", codec::Json(codec::Json::Object{}));
        const auto painted = story.add("passage.painted", codec::Json(codec::Json::Object{}));
        story.add(samples::tied(1));
        story.add(PassageNoted{idOf<PassageId>(77), "perhaps brought in by a kind we cannot read"});
        story.add(ReviewConcurred{samples::digestOf(77), ""});
        story.add(EntryWithdrawn{painted, ""});
        const Dossier dossier = folded(story);
        QVERIFY(dossier.readOnly);
        QVERIFY((dossier.unknownKinds == std::vector<std::string>{"passage.painted", "a.b"}));
        QCOMPARE(dossier.ties.size(), std::size_t(1));
        QCOMPARE(dossier.size, story.entries().size());
    }

    void aBadBodyIsMalformed()
    {
        Story story = withDocument();
        story.add("passage.noted", codec::Json(codec::Json::Object{}));
        const auto dossier = story.fold();
        QVERIFY(!dossier.ok());
        QVERIFY(dossier.fault().code == FaultCode::Malformed);
        QVERIFY(dossier.fault().detail.find("entry 2") != std::string::npos);
    }

    void orderIsKept()
    {
        QVERIFY(!foldHistory({}).ok());
        Story story = withDocument();
        std::vector<Entry> entries = story.entries();
        entries[1].seq = 2;
        QVERIFY(isBroken(Story(entries)));
        entries[1].seq = 0;
        QVERIFY(isBroken(Story(entries)));
        QVERIFY(isBroken(Story({story.entries()[1]})));
        entries = story.entries();
        std::swap(entries[0], entries[1]);
        QVERIFY(isBroken(Story(entries)));
        story.add(samples::caseOpened());
        QVERIFY(isBroken(story));
    }

    void theFirstEntryOpensTheCase()
    {
        Story story(std::vector<Entry>{});
        story.add(samples::documentAdded(1, 1));
        QVERIFY(isBroken(story));
        Story strange(std::vector<Entry>{});
        strange.add("case.begun", codec::Json(codec::Json::Object{}));
        QVERIFY(isBroken(strange));
    }

    void brokenWhenReferringToNothing_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < static_cast<int>(strayEvents().size()); ++i)
            QTest::addRow("%d %s", i, eventKind(strayEvents()[static_cast<std::size_t>(i)]).c_str()) << i;
    }

    void brokenWhenReferringToNothing()
    {
        QFETCH(int, which);
        Story story = withDocument();
        QVERIFY(story.fold().ok());
        const Event event = strayEvents()[static_cast<std::size_t>(which)];
        QVERIFY(checkEvent(event).ok()); // the body is sound; the reference is not
        story.add(event);
        QVERIFY(isBroken(story));
    }

    void aPartOfAPictureNeedsPictures()
    {
        for (const MediaType media : {MediaType::Pdf, MediaType::Png, MediaType::Jpeg, MediaType::Tiff, MediaType::PlainText, MediaType::Mail, MediaType::Docx}) {
            Story story;
            DocumentAdded added = samples::documentAdded(1, 12);
            added.media = media;
            story.add(added);
            PassageTied tied = samples::tied(1);
            tied.anchor = samples::areaAt(1, 2);
            story.add(tied);
            QCOMPARE(isBroken(story), !isPictured(media));
        }
    }

    void brokenWhenIdsAreRepeated()
    {
        Story story = withDocument();
        const std::vector<Event> events = {
            samples::tied(1), GapNoted{idOf<GapId>(1), "employment", "2017", "", std::nullopt, ""},
            ContradictionLinked{idOf<ContradictionId>(1), samples::anchorAt(1, 1, "a"), samples::anchorAt(1, 2, "b"), ""},
            samples::decisionSigned(50), DecisionCountersigned{samples::digestOf(50), {1}}};
        for (const Event &event : events)
            story.add(event);
        QVERIFY(story.fold().ok());
        std::vector<Event> repeated = events;
        repeated.push_back(samples::documentAdded(1, 3));
        for (const Event &event : repeated) {
            Story again = story;
            again.add(event);
            QVERIFY2(isBroken(again), eventKind(event).c_str());
        }
    }

    void prefixesAreTheCaseAsItStood()
    {
        Story story = withDocument();
        story.add(samples::tied(1));
        story.add(PassageUntied{idOf<PassageId>(1), ""});
        QCOMPARE(foldPrefix(story.entries(), 3)->ties.size(), std::size_t(1));
        QCOMPARE(foldPrefix(story.entries(), 4)->ties.size(), std::size_t(0));
        QVERIFY(!foldPrefix(story.entries(), 0).ok());
        QVERIFY(!foldPrefix(story.entries(), 5).ok());
    }

private:
    static std::vector<Event> strayEvents()
    {
        Anchor otherBytes = samples::anchorAt(1, 1, "a");
        otherBytes.documentDigest = samples::digestOf(200);
        PassageTied changed = samples::tied(9);
        changed.anchor = otherBytes;
        return {
            PagesDisplayed{idOf<DocumentId>(9), {1}}, PagesDisplayed{idOf<DocumentId>(1), {13}},
            PagesWaived{idOf<DocumentId>(9), {1}, ""}, PagesWaived{idOf<DocumentId>(1), {13}, ""},
            samples::tied(9, "16(a)", 9), samples::tied(9, "16(a)", 1, 13), changed,
            PassageWeighed{idOf<PassageId>(9), Weight::Slight}, PassageNoted{idOf<PassageId>(9), ""},
            PassageUntied{idOf<PassageId>(9), ""}, ContradictionResolved{idOf<ContradictionId>(9), ""},
            ContradictionLinked{idOf<ContradictionId>(9), samples::anchorAt(1, 1, "a"), samples::anchorAt(9, 1, "b"), ""},
            ContradictionLinked{idOf<ContradictionId>(9), otherBytes, samples::anchorAt(1, 1, "b"), ""},
            GapNoted{idOf<GapId>(9), "employment", "", "", samples::anchorAt(9, 1, "a"), ""}, GapExplained{idOf<GapId>(9), ""},
            ReasonsWritten{{{"x", {idOf<PassageId>(9)}}}}, ReviewReturned{samples::digestOf(9), "", {}},
            ReviewConcurred{samples::digestOf(9), ""}, DecisionCountersigned{samples::digestOf(9), {}},
            EntryWithdrawn{0, ""}, EntryWithdrawn{1, ""}, EntryWithdrawn{2, ""}, EntryWithdrawn{3, ""},
        };
    }
};

QTEST_GUILESS_MAIN(TestModelFold)
#include "tst_model_fold.moc"
