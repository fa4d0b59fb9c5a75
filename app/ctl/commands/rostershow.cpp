// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/people.h"

namespace caseward::ctl {

namespace {

Json rowFacts(const session::RosterRow &row)
{
    return Json(Json::Object{{"person", Json(row.person.text())}, {"name", Json(row.name)}, {"roles", Json(join(row.roles, ","))},
                             {"standing", Json(model::standingName(row.standing))}, {"since", Json(toText(row.since))},
                             {"reason", Json(row.reason)}, {"certificate", Json(row.fingerprint.hex())},
                             {"notAfter", Json(toText(row.notAfter))}, {"member", Json(row.member)}, {"keyHere", Json(row.keyHere)}});
}

std::string rowLine(const session::RosterRow &row)
{
    std::string line = row.person.text() + "  " + row.name + "  (" + join(row.roles, ", ") + ")  " + std::string(model::standingName(row.standing));
    line += row.member ? "  opens this vault" : "";
    line += "  certificate to " + dayOf(row.notAfter);
    return line + (row.reason.empty() ? "" : "  " + oneLine(row.reason, 80)) + "\n";
}

} // namespace

Command rosterShow()
{
    return {"roster show", "", "who works in this office, in which roles, and whether they may at present",
            {{"others", "", "the rosters of other offices instead, as bundles brought them"}}, true, [](Call &call) -> Result<Reply> {
                session::PeopleDesk desk(*TRY(call.session()));
                std::vector<session::RosterView> views;
                if (call.has("others"))
                    views = TRY(desk.otherRosters());
                else
                    views.push_back(TRY(desk.roster()));
                Json::Array list;
                std::string lines;
                for (const session::RosterView &view : views) {
                    Json::Array people;
                    lines += view.office + (view.version ? ", version " + std::to_string(view.version) + ", signed by " + view.signer + " on " + toText(view.at)
                                                         : ", not signed yet: this is what the certificates say") + "\n";
                    for (const session::RosterRow &row : view.people) {
                        people.push_back(rowFacts(row));
                        lines += rowLine(row);
                    }
                    list.emplace_back(Json::Object{{"office", Json(view.office)}, {"version", Json(view.version)}, {"digest", Json(view.digest.hex())},
                                                   {"people", Json(std::move(people))}});
                }
                return Reply{{{"rosters", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
