// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reciprocitycheck.h"

#include "core/model/dossier.h"
#include "core/rules/reciprocity.h"

namespace caseward::session {

namespace {

constexpr std::string_view decisionKind = "reciprocity.decided";
constexpr std::size_t mostDecisions = 100; // each is judged on a fold of its own

Status judgeOne(const std::vector<model::Entry> &before, const model::ReciprocityDecided &event, Instant at, const PackSource &packFor,
                const packs::ReciprocityRulesPtr &rules)
{
    const rules::DayNumber day = TRY(dayNumber(dayOf(at)));
    if (!rules || event.rules != rules->name())
        return rules::mayHaveDecided(event, day);
    const model::Dossier dossier = TRY(model::foldHistory(before));
    std::vector<packs::PackPtr> packs;
    for (const model::PackRef &ref : dossier.packs)
        packs.push_back(TRY(packFor(ref)));
    const Status judged = rules::mayDecide(dossier, packs, *rules, event, day);
    // It may have been asked just before midnight and written just after.
    return judged.ok() ? judged : rules::mayDecide(dossier, packs, *rules, event, day - 1).ok() ? Status() : judged;
}

} // namespace

Status checkReciprocity(const std::vector<model::Entry> &history, const PackSource &packFor, const packs::ReciprocityRulesPtr &rules)
{
    std::size_t decisions = 0;
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (history[i].kind != decisionKind)
            continue;
        const model::Event event = TRY(model::decodeEvent(history[i].kind, history[i].body));
        const auto *decided = std::get_if<model::ReciprocityDecided>(&event);
        if (decided == nullptr)
            continue;
        if (++decisions > mostDecisions)
            return fail(FaultCode::TooLarge, "the history has more than " + std::to_string(mostDecisions) + " decisions on reciprocity");
        const std::vector<model::Entry> before(history.begin(), history.begin() + static_cast<std::ptrdiff_t>(i));
        const Status judged = judgeOne(before, *decided, history[i].at, packFor, rules);
        if (!judged.ok())
            return fail(FaultCode::HistoryBroken, "entry " + std::to_string(history[i].seq) + " decides on reciprocity against the rules: " + judged.fault().detail,
                        {{"entry", std::to_string(history[i].seq)}});
    }
    return {};
}

} // namespace caseward::session
