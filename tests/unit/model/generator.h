// SPDX-License-Identifier: GPL-3.0-or-later
// Valid histories made up by chance from a seed, with undo and redo in them.
#pragma once

#include "tests/unit/model/samples.h"

namespace caseward::model::samples {

class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_random(seed) {}
    unsigned below(std::size_t most)
    {
        std::array<std::uint8_t, 4> bytes{};
        m_random.fill(bytes);
        const std::uint32_t value = std::uint32_t{bytes[0]} | std::uint32_t{bytes[1]} << 8 | std::uint32_t{bytes[2]} << 16
                                    | std::uint32_t{bytes[3]} << 24;
        return static_cast<unsigned>(value % most);
    }
    template <typename T>
    const T &oneOf(const std::vector<T> &things) { return things[below(things.size())]; }

private:
    SeededRandom m_random;
};

// Grows a valid history: every reference is to something that was there once, live or not.
class Generator {
public:
    explicit Generator(std::uint64_t seed) : m_chance(seed) {}

    Story grow(unsigned length)
    {
        Story story;
        story.add(samples::documentAdded(++m_documents, 9));
        while (story.entries().size() < length) {
            const Event event = next(story);
            const auto seq = story.add(event, 2 + m_chance.below(3));
            if (isWeighingKind(eventKind(event)) || std::holds_alternative<EntryWithdrawn>(event))
                m_withdrawable.push_back(seq);
        }
        return story;
    }

private:
    Anchor anchor()
    {
        if (m_chance.below(4) == 0)
            return samples::areaAt(1 + m_chance.below(m_documents), 1 + m_chance.below(9), {1.5, 2.25, 10.0 + m_chance.below(9), 4});
        return samples::anchorAt(1 + m_chance.below(m_documents), 1 + m_chance.below(9), std::string(1 + m_chance.below(40), 'q'));
    }
    Weight weight() { return static_cast<Weight>(1 + m_chance.below(3)); }
    std::string words() { return std::string(m_chance.below(5), 'w'); }
    DocumentId document() { return idOf<DocumentId>(1 + m_chance.below(m_documents)); }

    Event next(const Story &story)
    {
        if (!m_withdrawable.empty() && m_chance.below(5) == 0)
            return EntryWithdrawn{m_chance.oneOf(m_withdrawable), words()};
        switch (m_chance.below(9)) {
        case 0: return nextPassage();
        case 1: return m_passages == 0 ? nextPassage() : nextOnPassage();
        case 2: return nextLink();
        case 3: return nextWeighing();
        case 4: return nextReading(story);
        case 5: return nextAllegation();
        case 6: return nextProceeding();
        case 7: return nextScreening();
        default: return nextDecision();
        }
    }
    Event nextPassage()
    {
        const std::string condition = "16(" + std::string(1, static_cast<char>('a' + m_chance.below(4))) + ")";
        return PassageTied{idOf<PassageId>(++m_passages), anchor(), {"us", condition}, weight(), words()};
    }
    Event nextOnPassage()
    {
        const auto passage = idOf<PassageId>(1 + m_chance.below(m_passages));
        switch (m_chance.below(3)) {
        case 0: return PassageWeighed{passage, weight()};
        case 1: return PassageNoted{passage, words()};
        default: return PassageUntied{passage, words()};
        }
    }
    Event nextLink()
    {
        const unsigned choice = m_chance.below(4);
        if (choice == 0 || m_contradictions == 0)
            return ContradictionLinked{idOf<ContradictionId>(++m_contradictions), anchor(), anchor(), words()};
        if (choice == 1)
            return ContradictionResolved{idOf<ContradictionId>(1 + m_chance.below(m_contradictions)), "r" + words()};
        if (choice == 2 || m_gaps == 0)
            return GapNoted{idOf<GapId>(++m_gaps), "employment", "2017", "2018", anchor(), words()};
        return GapExplained{idOf<GapId>(1 + m_chance.below(m_gaps)), "e" + words()};
    }
    Event nextWeighing()
    {
        const std::string letter(1, static_cast<char>('a' + m_chance.below(3)));
        switch (m_chance.below(6)) {
        case 0: return ConditionFound{{"us", letter}, static_cast<ConditionFinding>(m_chance.below(5)), words()};
        case 1: return GuidelineFound{"us", letter, static_cast<GuidelineFinding>(m_chance.below(2)), words()};
        case 2: return FactorWeighed{"us", letter, words()};
        case 3: return ReasonsWritten{{{words(), {}}, {words(), {}}}};
        case 4: return OutcomeProposed{m_chance.below(2) == 0 ? "granted" : "denied", "", {words()}};
        default: return CheckExplained{letter, words(), words()};
        }
    }
    Allegation states()
    {
        Allegation states = samples::allegation(std::to_string(1 + m_chance.below(3)) + ".a", words());
        states.evidence.clear();           // as the reasons cite nothing: what is named must have been there once
        return states;
    }
    Event nextAllegation()
    {
        const unsigned choice = m_chance.below(8);
        if (choice == 0 || m_allegations == 0) {
            const Allegation made = states();
            return AllegationMade{idOf<AllegationId>(++m_allegations), made};
        }
        const auto allegation = idOf<AllegationId>(1 + m_chance.below(m_allegations));
        switch (choice) {
        case 1: return AllegationAmended{allegation, states(), words()};
        case 2: return AllegationDropped{allegation, words()};
        case 3: return AllegationAnswered{allegation, static_cast<AllegationAnswer>(m_chance.below(4)), words()};
        case 4: return AllegationAppraised{allegation, "B", words(), words(), static_cast<Frequency>(m_chance.below(4))};
        case 5: return MitigatorWeighed{allegation, "20(b)", static_cast<MitigatorStanding>(m_chance.below(3)), {}, words()};
        case 6: return AllegationFound{allegation, static_cast<AllegationFinding>(m_chance.below(3)), {"19(a)"}, words()};
        default: return PackJoined{{"nato", "1.0." + std::to_string(m_chance.below(3)), samples::digestOf(7)}, words()};
        }
    }
    Event nextScreening()
    {
        const PaperPlace place{document(), m_chance.below(10)};
        const std::string code = m_chance.below(2) == 0 ? "Q-GAP" : "R-ABSENT";
        switch (m_chance.below(9)) {
        case 0: return SectionJudged{document(), "11", static_cast<Verdict>(m_chance.below(3)), static_cast<Verdict>(m_chance.below(3)), Verdict::Yes, words()};
        case 1: return ReleaseRecorded{"credit", "2026-01-05", "", place, words()};
        case 2: return IdentityRecorded{static_cast<IdentityMatter>(m_chance.below(2)), m_chance.below(2) == 0, "passport", place, words()};
        case 3: return ComponentRecorded{"police", static_cast<ComponentState>(m_chance.below(3)), place, words()};
        case 4: return FlagRaised{idOf<FlagId>(++m_flags), words(), place};
        case 5: return FlagDismissed{idOf<FlagId>(1).text(), words()};
        case 6: return DeficiencyNoted{code, "11", words()};
        case 7: return DeficiencySettled{code, "11", words()};
        default: return CaseReturnedDeficient{"Office B", {{code, "11", words()}}, words()};
        }
    }
    Event nextReading(const Story &story)
    {
        switch (m_chance.below(4)) {
        case 0: return samples::documentAdded(++m_documents, 9);
        case 1: return PagesWaived{document(), {1 + m_chance.below(9)}, words()};
        case 2: return PersonIntroduced{idOf<PersonId>(2), "P" + std::to_string(story.entries().size()), {}, {}};
        default: return PagesDisplayed{document(), {1 + m_chance.below(9)}};
        }
    }
    Event nextDecision()
    {
        const unsigned choice = m_chance.below(4);
        if (choice == 0 || m_decisions == 0)
            return samples::decisionSigned(static_cast<std::uint8_t>(++m_decisions));
        const Digest decision = samples::digestOf(static_cast<std::uint8_t>(1 + m_chance.below(m_decisions)));
        if (choice == 1)
            return ReviewReturned{decision, words(), {{"t", words()}}};
        return ReviewConcurred{decision, words()};
    }

    // Also steps that no table has: the fold takes them, the rules refuse them.
    Event nextProceeding()
    {
        const auto from = static_cast<Stage>(m_chance.below(stageCount));
        const auto to = static_cast<Stage>(m_chance.below(stageCount));
        const std::string clock = "c" + std::to_string(m_clocks);
        switch (m_chance.below(6)) {
        case 0: return EligibilityRecorded{"DCSA", words() + "x", EligibilityStatus::Eligible, "2026-11-22", "", "", {{"report debts", "2027-01-01"}}, words(), {}};
        case 1:
            if (m_chance.below(2) == 0)
                return ReciprocityDecided{"us-sead7-1.0.0", "DIA", "SCI", "Secret", "", {{"S7-1", ReciprocityReply::No, words()}}, true, {}, words()};
            return ConflictDeclared{idOf<PersonId>(7 + m_chance.below(3)), words()};
        case 2: return ClockStarted{"c" + std::to_string(++m_clocks), "t", "service", "2026-11-20", "2026-12-10", 0, "", false, "", words()};
        case 3:
            if (m_clocks > 0)
                return ClockExtended{clock, "2026-12-" + std::to_string(11 + m_chance.below(20)), words()};
            [[fallthrough]];
        case 4:
            if (m_clocks > 0)
                return ClockStopped{clock, "2026-12-01", false, words()};
            [[fallthrough]];
        default: return from == to ? Event(ConflictDeclared{idOf<PersonId>(9), words()}) : Event(StageMoved{from, to, "", words()});
        }
    }

    Chance m_chance;
    unsigned m_clocks = 0;
    unsigned m_documents = 0, m_passages = 0, m_contradictions = 0, m_gaps = 0, m_decisions = 0, m_allegations = 0, m_flags = 0;
    std::vector<std::uint64_t> m_withdrawable;
};

} // namespace caseward::model::samples
