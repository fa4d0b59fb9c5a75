// SPDX-License-Identifier: GPL-3.0-or-later
// Questionnaire forms as data (schema caseward-forms/1, core/design/formats/forms.md): what each form asks, how far back, what must be
// in a file beside it, and the coded reasons for which a file goes back. Loaded whole, checked whole, immutable afterwards. Plain
// values; share as FormsPtr; any thread.
#pragma once

#include "core/base/files.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace caseward::packs {

struct FormQuestion { std::string path, title; };   // path below the section's name: "Ever/Offenses"

// A subject of questions, the same on every form that asks it.
struct FormSection {
    std::string id, title;               // "11", "Where you have lived"
    std::vector<std::string> names;      // of the element in the questionnaire's XML
    std::string entries;                 // path of its entries, "Residencies/Residency"; empty: it has no list
    std::string lane;                    // "residence", "employment", "references": its entries cover time; empty: they need not
    bool young = false;                  // the window of a young applicant is shorter
    std::vector<std::string> verifier;   // element under an entry that names who can confirm it; empty: none is needed
    std::uint32_t least = 0;             // entries there must be
    std::vector<FormQuestion> questions;
};

// How far back a question looks. Neither years nor ever: the date does not matter.
struct LookBack {
    std::uint32_t years = 0;
    bool ever = false;
};

struct AskedSection {
    std::string section;
    bool required = true;                // false: asked only of some
    LookBack back;
    std::vector<std::string> without;    // questions that this form does not ask
    std::vector<std::pair<std::string, LookBack>> except; // questions that look back differently
};

struct Form {
    std::string id, title, text, confidence;
    std::vector<std::string> names, versions;   // as questionnaires write them; versions: those that were seen
    std::uint32_t adultAge = 18, leastYears = 2, verifierYears = 3;
    std::vector<AskedSection> sections;
    [[nodiscard]] const AskedSection *asked(std::string_view section) const;
};

// `section`: needed only where the form asks that section; empty: always. `validYears` 0: no end of its own.
struct ReleaseRule { std::string id, title, text, section; std::uint32_t validYears = 0; std::string confidence; };
struct TierComponent { std::string id, title; };
struct Tier { std::string id, title; std::vector<std::string> access; std::vector<TierComponent> components; std::string confidence; };
struct DeficiencyCode { std::string code, title, text; std::vector<std::string> hints; };   // hints: what it answers
// What to look at before a case is assigned. `says`: the answer; `contains`: a word in any answer below the path, in any case of letters.
struct FlagRule { std::string id, family, bar, title, text; std::vector<std::string> paths; std::string says, contains; };

class Forms {
public:
    // Malformed with the place and field; TooLarge.
    static Result<std::shared_ptr<const Forms>> load(BytesView untrustedJson);

    std::string id, version, effective, notice;
    std::uint32_t uncoveredMonths = 0, withinYears = 0; // from here on coverage falls short
    std::vector<std::pair<std::string, std::string>> sources; // text, what was verified there
    std::vector<FormSection> sections;
    std::vector<Form> forms;
    std::vector<ReleaseRule> releases;
    std::vector<Tier> tiers;
    std::vector<DeficiencyCode> deficiencies;
    std::vector<FlagRule> flags;

    [[nodiscard]] const FormSection *section(std::string_view sectionId) const;
    // By the name a questionnaire gives itself, or its id, in any case of letters; null when it is not known.
    [[nodiscard]] const Form *form(std::string_view name) const;
    // Of the tiers that `access` names in whole words, the one that asks most: "Top Secret" and "Secret/SCI" are more than "Secret".
    // Null: it names none.
    [[nodiscard]] const Tier *tierFor(std::string_view access) const;
    [[nodiscard]] const DeficiencyCode *deficiency(std::string_view code) const;
};

using FormsPtr = std::shared_ptr<const Forms>;

// Every *.json of a folder, all or nothing; none where there is no such folder.
[[nodiscard]] Result<std::vector<FormsPtr>> loadForms(const Path &folder);

} // namespace caseward::packs
