// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/documentation.h"

#include "core/model/statement.h"
#include "core/rules/administrative.h"
#include "core/rules/checks.h"
#include "core/rules/mentions.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace caseward::rules {

namespace {

using model::ConditionFinding;

// A paragraph of the reasons, read once: what it says, and the live passages it cites with what they are tied to.
struct Written {
    Mentions mentions;
    std::set<PassageId> cited;
    std::set<model::ConditionRef> tied;
};

Written readOnce(const model::Dossier &dossier, const model::Paragraph &paragraph)
{
    Written written{Mentions(paragraph.text), {}, {}};
    for (const PassageId &id : paragraph.cites)
        if (const model::Tie *tie = dossier.tie(id)) {
            written.cited.insert(id);
            written.tied.insert(tie->condition);
        }
    return written;
}

class Documented {
public:
    Documented(const model::Dossier &dossier, const std::vector<Written> &reasons, const packs::Pack &pack, const packs::Pack &leading,
               std::vector<DocumentationItem> &items)
        : m_dossier(dossier), m_reasons(reasons), m_pack(pack), m_suffix(&pack == &leading ? std::string() : " " + pack.id), m_items(items),
          m_raised(guidelinesRaised(dossier, pack)), m_administrative(administrativeOutcome(dossier, leading))
    {
        for (const model::AllegationState &state : dossier.allegations)
            if (state.states.pack == pack.id)
                m_evidence[state.id] = evidenceOf(state);
    }

    void guidelines();
    void allegations();
    void conditions();
    void wholePerson();
    void exception();
    void outcome(const std::vector<Check> &checks);

private:
    using Names = std::function<bool(const Written &)>;
    void add(const char *id, const std::string &key, const std::string &text, const Names &names);
    void addMoot(const char *id, const std::string &key, const std::string &text, const std::string &why);
    // A paragraph cites a live passage tied to this condition.
    [[nodiscard]] bool citesTied(const Written &it, const std::string &condition) const;
    [[nodiscard]] static bool citesOneOf(const Written &it, const std::set<PassageId> &passages);
    [[nodiscard]] bool names(const Written &it, const packs::Condition &condition) const;
    [[nodiscard]] bool names(const Written &it, const packs::Guideline &guideline) const;
    [[nodiscard]] bool isEstablished(const packs::Condition &condition) const;
    [[nodiscard]] std::set<PassageId> evidenceOf(const model::AllegationState &state) const;

    const model::Dossier &m_dossier;
    // Under a further pack its id follows: "F uk-nsv".
    [[nodiscard]] std::string keyed(const std::string &key) const { return m_suffix.empty() || !key.empty() ? key + m_suffix : m_pack.id; }
    [[nodiscard]] std::string under(const std::string &text) const { return m_suffix.empty() ? text : m_pack.id + ": " + text; }

    const std::vector<Written> &m_reasons;
    const packs::Pack &m_pack;
    std::string m_suffix;          // of keys under a further pack
    std::vector<DocumentationItem> &m_items;
    std::vector<std::string> m_raised;
    const packs::Outcome *m_administrative; // it weighs nothing, so nothing weighed has to be named; what is named still says where
    std::map<AllegationId, std::set<PassageId>> m_evidence; // of the sub-paragraphs under this pack
};

void Documented::add(const char *id, const std::string &key, const std::string &text, const Names &names)
{
    DocumentationItem item{id, keyed(key), under(text), Naming::NotNamed, {}, {}, {Target::Place::Reasons, keyed(key), 0}};
    for (std::size_t i = 0; i < m_reasons.size(); ++i)
        if (names(m_reasons[i]))
            item.paragraphs.push_back(i);
    const auto said = m_dossier.explained.find({item.id, item.key});
    if (!item.paragraphs.empty()) {
        item.naming = Naming::Named;
    } else if (said != m_dossier.explained.end() && !isBlank(said->second)) {
        item.naming = Naming::Explained;
        item.words = said->second;
    } else if (m_administrative != nullptr && item.id != "documentation.exception") {
        item.naming = Naming::DoesNotApply;
        item.words = "\"" + m_administrative->title + "\" is administrative";
    }
    m_items.push_back(std::move(item));
}

void Documented::addMoot(const char *id, const std::string &key, const std::string &text, const std::string &why)
{
    m_items.push_back({id, keyed(key), under(text), Naming::DoesNotApply, {}, why, {Target::Place::Reasons, keyed(key), 0}});
}

bool Documented::citesTied(const Written &it, const std::string &condition) const
{
    return it.tied.count({m_pack.id, condition}) != 0;
}

bool Documented::citesOneOf(const Written &it, const std::set<PassageId> &passages)
{
    return std::ranges::any_of(it.cited, [&](const PassageId &id) { return passages.count(id) != 0; });
}

bool Documented::names(const Written &it, const packs::Condition &condition) const
{
    return it.mentions.label(condition.id) || citesTied(it, condition.id);
}

bool Documented::names(const Written &it, const packs::Guideline &guideline) const
{
    if (it.mentions.guideline(guideline.letter) || it.mentions.says(guideline.title))
        return true;
    const auto named = [&](const packs::Condition &condition) { return names(it, condition); };
    return std::ranges::any_of(guideline.disqualifying, named) || std::ranges::any_of(guideline.mitigating, named)
        || std::ranges::any_of(m_dossier.allegations, [&](const model::AllegationState &state) {
               return state.isAlleged() && state.states.pack == m_pack.id && state.states.guideline == guideline.letter && citesOneOf(it, m_evidence.at(state.id));
           });
}

bool Documented::isEstablished(const packs::Condition &condition) const
{
    const auto found = m_dossier.conditions.find({m_pack.id, condition.id});
    if (found != m_dossier.conditions.end() && found->second.finding == ConditionFinding::Established)
        return true;
    return std::ranges::any_of(m_dossier.allegations, [&](const model::AllegationState &state) {
        return state.isAlleged() && state.states.pack == m_pack.id && state.finding && state.finding->first.finding == model::AllegationFinding::Against
            && std::ranges::count(state.finding->first.established, condition.id) != 0;
    });
}

// Its own passages, and those of what it takes over.
std::set<PassageId> Documented::evidenceOf(const model::AllegationState &state) const
{
    std::set<PassageId> passages(state.states.evidence.begin(), state.states.evidence.end());
    for (const AllegationId &repeated : model::takenOver(m_dossier, state.states.repeats))
        if (const model::AllegationState *other = m_dossier.allegation(repeated))
            passages.insert(other->states.evidence.begin(), other->states.evidence.end());
    return passages;
}

void Documented::guidelines()
{
    for (const std::string &letter : m_raised)
        if (const packs::Guideline *guideline = m_pack.guideline(letter))
            add("documentation.guideline", letter, "Guideline " + letter + " (" + guideline->title + "), which is raised",
                [&](const Written &it) { return names(it, *guideline); });
}

void Documented::allegations()
{
    for (const model::AllegationState &state : m_dossier.allegations) {
        if (state.states.pack != m_pack.id)
            continue;
        const std::string &label = state.states.label;
        if (!state.isAlleged()) {
            addMoot("documentation.allegation", label, "Sub-paragraph " + label, "it was withdrawn");
            continue;
        }
        const std::set<PassageId> &evidence = m_evidence.at(state.id);
        const bool whole = std::ranges::all_of(label, [](char c) { return c >= '0' && c <= '9'; });
        add("documentation.allegation", label, "Sub-paragraph " + label + ", which is alleged", [&](const Written &it) {
            return (whole ? it.mentions.paragraph(label) : it.mentions.label(label)) || citesOneOf(it, evidence);
        });
    }
}

void Documented::conditions()
{
    for (const packs::Guideline &guideline : m_pack.guidelines) {
        for (const packs::Condition &condition : guideline.disqualifying)
            if (isEstablished(condition))
                add("documentation.disqualifying", condition.id, spoken(condition) + ", which is found established",
                    [&](const Written &it) { return names(it, condition); });
        for (const packs::Condition &condition : guideline.mitigating) {
            const auto found = m_dossier.conditions.find({m_pack.id, condition.id});
            if (found == m_dossier.conditions.end())
                continue;
            if (found->second.finding == ConditionFinding::NoEvidence)
                addMoot("documentation.mitigating", condition.id, spoken(condition), "there is no evidence for it");
            else if (found->second.finding == ConditionFinding::Applies || found->second.finding == ConditionFinding::DoesNotApply)
                add("documentation.mitigating", condition.id,
                    spoken(condition) + (found->second.finding == ConditionFinding::Applies ? ", which is found to apply" : ", which is found not to apply"),
                    [&](const Written &it) { return names(it, condition); });
        }
    }
}

// One for all of them: the reasons need not go through the factors one by one, but they weigh the whole person somewhere.
void Documented::wholePerson()
{
    std::vector<const packs::Factor *> asked;
    for (const packs::Factor &factor : m_pack.factors)
        if (factor.required)
            asked.push_back(&factor);
    const char *text = "The whole person";
    if (asked.empty())
        return addMoot("documentation.whole-person", "", text, "this pack asks for no factors");
    if (m_raised.empty())
        return addMoot("documentation.whole-person", "", text, "nothing is raised");
    add("documentation.whole-person", "", std::string(text) + ", or one of the factors", [&](const Written &it) {
        if (it.mentions.says("whole person") || it.mentions.says("whole-person"))
            return true;
        return std::ranges::any_of(asked, [&](const packs::Factor *factor) {
            const std::size_t last = factor->id.rfind('(');
            const auto weighed = m_dossier.factors.find({m_pack.id, factor->id});
            return it.mentions.label(factor->id) || (last != std::string::npos && last > 0 && it.mentions.exactly(factor->id.substr(0, last)))
                || (weighed != m_dossier.factors.end() && citesOneOf(it, {weighed->second.cites.begin(), weighed->second.cites.end()}));
        });
    });
}

void Documented::exception()
{
    const std::string code = m_dossier.proposal ? m_dossier.proposal->outcome.exception : std::string();
    if (code.empty())
        return addMoot("documentation.exception", "", "The exception", "none is given");
    const auto known = std::ranges::find(m_pack.exceptions, code, &packs::ExceptionCode::code);
    const std::string name = known == m_pack.exceptions.end() ? std::string() : known->name;
    add("documentation.exception", code, "Exception " + code + (name.empty() ? "" : " (" + name + ")") + ", which is given", [&](const Written &it) {
        for (const std::string &word : {code, name}) {
            if (word.empty())
                continue;
            for (const char *before : {"exception ", "exception: ", "exception (", "exception code "})
                if (it.mentions.says(before + word))
                    return true;
            if (it.mentions.says(word + " exception"))
                return true;
        }
        return !name.empty() && it.mentions.says(name + " (" + code + ")");
    });
}

// What the gate asks of the outcome: favourable and adverse ones follow the findings, or it is said why not.
void Documented::outcome(const std::vector<Check> &checks)
{
    const char *id = "documentation.outcome", *text = "That the decision follows the findings";
    const packs::Outcome *outcome = m_dossier.proposal ? m_pack.outcome(m_dossier.proposal->outcome.outcome) : nullptr;
    if (outcome == nullptr) {
        m_items.push_back({id, "", text, Naming::NotNamed, {}, "no outcome is chosen yet", {Target::Place::Outcome, "", 0}});
        return;
    }
    const auto check = std::ranges::find(checks, std::string("outcome-against-findings"), &Check::id);
    if (check == checks.end()) {
        addMoot(id, outcome->id, text, "\"" + outcome->title + "\" says nothing about them");
        return;
    }
    const Naming naming = check->open ? Naming::NotNamed : check->explanation.empty() ? Naming::Named : Naming::Explained;
    m_items.push_back({id, outcome->id, text, naming, {}, check->explanation.empty() ? check->text : check->explanation, check->target});
}

std::vector<Check> outcomeChecks(const model::Dossier &dossier, const packs::Pack &pack)
{
    std::vector<Check> checks;
    checkOutcome({dossier, pack, {}, checks});
    return checks;
}

} // namespace

std::string DocumentationItem::state() const
{
    switch (naming) {
    case Naming::DoesNotApply: return "does not apply: " + words;
    case Naming::Explained: return "explained: " + words;
    case Naming::NotNamed: return words.empty() ? "not named" : "not shown: " + words;
    case Naming::Named: break;
    }
    if (paragraphs.empty())
        return words;
    std::string where;
    for (std::size_t i = 0; i < paragraphs.size(); ++i)
        where += (i == 0 ? "" : i + 1 == paragraphs.size() ? " and " : ", ") + std::to_string(paragraphs[i] + 1);
    return (paragraphs.size() == 1 ? "named in paragraph " : "named in paragraphs ") + where;
}

std::vector<DocumentationItem> documentation(const model::Dossier &dossier, const std::vector<const packs::Pack *> &packs)
{
    std::vector<Written> reasons;
    reasons.reserve(dossier.reasons.size());
    for (const model::Paragraph &paragraph : dossier.reasons)
        reasons.push_back(readOnce(dossier, paragraph));
    std::vector<DocumentationItem> items;
    std::vector<Documented> all;
    for (const packs::Pack *pack : packs)
        all.emplace_back(dossier, reasons, *pack, *packs.front(), items);
    for (const auto part : {&Documented::guidelines, &Documented::allegations, &Documented::conditions, &Documented::wholePerson})
        for (Documented &it : all)
            (it.*part)();
    if (!all.empty()) {
        all.front().exception();
        all.front().outcome(outcomeChecks(dossier, *packs.front()));
    }
    return items;
}

std::vector<DocumentationItem> documentation(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs)
{
    std::vector<const packs::Pack *> plain;
    for (const packs::PackPtr &pack : packs)
        plain.push_back(pack.get());
    return documentation(dossier, plain);
}

void checkDocumentation(const model::Dossier &dossier, const std::vector<const packs::Pack *> &packs, std::vector<Check> &checks)
{
    for (DocumentationItem &item : documentation(dossier, packs)) {
        if (item.naming == Naming::DoesNotApply || item.id == "documentation.outcome")
            continue;
        Check check{item.id, Severity::NeedsExplanation, {}, item.target, item.naming == Naming::NotNamed, item.naming == Naming::Explained ? item.words : std::string()};
        check.text = item.naming == Naming::Named ? item.text + ": " + item.state() : item.text + ": the reasons do not name it";
        checks.push_back(std::move(check));
    }
}

} // namespace caseward::rules
