// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/scans.h"

#include "core/base/blanktext.h"
#include "core/session/state.h"
#include "core/store/machinetext.h"

#include <algorithm>

namespace caseward::session {

namespace {

struct ScannedPage {
    const model::DocumentState *document;
    std::uint32_t number;
};

// What is to be read: pictures without words of their own that no machine has read.
Result<std::vector<ScannedPage>> pagesToRead(store::CaseFile &file, const model::Dossier &dossier, const DocumentId &only, ScansRead &counts)
{
    std::vector<ScannedPage> list;
    for (const model::DocumentState &document : dossier.documents) {
        if ((!only.isNull() && document.facts.document != only) || !model::isPictured(document.facts.media))
            continue;
        const auto done = TRY(store::machinePages(file, document.facts.document));
        counts.before += static_cast<std::uint32_t>(done.size());
        for (std::uint32_t number = 1; number <= document.facts.pages; ++number)
            if (!std::ranges::binary_search(done, number) && isBlank(TRY(file.page(document.facts.document, number)).text.text))
                list.push_back({&document, number});
    }
    return list;
}

} // namespace

Result<ScansRead> Scans::read(const CaseId &id, const DocumentId &document, Progress &progress)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    OpenCase &target = *TRY(state.caseOf(id));
    const DossierPtr dossier = target.dossier;         // keeps the documents where they are
    if (!document.isNull() && !dossier->document(document))
        return fail(FaultCode::NotFound, "no document " + document.text(), {{"what", document.text()}});
    ScansRead counts;
    const auto list = TRY(pagesToRead(*target.file, *dossier, document, counts));
    reading::ReaderSetup setup = state.env.reader;
    setup.readsScans = true;
    std::unique_ptr<reading::DocumentReader> reader;
    DocumentId opened;
    for (std::size_t index = 0; index < list.size(); ++index) {
        if (!progress.advance(index, list.size()))
            return cancelled();
        const model::DocumentAdded &facts = list[index].document->facts;
        if (!reader || opened != facts.document) {
            auto made = reading::DocumentReader::open(setup, TRY(target.file->documentBytes(facts.document)), facts.name);
            if (!made.ok() && made.fault().code != FaultCode::ReaderFailed)
                return made.fault();
            if (!made.ok()) {
                ++counts.failed;
                continue;
            }
            reader = std::move(*made);
            opened = facts.document;
            counts.engine = reader->facts().engine;
        }
        auto text = reader->machineText(list[index].number);
        if (!text.ok()) {
            ++counts.failed;
            if (text.fault().code == FaultCode::ReaderFailed)
                reader.reset();                        // another one for the next page
            continue;
        }
        ++counts.pages;
        counts.withWords += isBlank(text->text) ? 0 : 1;
        const model::PageSize size = reader->facts().pages[list[index].number - 1];
        TRY(store::keepMachinePage(*target.file, facts.document, list[index].number, {counts.engine, {size, std::move(*text)}}));
    }
    progress.advance(list.size(), list.size());
    return counts;
}

Result<std::optional<std::string>> Scans::text(const CaseId &id, const DocumentId &document, std::uint32_t page)
{
    TRY(m_session.state().needUnlocked());
    OpenCase &target = *TRY(m_session.state().caseOf(id));
    auto found = TRY(store::machinePage(*target.file, document, page));
    if (!found)
        return std::optional<std::string>();
    return std::optional<std::string>(std::move(found->layer.text.text));
}

} // namespace caseward::session
