// SPDX-License-Identifier: GPL-3.0-or-later
// Screening a case before it is weighed: what a questionnaire's form asks against what was answered, the releases, the identity, the
// components of the investigation, and what to look at before the case is assigned. What it gives are hints: each says why, where, and
// may be dismissed with a reason; none is a finding, and nothing is counted into a mark. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/forms.h"
#include "core/packs/pack.h"
#include "core/rules/timeline.h"

namespace caseward::rules {

struct HintPlace {
    DocumentId document;
    model::Span place;                 // start and end are equal when it is the page as a whole; page 0: the document as a whole
    std::string label;                 // "Northgate Instruments, test engineer"
};

struct Hint {
    std::string id;                    // stable as long as the record and the form are: a dismissal names it
    std::string kind;                  // "missing", "question", "entries", "date", "future", "reversed", "no-date", "gap", "verifier", "outside", …
    std::string text;                  // what was seen, in a sentence
    std::string why;                   // the rule behind it; may be empty
    std::vector<HintPlace> places;     // where to look; of a gap the entry before it and the one after it, as far as there are any
    std::string settled;               // why it is settled: dismissed, or the gap was explained; empty: it stands
    bool note = false;                 // told, asks for nothing ("outside the window")
    [[nodiscard]] bool isOpen() const { return settled.empty() && !note; }
};

enum class SectionState { Answered, Missing, NotAsked, NotReadable };
[[nodiscard]] std::string_view stateWords(SectionState state);     // "answered", "no answer", "asked only of some", "to be read by a person"

// More of one section nobody looks through; what is beyond is counted.
inline constexpr std::size_t mostHints = 200;

struct SectionResult {
    std::string id, title;
    packs::LookBack back;
    std::string window;                // "2016-11-23 to 2026-11-23"; empty: no window
    SectionState state = SectionState::Answered;
    std::uint32_t answers = 0, entries = 0;
    std::vector<Hint> hints;
    std::uint32_t more = 0;            // hints that are not listed
    std::optional<HintPlace> place;    // where the section begins
    model::SectionJudged judged;       // by a person; NotJudged where nothing was said
    std::optional<model::Trace> judgedBy;
    [[nodiscard]] std::uint32_t openHints() const;
};

struct FormScreening {
    DocumentId document;
    std::string title;                 // of the document
    std::string form, version;         // as the questionnaire says; empty: it does not
    const packs::Form *rules = nullptr; // what it is held against; of an unknown form the one that looks back longest
    bool known = false;                // the form, and the version is one that was seen
    bool readable = false;             // its answers could be read one by one
    DayNumber asOf = 0;
    std::vector<SectionResult> sections;
};

// One line of what must be in the file beside the questionnaire: a release, the identity, a component.
struct FileItem {
    std::string id, title;             // "credit", "Release of credit reports"
    std::string state;                 // "in date", "expired", "not signed", "absent", "verified", "not recorded", "present", "missing", "waived"
    bool good = false;                 // nothing is to be done about it
    std::string text;                  // in a sentence
    std::string hint;                  // what a deficiency code answers: "release-expired", "component"
    std::optional<HintPlace> place;
};

struct Screening {
    DayNumber asOf = 0;
    std::vector<FormScreening> questionnaires;   // the one submitted last first
    std::vector<FileItem> releases, identity, components;
    std::string tier;                            // "Tier 5"; empty: the access asked for names none
    std::vector<Hint> flags;                     // before the case is assigned; "not a finding"
    std::optional<Hint> deviation;               // coverage that falls short
    std::vector<DocumentId> unread;              // questionnaires nobody could open
};

// Another case of the same subject that the person asking may see.
struct OtherCase { CaseId id; std::string reference, status; };

struct ScreeningInput {
    const model::Dossier &dossier;
    const packs::Forms &forms;
    std::vector<packs::PackPtr> packs;           // whose statutory bars are screened for
    std::vector<Questionnaire> questionnaires;   // answers empty: to be read by a person
    std::vector<OtherCase> others;
    DayNumber asOf = 0;
};

[[nodiscard]] Screening screen(const ScreeningInput &input);

// How many years count for a section: of a young applicant no more than since `adultAge`, at least `leastYears`. 0: no window.
[[nodiscard]] int windowYears(const packs::Form &form, const packs::FormSection &section, const packs::LookBack &back, const FormFacts &facts, DayNumber asOf);

} // namespace caseward::rules
