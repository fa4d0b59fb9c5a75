// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold.h"

namespace caseward::model {

Status Fold::checkPlace(const PaperPlace &place)
{
    if (!place.document)
        return {};
    if (place.page != 0)
        return checkPages(*place.document, {place.page});
    return referTo(document(*place.document) != nullptr, "document", place.document->text());
}

Status Fold::on(const SectionJudged &event)
{
    TRY(referTo(document(event.document) != nullptr, "document", event.document.text()));
    if (stands())
        m_dossier.screening.sections[{event.document, event.section}] = {event, m_trace};
    return {};
}

Status Fold::on(const ReleaseRecorded &event)
{
    TRY(checkPlace(event.place));
    if (stands())
        m_dossier.screening.releases[event.kind] = {event, m_trace};
    return {};
}

Status Fold::on(const IdentityRecorded &event)
{
    TRY(checkPlace(event.place));
    if (stands())
        m_dossier.screening.identity[event.matter] = {event, m_trace};
    return {};
}

Status Fold::on(const ComponentRecorded &event)
{
    TRY(checkPlace(event.place));
    if (stands())
        m_dossier.screening.components[event.component] = {event, m_trace};
    return {};
}

Status Fold::on(const FlagRaised &event)
{
    TRY(checkPlace(event.place));
    if (!m_flags.insert(event.flag).second)
        return repeated("flag", event.flag.text());
    if (stands())
        m_dossier.screening.flags.push_back({event, m_trace});
    return {};
}

Status Fold::on(const FlagDismissed &event)
{
    if (stands())
        m_dossier.screening.dismissed[event.hint] = {event.reason, m_trace};
    return {};
}

Status Fold::on(const DeficiencyNoted &event)
{
    if (stands())
        m_dossier.screening.deficiencies[{event.code, event.section}] = {event.text, m_trace, {}};
    return {};
}

// One that was noted by an entry that is withdrawn, or by a kind we cannot read, is passed over.
Status Fold::on(const DeficiencySettled &event)
{
    const auto noted = m_dossier.screening.deficiencies.find({event.code, event.section});
    if (stands() && noted != m_dossier.screening.deficiencies.end())
        noted->second.settled = {event.reason, m_trace};
    return {};
}

Status Fold::on(const CaseReturnedDeficient &event)
{
    m_dossier.screening.returns.push_back({event, m_trace});
    return {};
}

} // namespace caseward::model
