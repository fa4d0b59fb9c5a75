// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/outside.h"

namespace caseward::ctl {

// A history as a bundle carries it (cases/<id>/history.jsonl), from outside: chain, numbers, and a fold of every entry.
Command verifyHistory()
{
    return {"verify history", "<history.jsonl>", "verify a history from outside: its chain, and its Merkle root", {}, false, [](Call &call) -> Result<Reply> {
                const auto checked = TRY(session::checkHistory(TRY(call.argument(0, "a history"))));
                return Reply{{{"entries", Json(checked.entries)}, {"root", Json(checked.root.hex())}, {"head", Json(checked.head.hex())}, {"reference", Json(checked.reference)}},
                             "the history verifies: case " + checked.reference + ", " + std::to_string(checked.entries) + " entries\n  root " + checked.root.hex()};
            }};
}

} // namespace caseward::ctl
