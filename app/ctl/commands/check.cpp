// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/overviewreply.h"

namespace caseward::ctl {
// What is missing. The exit status is 0 even when checks are open: asking is not failing.
Command check()
{
    return {"check", "", "what must be done or explained before the decision can be signed", {caseOption(), {"all", "", "passed checks too"}}, true,
            [](Call &call) -> Result<Reply> {
                const auto gate = TRY(TRY(call.session())->gate(TRY(call.caseId())));
                Json::Array list;
                std::string lines = std::to_string(gate.openCount()) + " of " + std::to_string(gate.checks.size()) + " checks open\n";
                for (const auto &check : gate.checks) {
                    if (!check.open && !call.has("all"))
                        continue;
                    const bool blocks = check.severity == rules::Severity::Blocks;
                    list.emplace_back(Json::Object{{"id", Json(check.id)}, {"target", Json(check.target.id)}, {"text", Json(check.text)},
                                                   {"severity", Json(blocks ? "blocks" : "needs-explanation")}, {"open", Json(check.open)}});
                    lines += std::string(check.open ? (blocks ? "  ✗ " : "  ⚠ ") : "  ✓ ") + check.text + "  [" + check.id + (check.target.id.empty() ? "" : " " + check.target.id) + "]\n";
                }
                const auto levels = TRY(session::reviewOf(*TRY(call.session()), TRY(call.caseId())));
                return Reply{{{"review", Json(levelFacts(levels))}, {"checksOpen", Json(std::uint64_t(gate.openCount()))}, {"checksTotal", Json(std::uint64_t(gate.checks.size()))}, {"checks", Json(std::move(list))}}, lines + levelWords(levels)};
            }};
}

} // namespace caseward::ctl
