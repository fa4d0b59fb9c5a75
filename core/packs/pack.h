// SPDX-License-Identifier: GPL-3.0-or-later
// A guideline pack: the checklist of one directive as data (schema caseward-pack/1, resources/schemas). Loaded whole,
// checked whole, immutable afterwards; the digest is SHA-256 over the RFC 8785 form, and a case pins it.
// Plain value; share as shared_ptr<const Pack>; any thread.
#pragma once

#include "core/base/files.h"
#include "core/model/events.h"

#include <memory>
#include <optional>

namespace caseward::packs {

enum class ConditionKind { Disqualifying, Mitigating };
// How the two limbs of a "so old, so rare, unlikely to recur / no doubt on reliability" condition are joined.
enum class Connective { None, And, Or };

struct SubItem { std::string id; std::string text; };

struct Condition {
    std::string id;                 // "16(a)", unique in the pack
    std::string guideline;          // "E"
    ConditionKind kind = ConditionKind::Disqualifying;
    std::string citation;           // "SEAD 4, App. A, ¶ 16(a)"
    std::string shortText;          // a few words for lists, chips and the palette
    std::string text;               // the whole condition in our own words
    std::vector<SubItem> subItems;
    std::vector<std::string> keywords; // lower-case synonyms for the palette
    Connective connective = Connective::None;
};

struct Guideline {
    std::string letter;             // "E"
    std::string title;              // "Personal Conduct"
    std::string concernCitation, concernText;
    std::vector<Condition> disqualifying, mitigating;
    std::string confidence;         // how sure the wording is, from the domain facts
};

struct Factor { std::string id; std::string group; std::string text; bool required = true; }; // group "whole-person" or "already-eligible"
enum class OutcomeClass { Favourable, Adverse, Administrative };
struct Outcome {
    std::string id;                 // "grant", "grant-with-exception", "deny", …
    std::string title;
    OutcomeClass outcomeClass = OutcomeClass::Administrative;
    bool needsException = false;    // one of Pack::exceptions must be named
    std::string confirmWord;        // what the signer types, "GRANT"
};
struct ExceptionCode { std::string code; std::string name; std::string text; };
struct StatutoryBar { std::string id; std::string text; bool waivable = false; std::vector<std::string> appliesTo; };

class Pack {
public:
    // Malformed with the field named; also for duplicate ids, wrong counts and unknown guidelines.
    static Result<std::shared_ptr<const Pack>> load(BytesView untrustedJson);

    std::string id, version, jurisdiction, language, instrument, effective, notice;
    std::vector<Guideline> guidelines;
    std::vector<Factor> factors;
    std::vector<Outcome> outcomes;
    std::vector<ExceptionCode> exceptions;
    std::vector<StatutoryBar> statutoryBars;
    Digest digest;
    std::string canonical;          // the RFC 8785 bytes the digest is over

    [[nodiscard]] model::PackRef ref() const { return {id, version, digest}; }
    [[nodiscard]] const Condition *condition(std::string_view conditionId) const;
    [[nodiscard]] const Guideline *guideline(std::string_view letter) const;
    [[nodiscard]] const Outcome *outcome(std::string_view outcomeId) const;
    [[nodiscard]] std::vector<const Condition *> allConditions() const;
};

using PackPtr = std::shared_ptr<const Pack>;

// Every *.json pack of a folder (our own resources/packs by default).
[[nodiscard]] Result<std::vector<PackPtr>> loadPacks(const Path &folder);

// The palette's ranking (UI.md section 5): exact paragraph > recents > prefix > words and keywords > rest; both classes
// are always there: if the first five are all of one kind, the best of the other kind of the same guideline takes row five.
// Every returned condition matches `query` (all words) unless it is empty.
[[nodiscard]] std::vector<const Condition *> rankConditions(const Pack &pack, std::string_view query,
                                                            const std::vector<std::string> &recentIds);

} // namespace caseward::packs
