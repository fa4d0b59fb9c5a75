// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/allegationcall.h"

#include "app/ctl/overviewreply.h"
#include "app/ctl/packreply.h"
#include "core/model/statement.h"

namespace caseward::ctl {

namespace {

Json::Array texts(const std::vector<std::string> &list)
{
    Json::Array array;
    for (const std::string &text : list)
        array.emplace_back(text);
    return array;
}

std::string labelOf(const AllegationId &id, const model::Dossier &dossier)
{
    const model::AllegationState *state = dossier.allegation(id);
    return state ? state->states.label : id.text();
}

} // namespace

std::vector<Option> allegationOptions()
{
    return {caseOption(), {"text", "text", "what is alleged: one fact, dated, with its source"}, {"from", "date", "when the conduct began: YYYY, YYYY-MM or YYYY-MM-DD"},
            {"to", "date", "when it ended"}, {"about", "yes|no", "the dates are not certain"},
            {"condition", "condition", "a disqualifying condition that it raises, 19(a)", true}, {"evidence", "passage", "id of a tied passage it rests on", true},
            {"repeats", "label", "another sub-paragraph whose facts it takes over (cross-allegation)", true}};
}

Result<std::string> conditionOf(Call &call, const std::string &text, const std::string &pack)
{
    const auto [named, name] = TRY(packAndName(call, text));
    if (name != text && named != pack)
        return fail(FaultCode::UnknownCondition, "the sub-paragraph is under pack " + pack + ", and '" + text + "' is a condition of another one",
                    {{"condition", text}, {"pack", pack}});
    return TRY(call.condition(pack + ":" + name)).id;
}

Result<model::Allegation> allegationSaid(Call &call, model::Allegation before)
{
    model::Allegation said = std::move(before);
    for (const auto &[option, field] : {std::pair{"text", &said.text}, std::pair{"from", &said.from}, std::pair{"to", &said.to}})
        if (call.has(option))
            *field = call.option(option);
    if (call.has("about")) {
        if (call.option("about") != "yes" && call.option("about") != "no")
            return fail(FaultCode::Usage, "--about is yes or no");
        said.about = call.option("about") == "yes";
    }
    if (call.has("condition")) {
        said.conditions.clear();
        for (const std::string &text : call.all("condition"))
            said.conditions.push_back(TRY(conditionOf(call, text, said.pack)));
    }
    if (call.has("evidence"))
        said.evidence = TRY(call.passageIds("evidence"));
    if (call.has("repeats"))
        said.repeats = TRY(session::Allegations(*TRY(call.session())).idsOf(TRY(call.caseId()), call.all("repeats")));
    return said;
}

Result<model::AllegationState> allegationNamed(Call &call)
{
    session::Session &session = *TRY(call.session());
    return session::Allegations(session).labelled(TRY(call.caseId()), TRY(call.argument(0, "the label of a sub-paragraph, 1.a")));
}

Result<Reply> recorded(Call &call, const std::string &label, const model::Event &event)
{
    const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), event));
    const model::AllegationState *state = model::allegationLabelled(*dossier, label);
    Json::Object facts = state ? allegationFacts(*state, *dossier) : Json::Object();
    facts.emplace("entries", Json(dossier->size));
    return Reply{std::move(facts), state ? allegationLine(*state, *dossier) : label};
}

Json::Object allegationFacts(const model::AllegationState &state, const model::Dossier &dossier)
{
    const model::Allegation &says = state.states;
    Json::Array repeats;
    for (const AllegationId &id : says.repeats)
        repeats.emplace_back(labelOf(id, dossier));
    Json::Array mitigators;
    for (const auto &[condition, mitigator] : state.mitigators)
        mitigators.emplace_back(Json::Object{{"condition", Json(condition)}, {"standing", Json(model::standingName(mitigator.weighed.standing))},
                                             {"evidence", Json(idTexts(mitigator.weighed.evidence))}, {"reason", Json(mitigator.weighed.reason)}});
    return {{"id", Json(state.id.text())}, {"label", Json(says.label)}, {"pack", Json(says.pack)}, {"guideline", Json(says.guideline)}, {"text", Json(says.text)},
            {"from", Json(says.from)}, {"to", Json(says.to)}, {"about", Json(says.about)}, {"conditions", Json(texts(says.conditions))},
            {"evidence", Json(idTexts(says.evidence))}, {"repeats", Json(std::move(repeats))},
            {"withdrawn", state.dropped ? Json(state.dropped->first) : Json()},
            {"answer", state.answer ? Json(model::answerName(state.answer->first.answer)) : Json()},
            {"answerWords", Json(state.answer ? state.answer->first.words : std::string())},
            {"given", Json(state.appraisal.given)}, {"view", Json(state.appraisal.view)}, {"recency", Json(state.appraisal.recency)},
            {"frequency", Json(model::frequencyName(state.appraisal.frequency))}, {"mitigators", Json(std::move(mitigators))},
            {"finding", state.finding ? Json(model::findingName(state.finding->first.finding)) : Json()},
            {"established", Json(texts(state.finding ? state.finding->first.established : std::vector<std::string>()))},
            {"reason", Json(state.finding ? state.finding->first.reason : std::string())}};
}

std::string allegationLine(const model::AllegationState &state, const model::Dossier &dossier)
{
    std::string line = state.states.label + "  " + state.states.guideline + "  ";
    if (state.dropped)
        line += "withdrawn  ";
    else
        line += (state.answer ? std::string(model::answerName(state.answer->first.answer)) : "no answer") + "  " +
                (state.finding ? std::string(model::findingName(state.finding->first.finding)) : "no finding") + "  ";
    for (const AllegationId &id : state.states.repeats)
        line += "(takes over " + labelOf(id, dossier) + ") ";
    return line + oneLine(state.states.text, 90);
}

} // namespace caseward::ctl
