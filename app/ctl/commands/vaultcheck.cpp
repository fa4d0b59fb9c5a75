// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
// Recomputes everything from the stored bytes.
Command vaultCheck()
{
    return {"vault check", "", "recompute everything from stored bytes: chains, digests, texts, signatures", {}, true,
            [](Call &call) -> Result<Reply> {
                const auto report = TRY(TRY(call.session())->checkVault(call.progress()));
                Json::Array problems, orphans;
                std::string lines = std::to_string(report.cases) + " cases, " + std::to_string(report.entries) + " entries, " +
                                    std::to_string(report.documents) + " documents, " + std::to_string(report.pages) + " pages, " +
                                    std::to_string(report.bytes) + " bytes, " + std::to_string(report.signatures) + " signatures\n";
                for (const auto &problem : report.problems) {
                    problems.emplace_back(Json::Object{{"subject", Json(problem.subject)}, {"problem", Json(problem.problem)}});
                    lines += "PROBLEM  " + problem.subject + ": " + problem.problem + "\n";
                }
                for (const std::string &orphan : report.orphans) {
                    orphans.emplace_back(orphan);
                    lines += "orphan   " + orphan + "\n";
                }
                if (!report.problems.empty())
                    return fail(FaultCode::VaultDamaged, lines);
                return Reply{{{"cases", Json(report.cases)}, {"entries", Json(report.entries)}, {"documents", Json(report.documents)},
                              {"pages", Json(report.pages)}, {"bytes", Json(report.bytes)}, {"signatures", Json(report.signatures)},
                              {"problems", Json(std::move(problems))}, {"orphans", Json(std::move(orphans))}},
                             lines + "everything verifies"};
            }};
}

} // namespace caseward::ctl
