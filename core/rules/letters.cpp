// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/letters.h"

#include "core/rules/stages.h"

#include <algorithm>

namespace caseward::rules {

namespace {

using model::LetterKind;
using model::Stage;
using Need = LetterNeed;

// From the issue of the statement of reasons on, until a decision closes the proceedings.
constexpr Stage issuedStages[] = {Stage::SorIssued, Stage::Served, Stage::ResponseWindow, Stage::ResponseReceived, Stage::NoResponse, Stage::Hearing, Stage::FinalReview};

const model::SignedDecision *decided(const model::Dossier &dossier)
{
    const bool open = dossier.status == model::CaseStatus::InReview || dossier.status == model::CaseStatus::Returned;
    return dossier.decisions.empty() || open ? nullptr : &dossier.decisions.back();
}

bool isRevocation(const model::SignedDecision &decision)
{
    return decision.what.outcome == "revoke" || decision.what.outcome == "withdraw"; // as the stages have it
}

std::string administrative(const model::Dossier &dossier, const packs::Pack &pack)
{
    const std::string tail = " (" + std::string(model::administrativeWords) + "): no letter that speaks against the person is made of it";
    if (model::isAdministrative(dossier.proceedings.stage))
        return "The case ended as \"" + std::string(model::stageTitle(dossier.proceedings.stage)) + "\"" + tail;
    if (const model::SignedDecision *decision = decided(dossier); decision && decision->isAdministrative())
        return "What was signed ends the case without a judgement on the person" + tail;
    const packs::Outcome *outcome = dossier.proposal ? pack.outcome(dossier.proposal->outcome.outcome) : nullptr;
    if (outcome && outcome->outcomeClass == packs::OutcomeClass::Administrative)
        return "The outcome proposed is \"" + outcome->title + "\"" + tail;
    return {};
}

std::string allegations(const model::Dossier &dossier)
{
    bool any = false;
    for (const model::AllegationState &state : dossier.allegations) {
        if (!state.isAlleged())
            continue;
        any = true;
        if (state.states.evidence.empty() && state.states.repeats.empty())
            return state.states.label + " rests on no passage: there is nothing to show the person";
    }
    return any ? std::string() : "Nothing is alleged: the statement of reasons has no sub-paragraph that stands";
}

std::string open(const model::Dossier &dossier)
{
    const Stage stage = dossier.proceedings.stage;
    if (dossier.status == model::CaseStatus::InReview || dossier.status == model::CaseStatus::Returned)
        return stage == Stage::Closed || stage == Stage::Rejected ? "The case is closed" : std::string();
    return "The decision is signed: questions are asked before it";
}

std::string advises(const model::Dossier &dossier, const model::SignedDecision &decision)
{
    const bool said = dossier.proposal && (!dossier.proposal->outcome.exception.empty() || !dossier.proposal->outcome.conditions.empty());
    return said || decision.what.outcome.find("-with-") != std::string::npos ? std::string() : "The decision has no warning, exception or condition to advise of";
}

std::string missing(const model::Dossier &dossier, const packs::Pack &pack, Need need)
{
    if (need == Need::NotAdministrative)
        return administrative(dossier, pack);
    if (need == Need::Allegations)
        return allegations(dossier);
    if (need == Need::Open)
        return open(dossier);
    if (need == Need::Issued)
        return std::ranges::find(issuedStages, dossier.proceedings.stage) != std::end(issuedStages)
            ? std::string() : "A supervisor without a hand in the case issues the statement of reasons first; until then a draft can be shown";
    const model::SignedDecision *decision = decided(dossier);
    if (!decision)
        return dossier.decisions.empty() ? "No decision is signed" : "The case is open again since its decision was signed";
    switch (need) {
    case Need::Decided: return decision->awaitsSecondLevel() ? "The decision awaits the second level" : std::string();
    case Need::Denies: return decision->outcomeClass == "adverse" && !isRevocation(*decision) ? std::string() : "The signed decision does not deny";
    case Need::Revokes: return decision->outcomeClass == "adverse" && isRevocation(*decision) ? std::string() : "The signed decision does not revoke";
    case Need::Favours: return decision->outcomeClass == "favourable" ? std::string() : "The signed decision is not favourable";
    case Need::Advises: return advises(dossier, *decision);
    default: return {};
    }
}

} // namespace

const std::vector<LetterRow> &letterTable()
{
    static const std::vector<LetterRow> table = {
        {LetterKind::StatementOfReasons, {Need::NotAdministrative, Need::Allegations}, {Need::Issued}, "service"},
        {LetterKind::Interrogatory, {Need::NotAdministrative, Need::Open}, {}, "request"},
        {LetterKind::LetterOfIntent, {Need::NotAdministrative, Need::Allegations}, {Need::Issued}, "service"},
        {LetterKind::Denial, {Need::NotAdministrative, Need::Denies}, {Need::Decided}, "decision"},
        {LetterKind::Revocation, {Need::NotAdministrative, Need::Revokes}, {Need::Decided}, "decision"},
        {LetterKind::Advisement, {Need::Favours, Need::Advises}, {Need::Decided}},
        {LetterKind::Memorandum, {Need::Decided}, {}},
        {LetterKind::Certificate, {Need::Favours}, {Need::Decided}},
    };
    return table;
}

const LetterRow &letterRow(LetterKind kind) { return letterTable().at(static_cast<std::size_t>(kind)); }

std::string_view letterNeedWords(Need need)
{
    switch (need) {
    case Need::NotAdministrative: return "no administrative end";
    case Need::Allegations: return "allegations, each with a passage";
    case Need::Issued: return "the statement of reasons issued by a second person";
    case Need::Open: return "a case that is being worked on";
    case Need::Decided: return "a signed decision on which every level has spoken";
    case Need::Denies: return "a decision that denies";
    case Need::Revokes: return "a decision that revokes";
    case Need::Favours: return "a favourable decision";
    case Need::Advises: return "a warning, an exception or conditions";
    }
    return {};
}

std::string letterMissing(const model::Dossier &dossier, const packs::Pack &pack, LetterKind kind, LetterUse use)
{
    const LetterRow &row = letterRow(kind);
    for (const Need need : row.draft)
        if (std::string words = missing(dossier, pack, need); !words.empty())
            return words;
    for (const Need need : use == LetterUse::Issue ? row.issue : std::vector<Need>())
        if (std::string words = missing(dossier, pack, need); !words.empty())
            return words;
    return {};
}

Status mayMake(const model::Dossier &dossier, const packs::Pack &pack, LetterKind kind, LetterUse use)
{
    const std::string words = letterMissing(dossier, pack, kind, use);
    return words.empty() ? Status() : Status(fail(FaultCode::NotAllowed, words, {{"letter", std::string(letterKindTitle(kind))}}));
}

const packs::TimeLimit *letterDays(const std::vector<packs::PackPtr> &packs, LetterKind kind)
{
    const std::string_view from = letterRow(kind).daysFrom;
    for (const packs::PackPtr &pack : packs)
        for (const packs::TimeLimit &limit : pack->clocks)
            if (!from.empty() && limit.from == from && !limit.goal)
                return &limit;
    return nullptr;
}

} // namespace caseward::rules
