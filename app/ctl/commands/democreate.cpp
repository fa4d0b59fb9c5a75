// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "ui/demo/demooffice.h"

namespace caseward::ctl {

Command demoCreate()
{
    return {"demo create", "<folder>", "make a demonstration office: four people, two stations, a demonstration case",
            {{"no-case", "", "only the office, without the case"}}, false, [](Call &call) -> Result<Reply> {
                const auto office = TRY(ui::createDemoOffice(TRY(call.argument(0, "a folder")), call.environment(), call.progress(),
                                                             call.has("no-case") ? ui::DemoContent::OfficeOnly : ui::DemoContent::WithCase));
                return Reply{{{"root", Json(office.root.string())}, {"adjudication", Json(office.stationA.string())},
                              {"supervision", Json(office.stationB.string())}, {"adjudicator", Json(office.adjudicator.text())},
                              {"supervisor", Json(office.supervisor.text())}, {"case", Json(office.demoCase.text())}},
                             "demonstration office in " + office.root.string() + "\n  adjudication " + office.stationA.string() +
                                 "\n  supervision  " + office.stationB.string() + "\n  README.txt there has the passphrases (for demonstration only)"};
            }};
}

} // namespace caseward::ctl
