// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/vaultcheck.h"

namespace caseward::ctl {

namespace {

using session::Condition;

std::string linesOf(const session::CheckedVault &checked)
{
    const session::VaultReport &report = checked.totals;
    std::string lines = std::to_string(report.cases) + " cases, " + std::to_string(report.entries) + " entries, " +
                        std::to_string(report.documents) + " documents, " + std::to_string(report.pages) + " pages, " +
                        std::to_string(report.bytes) + " bytes, " + std::to_string(report.signatures) + " signatures\n";
    for (const session::CheckedPart &part : checked.parts)
        lines += (part.condition == Condition::Good ? "good         " : part.condition == Condition::Damaged ? "DAMAGED      " : "not checked  ") + part.name +
                 (part.words.empty() ? "" : "  " + part.words) + "\n";
    for (const auto &problem : report.problems)
        lines += "PROBLEM  " + problem.subject + ": " + problem.problem + "\n";
    for (const std::string &orphan : report.orphans)
        lines += "orphan   " + orphan + "\n";
    return lines;
}

Json::Object factsOf(const session::CheckedVault &checked)
{
    const session::VaultReport &report = checked.totals;
    Json::Array problems, orphans, parts;
    for (const auto &problem : report.problems)
        problems.emplace_back(Json::Object{{"subject", Json(problem.subject)}, {"problem", Json(problem.problem)}});
    for (const std::string &orphan : report.orphans)
        orphans.emplace_back(orphan);
    for (const session::CheckedPart &part : checked.parts)
        parts.emplace_back(Json::Object{{"name", Json(part.name)}, {"words", Json(part.words)},
                                        {"condition", Json(part.condition == Condition::Good ? "good" : part.condition == Condition::Damaged ? "damaged" : "not-checked")}});
    return {{"cases", Json(report.cases)}, {"entries", Json(report.entries)}, {"documents", Json(report.documents)}, {"pages", Json(report.pages)},
            {"bytes", Json(report.bytes)}, {"signatures", Json(report.signatures)}, {"problems", Json(std::move(problems))},
            {"orphans", Json(std::move(orphans))}, {"parts", Json(std::move(parts))}};
}

} // namespace

// Recomputes everything from the stored bytes; says of each part whether it is good.
Command vaultCheck()
{
    return {"vault check", "", "recompute everything from stored bytes: pages, chains, digests, texts, signatures",
            {{"remove-orphans", "", "remove files that no entry names, when everything else verifies"}}, true,
            [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const auto checked = TRY(session::checkWholeVault(session, call.progress()));
                std::string lines = linesOf(checked);
                if (!checked.totals.problems.empty()) {
                    std::vector<std::pair<std::string, std::string>> parts;
                    for (const session::CheckedPart &part : checked.parts)
                        parts.emplace_back(part.name, part.condition == Condition::Good ? "good" : part.condition == Condition::Damaged ? part.words : "not checked");
                    return fail(FaultCode::VaultDamaged, lines, std::move(parts));
                }
                Json::Object facts = factsOf(checked);
                Json::Array removed;
                if (call.has("remove-orphans"))
                    for (const std::string &gone : TRY(session::removeOrphans(session, checked.totals.orphans))) {
                        removed.emplace_back(gone);
                        lines += "removed  " + gone + "\n";
                    }
                facts["removed"] = std::move(removed);
                return Reply{std::move(facts), lines + "everything verifies"};
            }};
}

} // namespace caseward::ctl
