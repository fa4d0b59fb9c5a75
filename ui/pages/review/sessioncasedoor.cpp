// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/sessioncasedoor.h"

#include "core/reading/scanlibrary.h"
#include "core/session/spots.h"
#include "ui/base/faultwords.h"
#include "ui/pages/review/sessionpagesource.h"

#include <algorithm>

namespace caseward::ui {

SessionCaseDoor::SessionCaseDoor(CaseModel *model, QObject *parent) : CaseDoor(parent), m_case(model)
{
    connect(model, &CaseModel::opened, this, &CaseDoor::opened);
    connect(model, &CaseModel::changed, this, &CaseDoor::changed);
    connect(model, &CaseModel::closed, this, &CaseDoor::closed);
    connect(model, &CaseModel::failed, this, &CaseDoor::refused);
}

QString SessionCaseDoor::whyNot(rules::Act act) const
{
    if (!m_case->isOpen())
        return tr("No case is open.");
    const Status status = m_case->mayAct(act);
    return status.ok() ? QString() : shortWordsOf(status.fault());
}

bool SessionCaseDoor::mayRecordReading() const
{
    return m_case->isOpen() && m_case->mayAct(rules::actOf(model::PagesDisplayed{})).ok();
}

void SessionCaseDoor::record(std::vector<model::Event> events, std::function<void()> then)
{
    m_case->record(std::move(events), std::move(then));
}

void SessionCaseDoor::prepare(const DocumentId &document, const model::Spot &place, std::function<void(Result<PreparedPlace>)> done)
{
    m_case->worker()->run<PreparedPlace>(
        this,
        [id = m_case->id(), document, place](session::Session &session, Progress &) -> Result<PreparedPlace> {
            PreparedPlace prepared;
            prepared.anchor = TRY(session::anchorAt(session, id, document, place));
            prepared.passage = session.newPassageId();
            prepared.contradiction = session.newContradictionId();
            return prepared;
        },
        [this, done = std::move(done)](Result<PreparedPlace> prepared) {
            if (!prepared.ok())
                emit problem(prepared.fault());
            done(std::move(prepared));
        });
}

std::shared_ptr<PageSource> SessionCaseDoor::openSource(const DocumentId &document)
{
    const model::DocumentState *known = dossier() ? dossier()->document(document) : nullptr;
    if (!known)
        return nullptr;
    return std::make_shared<SessionPageSource>(m_case->worker(), SessionPageSource::Document{m_case->id(), document, known->facts.media, known->facts.pages, known->facts.unreadable});
}

void SessionCaseDoor::search(const session::SearchWanted &wanted, const session::SearchFrom &from, std::function<void(Result<session::SearchRound>)> done)
{
    m_case->worker()->run<session::SearchRound>(
        this,
        [id = m_case->id(), wanted, from](session::Session &session, Progress &progress) { return session::searchCase(session, id, wanted, from, progress); },
        std::move(done));
}

QString SessionCaseDoor::whyNotReadScans(const DocumentId &document) const
{
    if (!m_case->isOpen())
        return tr("No case is open.");
    const auto &documents = dossier()->documents;
    const bool pictured = std::any_of(documents.begin(), documents.end(), [&document](const model::DocumentState &state) {
        return (document.isNull() || state.facts.document == document) && state.isReadable() && model::isPictured(state.facts.media);
    });
    if (!pictured)
        return document.isNull() ? tr("No document of the case has pictures of pages.") : tr("This document has words of its own.");
    return reading::hasScanLibrary() ? QString() : tr("Tesseract, which reads scans, is not installed on this machine.");
}

std::unique_ptr<ScanReading> SessionCaseDoor::makeScanReading()
{
    return std::make_unique<SessionScanReading>(m_case->worker(), m_case->id());
}

void SessionCaseDoor::countScans(std::function<void(const ScanCounts &)> done)
{
    m_case->worker()->run<ScanCounts>(
        this, [id = m_case->id()](session::Session &session, Progress &) { return session::Scans(session).pagesRead(id); },
        [done = std::move(done)](Result<ScanCounts> counts) {
            if (counts.ok())
                done(*counts);
        });
}

} // namespace caseward::ui
