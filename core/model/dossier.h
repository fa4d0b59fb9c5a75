// SPDX-License-Identifier: GPL-3.0-or-later
// The dossier: a case as it stands after some entries, a pure fold over the history. Everything a screen shows of a
// case comes from here. Plain value: copy it to any thread.
#pragma once

#include "core/base/clock.h"
#include "core/model/entry.h"
#include "core/model/events.h"
#include "core/model/proceedingsstate.h"

#include <map>
#include <set>

namespace caseward::model {

struct DocumentState {
    DocumentAdded facts;                               // as described last
    Trace added;
    std::optional<Trace> described;
    std::set<std::uint32_t> displayed;                 // pages
    std::map<std::uint32_t, std::string> waived;       // page -> reason
    [[nodiscard]] bool isReadable() const { return facts.unreadable.empty(); }
    [[nodiscard]] bool isRead() const { return displayed.size() + waived.size() >= facts.pages; }
};

struct Tie {
    PassageId id;
    Anchor anchor;
    ConditionRef condition;
    Weight weight = Weight::Moderate;
    std::string note;
    Trace tied, changed;
    PassageAppraised appraisal = {};                   // of this passage; nothing said: its default
};

struct Contradiction { ContradictionId id; Anchor claimed, found; std::string note, resolution; Trace linked; std::optional<Trace> resolved; };
struct Gap { GapId id; std::string lane, from, to; std::optional<Anchor> anchor; std::string note, explanation; Trace noted; std::optional<Trace> explained; };
struct MitigatorState { MitigatorWeighed weighed; Trace set; };
struct AllegationState {
    AllegationId id;
    Allegation states;                                 // as amended last
    Trace made;
    std::optional<Trace> amended;
    std::optional<std::pair<std::string, Trace>> dropped;      // why; it is no longer alleged
    std::optional<std::pair<AllegationAnswered, Trace>> answer;
    std::optional<std::pair<AllegationFound, Trace>> finding;
    AllegationAppraised appraisal = {};                // nothing said: its default
    std::map<std::string, MitigatorState> mitigators;  // by condition id
    [[nodiscard]] bool isAlleged() const { return !dropped; }
};
struct ConditionState { ConditionFinding finding = ConditionFinding::NoEvidence; std::string reason; Trace set; };
struct GuidelineState { GuidelineFinding finding = GuidelineFinding::AgainstSubject; std::string reason; Trace set; };
struct FactorState { std::string text; Trace set; std::vector<PassageId> cites = {}; };
struct Proposal { OutcomeProposed outcome; Trace set; };
struct Person { std::string name; std::vector<std::string> roles; Bytes certificate; };
struct SignedDecision {
    DecisionSigned what;
    Trace when;
    std::optional<DecisionCountersigned> countersignature;
    std::optional<Trace> countersigned;
    std::string outcomeClass = {};                     // as signed: "favourable", "administrative", …; empty when the record says none
    std::uint32_t levels = 2;                          // of review, as signed
    [[nodiscard]] bool isAdministrative() const { return outcomeClass == "administrative"; }
    [[nodiscard]] bool awaitsSecondLevel() const { return levels > 1 && !countersignature; }
};
struct Review { bool concurred = false; Digest decision; std::string reason; std::vector<ReviewNote> notes; Trace when; };

// Screening as people have left it; each with the entry that said it last.
struct DeficiencyState { std::string text; Trace noted; std::optional<std::pair<std::string, Trace>> settled; };
struct ScreeningState {
    template <typename Said>
    using Last = std::pair<Said, Trace>;
    std::map<std::pair<DocumentId, std::string>, Last<SectionJudged>> sections;    // (questionnaire, section)
    std::map<std::string, Last<ReleaseRecorded>> releases;                         // by kind
    std::map<IdentityMatter, Last<IdentityRecorded>> identity;
    std::map<std::string, Last<ComponentRecorded>> components;                     // by component
    std::vector<Last<FlagRaised>> flags;
    std::map<std::string, Last<std::string>> dismissed;                            // hint or flag -> why
    std::map<std::pair<std::string, std::string>, DeficiencyState> deficiencies;   // (code, section)
    std::vector<Last<CaseReturnedDeficient>> returns;
};

// Where a case is in its life; the transitions are the table in core/rules/states.h.
enum class CaseStatus { InReview, Signed, Returned, Concurred, Countersigned };
[[nodiscard]] std::string_view caseStatusName(CaseStatus status); // "in-review", …

struct Dossier {
    CaseOpened facts;
    Trace opened;
    CaseStatus status = CaseStatus::InReview;
    std::map<PersonId, Person> people;
    std::set<PersonId> authors;                        // who ever weighed, wrote or signed here, whatever was withdrawn since
    std::vector<DocumentState> documents;              // in order of intake
    std::vector<Tie> ties;                             // live ones, in order of tying
    std::vector<Contradiction> contradictions;
    std::vector<Gap> gaps;
    std::vector<PackRef> packs;                        // the checklists it is held against now, the one it was opened with first
    std::vector<AllegationState> allegations;          // sub-paragraphs in order of making, dropped ones too
    ScreeningState screening;
    std::map<ConditionRef, ConditionState> conditions;
    std::map<std::pair<std::string, std::string>, GuidelineState> guidelines; // (pack, letter)
    std::map<std::pair<std::string, std::string>, FactorState> factors;       // (pack, factor id)
    std::vector<Paragraph> reasons;
    std::optional<Trace> reasonsWritten;
    std::optional<Proposal> proposal;
    std::map<std::pair<std::string, std::string>, std::string> explained;     // (check, target) -> words
    std::vector<SignedDecision> decisions;             // all, newest last
    std::vector<Review> reviews;
    Proceedings proceedings;                           // stage, clocks, eligibility, conflicts of interest
    bool custodyHere = true;                           // false after custody.sent without custody.received
    std::string custodyWith;                           // office named in the last custody.sent
    bool readOnly = false;                             // an unknown kind of entry is in the history
    std::vector<std::string> unknownKinds;
    std::uint64_t size = 0;                            // entries folded
    Digest head;                                       // leaf hash of the last one
    Instant last;
    PersonId lastActor;

    [[nodiscard]] const DocumentState *document(const DocumentId &id) const;
    [[nodiscard]] const Tie *tie(const PassageId &id) const;
    [[nodiscard]] const AllegationState *allegation(const AllegationId &id) const;
    [[nodiscard]] std::string personName(const PersonId &id) const; // the id itself when unknown
    [[nodiscard]] std::uint32_t pageCount() const;
    [[nodiscard]] std::uint32_t pagesRead() const;     // displayed or waived
    [[nodiscard]] std::uint32_t openContradictions() const;
};

// Folds a whole history. HistoryBroken when an entry refers to what is not there or repeats an id; Malformed for
// a bad body. Does not check hashes: core/ledger and core/store do.
[[nodiscard]] Result<Dossier> foldHistory(const std::vector<Entry> &entries);
// The case as it stood after its first `size` entries; HistoryBroken when size is 0 or beyond the history.
[[nodiscard]] Result<Dossier> foldPrefix(const std::vector<Entry> &entries, std::uint64_t size);

} // namespace caseward::model
