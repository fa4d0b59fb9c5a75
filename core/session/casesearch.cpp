// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/casesearch.h"

#include "core/base/blanktext.h"
#include "core/session/scans.h"
#include "core/session/state.h"

#include <iterator>

namespace caseward::session {

namespace {

void keep(SearchRound &round, std::vector<CaseHit> hits)
{
    round.hits.insert(round.hits.end(), std::make_move_iterator(hits.begin()), std::make_move_iterator(hits.end()));
}

std::uint32_t pagesBefore(const model::Dossier &dossier, const SearchFrom &place)
{
    std::uint32_t pages = place.page > 0 ? place.page - 1 : 0;
    for (std::size_t i = 0; i < place.document && i < dossier.documents.size(); ++i)
        pages += dossier.documents[i].facts.pages;
    return pages;
}

struct PageAt { DocumentId document; std::uint32_t number; };

// A page whose text, or what a machine read instead, cannot be had is counted; nothing else is a reason to end.
Status lookAt(SearchRound &round, Session &session, const CaseId &id, const PageAt &page, const WordsToFind &words, std::size_t most)
{
    OpenCase &target = *TRY(session.state().caseOf(id));
    const Result<model::PageText> text = session.state().page(target, page.document, page.number);
    if (text.ok() && !isBlank(text->text)) {
        keep(round, evidence::findOnPage(page.document, page.number, text->text, words, most));
        return {};
    }
    const auto machine = text.ok() ? Scans(session).layer(id, page.document, page.number) : Result<std::optional<model::PageText>>(text.fault());
    if (!machine.ok())
        ++round.damaged;
    else if (!*machine)
        ++round.withoutText;
    else
        keep(round, evidence::findOnScan(page.document, page.number, **machine, words, most));
    return {};
}

} // namespace

Result<SearchRound> searchCase(Session &session, const CaseId &id, const SearchWanted &wanted, const SearchFrom &from, Progress &progress)
{
    TRY(session.state().needUnlocked());
    OpenCase &target = *TRY(session.state().caseOf(id));
    const DossierPtr dossier = target.dossier;
    const WordsToFind words(wanted.words);
    SearchRound round;
    round.pagesTotal = dossier->pageCount();
    SearchFrom at = from;
    // One more than may be kept tells whether there are more.
    const auto room = [&round, &wanted] { return wanted.most + 1 - round.hits.size(); };
    if (at.page == 0) {
        keep(round, evidence::findInRecord(*dossier, words, room()));
        at.page = 1;
    }
    std::uint32_t looked = 0;
    while (!words.isEmpty() && at.document < dossier->documents.size() && looked < wanted.pages && round.hits.size() <= wanted.most) {
        const model::DocumentAdded &facts = dossier->documents[at.document].facts;
        if (at.page > facts.pages) {
            at = {at.document + 1, 1};
            continue;
        }
        if (!progress.advance(pagesBefore(*dossier, at), round.pagesTotal))
            return cancelled();
        TRY(lookAt(round, session, id, {facts.document, at.page}, words, room()));
        ++looked;
        ++at.page;
    }
    round.cut = round.hits.size() > wanted.most;
    if (round.cut)
        round.hits.resize(wanted.most);
    round.next = at;
    round.pagesSearched = words.isEmpty() ? 0 : pagesBefore(*dossier, at);
    round.done = round.cut || words.isEmpty() || round.pagesSearched >= round.pagesTotal;
    return round;
}

} // namespace caseward::session
