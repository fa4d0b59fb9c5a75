// SPDX-License-Identifier: GPL-3.0-or-later
// What a guideline pack is made of (schemas caseward-pack/1 and /2, core/design/formats/pack.md): plain values, as the reader
// made and checked them. What only /2 has is empty in a pack of /1. Any thread; nothing here fails.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace caseward::packs {

// A criterion has no list of mitigating conditions beside it. What speaks for the person under it is tied to its counterweight,
// which the reader makes (id "<criterion>/for"), so that both sides of every criterion can be recorded.
enum class ConditionKind { Disqualifying, Mitigating, Criterion, Counterweight };
[[nodiscard]] constexpr bool isConcern(ConditionKind kind) { return kind == ConditionKind::Disqualifying || kind == ConditionKind::Criterion; }
[[nodiscard]] std::string_view kindName(ConditionKind kind);   // "disqualifying", "mitigating", "criterion", "counterweight"

// How the two limbs of a "so old, so rare, unlikely to recur / no doubt on reliability" condition are joined.
enum class Connective { None, And, Or };

// The same words in another of the pack's languages. The first language of the pack is the one that counts.
struct Translation { std::string language; std::string title; std::string text; };
using Translations = std::vector<Translation>;

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
    std::string confidence = {};    // "high", "medium-high", "medium" or "low"
    Translations also = {};
};

struct Guideline {
    std::string letter;             // "E"
    std::string title;              // "Personal Conduct"
    std::string concernCitation, concernText;
    std::vector<Condition> disqualifying; // the concerns: disqualifying conditions and criteria
    std::vector<Condition> mitigating;    // what speaks for the person: mitigating conditions and counterweights
    std::string confidence;         // how sure the wording is, from the domain facts
    std::string verified = {};      // what of it was checked, and against what
    Translations also = {};
};

struct Factor {
    std::string id, group, text;    // group "whole-person" or "already-eligible"
    bool required = true;
    std::string confidence = {};
    Translations also = {};
};

// Interim: for the time being, neither favourable nor adverse (a suspension, a temporary eligibility).
enum class OutcomeClass { Favourable, Adverse, Administrative, Interim };
[[nodiscard]] std::string_view outcomeClassName(OutcomeClass outcomeClass);   // "favourable", "adverse", …
struct Outcome {
    std::string id;                 // "grant", "grant-with-exception", "deny", …
    std::string title;
    OutcomeClass outcomeClass = OutcomeClass::Administrative;
    bool needsException = false;    // one of Pack::exceptions must be named
    std::string confirmWord;        // what the signer types, "GRANT"
    Translations also = {};
};
struct ExceptionCode { std::string code; std::string name; std::string text; Translations also = {}; };

// A prohibition can never be waived; a disqualifier may.
enum class BarKind { Prohibition, Disqualifier };
struct StatutoryBar {
    std::string id;
    std::string text;
    bool waivable = false;
    std::vector<std::string> appliesTo;
    BarKind kind = BarKind::Prohibition; // of /1: from waivable
    std::string citation = {};
    Translations also = {};
};

// ---- only in /2 ---------------------------------------------------------------------------------------------------
struct PackName { std::string id, version; auto operator<=>(const PackName &) const = default; };
struct Source { std::string text; std::string verified; };   // verified: what was checked there; empty: nothing, it is from knowledge
struct Level {
    std::string id, title, text;
    bool clearance = true;
    std::uint32_t lookBackYears = 0, validYears = 0;         // 0: the pack does not say
    std::string confidence;
    Translations also;
};
// `from`, a condition or a guideline of this pack, is about the same concern as guideline `to` of the other pack.
struct Crosswalk { std::string from, pack, to; };
// Which decision needs how many levels of review. `when`: "no-issue", "issue" or "any".
struct ReviewRule {
    std::string id;
    std::vector<std::string> outcomes;
    std::string when;
    std::uint32_t levels = 1;
    bool senior = false, legal = false;
    std::string text, citation, confidence;
    Translations also;
};
// A clock of due process, or a goal. `unit`: "calendar" or "business" days; `from`: "service", "answer", "decision", "request",
// "opened" or "assigned".
struct TimeLimit {
    std::string id, title;
    std::uint32_t days = 0;
    std::string unit, from;
    bool goal = false;              // what an office aims at; nobody loses a right by it
    std::string citation, confidence;
    Translations also;
};
// What is neither a condition nor a factor: how doubt is resolved, who decides, what the person is told.
struct ProcessRule { std::string id, title, text, confidence; Translations also; };

} // namespace caseward::packs
