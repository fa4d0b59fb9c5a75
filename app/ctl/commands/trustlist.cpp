// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/trust.h"

namespace caseward::ctl {

Command trustList()
{
    return {"trust list", "", "whom this vault believes: offices, authorities below them, revocation lists", {}, true, [](Call &call) -> Result<Reply> {
                Json::Array rows;
                std::string lines;
                session::TrustDesk desk(*TRY(call.session()));
                for (const session::TrustRow &row : TRY(desk.list())) {
                    const bool list = row.kind == session::TrustRow::Kind::List;
                    const char *kind = list ? "list" : row.kind == session::TrustRow::Kind::Office ? "office" : "authority";
                    rows.emplace_back(Json::Object{{"kind", Json(kind)}, {"name", Json(row.name)}, {"sha256", Json(row.fingerprint.hex())},
                                                   {"from", Json(toText(row.from))}, {"to", Json(toText(row.to))}, {"revoked", Json(row.revoked)},
                                                   {"ended", Json(row.ended)}});
                    lines += std::string(kind) + "  " + row.name + "  " + dayOf(row.from) + " to " + dayOf(row.to) +
                             (list ? "  withdraws " + std::to_string(row.revoked) : "") + (row.ended ? list ? "  STALE" : "  ENDED" : "") + "\n";
                }
                return Reply{{{"trust", Json(std::move(rows))}}, lines};
            }};
}

} // namespace caseward::ctl
