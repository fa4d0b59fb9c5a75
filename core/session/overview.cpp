// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/overview.h"

#include "core/session/casepacks.h"

#include <algorithm>

namespace caseward::session {

Result<CaseUnder> caseUnder(Session &session, const CaseId &id, const std::string &packId)
{
    CaseUnder found{TRY(session.openCase(id)), {}};
    const std::vector<packs::PackPtr> packs = TRY(CasePacks(session, id).packs());
    const auto pack = packId.empty() ? packs.begin() : std::ranges::find(packs, packId, [](const packs::PackPtr &it) { return it->id; });
    if (pack == packs.end())
        return fail(FaultCode::NotFound, "the case has no pack " + packId, {{"what", packId}});
    found.pack = *pack;
    return found;
}

Result<std::vector<DocumentationItem>> documentationOf(Session &session, const CaseId &id)
{
    const DossierPtr dossier = TRY(session.openCase(id));
    return rules::documentation(*dossier, TRY(CasePacks(session, id).packs()));
}

Result<std::vector<LevelLine>> reviewOf(Session &session, const CaseId &id)
{
    const DossierPtr dossier = TRY(session.openCase(id));
    return rules::reviewLines(*dossier, TRY(CasePacks(session, id).packs()));
}

} // namespace caseward::session
