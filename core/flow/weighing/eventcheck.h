// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold before an event of the reading and weighing kinds is accepted: the condition, guideline, factor and
// outcome are in the case's pack, the passage stands on its page, ids are new or known, texts are within bounds.
// Pure over the dossier, the pack and the text layer it is shown; worker thread.
#pragma once

#include "core/model/dossier.h"
#include "core/model/historyview.h"
#include "core/packs/pack.h"
#include "core/store/textlayer.h"

#include <functional>

namespace caseward::flow {

using PageLookup = std::function<Result<store::PageLayer>(const DocumentId &, std::uint32_t page)>;

// UnknownCondition, QuoteNotFound, NotFound, Malformed, TooLarge; NotAllowed for kinds that have their own use case.
[[nodiscard]] Status checkEvent(const model::Event &event, const model::Dossier &dossier, const packs::Pack &pack,
                                const model::HistoryView &history, const PersonId &actor, const PageLookup &pages);

} // namespace caseward::flow
