// SPDX-License-Identifier: GPL-3.0-or-later
// The statement of reasons, sub-paragraph by sub-paragraph: what is alleged, how the subject answered, what the investigator and
// the adjudicator say of it, which mitigating conditions were claimed, and the finding. Bodies of entries; plain values.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace caseward::model {

enum class AllegationAnswer { Admitted, AdmittedInPart, Denied, NotAnswered };  // not answered counts as denied (DoDD 5220.6)
enum class AllegationFinding { For, Against, Neither };                         // for or against the subject
enum class MitigatorStanding { Claimed, Supported, Refuted };
enum class Frequency { NotSaid, Once, Repeated, Continuing };

[[nodiscard]] std::string_view answerName(AllegationAnswer answer);             // "admitted-in-part", …
[[nodiscard]] std::string_view findingName(AllegationFinding finding);          // "for", "against", "neither"
[[nodiscard]] std::string_view standingName(MitigatorStanding standing);        // "claimed", …
[[nodiscard]] std::string_view frequencyName(Frequency frequency);              // "", "once", …
[[nodiscard]] Result<AllegationAnswer> parseAllegationAnswer(std::string_view name);
[[nodiscard]] Result<AllegationFinding> parseAllegationFinding(std::string_view name);
[[nodiscard]] Result<MitigatorStanding> parseMitigatorStanding(std::string_view name);
[[nodiscard]] Result<Frequency> parseFrequency(std::string_view name);

// What a sub-paragraph says: one fact, dated, with its sources.
struct Allegation {
    std::string label;                     // "1.a", "1.bb", "2.a(1)"; "1" is a paragraph without sub-paragraphs
    std::string pack, guideline;           // the paragraph's guideline: "us-sead4-2017", "F"
    std::string text;
    std::string from, to;                  // when the conduct was: YYYY, YYYY-MM, YYYY-MM-DD or empty
    bool about = false;                    // the dates are not certain
    std::vector<std::string> conditions;   // ids in the pack that it raises: "19(a)"
    std::vector<PassageId> evidence;       // the passages it rests on
    std::vector<AllegationId> repeats;     // cross-allegation: whose facts it takes over under this guideline
    bool operator==(const Allegation &) const = default;
};

struct AllegationMade { AllegationId allegation; Allegation states; };
struct AllegationAmended { AllegationId allegation; Allegation states; std::string reason; };       // whole, each time
struct AllegationDropped { AllegationId allegation; std::string reason; };                         // withdrawn by the government; its label stays taken
struct AllegationAnswered { AllegationId allegation; AllegationAnswer answer = AllegationAnswer::NotAnswered; std::string words; };
// How grave, as two people see it; said in words and never added up. `given` is OPM's issue seriousness as the investigation
// provider coded it (A minor, B moderate, C substantial, D major); `view` is the adjudicator's own, in words.
struct AllegationAppraised {
    AllegationId allegation;
    std::string given;                     // "A" to "D" or empty
    std::string view, recency;             // free words
    Frequency frequency = Frequency::NotSaid;
    bool operator==(const AllegationAppraised &) const = default;
};
// A mitigating condition of the pack, for this sub-paragraph.
struct MitigatorWeighed {
    AllegationId allegation;
    std::string condition;                 // "20(b)"
    MitigatorStanding standing = MitigatorStanding::Claimed;
    std::vector<PassageId> evidence;
    std::string reason;
};
struct AllegationFound {
    AllegationId allegation;
    AllegationFinding finding = AllegationFinding::Against;
    std::vector<std::string> established;  // ids of disqualifying conditions that it establishes
    std::string reason;
};

} // namespace caseward::model
