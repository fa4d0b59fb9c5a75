// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold before an entry about a sub-paragraph of the statement of reasons is accepted: its label is free and well made, a
// paragraph has one guideline, its conditions are of that guideline, its evidence is tied, nothing repeats itself in a circle.
// Pure; worker thread. Malformed, NotFound, AlreadyExists, UnknownCondition, NotAllowed.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"

namespace caseward::flow {

class AllegationChecker {
public:
    AllegationChecker(const model::Dossier &dossier, const packs::Pack &pack) : m_dossier(dossier), m_pack(pack) {}
    Status operator()(const model::AllegationMade &event) const;
    Status operator()(const model::AllegationAmended &event) const;
    Status operator()(const model::AllegationDropped &event) const;
    Status operator()(const model::AllegationAnswered &event) const;
    Status operator()(const model::AllegationAppraised &event) const;
    Status operator()(const model::MitigatorWeighed &event) const;
    Status operator()(const model::AllegationFound &event) const;

private:
    Result<const model::AllegationState *> alleged(const AllegationId &id) const;     // there, and not withdrawn
    Status states(const AllegationId &self, const model::Allegation &states) const;
    Status label(const AllegationId &self, const model::Allegation &states) const;
    Status repeats(const AllegationId &self, const model::Allegation &states) const;
    Status evidence(const std::vector<PassageId> &passages) const;
    Status conditions(const model::Allegation &states, const std::vector<std::string> &ids, packs::ConditionKind kind) const;

    const model::Dossier &m_dossier;
    const packs::Pack &m_pack;
};

} // namespace caseward::flow
