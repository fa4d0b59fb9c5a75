// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/scans.h"

#include "core/session/scancourse.h"
#include "core/session/state.h"
#include "core/store/machinetext.h"

#include <algorithm>

namespace caseward::session {

Result<ScanList> Scans::list(const CaseId &id, const DocumentId &only)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    OpenCase &target = *TRY(state.caseOf(id));
    if (!only.isNull() && !target.dossier->document(only))
        return fail(FaultCode::NotFound, "no document " + only.text(), {{"what", only.text()}});
    ScanList list;
    for (const model::DocumentState &document : target.dossier->documents) {
        if ((!only.isNull() && document.facts.document != only) || !model::isPictured(document.facts.media))
            continue;
        const auto done = TRY(store::machinePages(*target.file, document.facts.document));
        list.before += static_cast<std::uint32_t>(done.size());
        for (const std::uint32_t number : TRY(store::wordlessPages(*target.file, document.facts.document)))
            if (!std::ranges::binary_search(done, number))
                list.pages.push_back({document.facts.document, number});
    }
    return list;
}

Result<bool> Scans::isOffered(const CaseId &id, const DocumentId &document)
{
    TRY(m_session.state().needUnlocked());
    OpenCase &target = *TRY(m_session.state().caseOf(id));
    const model::DocumentState *known = target.dossier->document(document);
    if (!known)
        return fail(FaultCode::NotFound, "no document " + document.text(), {{"what", document.text()}});
    return model::isPictured(known->facts.media) && !TRY(store::wordlessPages(*target.file, document)).empty();
}

Result<ScanSource> Scans::source(const CaseId &id, const DocumentId &document)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    OpenCase &target = *TRY(state.caseOf(id));
    const model::DocumentState *known = target.dossier->document(document);
    if (!known)
        return fail(FaultCode::NotFound, "no document " + document.text(), {{"what", document.text()}});
    ScanSource source{state.env.reader, TRY(target.file->documentBytes(document)), known->facts.name};
    source.setup.readsScans = true;
    return source;
}

Status Scans::keep(const CaseId &id, const ScanPage &page, const std::string &engine, model::PageText text)
{
    TRY(m_session.state().needUnlocked());
    OpenCase &target = *TRY(m_session.state().caseOf(id));
    const auto sizes = TRY(target.file->pageSizes(page.document));
    if (page.page < 1 || page.page > sizes.size())
        return fail(FaultCode::NotFound, "no page " + std::to_string(page.page), {{"page", std::to_string(page.page)}});
    return store::keepMachinePage(*target.file, page.document, page.page, {engine, {sizes[page.page - 1], std::move(text)}});
}

Result<ScansRead> Scans::read(const CaseId &id, const DocumentId &document, Progress &progress)
{
    ScanCourse course(TRY(this->list(id, document)));
    std::unique_ptr<reading::DocumentReader> reader;
    while (!course.atEnd()) {
        if (!progress.advance(course.at(), course.size()))
            return cancelled();
        const ScanPage page = course.page();
        if (course.needsReader()) {
            reader.reset();
            const ScanSource source = TRY(this->source(id, page.document));
            auto made = reading::DocumentReader::open(source.setup, source.document, source.name);
            if (!made.ok() && made.fault().code != FaultCode::ReaderFailed)
                return made.fault();
            if (!made.ok()) {
                course.failed();
                continue;
            }
            reader = std::move(*made);
            course.opening();
        }
        auto text = reader->machineText(page.page);
        if (!text.ok()) {
            course.failed();
            continue;
        }
        course.read(*text, reader->facts().engine);
        TRY(keep(id, page, reader->facts().engine, std::move(*text)));
    }
    progress.advance(course.size(), course.size());
    return course.counts();
}

Result<std::map<DocumentId, std::uint32_t>> Scans::pagesRead(const CaseId &id)
{
    TRY(m_session.state().needUnlocked());
    OpenCase &target = *TRY(m_session.state().caseOf(id));
    std::map<DocumentId, std::uint32_t> counts;
    for (const model::DocumentState &document : target.dossier->documents) {
        if (!model::isPictured(document.facts.media))
            continue;
        const auto done = TRY(store::machinePages(*target.file, document.facts.document));
        if (!done.empty())
            counts[document.facts.document] = static_cast<std::uint32_t>(done.size());
    }
    return counts;
}

Result<std::optional<model::PageText>> Scans::layer(const CaseId &id, const DocumentId &document, std::uint32_t page)
{
    TRY(m_session.state().needUnlocked());
    OpenCase &target = *TRY(m_session.state().caseOf(id));
    auto found = TRY(store::machinePage(*target.file, document, page));
    return found ? std::optional<model::PageText>(std::move(found->layer.text)) : std::nullopt;
}

} // namespace caseward::session
