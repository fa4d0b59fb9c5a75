// SPDX-License-Identifier: GPL-3.0-or-later
// Words found in a whole case, a round at a time: the record first, then the pages in order of intake. A round is short, so
// that whoever turns a page meanwhile does not wait for the end of the search. The worker's thread; failure: a Fault.
#pragma once

#include "core/evidence/casesearch.h"
#include "core/session/session.h"

namespace caseward::session {

using evidence::CaseHit;
using evidence::HitIn;

struct SearchFrom {
    std::size_t document = 0;           // in order of intake
    std::uint32_t page = 0;             // 0: at the record, before the first page of the first document
};

struct SearchRound {
    std::vector<CaseHit> hits;
    SearchFrom next;                    // where the next round goes on
    bool done = false;
    bool cut = false;                   // done because there are more than `most`
    std::uint32_t pagesSearched = 0, pagesTotal = 0;    // of the whole case, when this round has ended
    std::uint32_t withoutText = 0;      // pages of this round that have no text: scans that no machine has read
    std::uint32_t damaged = 0;          // pages of this round whose text could not be read
};

struct SearchWanted {
    std::string words;                  // nothing but white space is found nowhere
    std::uint32_t pages = 25;           // a round
    std::size_t most = 100;             // hits, of this round
};

// NotSignedIn, NotFound, Cancelled. A page whose text cannot be read is counted and does not end the search.
Result<SearchRound> searchCase(Session &session, const CaseId &id, const SearchWanted &wanted, const SearchFrom &from, Progress &progress);

} // namespace caseward::session
