// SPDX-License-Identifier: GPL-3.0-or-later
// The families of checks behind completeness(), in the order of the decision wizard. Each appends one check for every
// thing it looks at, passed ones too. Private to core/rules; pure.
#pragma once

#include "core/base/blanktext.h"
#include "core/rules/completeness.h"

#include <array>

namespace caseward::rules {

struct Examined {
    const model::Dossier &dossier;
    const packs::Pack &pack;
    std::vector<std::string> raised;     // letters
    std::vector<Check> &checks;
    const packs::Outcome *administrative = nullptr; // proposed under the leading pack: it asks for nothing that weighs the person

    // Either sentence is kept, as the check is open or passed.
    void block(const char *id, Target target, bool open, const std::string &openText, const std::string &passedText) const;
    // What weighs the person ("A finding on E 16(a)"). Where an administrative outcome is proposed it is not asked for, and the check says so.
    void askToWeigh(const char *id, Target target, bool missing, const std::string &what, const std::string &openText,
                    const std::string &passedText) const;
    // Open until it is explained under (id, target.id).
    void needExplanation(const char *id, Target target, bool open, const std::string &openText,
                         const std::string &passedText) const;

    [[nodiscard]] std::size_t tiesOf(const packs::Condition &condition) const;
    // The finding, or nothing when there is none or it is not one for this kind of condition.
    [[nodiscard]] const model::ConditionState *findingOf(const packs::Condition &condition) const;
    [[nodiscard]] const model::GuidelineState *findingOf(const packs::Guideline &guideline) const;
    [[nodiscard]] bool isRaised(const packs::Guideline &guideline) const;
};

void checkConcerns(const Examined &it);        // Concerns: disqualifying conditions and guidelines
void checkAllegations(const Examined &it);     // Statement: the statement of reasons, where there is one
void checkMitigation(const Examined &it);      // Mitigation
void checkFactors(const Examined &it);         // Whole person
// What each pack of a case asks for itself, in the order of the wizard; the rest is asked once.
inline constexpr std::array underEachPack = {checkConcerns, checkAllegations, checkMitigation, checkFactors};
void checkReasons(const Examined &it);         // Rationale
// What the reasons do not name, under every pack; the one that leads first.
void checkDocumentation(const model::Dossier &dossier, const std::vector<const packs::Pack *> &packs, std::vector<Check> &checks);
void checkRecord(const Examined &it);          // Check: documents
void checkContradictions(const Examined &it);
void checkGaps(const Examined &it);
void checkOutcome(const Examined &it);         // Sign
// What the proceedings ask of the outcome, once.
void checkProceedings(const Examined &leading, const std::vector<packs::PackPtr> &packs);
// The outcome, which is one of `leading`, beside the findings under a further pack.
void checkOutcomeUnder(const Examined &further, const packs::Pack &leading);

[[nodiscard]] std::string counted(std::size_t count, const std::string &one); // "1 page", "3 pages"
// "E 17(d)": how people say a condition.
[[nodiscard]] std::string spoken(const packs::Condition &condition);

} // namespace caseward::rules
