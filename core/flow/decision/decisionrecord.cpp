// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/decision/decisionrecord.h"

#include "core/codec/json.h"
#include "core/evidence/decisioncheck.h"
#include "core/model/spot.h"
#include "core/model/statement.h"
#include "core/rules/completeness.h"
#include "core/rules/reviewlevels.h"

namespace caseward::flow {

namespace {

using codec::Json;

Json texts(const std::vector<std::string> &list)
{
    Json::Array array;
    for (const std::string &text : list)
        array.emplace_back(text);
    return array;
}

Json idTexts(const std::vector<PassageId> &ids)
{
    Json::Array array;
    for (const PassageId &id : ids)
        array.emplace_back(id.text());
    return array;
}

Json conditionsOf(const model::Dossier &dossier, const std::vector<packs::Condition> &conditions, const std::string &packId)
{
    Json::Array list;
    for (const packs::Condition &condition : conditions) {
        const model::ConditionRef ref{packId, condition.id};
        const auto state = dossier.conditions.find(ref);
        Json::Array passages;
        for (const model::Tie &tie : dossier.ties)
            if (tie.condition == ref)
                passages.emplace_back(tie.id.text());
        if (state == dossier.conditions.end() && passages.empty())
            continue;
        Json::Object item;
        item["id"] = condition.id;
        item["kind"] = std::string(packs::kindName(condition.kind));
        item["citation"] = condition.citation;
        item["finding"] = state == dossier.conditions.end() ? Json() : Json(findingName(state->second.finding));
        item["reason"] = state == dossier.conditions.end() ? std::string() : state->second.reason;
        item["passages"] = std::move(passages);
        list.emplace_back(std::move(item));
    }
    return list;
}

void addFindings(Json::Array &list, const model::Dossier &dossier, const packs::Pack &pack, bool further)
{
    for (const std::string &letter : rules::guidelinesRaised(dossier, pack)) {
        const packs::Guideline *guideline = pack.guideline(letter);
        const auto state = dossier.guidelines.find({pack.id, letter});
        Json::Object item;
        if (further)
            item["pack"] = pack.id;
        item["guideline"] = letter;
        item["title"] = guideline->title;
        item["finding"] = state == dossier.guidelines.end() ? Json() : Json(findingName(state->second.finding));
        item["reason"] = state == dossier.guidelines.end() ? std::string() : state->second.reason;
        item["disqualifying"] = conditionsOf(dossier, guideline->disqualifying, pack.id);
        item["mitigating"] = conditionsOf(dossier, guideline->mitigating, pack.id);
        list.emplace_back(std::move(item));
    }
}

Json findingsOf(const DecisionInput &input)
{
    Json::Array list;
    addFindings(list, input.dossier, input.pack, false);
    for (const packs::PackPtr &pack : input.further)
        addFindings(list, input.dossier, *pack, true);
    return list;
}

Json packOf(const packs::Pack &pack)
{
    return Json::Object{{"id", Json(pack.id)}, {"version", Json(pack.version)}, {"digest", Json(pack.digest.hex())}};
}

Json anchorOf(const model::Anchor &anchor)
{
    Json::Object place;
    place["document"] = anchor.document.text();
    place["documentDigest"] = anchor.documentDigest.hex();
    place["page"] = anchor.span.page;
    place["start"] = anchor.span.start;
    place["end"] = anchor.span.end;
    place["quote"] = anchor.quote;
    if (model::isArea(anchor)) {
        const model::Rect &part = anchor.rects.front();
        place["area"] = Json::Array{Json(part.x), Json(part.y), Json(part.width), Json(part.height)};
    }
    return place;
}

Json passagesOf(const model::Dossier &dossier)
{
    Json::Array list;
    for (const model::Tie &tie : dossier.ties) {
        Json::Object item;
        item["id"] = tie.id.text();
        item["condition"] = tie.condition.id;
        item["weight"] = static_cast<int>(tie.weight);
        item["note"] = tie.note;
        item["place"] = anchorOf(tie.anchor);
        list.emplace_back(std::move(item));
    }
    return list;
}

Json concernsOf(const model::Dossier &dossier, Json::Array &gaps)
{
    Json::Array contradictions;
    for (const model::Contradiction &item : dossier.contradictions) {
        Json::Object json;
        json["id"] = item.id.text();
        json["claimed"] = anchorOf(item.claimed);
        json["found"] = anchorOf(item.found);
        json["note"] = item.note;
        json["resolution"] = item.resolution;
        contradictions.emplace_back(std::move(json));
    }
    for (const model::Gap &gap : dossier.gaps) {
        Json::Object json;
        json["id"] = gap.id.text();
        json["lane"] = gap.lane;
        json["from"] = gap.from;
        json["to"] = gap.to;
        json["note"] = gap.note;
        json["explanation"] = gap.explanation;
        gaps.emplace_back(std::move(json));
    }
    return contradictions;
}

Json documentsOf(const model::Dossier &dossier)
{
    Json::Array list;
    for (const model::DocumentState &document : dossier.documents) {
        Json::Object item;
        item["id"] = document.facts.document.text();
        item["digest"] = document.facts.digest.hex();
        item["textDigest"] = document.facts.textDigest.hex();
        item["title"] = document.facts.title;
        item["kind"] = documentKindName(document.facts.kind);
        item["exhibit"] = document.facts.exhibit;
        item["pages"] = document.facts.pages;
        list.emplace_back(std::move(item));
    }
    return list;
}

Json mitigatorsOf(const model::AllegationState &state)
{
    Json::Array list;
    for (const auto &[condition, mitigator] : state.mitigators) {
        Json::Object item;
        item["id"] = condition;
        item["standing"] = std::string(standingName(mitigator.weighed.standing));
        item["reason"] = mitigator.weighed.reason;
        item["passages"] = idTexts(mitigator.weighed.evidence);
        list.emplace_back(std::move(item));
    }
    return list;
}

Json allegationOf(const model::AllegationState &state, const model::Dossier &dossier)
{
    Json::Array repeats;
    for (const AllegationId &id : state.states.repeats)
        if (const model::AllegationState *repeated = dossier.allegation(id))
            repeats.emplace_back(repeated->states.label);
    Json::Object item;
    item["label"] = state.states.label;
    item["pack"] = state.states.pack;
    item["guideline"] = state.states.guideline;
    item["text"] = state.states.text;
    item["from"] = state.states.from;
    item["to"] = state.states.to;
    item["about"] = state.states.about;
    item["conditions"] = texts(state.states.conditions);
    item["passages"] = idTexts(state.states.evidence);
    item["repeats"] = std::move(repeats);
    item["withdrawn"] = state.dropped ? Json(state.dropped->first) : Json();
    item["answer"] = state.answer ? Json(answerName(state.answer->first.answer)) : Json();
    item["mitigators"] = mitigatorsOf(state);
    item["finding"] = state.finding ? Json(findingName(state.finding->first.finding)) : Json();
    item["established"] = texts(state.finding ? state.finding->first.established : std::vector<std::string>());
    item["reason"] = state.finding ? state.finding->first.reason : std::string();
    return item;
}

// Absent where nothing was alleged, as in every record of before.
void putAllegations(Json::Object &decision, const model::Dossier &dossier)
{
    Json::Array list;
    for (const model::StatementParagraph &paragraph : model::statementOf(dossier))
        for (const model::AllegationState *state : paragraph.subparagraphs)
            list.emplace_back(allegationOf(*state, dossier));
    if (!list.empty())
        decision["allegations"] = std::move(list);
}

void putOutcome(Json::Object &decision, const DecisionInput &input)
{
    const model::Dossier &dossier = input.dossier;
    const packs::Outcome *outcome = dossier.proposal ? input.pack.outcome(dossier.proposal->outcome.outcome) : nullptr;
    Json::Object json;
    json["id"] = outcome ? outcome->id : std::string();
    json["title"] = outcome ? outcome->title : std::string();
    json["class"] = outcome ? packs::outcomeClassName(outcome->outcomeClass) : std::string_view();
    // Said where it is read, so that no list elsewhere can take it for a denial.
    if (outcome && outcome->outcomeClass == packs::OutcomeClass::Administrative)
        json["note"] = model::administrativeWords;
    decision["outcome"] = std::move(json);
    decision["exception"] = dossier.proposal ? dossier.proposal->outcome.exception : std::string();
    decision["conditions"] = texts(dossier.proposal ? dossier.proposal->outcome.conditions : std::vector<std::string>());
}

// Absent where the packs say nothing of levels, as in every record of before.
void putReview(Json::Object &decision, const DecisionInput &input)
{
    const packs::Outcome *outcome = input.dossier.proposal ? input.pack.outcome(input.dossier.proposal->outcome.outcome) : nullptr;
    if (!outcome)
        return;
    std::vector<packs::PackPtr> all{packs::PackPtr(packs::PackPtr(), &input.pack)};
    all.insert(all.end(), input.further.begin(), input.further.end());
    const rules::ReviewNeed need = rules::reviewOf(input.dossier, all, *outcome);
    if (need.rule.empty())
        return;
    decision["review"] = Json::Object{{"rule", Json(need.rule)}, {"levels", Json(need.levels)}, {"senior", Json(need.senior)}, {"legal", Json(need.legal)}};
}

void putWeighing(Json::Object &decision, const DecisionInput &input)
{
    const model::Dossier &dossier = input.dossier;
    Json::Array factors, reasons, gaps, explanations;
    for (const auto &[key, state] : dossier.factors) {
        Json::Object item;
        item["id"] = key.second;
        item["text"] = state.text;
        if (!state.cites.empty())
            item["cites"] = idTexts(state.cites);
        factors.emplace_back(std::move(item));
    }
    for (const model::Paragraph &paragraph : dossier.reasons) {
        Json::Object item;
        item["text"] = paragraph.text;
        item["cites"] = idTexts(paragraph.cites);
        if (paragraph.internal)
            item["internal"] = true;
        reasons.emplace_back(std::move(item));
    }
    for (const auto &[key, words] : dossier.explained) {
        Json::Object item;
        item["check"] = key.first;
        item["target"] = key.second;
        item["words"] = words;
        explanations.emplace_back(std::move(item));
    }
    decision["findings"] = findingsOf(input);
    putAllegations(decision, dossier);
    decision["factors"] = std::move(factors);
    decision["reasons"] = std::move(reasons);
    decision["passages"] = passagesOf(dossier);
    decision["contradictions"] = concernsOf(dossier, gaps);
    decision["gaps"] = std::move(gaps);
    decision["explanations"] = std::move(explanations);
}

} // namespace

std::string buildDecision(const DecisionInput &input)
{
    const model::Dossier &dossier = input.dossier;
    Json::Object decision;
    decision["format"] = evidence::decisionFormat;
    decision["case"] = dossier.facts.caseId.text();
    decision["reference"] = dossier.facts.reference;
    decision["subject"] = dossier.facts.subject;
    decision["type"] = dossier.facts.type;
    decision["access"] = dossier.facts.access;
    decision["marking"] = dossier.facts.marking;
    decision["demonstration"] = dossier.facts.demonstration;
    putOutcome(decision, input);
    putReview(decision, input);
    putWeighing(decision, input);
    Json::Array packs{packOf(input.pack)};
    for (const packs::PackPtr &pack : input.further)
        packs.push_back(packOf(*pack));
    decision["packs"] = std::move(packs);
    decision["documents"] = documentsOf(dossier);
    Json::Object history;
    history["size"] = input.history.size;
    history["root"] = input.history.root.hex();
    decision["history"] = std::move(history);
    Json::Object signer;
    signer["person"] = input.person.text();
    signer["name"] = input.signer.commonName();
    signer["office"] = input.signer.organisation();
    signer["role"] = input.role;
    signer["certificate"] = input.signer.fingerprint().hex();
    decision["signer"] = std::move(signer);
    decision["at"] = toText(input.at);
    decision["supersedes"] = dossier.decisions.empty() ? std::string() : dossier.decisions.back().what.digest.hex();
    return codec::canonicalJson(Json(std::move(decision)));
}

} // namespace caseward::flow
