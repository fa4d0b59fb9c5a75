// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/allegations.h"

#include "core/model/statement.h"
#include "core/session/state.h"

namespace caseward::session {

AllegationId Allegations::newId()
{
    const Environment &env = m_session.state().env;
    return AllegationId::make(env.clock, env.random);
}

Result<model::AllegationState> Allegations::labelled(const CaseId &id, const std::string &label)
{
    const DossierPtr dossier = TRY(m_session.openCase(id));
    const model::AllegationState *found = model::allegationLabelled(*dossier, label);
    if (!found)
        return fail(FaultCode::NotFound, "the case has no sub-paragraph " + label, {{"what", "sub-paragraph " + label}});
    return *found;
}

Result<std::vector<AllegationId>> Allegations::idsOf(const CaseId &id, const std::vector<std::string> &labels)
{
    std::vector<AllegationId> ids;
    for (const std::string &label : labels)
        ids.push_back(TRY(labelled(id, label)).id);
    return ids;
}

} // namespace caseward::session
