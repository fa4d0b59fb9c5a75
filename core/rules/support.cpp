// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/support.h"

#include "core/model/statement.h"
#include "core/rules/checks.h"

#include <algorithm>
#include <map>

namespace caseward::rules {

namespace {

using model::AllegationFinding;
using model::ConditionFinding;
using Places = std::set<std::size_t>;             // of ties, so that they come out in the order of the record

class Gatherer {
public:
    Gatherer(const model::Dossier &dossier, const packs::Pack &pack) : m_dossier(dossier), m_pack(pack)
    {
        for (std::size_t at = 0; at < dossier.ties.size(); ++at) {
            m_places.emplace(dossier.ties[at].id, at);
            if (dossier.ties[at].condition.pack == pack.id)
                m_tied[dossier.ties[at].condition.id].insert(at);
        }
    }

    std::vector<Supported> gather();
    [[nodiscard]] const std::vector<Places> &restsOn() const { return m_restsOn; }

private:
    void add(Target target, std::string text, const Places &places);
    void guideline(const packs::Guideline &guideline);
    void statement();
    void subparagraph(const model::AllegationState &state);
    [[nodiscard]] Places placesOf(const std::vector<PassageId> &passages) const;
    [[nodiscard]] Places evidenceOf(const model::AllegationState &state) const;
    // The passages of those conditions that were found so; reports each as a finding of its own.
    Places conditionsFound(const std::vector<packs::Condition> &conditions, ConditionFinding finding, const char *words);

    const model::Dossier &m_dossier;
    const packs::Pack &m_pack;
    std::map<PassageId, std::size_t> m_places;
    std::map<std::string, Places> m_tied;
    std::vector<Supported> m_findings;
    std::vector<Places> m_restsOn;
};

void Gatherer::add(Target target, std::string text, const Places &places)
{
    Supported &it = m_findings.emplace_back();
    it.target = std::move(target);
    it.text = std::move(text);
    for (const std::size_t at : places)
        it.passages.push_back(m_dossier.ties[at].id);
    m_restsOn.push_back(places);
}

Places Gatherer::placesOf(const std::vector<PassageId> &passages) const
{
    Places places;
    for (const PassageId &passage : passages)
        if (const auto found = m_places.find(passage); found != m_places.end())
            places.insert(found->second);
    return places;
}

Places Gatherer::evidenceOf(const model::AllegationState &state) const
{
    Places places = placesOf(state.states.evidence);
    for (const AllegationId &repeated : model::takenOver(m_dossier, state.states.repeats))
        if (const model::AllegationState *other = m_dossier.allegation(repeated))
            places.merge(placesOf(other->states.evidence));
    return places;
}

Places Gatherer::conditionsFound(const std::vector<packs::Condition> &conditions, ConditionFinding finding, const char *words)
{
    Places all;
    for (const packs::Condition &condition : conditions) {
        const auto found = m_dossier.conditions.find({m_pack.id, condition.id});
        if (found == m_dossier.conditions.end() || found->second.finding != finding)
            continue;
        const auto tied = m_tied.find(condition.id);
        const Places places = tied == m_tied.end() ? Places() : tied->second;
        add({Target::Place::Condition, condition.id, 0}, spoken(condition) + words, places);
        all.insert(places.begin(), places.end());
    }
    return all;
}

void Gatherer::guideline(const packs::Guideline &guideline)
{
    Places against = conditionsFound(guideline.disqualifying, ConditionFinding::Established, " is found established");
    const bool isConcern = std::ranges::any_of(guideline.disqualifying, [this](const packs::Condition &it) {
        const auto found = m_dossier.conditions.find({m_pack.id, it.id});
        return found != m_dossier.conditions.end() && found->second.finding == ConditionFinding::Established;
    });
    const Places inFavour = conditionsFound(guideline.mitigating, ConditionFinding::Applies, " is found to apply");
    const auto finding = m_dossier.guidelines.find({m_pack.id, guideline.letter});
    if (finding == m_dossier.guidelines.end())
        return;
    const Target target{Target::Place::Guideline, guideline.letter, 0};
    if (finding->second.finding == model::GuidelineFinding::ForSubject) {
        if (isConcern)
            add(target, "Guideline " + guideline.letter + " is found for the subject", inFavour);
        return;
    }
    for (const model::AllegationState &state : m_dossier.allegations)
        if (state.isAlleged() && state.states.pack == m_pack.id && state.states.guideline == guideline.letter && state.finding
            && state.finding->first.finding == AllegationFinding::Against)
            against.merge(evidenceOf(state));
    add(target, "Guideline " + guideline.letter + " is found against the subject", against);
}

void Gatherer::subparagraph(const model::AllegationState &state)
{
    const Target target{Target::Place::Allegation, state.id.text(), 0};
    const std::string name = "Sub-paragraph " + state.states.label;
    if (state.finding && state.finding->first.finding == AllegationFinding::Against)
        add(target, name + " is found against the subject", evidenceOf(state));
    for (const auto &[condition, mitigator] : state.mitigators)
        if (mitigator.weighed.standing == model::MitigatorStanding::Supported)
            add(target, name + ": " + condition + " is supported", placesOf(mitigator.weighed.evidence));
}

void Gatherer::statement()
{
    for (const model::StatementParagraph &paragraph : model::statementOf(m_dossier))
        for (const model::AllegationState *state : paragraph.subparagraphs)
            if (state->isAlleged() && state->states.pack == m_pack.id)
                subparagraph(*state);
}

std::vector<Supported> Gatherer::gather()
{
    for (const packs::Guideline &it : m_pack.guidelines)
        guideline(it);
    statement();
    for (const packs::Factor &factor : m_pack.factors) {
        const auto state = m_dossier.factors.find({m_pack.id, factor.id});
        if (state != m_dossier.factors.end() && !state->second.cites.empty())
            add({Target::Place::Factor, factor.id, 0}, "Factor " + factor.id + " is weighed", placesOf(state->second.cites));
    }
    for (std::size_t at = 0; at < m_dossier.reasons.size(); ++at)
        if (!m_dossier.reasons[at].cites.empty())
            add({Target::Place::Reasons, std::to_string(at), 0}, "Paragraph " + std::to_string(at + 1) + " of the reasons", placesOf(m_dossier.reasons[at].cites));
    return std::move(m_findings);
}

} // namespace

Carriage whatCarries(const model::Dossier &dossier, const packs::Pack &pack)
{
    Gatherer gatherer(dossier, pack);
    Carriage carriage;
    carriage.findings = gatherer.gather();
    std::map<std::size_t, Carrier> alone;                                 // by place in the record
    std::map<DocumentId, std::pair<Places, std::vector<std::size_t>>> together;
    for (std::size_t at = 0; at < carriage.findings.size(); ++at) {
        const Places &places = gatherer.restsOn()[at];
        if (places.empty())
            continue;
        const model::Tie &first = dossier.ties[*places.begin()];
        if (places.size() == 1) {
            Carrier &carrier = alone[*places.begin()];
            carrier.passages = {first.id};
            carrier.document = first.anchor.document;
            carrier.carried.push_back(at);
        } else if (std::ranges::all_of(places, [&](std::size_t place) { return dossier.ties[place].anchor.document == first.anchor.document; })) {
            auto &[all, carried] = together[first.anchor.document];
            all.insert(places.begin(), places.end());
            carried.push_back(at);
        }
    }
    for (auto &[place, carrier] : alone)
        carriage.passages.push_back(std::move(carrier));
    for (const model::DocumentState &document : dossier.documents)
        if (const auto found = together.find(document.facts.document); found != together.end()) {
            Carrier &carrier = carriage.documents.emplace_back();
            carrier.document = found->first;
            for (const std::size_t place : found->second.first)
                carrier.passages.push_back(dossier.ties[place].id);
            carrier.carried = std::move(found->second.second);
        }
    return carriage;
}

} // namespace caseward::rules
