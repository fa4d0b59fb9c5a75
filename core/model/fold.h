// SPDX-License-Identifier: GPL-3.0-or-later
// The fold behind foldHistory() and Folding: takes the entries one by one, then gives the dossier. A withdrawn entry is taken
// too: what it refers to must have been there when it was written, and its ids stay used; it changes nothing else.
// Private to core/model. One thread. After a fault the fold is of no more use.
#pragma once

#include "core/model/dossier.h"
#include "core/model/historyview.h"
#include "core/model/register.h"

#include <map>

namespace caseward::model {

class Fold {
public:
    enum class Effect { Stands, Withdrawn };
    Status take(const Entry &entry, const Event &event, Effect effect);
    Dossier finish();                                  // the fold is empty afterwards
    [[nodiscard]] Dossier snapshot() const;            // a copy; the fold goes on

private:
    // foldcase.cpp
    Status on(const CaseOpened &event);
    Status on(const PersonIntroduced &event);
    Status on(const DocumentAdded &event);
    Status on(const DocumentDescribed &event);
    Status on(const PagesDisplayed &event);
    Status on(const PagesWaived &event);
    Status on(const CustodySent &event);
    Status on(const CustodyReceived &event);
    Status on(const EntryWithdrawn &event);
    Status on(const UnknownEvent &event);
    // foldpassages.cpp
    Status on(const PassageTied &event);
    Status on(const PassageWeighed &event);
    Status on(const PassageNoted &event);
    Status on(const PassageMoved &event);
    Status on(const PassageAppraised &event);
    Status on(const PassageUntied &event);
    Status on(const ContradictionLinked &event);
    Status on(const ContradictionResolved &event);
    Status on(const GapNoted &event);
    Status on(const GapExplained &event);
    // foldallegations.cpp
    Status on(const AllegationMade &event);
    Status on(const AllegationAmended &event);
    Status on(const AllegationDropped &event);
    Status on(const AllegationAnswered &event);
    Status on(const AllegationAppraised &event);
    Status on(const MitigatorWeighed &event);
    Status on(const AllegationFound &event);
    Status checkEvidence(const std::vector<PassageId> &evidence) const;
    Status checkAllegation(const Allegation &states) const;
    // foldscreening.cpp
    Status on(const SectionJudged &event);
    Status on(const ReleaseRecorded &event);
    Status on(const IdentityRecorded &event);
    Status on(const ComponentRecorded &event);
    Status on(const FlagRaised &event);
    Status on(const FlagDismissed &event);
    Status on(const DeficiencyNoted &event);
    Status on(const DeficiencySettled &event);
    Status on(const CaseReturnedDeficient &event);
    Status checkPlace(const PaperPlace &place);
    // folddecision.cpp
    Status on(const PackJoined &event);
    Status on(const PackMoved &event);
    Status on(const ConditionFound &event);
    Status on(const GuidelineFound &event);
    Status on(const FactorWeighed &event);
    Status on(const ReasonsWritten &event);
    Status on(const OutcomeProposed &event);
    Status on(const CheckExplained &event);
    Status on(const DecisionSigned &event);
    Status on(const ReviewReturned &event);
    Status on(const ReviewConcurred &event);
    Status on(const DecisionCountersigned &event);

    // foldproceedings.cpp
    Status on(const StageMoved &event);
    Status on(const ClockStarted &event);
    Status on(const ClockExtended &event);
    Status on(const ClockStopped &event);
    Status on(const ClockResumed &event);
    Status on(const EligibilityRecorded &event);
    Status on(const EligibilityMonitored &event);
    Status on(const ReciprocityDecided &event);
    Status on(const ConflictDeclared &event);
    Status on(const LetterIssued &event);
    static void readSigned(SignedDecision &decision);
    void step(Stage to);                               // one that follows from another act
    void stepBefore(const Event &event);
    void stepAfterSigning(const SignedDecision &decision);
    void stepAfterReturn();
    void stepAfterCountersigning(const SignedDecision &decision);
    Result<ClockState *> clockNamed(const std::string &name); // nullptr when an unknown kind may have started it

    [[nodiscard]] bool stands() const { return m_effect == Effect::Stands; }
    // Ok when something of that name was there, or when an unknown kind before may have brought it in.
    Status referTo(bool known, const char *what, const std::string &id) const;
    static Fault repeated(const char *what, const std::string &id);
    DocumentState *document(const DocumentId &id);
    Status checkPages(const DocumentId &id, const std::vector<std::uint32_t> &pages);
    Status checkAnchor(const Anchor &anchor);
    // The decision an entry is about; nullptr when an unknown kind may have signed it.
    Result<SignedDecision *> decision(const Digest &digest);
    Status review(const Digest &digest, Review review, CaseStatus status);

    template <typename IdType, typename T>
    Status create(Register<IdType, T> &things, const char *what, const IdType &id, T thing)
    {
        const bool fresh = stands() ? things.add(id, std::move(thing)) : things.addGone(id);
        return fresh ? Status() : Status(repeated(what, id.text()));
    }

    // The thing to change, or nullptr when there is nothing to do because it is gone or this entry is withdrawn.
    template <typename IdType, typename T>
    Result<T *> change(Register<IdType, T> &things, const char *what, const IdType &id)
    {
        TRY(referTo(things.knows(id), what, id.text()));
        return stands() ? things.live(id) : nullptr;
    }

    Dossier m_dossier;
    Trace m_trace;                                     // of the entry being taken
    Effect m_effect = Effect::Stands;
    std::unordered_map<DocumentId, std::size_t> m_documents;
    std::map<Digest, std::size_t> m_decisions;
    Register<PassageId, Tie> m_ties;
    Register<ContradictionId, Contradiction> m_contradictions;
    Register<GapId, Gap> m_gaps;
    Register<AllegationId, AllegationState> m_allegations;
    std::set<FlagId> m_flags;                          // every flag there ever was, also withdrawn ones
};

// The event of entry `seq`, checked for order and shape. HistoryBroken, Malformed.
[[nodiscard]] Result<Event> decodeEntryOf(const HistoryView &history, std::size_t seq);
// All of them; HistoryBroken also for an empty history, TooLarge.
[[nodiscard]] Result<std::vector<Event>> decodeHistory(const HistoryView &history);

// Folds the events decodeHistory() gave for the first events.size() entries.
[[nodiscard]] Status foldInto(Fold &fold, const HistoryView &history, const std::vector<Event> &events);
[[nodiscard]] Result<Dossier> foldEvents(const HistoryView &history, const std::vector<Event> &events);

} // namespace caseward::model
