// SPDX-License-Identifier: GPL-3.0-or-later
// Events and histories for the tests of core/model.
#pragma once

#include "core/base/random.h"
#include "core/base/utf8.h"
#include "core/ledger/ledger.h"
#include "core/model/dossier.h"
#include "core/model/spot.h"

namespace caseward::model::samples {

template <typename IdType>
IdType idOf(unsigned number)
{
    std::string digits = std::to_string(number);
    digits.insert(0, 12 - digits.size(), '0');
    return *IdType::parse("0193aaaa-0000-7000-8000-" + digits);
}

inline Digest digestOf(std::uint8_t fill)
{
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(fill);
    return Digest(bytes);
}

inline Anchor anchorAt(unsigned document, std::uint32_t page, const std::string &quote)
{
    Anchor anchor;
    anchor.document = idOf<DocumentId>(document);
    anchor.documentDigest = digestOf(static_cast<std::uint8_t>(document));
    anchor.span = {page, 10, 10 + static_cast<std::uint32_t>(codePointCount(quote))};
    anchor.quote = quote;
    anchor.before = "before ";
    anchor.after = " after";
    anchor.rects = {{72, 90.25, 200.5, 12}};
    return anchor;
}

// A part of the picture of a page: no words.
inline Anchor areaAt(unsigned document, std::uint32_t page, const Rect &area = {72, 90.25, 200.5, 12})
{
    Anchor anchor;
    anchor.document = idOf<DocumentId>(document);
    anchor.documentDigest = digestOf(static_cast<std::uint8_t>(document));
    anchor.span = {page, 0, 0};
    anchor.rects = {area};
    return anchor;
}

inline CaseOpened caseOpened()
{
    return {idOf<CaseId>(1), "PSH-25-0206", "S-0417", "initial", "Top Secret/SCI", "CUI//PRVCY", "2026-12-31",
            {"us-sead4-2017", "1.0.0", digestOf(7)}, true};
}

inline DocumentAdded documentAdded(unsigned number, std::uint32_t pages)
{
    DocumentAdded added;
    added.document = idOf<DocumentId>(number);
    added.digest = digestOf(static_cast<std::uint8_t>(number));
    added.bytes = 4096;
    added.name = "roi.pdf";
    added.title = "Report of investigation";
    added.kind = DocumentKind::ReportOfInvestigation;
    added.media = MediaType::Pdf;
    added.source = "DCSA";
    added.date = "2026-03-01";
    added.exhibit = "Ex. " + std::to_string(number);
    added.marking = "CUI";
    added.pages = pages;
    added.textDigest = digestOf(99);
    added.engine = "poppler 22.12.0";
    return added;
}

inline PassageTied tied(unsigned passage, const std::string &condition = "16(a)", unsigned document = 1, std::uint32_t page = 3)
{
    return {idOf<PassageId>(passage), anchorAt(document, page, "did not list the job"), {"us-sead4-2017", condition},
            Weight::Moderate, ""};
}

inline Allegation allegation(const std::string &label, const std::string &text = "You owe 3,500 to a bank")
{
    return {label, "us-sead4-2017", "F", text, "2019-04", "2021", true, {"19(a)", "19(c)"}, {idOf<PassageId>(1)}, {}};
}

inline DecisionSigned decisionSigned(std::uint8_t digest)
{
    return {digestOf(digest), R"({"outcome":"denied"})", {1, 2, 3}, "denied"};
}

// One of each kind this version knows, in the order of the Event variant, with every field filled.
inline std::vector<Event> oneOfEach()
{
    const Digest decision = digestOf(50);
    return {
        caseOpened(),
        PersonIntroduced{idOf<PersonId>(2), "A. Lee", {"adjudicator", "intake"}, {0x30, 0x82, 0x00}},
        documentAdded(1, 12),
        DocumentDescribed{idOf<DocumentId>(1), "Report, first part", DocumentKind::Letter, "DCSA", "State police", "2026-03-02", "Ex. 1", "CUI", "by hand"},
        PagesDisplayed{idOf<DocumentId>(1), {1, 2, 3}},
        PagesWaived{idOf<DocumentId>(1), {4, 5}, "blank"},
        PassageTied{idOf<PassageId>(1), anchorAt(1, 3, "naïve “quote”"), {"us-sead4-2017", "16(a)"}, Weight::Substantial, "note"},
        PassageWeighed{idOf<PassageId>(1), Weight::Slight},
        PassageNoted{idOf<PassageId>(1), "line\nline"},
        PassageMoved{idOf<PassageId>(1), anchorAt(1, 4, "moved on")},
        PassageAppraised{idOf<PassageId>(1), "B", 2, "disputed", "2019", "2021-04-03", true},
        PassageUntied{idOf<PassageId>(1), "wrong person"},
        ContradictionLinked{idOf<ContradictionId>(1), anchorAt(1, 1, "none"), anchorAt(1, 2, "since 2017"), "work"},
        ContradictionResolved{idOf<ContradictionId>(1), "unpaid"},
        GapNoted{idOf<GapId>(1), "employment", "2017-03", "2017-06-30", anchorAt(1, 4, "moved"), "three months"},
        GapExplained{idOf<GapId>(1), "travel"},
        ConditionFound{{"us-sead4-2017", "17(c)"}, ConditionFinding::DoesNotApply, "recent"},
        GuidelineFound{"us-sead4-2017", "E", GuidelineFinding::ForSubject, "mitigated"},
        FactorWeighed{"us-sead4-2017", "maturity", "was 20", {idOf<PassageId>(1)}},
        ReasonsWritten{{{"First.", {idOf<PassageId>(1)}}, {"Second.", {}}, {"Kept here.", {}, true}}},
        AllegationMade{idOf<AllegationId>(1), allegation("1.a")},
        AllegationAmended{idOf<AllegationId>(1), allegation("1.a", "You owe 4,000 to a bank"), "the sum was wrong"},
        AllegationDropped{idOf<AllegationId>(1), "paid before the statement was issued"},
        AllegationAnswered{idOf<AllegationId>(1), AllegationAnswer::AdmittedInPart, "not all of it"},
        AllegationAppraised{idOf<AllegationId>(1), "C", "less than it looks", "four years ago", Frequency::Repeated},
        MitigatorWeighed{idOf<AllegationId>(1), "20(b)", MitigatorStanding::Supported, {idOf<PassageId>(1)}, "laid off"},
        AllegationFound{idOf<AllegationId>(1), AllegationFinding::Neither, {"19(a)"}, "cannot be told"},
        SectionJudged{idOf<DocumentId>(1), "20A", Verdict::Yes, Verdict::No, Verdict::NotJudged, "two addresses differ"},
        ReleaseRecorded{"credit", "2026-01-05", "2031-01-04", {idOf<DocumentId>(1), 3}, "signed in ink"},
        IdentityRecorded{IdentityMatter::Citizenship, true, "passport, seen in the original", {idOf<DocumentId>(1), 0}, "no doubt"},
        ComponentRecorded{"police", ComponentState::Waived, {}, "no police there"},
        FlagRaised{idOf<FlagId>(1), "a warrant is mentioned", {idOf<DocumentId>(1), 2}}, FlagDismissed{"case/0193aaaa-0000-7000-8000-000000000009", "another person"},
        DeficiencyNoted{"Q-GAP", "11", "say where you lived in 2019"},
        DeficiencySettled{"Q-GAP", "11", "the sender has written"},
        CaseReturnedDeficient{"Office B", {{"Q-GAP", "11", "say where you lived in 2019"}, {"R-ABSENT", "", "send the release"}}, "within the month"},
        PackJoined{{"nato-ac35-d2000", "1.0.0", digestOf(70)}, "joint case"},
        PackMoved{{"us-sead4-2017", "1.0.0", digestOf(71)}, {"us-sead4-2017", "2.0.0", digestOf(72)}, "new directive"},
        OutcomeProposed{"granted", "waiver", {"report debts"}},
        CheckExplained{"deadline", "due", "extension granted"},
        DecisionSigned{decision, R"({"outcome":"granted"})", {0xff, 0x00}, "granted"},
        ReviewReturned{decision, "see notes", {{"16(a)", "weigh again"}, {"", "general"}}},
        ReviewConcurred{decision, "agreed"},
        DecisionCountersigned{decision, {9, 8, 7}},
        CustodySent{idOf<BundleId>(1), "Office B", {digestOf(60), digestOf(61)}, "appeal"},
        CustodyReceived{idOf<BundleId>(1), digestOf(62)},
        EntryWithdrawn{5, "slip of the hand"},
        StageMoved{Stage::SorIssued, Stage::Served, "2026-11-20", "by hand, receipt 4411"},
        ClockStarted{"reply", "Answer to the statement of reasons", "service", "2026-11-20", "2026-12-10", 20, "calendar", false, "DoDD 5220.6", "served by hand"},
        ClockExtended{"reply", "2026-12-20", "counsel was ill"},
        ClockStopped{"reply", "2026-12-01", false, "the record is being completed"},
        ClockResumed{"reply", "2026-12-05", "2026-12-24", "the record is complete"},
        EligibilityRecorded{"DCSA", "Secret", EligibilityStatus::Eligible, "2026-11-22", "2027-11-22", "C", {{"finish the counselling", "2027-03-01"}}, "condition", decision},
        EligibilityMonitored{"DCSA", "Secret", 1, ConditionStanding::Met, "2027-02-01", {idOf<PassageId>(1)}, "certificate of completion"},
        ReciprocityDecided{"us-sead7-1.0.0", "DIA", "Top Secret/SCI", "Top Secret", "2019-04-01", {{"S7-2", ReciprocityReply::Yes, "closed in 2019"}, {"S7-3", ReciprocityReply::CannotTell, ""}}, false, {"S7-2"}, "old"},
        ConflictDeclared{idOf<PersonId>(2), "the subject is a relative"}, LetterIssued{LetterKind::Advisement, "The person", "2026-11-23", digestOf(80), digestOf(81), "1.0"},
    };
}

// A history that grows entry by entry, a second apart, chained as a real one.
class Story {
public:
    Story() { add(caseOpened()); }
    explicit Story(std::vector<Entry> entries) : m_entries(std::move(entries)) {}

    // The seq of the new entry.
    std::uint64_t add(const Event &event, unsigned actor = 2) { return add(eventKind(event), encodeEvent(event), actor); }
    std::uint64_t add(const std::string &kind, codec::Json body, unsigned actor = 2)
    {
        Entry entry;
        entry.seq = m_entries.size();
        if (!m_entries.empty())
            entry.prev = ledger::leafHash(viewOf(encodeEntry(m_entries.back())));
        entry.at.milliseconds = 1'763'800'000'000 + static_cast<std::int64_t>(entry.seq) * 1000;
        entry.actor = idOf<PersonId>(actor);
        entry.station = idOf<StationId>(3);
        entry.kind = kind;
        entry.body = std::move(body);
        m_entries.push_back(std::move(entry));
        return m_entries.back().seq;
    }
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] Result<Dossier> fold() const { return foldHistory(m_entries); }

private:
    std::vector<Entry> m_entries;
};

} // namespace caseward::model::samples
