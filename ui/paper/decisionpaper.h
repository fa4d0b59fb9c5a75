// SPDX-License-Identifier: GPL-3.0-or-later
// The signed decision as a paper for people (FORMATS.md, decision.pdf). Its facts come from the dossier as it stands at
// the signature and it says so: decision.json is what is signed, and its digest stands on every page.
// Needs a QGuiApplication; any one thread at a time; nothing is written to a file.
#pragma once

#include "core/packs/pack.h"
#include "core/session/sessiontypes.h"
#include "ui/paper/paperblock.h"

namespace caseward::ui {

struct DecisionPaper {
    std::string printedBy;
    Instant printedAt;
    std::string marking;                    // empty: the marking of the case
    PaperSize size = PaperSize::A4;
    std::vector<packs::PackPtr> packs = {}; // all of the case, the leading one first; empty: that one alone
};

// NotFound when nothing is signed; HistoryBroken when `files` is not the dossier's newest decision; PackMismatch;
// NotAllowed while the case is open again, because the dossier may then say more than was signed.
[[nodiscard]] Result<Bytes> decisionPdf(const session::DecisionFiles &files, const model::Dossier &dossier,
                                        const packs::Pack &pack, const DecisionPaper &options);

} // namespace caseward::ui
