// SPDX-License-Identifier: GPL-3.0-or-later
// What changed from one version of a pack to another, part by part, with the old and the new words. Pure; any thread.
#pragma once

#include "core/packs/pack.h"

namespace caseward::packs {

enum class ChangeKind { Added, Removed, Changed };
[[nodiscard]] std::string_view changeName(ChangeKind kind);   // "added", "removed", "changed"

struct PackChange {
    ChangeKind kind = ChangeKind::Changed;
    std::string part;               // "condition", "guideline", "factor", "outcome", "exception", "bar", "level", "review", "clock", "rule", "pack"
    std::string id;                 // "16(a)"; of the pack itself empty
    std::string field;              // "text", "shortText", …; of what was added or removed empty
    std::string before, after;      // words
};

// A condition that is not only worded for lists or cited in another way: its text, kind, guideline, sub-items or connective.
[[nodiscard]] bool changesMeaning(const PackChange &change);

// In the order of the parts; conditions by the order of the older pack, then what is new. Empty only for the same pack: where nothing
// but an order differs, the change of the digest is told.
[[nodiscard]] std::vector<PackChange> difference(const Pack &before, const Pack &after);

} // namespace caseward::packs
