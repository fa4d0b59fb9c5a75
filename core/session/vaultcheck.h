// SPDX-License-Identifier: GPL-3.0-or-later
// The check of a whole vault from its stored bytes: every page, chain, Merkle root, document, text layer, anchor and signature, also those of
// the guideline packs and templates of letters it keeps,
// the files beside the databases, what nobody names. Says of each part what is wrong and what is still good, and goes on after
// a problem. Worker thread. Failure: Cancelled, NotSignedIn; damage is no failure but the answer.
#pragma once

#include "core/base/progress.h"
#include "core/session/session.h"

namespace caseward::session {

enum class Condition { Good, Damaged, NotChecked }; // NotChecked: no need to know, so no key to check it with

struct CheckedPart {
    std::string name;                   // "vault.db", "people", the case number
    Condition condition = Condition::Good;
    std::string words;                  // what is wrong, or how much is good
};

struct CheckedVault {
    VaultReport totals;
    std::vector<CheckedPart> parts;
};

[[nodiscard]] Result<CheckedVault> checkWholeVault(Session &session, Progress &progress);

// Removes what a check has just named as orphans: left by a stopped program, named by no entry. Enters it in the ledger.
// Returns what is gone. VaultReadOnly.
[[nodiscard]] Result<std::vector<std::string>> removeOrphans(Session &session, const std::vector<std::string> &orphans);

} // namespace caseward::session
