// SPDX-License-Identifier: GPL-3.0-or-later
// Screening: what a person says of each section of a questionnaire, of the releases and the identity behind it, of the components of
// the investigation, and of what goes back to the sender. What the rules find by themselves is never an entry. Plain values.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace caseward::model {

using FlagId = Id<struct FlagTag>;

enum class Verdict { NotJudged, Yes, No };
enum class ComponentState { Present, Missing, Waived };
enum class IdentityMatter { Identity, Citizenship };

[[nodiscard]] std::string_view verdictName(Verdict verdict);                    // "", "yes", "no"
[[nodiscard]] std::string_view componentStateName(ComponentState state);        // "present", "missing", "waived"
[[nodiscard]] std::string_view identityMatterName(IdentityMatter matter);       // "identity", "citizenship"
[[nodiscard]] Result<Verdict> parseVerdict(std::string_view name);
[[nodiscard]] Result<ComponentState> parseComponentState(std::string_view name);
[[nodiscard]] Result<IdentityMatter> parseIdentityMatter(std::string_view name);

// Where a paper of the record shows something: the document alone (page 0) or a page of it.
struct PaperPlace {
    std::optional<DocumentId> document;
    std::uint32_t page = 0;
    bool operator==(const PaperPlace &) const = default;
};

// Whole, each time; all three NotJudged takes the judgement back.
struct SectionJudged {
    DocumentId document;               // the questionnaire
    std::string section;               // of the form: "11", "20A"
    Verdict complete = Verdict::NotJudged, consistent = Verdict::NotJudged, relevant = Verdict::NotJudged;
    std::string reason;
};
struct ReleaseRecorded {
    std::string kind;                  // of the forms file: "general", "credit", "medical"
    std::string signedOn;              // YYYY-MM-DD; empty: it is there and not signed
    std::string validUntil;            // last day, YYYY-MM-DD; empty: it says none
    PaperPlace place;
    std::string note;
};
struct IdentityRecorded {
    IdentityMatter matter = IdentityMatter::Identity;
    bool verified = false;
    std::string means;                 // "passport, seen in the original"
    PaperPlace place;
    std::string note;
};
struct ComponentRecorded {
    std::string component;             // of the tier: "credit"
    ComponentState state = ComponentState::Present;
    PaperPlace place;
    std::string reason;                // why it is missing or waived
};
// A person's own flag. Neither it nor what the rules hint at is a finding.
struct FlagRaised { FlagId flag; std::string text; PaperPlace place; };
// `hint`: the id of a rule's hint, or a FlagId in words.
struct FlagDismissed { std::string hint; std::string reason; };
// What the sender must mend, one for each (code, section); noted again, the words are the newer ones.
struct DeficiencyNoted { std::string code, section, text; };
struct DeficiencySettled { std::string code, section, reason; };
struct DeficiencyItem { std::string code, section, text; bool operator==(const DeficiencyItem &) const = default; };
// The letter that went with the case: what it asked for, and of whom.
struct CaseReturnedDeficient { std::string to; std::vector<DeficiencyItem> items; std::string words; };

} // namespace caseward::model
