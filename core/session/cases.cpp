// SPDX-License-Identifier: GPL-3.0-or-later
// Intake and reading.
#include "core/flow/intake/documentintake.h"
#include "core/evidence/anchors.h"
#include "core/evidence/casesearch.h"
#include "core/base/utf8.h"
#include "core/session/packdesk.h"
#include "core/session/spots.h"
#include "core/session/state.h"

#include <algorithm>

namespace caseward::session {

Result<CaseId> Session::createCase(const NewCase &facts)
{
    State &state = *m_state;
    TRY(state.needUnlocked());
    TRY(state.vault->needWritable());
    TRY(rules::mayAct(state.actor(), rules::Act::CreateCase));
    const packs::PackPtr pack = TRY(PackDesk(*this).forNewCase(facts.pack));
    const auto blank = [](const std::string &text) { return text.find_first_not_of(" \t") == std::string::npos; };
    if (blank(facts.reference) || blank(facts.subject))
        return fail(FaultCode::Malformed, "a case needs a case number and a subject reference");
    if (!facts.due.empty() && !isDay(facts.due))
        return fail(FaultCode::Malformed, "'" + facts.due + "' is not a day written YYYY-MM-DD");
    TRY(state.docketIndex());
    if (!TRY(state.vault->docket().withReference(facts.reference, state.who.person, state.env.clock.now())).empty())
        return fail(FaultCode::AlreadyExists, "there is a case " + facts.reference + " already", {{"case", facts.reference}});

    TRY(state.keepPack(*pack)); // whatever the program comes with later, the case opens with this
    const CaseId id = CaseId::make(state.env.clock, state.env.random);
    model::CaseOpened opened{id, facts.reference, facts.subject, facts.type, facts.access, facts.marking, facts.due,
                             pack->ref(), facts.demonstration};
    OpenCase fresh;
    fresh.use({pack});
    store::Vault::NewCaseRow row; // of what `fill` appends: read once that is done
    fresh.file = TRY(state.vault->createCase(
        id, TRY(state.keyHolders()), state.env.clock.now(),
        [&](store::CaseFile &file) -> Status {
            std::vector<store::Draft> drafts;
            for (const model::Event &event : state.introduced(nullptr, {opened}))
                drafts.push_back(store::draftOf(event, state.env.clock.now(), state.who.person));
            const auto entries = file.history().next(drafts, state.who.stationId);
            // What cannot be folded must never get on disk.
            row = newRow(summarise(TRY(model::foldHistory(entries)), fresh.packs, entries), entries.size());
            return file.append(entries);
        },
        row,
        {{state.env.clock.now(), state.who.person, "case.created",
          codec::Json(codec::Json::Object{{"case", codec::Json(id.text())}, {"reference", codec::Json(facts.reference)}})}}));
    TRY(state.refresh(fresh));
    state.open.emplace(id, std::move(fresh));
    return id;
}

Result<DossierPtr> Session::openCase(const CaseId &id)
{
    return TRY(m_state->caseOf(id))->dossier;
}

Result<DocumentId> Session::addDocument(const CaseId &id, const NewDocument &document, Progress &progress)
{
    State &state = *m_state;
    OpenCase &target = *TRY(state.caseOf(id));
    TRY(state.vault->needWritable());
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::AddDocument));
    std::vector<model::Event> events;
    std::vector<store::SealedDocument> documents;
    const flow::IntakeSetup setup{*target.dossier, state.env.reader, [&state] { return DocumentId::make(state.env.clock, state.env.random); },
                                  [&](flow::ReadDocument read) -> Status {
                                      documents.push_back(TRY(target.file->sealDocument(read.facts.document, read.content, std::move(read.layer),
                                                                                        state.env.random, progress)));
                                      events.emplace_back(std::move(read.facts));
                                      return {};
                                  }};
    const DocumentId added = TRY(flow::takeIn(document, setup, progress));
    TRY(state.append(target, events, std::move(documents))); // an e-mail and its attachments: all or nothing
    return added;
}

Result<model::PageText> Session::pageText(const CaseId &id, const DocumentId &document, std::uint32_t page)
{
    return m_state->page(*TRY(m_state->caseOf(id)), document, page);
}

Result<std::vector<model::PageSize>> Session::pageSizes(const CaseId &id, const DocumentId &document)
{
    return TRY(m_state->caseOf(id))->file->pageSizes(document);
}

Result<Bytes> Session::documentBytes(const CaseId &id, const DocumentId &document)
{
    return TRY(m_state->caseOf(id))->file->documentBytes(document);
}

Result<std::unique_ptr<reading::DocumentReader>> Session::openReader(const CaseId &id, const DocumentId &document)
{
    OpenCase &target = *TRY(m_state->caseOf(id));
    const model::DocumentState *state = target.dossier->document(document);
    if (!state)
        return fail(FaultCode::NotFound, "no document " + document.text(), {{"what", document.text()}});
    const Bytes bytes = TRY(target.file->documentBytes(document));
    return reading::DocumentReader::open(m_state->env.reader, bytes, state->facts.name);
}

Result<std::vector<Hit>> Session::find(const CaseId &id, const std::string &text, std::size_t most)
{
    OpenCase &target = *TRY(m_state->caseOf(id));
    const WordsToFind words(text);
    std::vector<Hit> hits;
    for (const model::DocumentState &document : target.dossier->documents) {
        for (std::uint32_t number = 1; number <= document.facts.pages && hits.size() < most; ++number) {
            const model::PageText page = TRY(m_state->page(target, document.facts.document, number));
            for (evidence::CaseHit &hit : evidence::findOnPage(document.facts.document, number, page.text, words, most - hits.size()))
                hits.push_back({hit.document, hit.span, std::move(hit.before), std::move(hit.match), std::move(hit.after)});
        }
    }
    return hits;
}

Result<model::Anchor> Session::anchorAt(const CaseId &id, const DocumentId &document, const model::Span &span)
{
    OpenCase &target = *TRY(m_state->caseOf(id));
    const model::DocumentState *state = target.dossier->document(document);
    if (!state)
        return fail(FaultCode::NotFound, "no document " + document.text(), {{"what", document.text()}});
    return evidence::makeAnchor(state->facts, TRY(m_state->page(target, document, span.page)), span);
}

Result<model::Anchor> anchorAt(Session &session, const CaseId &id, const DocumentId &document, const model::Spot &place)
{
    if (!place.area)
        return session.anchorAt(id, document, place.span);
    const DossierPtr dossier = TRY(session.openCase(id));
    const model::DocumentState *state = dossier->document(document);
    const std::vector<model::PageSize> sizes = state ? TRY(session.pageSizes(id, document)) : std::vector<model::PageSize>();
    if (place.span.page < 1 || place.span.page > sizes.size())
        return fail(FaultCode::NotFound, "no page " + std::to_string(place.span.page) + " of " + document.text(), {{"page", std::to_string(place.span.page)}});
    return evidence::makeArea(state->facts, sizes[place.span.page - 1], place);
}

Result<model::Anchor> Session::anchorOf(const CaseId &id, const DocumentId &document, std::uint32_t page,
                                        const std::string &quote, std::uint32_t occurrence)
{
    OpenCase &target = *TRY(m_state->caseOf(id));
    const model::DocumentState *state = target.dossier->document(document);
    if (!state)
        return fail(FaultCode::NotFound, "no document " + document.text(), {{"what", document.text()}});
    if (page > state->facts.pages)
        return fail(FaultCode::NotFound, "'" + state->facts.title + "' has " + std::to_string(state->facts.pages) + " pages",
                    {{"page", std::to_string(page)}});
    std::uint32_t left = std::max(occurrence, 1u);
    const std::uint32_t first = page == 0 ? 1 : page, last = page == 0 ? state->facts.pages : page;
    for (std::uint32_t number = first; number <= last; ++number) {
        const model::PageText text = TRY(m_state->page(target, document, number));
        if (const auto span = evidence::findQuote(text.text, number, quote, left))
            return evidence::makeAnchor(state->facts, text, *span);
    }
    return fail(FaultCode::QuoteNotFound, "'" + quote + "' is not in '" + state->facts.title + "'" +
                    (page == 0 ? std::string() : ", page " + std::to_string(page)),
                {{"document", state->facts.title}, {"page", std::to_string(page)}});
}

} // namespace caseward::session
