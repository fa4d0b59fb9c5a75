// SPDX-License-Identifier: GPL-3.0-or-later
// What changed in a case since one of its entries: the dossier as it stood then beside the dossier now, thing by
// thing, for the supervisor's what-changed view. Pages displayed are not a change; pages waived are. Pure; any thread.
#pragma once

#include "core/model/dossier.h"

namespace caseward::model {

struct Change {
    enum class What { Added, Changed, Removed };
    What what = What::Changed;
    // "document", "passage", "contradiction", "gap", "pack", "allegation", "section", "release", "identity", "component",
    // "flag", "deficiency", "condition", "guideline", "factor", "reasons", "outcome", "check", "decision", "review", "stage", "clock",
    // "eligibility", "conflict", "letter"; changes come in this order
    std::string area;
    // Names the thing within its area: an id, "pack/16(a)", "pack/G", "check/target", a decision's digest, the seq of
    // a review, the name of a clock, "authority/access", a person, the digest of a letter; "" where a case has one only (reasons, outcome, stage).
    std::string key;
    // In neutral English, e.g. "16(a), p. 3: 'quote…' (Substantial)"; before is empty for Added, after for Removed.
    std::string before;
    std::string after;
    Trace by; // the newest entry after `seq` that touched the thing, be it the one that withdrew an older entry
};

// Compares the case as it stood right after entry `seq` with the case now. Empty when seq is the last entry;
// HistoryBroken when there is no such entry, and as foldHistory().
[[nodiscard]] Result<std::vector<Change>> changesSince(const std::vector<Entry> &entries, std::uint64_t seq);

} // namespace caseward::model
