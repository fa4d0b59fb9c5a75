// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold.h"

#include <algorithm>

namespace caseward::model {

DocumentState *Fold::document(const DocumentId &id)
{
    const auto place = m_documents.find(id);
    return place == m_documents.end() ? nullptr : &m_dossier.documents[place->second];
}

Status Fold::checkPages(const DocumentId &id, const std::vector<std::uint32_t> &pages)
{
    const DocumentState *found = document(id);
    TRY(referTo(found != nullptr, "document", id.text()));
    if (found == nullptr)
        return {};
    for (const std::uint32_t page : pages)
        if (page > found->facts.pages)
            return fail(FaultCode::HistoryBroken, "document " + id.text() + " has no page " + std::to_string(page));
    return {};
}

Status Fold::on(const CaseOpened &event)
{
    m_dossier.facts = event;
    m_dossier.opened = m_trace;
    m_dossier.packs = {event.pack};
    return {};
}

Status Fold::on(const PersonIntroduced &event)
{
    // Introduced again, a person has a new certificate or new roles: the newest word counts.
    m_dossier.people[event.person] = {event.name, event.roles, event.certificate};
    return {};
}

Status Fold::on(const DocumentAdded &event)
{
    if (event.parent)
        TRY(referTo(document(*event.parent) != nullptr, "document", event.parent->text()));
    if (!m_documents.emplace(event.document, m_dossier.documents.size()).second)
        return repeated("document", event.document.text());
    m_dossier.documents.push_back({event, m_trace, {}, {}, {}});
    return {};
}

Status Fold::on(const DocumentDescribed &event)
{
    DocumentState *described = document(event.document);
    TRY(referTo(described != nullptr, "document", event.document.text()));
    if (described == nullptr)
        return {};
    DocumentAdded &facts = described->facts;
    facts.title = event.title;
    facts.kind = event.kind;
    facts.source = event.source;
    facts.agency = event.agency;
    facts.date = event.date;
    facts.exhibit = event.exhibit;
    facts.marking = event.marking;
    facts.custody = event.custody;
    described->described = m_trace;
    return {};
}

Status Fold::on(const PagesDisplayed &event)
{
    TRY(checkPages(event.document, event.pages));
    DocumentState *shown = document(event.document);
    if (shown == nullptr)
        return {};
    for (const std::uint32_t page : event.pages) {
        shown->displayed.insert(page);
        shown->waived.erase(page); // seen after all; a page counts once
    }
    return {};
}

Status Fold::on(const PagesWaived &event)
{
    TRY(checkPages(event.document, event.pages));
    DocumentState *passedOver = document(event.document);
    if (passedOver == nullptr || !stands())
        return {};
    for (const std::uint32_t page : event.pages)
        if (passedOver->displayed.count(page) == 0)
            passedOver->waived[page] = event.reason;
    return {};
}

Status Fold::on(const CustodySent &event)
{
    m_dossier.custodyHere = false;
    m_dossier.custodyWith = event.toOffice;
    return {};
}

Status Fold::on(const CustodyReceived &)
{
    m_dossier.custodyHere = true;
    return {};
}

Status Fold::on(const EntryWithdrawn &)
{
    return {}; // effectiveEntries() has seen to it
}

Status Fold::on(const UnknownEvent &event)
{
    m_dossier.readOnly = true;
    std::vector<std::string> &names = m_dossier.unknownKinds;
    if (std::find(names.begin(), names.end(), event.kind) == names.end())
        names.push_back(event.kind);
    return {};
}

} // namespace caseward::model
