// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/base/limits.h"
#include "core/model/dossier.h"
#include "core/store/history.h"

namespace caseward::ctl {

// A history as a bundle carries it (cases/<id>/history.jsonl), from outside: chain, numbers, and a fold of every entry.
Command verifyHistory()
{
    return {"verify history", "<history.jsonl>", "verify a history from outside: its chain, and its Merkle root", {}, false, [](Call &call) -> Result<Reply> {
                const std::string text = toText(TRY(readFile(TRY(call.argument(0, "a history")), limits::documentBytes)));
                std::vector<std::string> lines;
                for (std::size_t at = 0; at < text.size();) {
                    const std::size_t end = std::min(text.find('\n', at), text.size());
                    lines.push_back(text.substr(at, end - at));
                    at = end + 1;
                }
                const auto entries = TRY(store::verifyHistory(lines));
                const auto dossier = TRY(model::foldHistory(entries));
                return Reply{{{"entries", Json(std::uint64_t(entries.size()))}, {"root", Json(store::rootOf(entries).hex())}, {"head", Json(dossier.head.hex())}, {"reference", Json(dossier.facts.reference)}},
                             "the history verifies: case " + dossier.facts.reference + ", " + std::to_string(entries.size()) + " entries\n  root " + store::rootOf(entries).hex()};
            }};
}

} // namespace caseward::ctl
