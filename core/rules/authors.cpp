// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/authors.h"

#include <algorithm>

namespace caseward::rules {

namespace {

bool signedBy(const model::Dossier &dossier, const PersonId &person)
{
    return std::any_of(dossier.decisions.begin(), dossier.decisions.end(),
                       [&person](const model::SignedDecision &it) { return it.when.actor == person; });
}

bool by(const std::optional<model::Trace> &trace, const PersonId &person) { return trace && trace->actor == person; }

bool tiedBy(const model::Dossier &dossier, const PersonId &person)
{
    return std::any_of(dossier.ties.begin(), dossier.ties.end(), [&person](const model::Tie &it) {
        return it.tied.actor == person || it.changed.actor == person;
    });
}

bool comparedBy(const model::Dossier &dossier, const PersonId &person)
{
    for (const model::Contradiction &it : dossier.contradictions)
        if (it.linked.actor == person || by(it.resolved, person))
            return true;
    return std::any_of(dossier.gaps.begin(), dossier.gaps.end(), [&person](const model::Gap &it) {
        return it.noted.actor == person || by(it.explained, person);
    });
}

bool foundBy(const model::Dossier &dossier, const PersonId &person)
{
    const auto setBy = [&person](const auto &it) { return it.second.set.actor == person; };
    return std::any_of(dossier.conditions.begin(), dossier.conditions.end(), setBy)
        || std::any_of(dossier.guidelines.begin(), dossier.guidelines.end(), setBy)
        || std::any_of(dossier.factors.begin(), dossier.factors.end(), setBy);
}

bool wroteReasons(const model::Dossier &dossier, const PersonId &person)
{
    return by(dossier.reasonsWritten, person) || (dossier.proposal && dossier.proposal->set.actor == person);
}

} // namespace

Status mayReview(const model::Dossier &dossier, const PersonId &person)
{
    if (signedBy(dossier, person))
        return fail(FaultCode::NotAllowed, "You signed this decision: someone else must review it");
    if (dossier.authors.contains(person) || tiedBy(dossier, person) || comparedBy(dossier, person) || foundBy(dossier, person) || wroteReasons(dossier, person))
        return fail(FaultCode::NotAllowed, "You adjudicated this case: someone else must review it");
    if (dossier.opened.actor == person)
        return fail(FaultCode::NotAllowed, "You opened this case: someone else must review it");
    return {};
}

} // namespace caseward::rules
