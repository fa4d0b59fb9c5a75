// SPDX-License-Identifier: GPL-3.0-or-later
// A fold that is kept beside an open case, so that the next entry costs a copy of the dossier and not a fold of the whole
// history. Always gives what foldHistory() gives for the same entries: tests/unit/model holds the two against each other.
// One thread. After a fault it is of no more use, and isOf() no history: begin a new one.
#pragma once

#include "core/model/dossier.h"
#include "core/model/historyview.h"

#include <memory>

namespace caseward::model {

class Fold;

class Folding {
public:
    // Everything from the beginning. HistoryBroken, Malformed, TooLarge as foldHistory().
    static Result<Folding> of(const HistoryView &history);
    Folding(Folding &&) noexcept;
    Folding &operator=(Folding &&) noexcept;
    ~Folding();

    // Whether what it has taken is the beginning of this (chained) history: what it took last is what the next entry continues.
    [[nodiscard]] bool isOf(const HistoryView &history) const;
    // Takes the entries after the first size() ones; isOf() must be so. Where one of the new entries
    // withdraws another, everything is folded again, since what was withdrawn may have been long ago.
    Status follow(const HistoryView &history);

    [[nodiscard]] std::uint64_t size() const { return m_size; } // 0 after a fault
    [[nodiscard]] Dossier dossier() const;                      // as it stands now

private:
    Folding();
    std::unique_ptr<Fold> m_fold;
    std::uint64_t m_size = 0;
    Digest m_head;
};

} // namespace caseward::model
