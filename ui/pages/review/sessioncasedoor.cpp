// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/sessioncasedoor.h"

#include "core/reading/scanlibrary.h"
#include "core/session/spots.h"
#include "ui/base/faultwords.h"
#include "ui/pages/review/sessionpagesource.h"

#include <algorithm>

namespace caseward::ui {

namespace {

bool isPicture(const model::DocumentState &document) { return document.isReadable() && model::isPictured(document.facts.media); }

} // namespace

SessionCaseDoor::SessionCaseDoor(CaseModel *model, QObject *parent) : CaseDoor(parent), m_case(model)
{
    connect(model, &CaseModel::opened, this, &CaseDoor::opened);
    connect(model, &CaseModel::changed, this, &CaseDoor::changed);
    connect(model, &CaseModel::closed, this, &CaseDoor::closed);
    connect(model, &CaseModel::failed, this, &CaseDoor::refused);
    // After whoever shows the case: a document that is opened comes first.
    connect(model, &CaseModel::opened, this, &SessionCaseDoor::lookForScans);
    connect(model, &CaseModel::changed, this, &SessionCaseDoor::lookForScans);
    connect(model, &CaseModel::closed, this, [this] { m_hasScans.clear(); });
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

void SessionCaseDoor::lookForScans()
{
    if (m_isLooking || !m_case->isOpen())
        return;
    const auto &documents = dossier()->documents;
    const auto next = std::ranges::find_if(documents, [this](const model::DocumentState &state) {
        return isPicture(state) && state.facts.media == model::MediaType::Pdf && !m_hasScans.contains(state.facts.document);
    });
    if (next == documents.end())
        return;
    m_isLooking = true;
    m_case->worker()->run<bool>(
        this, [id = m_case->id(), document = next->facts.document](session::Session &session, Progress &) { return session::Scans(session).isOffered(id, document); },
        [this, document = next->facts.document](const Result<bool> &has) {
            m_isLooking = false;
            m_hasScans[document] = !has.ok() || *has;      // who asks for it all the same is told what is wrong
            lookForScans();
        });
}

bool SessionCaseDoor::mayHaveScans(const model::DocumentState &document) const
{
    const auto known = m_hasScans.find(document.facts.document);
    return isPicture(document) && (known == m_hasScans.end() || known->second);
}

QString SessionCaseDoor::whyNotReadScans(const DocumentId &document) const
{
    if (!m_case->isOpen())
        return tr("No case is open.");
    bool pictures = false, scans = false;
    for (const model::DocumentState &state : dossier()->documents) {
        if (!document.isNull() && state.facts.document != document)
            continue;
        pictures = pictures || isPicture(state);
        scans = scans || mayHaveScans(state);
    }
    if (!pictures)
        return document.isNull() ? tr("No document of the case has pictures of pages.") : tr("This document has words of its own.");
    if (!scans)
        return document.isNull() ? tr("Every page of the case has words of its own.") : tr("Every page of this document has words of its own.");
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
