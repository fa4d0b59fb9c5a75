// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/changetexts.h"

#include "core/base/utf8.h"
#include "core/model/proceedingtexts.h"
#include "core/model/screeningtexts.h"
#include "core/model/spot.h"

#include <type_traits>

namespace caseward::model {

namespace {

constexpr std::size_t quotedCharacters = 80;

// "does-not-apply" -> "Does not apply".
std::string inWords(std::string_view name)
{
    std::string words(name);
    for (char &c : words)
        if (c == '-')
            c = ' ';
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

// On one line and short enough for a list.
std::string quoted(const std::string &text)
{
    std::string line;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    const std::string shown = codePointSlice(line, 0, quotedCharacters);
    return "'" + shown + (shown.size() < line.size() ? "…'" : "'");
}

std::string withNote(std::string text, const char *label, const std::string &note)
{
    if (!note.empty())
        text += std::string("; ") + label + ": " + note;
    return text;
}

std::string place(const Anchor &anchor)
{
    const std::string page = "p. " + std::to_string(anchor.span.page);
    return isArea(anchor) ? page + " (part of the picture)" : page + ": " + quoted(anchor.quote);
}

std::string joined(const std::string &first, const std::string &second) { return first + "/" + second; }

std::string describeDocument(const DocumentState &document)
{
    std::string text = document.facts.title;
    if (!document.facts.exhibit.empty())
        text += " (" + document.facts.exhibit + ")";
    for (const std::string *said : {&document.facts.source, &document.facts.agency, &document.facts.date, &document.facts.custody})
        text += said->empty() ? "" : ", " + *said;
    text += ", " + inWords(documentKindName(document.facts.kind));
    if (!document.isReadable())
        return text + ", kept unread: " + document.facts.unreadable;
    text += ", " + std::to_string(document.facts.pages) + (document.facts.pages == 1 ? " page" : " pages");
    for (auto page = document.waived.begin(); page != document.waived.end();) {
        const auto first = page;
        auto last = page;
        for (++page; page != document.waived.end() && page->first == last->first + 1 && page->second == first->second; ++page)
            last = page;
        text += first == last ? "; p. " : "; pp. " + std::to_string(first->first) + "-";
        text += std::to_string(last->first) + " waived: " + first->second;
    }
    return text;
}

std::string describeGap(const Gap &gap)
{
    std::string text = gap.lane + ", " + gap.from + " to " + gap.to;
    if (gap.anchor)
        text += ", " + place(*gap.anchor);
    return withNote(withNote(std::move(text), "note", gap.note), "explained", gap.explanation);
}

std::string withCites(const std::string &text, const std::vector<PassageId> &cites)
{
    return cites.empty() ? text : text + " [" + std::to_string(cites.size()) + " cited]";
}

Thing describeReasons(const std::vector<Paragraph> &paragraphs)
{
    Thing thing;
    for (const Paragraph &paragraph : paragraphs) {
        thing.words += thing.words.empty() ? "" : "\n\n";
        thing.words += (paragraph.internal ? "(internal) " : "") + withCites(paragraph.text, paragraph.cites);
        thing.cites.insert(thing.cites.end(), paragraph.cites.begin(), paragraph.cites.end());
    }
    return thing;
}

std::string describeProposal(const OutcomeProposed &outcome)
{
    std::string text = withNote(outcome.outcome, "exception", outcome.exception);
    for (const std::string &condition : outcome.conditions)
        text = withNote(std::move(text), "condition", condition);
    return text;
}

std::string describeReview(const Review &review)
{
    std::string text = withNote(review.concurred ? "Concurred" : "Returned", "reason", review.reason);
    for (const ReviewNote &note : review.notes)
        text = withNote(std::move(text), note.target.empty() ? "note" : note.target.c_str(), note.text);
    return text;
}

std::string describeAppraisal(const PassageAppraised &appraisal)
{
    std::string text;
    const auto add = [&text](const std::string &words) { text += (text.empty() ? "" : ", ") + words; };
    if (!appraisal.reliability.empty() || appraisal.credibility != 0)
        add("graded " + (appraisal.reliability.empty() ? "-" : appraisal.reliability) +
            (appraisal.credibility == 0 ? "-" : std::to_string(appraisal.credibility)));
    if (!appraisal.standing.empty())
        add(appraisal.standing);
    if (!appraisal.from.empty() || !appraisal.to.empty())
        add((appraisal.about ? "conduct about " : "conduct ") + appraisal.from +
            (appraisal.to.empty() || appraisal.to == appraisal.from ? "" : " to " + appraisal.to));
    return text;
}

std::string listed(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string describeAllegation(const AllegationState &it)
{
    std::string text = it.states.label + ", Guideline " + it.states.guideline + ": " + it.states.text;
    if (!it.states.from.empty())
        text += (it.states.about ? "; about " : "; ") + it.states.from + (it.states.to.empty() ? "" : " to " + it.states.to);
    text = withNote(std::move(text), "raises", listed(it.states.conditions));
    if (!it.states.evidence.empty())
        text += "; " + std::to_string(it.states.evidence.size()) + " passages";
    if (!it.states.repeats.empty())
        text += "; takes over the facts of " + std::to_string(it.states.repeats.size()) + " other";
    if (it.answer)
        text = withNote(withNote(std::move(text), "answer", inWords(answerName(it.answer->first.answer))), "in words", it.answer->first.words);
    text = withNote(withNote(std::move(text), "seriousness as given", it.appraisal.given), "seriousness as seen", it.appraisal.view);
    text = withNote(withNote(std::move(text), "recency", it.appraisal.recency), "frequency", inWords(frequencyName(it.appraisal.frequency)));
    for (const auto &[condition, mitigator] : it.mitigators)
        text = withNote(std::move(text), (condition + " " + std::string(standingName(mitigator.weighed.standing))).c_str(),
                        mitigator.weighed.reason.empty() ? "no reason given" : mitigator.weighed.reason);
    if (it.finding)
        text = withNote(withNote(withNote(std::move(text), "found", inWords(findingName(it.finding->first.finding))), "establishes",
                                 listed(it.finding->first.established)), "reason", it.finding->first.reason);
    return it.dropped ? withNote(std::move(text), "withdrawn", it.dropped->first) : text;
}

void describeMarks(const Dossier &dossier, std::map<ThingKey, Thing> &things)
{
    for (const DocumentState &document : dossier.documents)
        things[{Area::Document, document.facts.document.text()}].words = describeDocument(document);
    for (const Tie &tie : dossier.ties)
        things[{Area::Passage, tie.id.text()}].words = withNote(
            withNote(tie.condition.id + ", " + place(tie.anchor) + " (" + inWords(weightName(tie.weight)) + ")", "appraised",
                     describeAppraisal(tie.appraisal)), "note", tie.note);
    for (const Contradiction &it : dossier.contradictions)
        things[{Area::Contradiction, it.id.text()}].words = withNote(
            withNote(place(it.claimed) + " against " + place(it.found), "note", it.note), "resolved", it.resolution);
    for (const Gap &gap : dossier.gaps)
        things[{Area::Gap, gap.id.text()}].words = describeGap(gap);
    for (const PackRef &pack : dossier.packs)
        things[{Area::Pack, pack.id}].words = pack.id + " " + pack.version;
    for (const AllegationState &it : dossier.allegations)
        things[{Area::Allegation, it.id.text()}].words = describeAllegation(it);
}

} // namespace

std::string_view areaName(Area area)
{
    switch (area) {
    case Area::Document: return "document";
    case Area::Passage: return "passage";
    case Area::Contradiction: return "contradiction";
    case Area::Gap: return "gap";
    case Area::Pack: return "pack";
    case Area::Allegation: return "allegation";
    case Area::Section: return "section";
    case Area::Release: return "release";
    case Area::Identity: return "identity";
    case Area::Component: return "component";
    case Area::Flag: return "flag";
    case Area::Deficiency: return "deficiency";
    case Area::Condition: return "condition";
    case Area::Guideline: return "guideline";
    case Area::Factor: return "factor";
    case Area::Reasons: return "reasons";
    case Area::Outcome: return "outcome";
    case Area::Check: return "check";
    case Area::Decision: return "decision";
    case Area::Review: return "review";
    case Area::Stage: return "stage";
    case Area::Clock: return "clock";
    case Area::Eligibility: return "eligibility";
    case Area::Reciprocity: return "reciprocity";
    case Area::Conflict: return "conflict";
    case Area::Letter: return "letter";
    }
    return {};
}

std::map<ThingKey, Thing> describe(const Dossier &dossier)
{
    std::map<ThingKey, Thing> things;
    describeMarks(dossier, things);
    describeScreening(dossier, things);
    for (const auto &[ref, state] : dossier.conditions)
        things[{Area::Condition, joined(ref.pack, ref.id)}].words =
            withNote(ref.id + ": " + inWords(findingName(state.finding)), "reason", state.reason);
    for (const auto &[ref, state] : dossier.guidelines)
        things[{Area::Guideline, joined(ref.first, ref.second)}].words =
            withNote(ref.second + ": " + inWords(findingName(state.finding)), "reason", state.reason);
    for (const auto &[ref, state] : dossier.factors) {
        Thing &factor = things[{Area::Factor, joined(ref.first, ref.second)}];
        factor.words = ref.second + ": " + withCites(state.text, state.cites);
        factor.cites = state.cites;
    }
    if (dossier.reasonsWritten)
        things[{Area::Reasons, {}}] = describeReasons(dossier.reasons);
    if (dossier.proposal)
        things[{Area::Outcome, {}}].words = describeProposal(dossier.proposal->outcome);
    for (const auto &[ref, words] : dossier.explained)
        things[{Area::Check, joined(ref.first, ref.second)}].words = withNote(ref.first, "target", ref.second) + ": " + words;
    for (const SignedDecision &decision : dossier.decisions)
        things[{Area::Decision, decision.what.digest.hex()}].words =
            decision.what.outcome + (decision.countersignature ? ", signed and countersigned" : ", signed");
    for (const Review &review : dossier.reviews)
        things[{Area::Review, std::to_string(review.when.seq)}].words = describeReview(review);
    describeProceedings(dossier, things);
    return things;
}

namespace {

// One overload a kind, so that a new kind must say here what it touches.
struct Toucher {
    using Touched = std::optional<ThingKey>;
    std::uint64_t seq;

    static Touched thing(Area area, std::string key) { return ThingKey(area, std::move(key)); }
    Touched operator()(const CaseOpened &) const { return {}; }
    Touched operator()(const PersonIntroduced &) const { return {}; }
    Touched operator()(const DocumentAdded &it) const { return thing(Area::Document, it.document.text()); }
    Touched operator()(const DocumentDescribed &it) const { return thing(Area::Document, it.document.text()); }
    Touched operator()(const PagesDisplayed &it) const { return thing(Area::Document, it.document.text()); }
    Touched operator()(const PagesWaived &it) const { return thing(Area::Document, it.document.text()); }
    Touched operator()(const PassageTied &it) const { return thing(Area::Passage, it.passage.text()); }
    Touched operator()(const PassageWeighed &it) const { return thing(Area::Passage, it.passage.text()); }
    Touched operator()(const PassageNoted &it) const { return thing(Area::Passage, it.passage.text()); }
    Touched operator()(const PassageMoved &it) const { return thing(Area::Passage, it.passage.text()); }
    Touched operator()(const PassageAppraised &it) const { return thing(Area::Passage, it.passage.text()); }
    Touched operator()(const PassageUntied &it) const { return thing(Area::Passage, it.passage.text()); }
    Touched operator()(const ContradictionLinked &it) const { return thing(Area::Contradiction, it.contradiction.text()); }
    Touched operator()(const ContradictionResolved &it) const { return thing(Area::Contradiction, it.contradiction.text()); }
    Touched operator()(const GapNoted &it) const { return thing(Area::Gap, it.gap.text()); }
    Touched operator()(const GapExplained &it) const { return thing(Area::Gap, it.gap.text()); }
    Touched operator()(const ConditionFound &it) const { return thing(Area::Condition, joined(it.condition.pack, it.condition.id)); }
    Touched operator()(const GuidelineFound &it) const { return thing(Area::Guideline, joined(it.pack, it.guideline)); }
    Touched operator()(const FactorWeighed &it) const { return thing(Area::Factor, joined(it.pack, it.factor)); }
    Touched operator()(const ReasonsWritten &) const { return thing(Area::Reasons, {}); }
    Touched operator()(const AllegationMade &it) const { return thing(Area::Allegation, it.allegation.text()); }
    Touched operator()(const AllegationAmended &it) const { return thing(Area::Allegation, it.allegation.text()); }
    Touched operator()(const AllegationDropped &it) const { return thing(Area::Allegation, it.allegation.text()); }
    Touched operator()(const AllegationAnswered &it) const { return thing(Area::Allegation, it.allegation.text()); }
    Touched operator()(const AllegationAppraised &it) const { return thing(Area::Allegation, it.allegation.text()); }
    Touched operator()(const MitigatorWeighed &it) const { return thing(Area::Allegation, it.allegation.text()); }
    Touched operator()(const AllegationFound &it) const { return thing(Area::Allegation, it.allegation.text()); }
    Touched operator()(const SectionJudged &it) const { return thing(Area::Section, sectionKey(it.document, it.section)); }
    Touched operator()(const ReleaseRecorded &it) const { return thing(Area::Release, it.kind); }
    Touched operator()(const IdentityRecorded &it) const { return thing(Area::Identity, std::string(identityMatterName(it.matter))); }
    Touched operator()(const ComponentRecorded &it) const { return thing(Area::Component, it.component); }
    Touched operator()(const FlagRaised &it) const { return thing(Area::Flag, it.flag.text()); }
    Touched operator()(const FlagDismissed &it) const { return thing(Area::Flag, it.hint); }
    Touched operator()(const DeficiencyNoted &it) const { return thing(Area::Deficiency, deficiencyKey(it.code, it.section)); }
    Touched operator()(const DeficiencySettled &it) const { return thing(Area::Deficiency, deficiencyKey(it.code, it.section)); }
    Touched operator()(const CaseReturnedDeficient &) const { return thing(Area::Deficiency, "return " + std::to_string(seq)); }
    Touched operator()(const PackJoined &it) const { return thing(Area::Pack, it.pack.id); }
    Touched operator()(const PackMoved &it) const { return thing(Area::Pack, it.to.id); }
    Touched operator()(const OutcomeProposed &) const { return thing(Area::Outcome, {}); }
    Touched operator()(const CheckExplained &it) const { return thing(Area::Check, joined(it.check, it.target)); }
    Touched operator()(const DecisionSigned &it) const { return thing(Area::Decision, it.digest.hex()); }
    Touched operator()(const ReviewReturned &) const { return thing(Area::Review, std::to_string(seq)); }
    Touched operator()(const ReviewConcurred &) const { return thing(Area::Review, std::to_string(seq)); }
    Touched operator()(const DecisionCountersigned &it) const { return thing(Area::Decision, it.decision.hex()); }
    Touched operator()(const CustodySent &) const { return {}; }
    Touched operator()(const CustodyReceived &) const { return {}; }
    Touched operator()(const EntryWithdrawn &) const { return {}; }
    Touched operator()(const StageMoved &) const { return thing(Area::Stage, {}); }
    Touched operator()(const ClockStarted &it) const { return thing(Area::Clock, it.clock); }
    Touched operator()(const ClockExtended &it) const { return thing(Area::Clock, it.clock); }
    Touched operator()(const ClockStopped &it) const { return thing(Area::Clock, it.clock); }
    Touched operator()(const ClockResumed &it) const { return thing(Area::Clock, it.clock); }
    Touched operator()(const EligibilityRecorded &it) const { return thing(Area::Eligibility, joined(it.authority, it.access)); }
    Touched operator()(const EligibilityMonitored &it) const { return thing(Area::Eligibility, joined(it.authority, it.access)); }
    Touched operator()(const ReciprocityDecided &it) const { return thing(Area::Reciprocity, joined(it.authority, it.access)); }
    Touched operator()(const ConflictDeclared &it) const { return thing(Area::Conflict, it.person.text()); }
    Touched operator()(const LetterIssued &it) const { return thing(Area::Letter, it.paper.hex()); }
    Touched operator()(const UnknownEvent &) const { return {}; }
};

} // namespace

std::optional<ThingKey> thingOf(const Event &event, std::uint64_t seq) { return std::visit(Toucher{seq}, event); }

} // namespace caseward::model
