// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command caseCreate()
{
    return {"case create", "", "begin a case",
            {{"reference", "number", "case number"}, {"subject", "pseudonym", "subject reference, never a name"},
             {"type", "type", "initial (when not said), periodic, incident, reciprocity"}, {"access", "access", "what is asked for, e.g. Secret"},
             {"marking", "marking", "CUI//PRVCY when not said"}, {"due", "day", "YYYY-MM-DD"},
             {"pack", "id", "guideline pack, us-sead4-2017 when not said"}, {"demonstration", "", "mark as demonstration record"}},
            true, [](Call &call) -> Result<Reply> {
                session::NewCase facts;
                facts.reference = TRY(call.need("reference"));
                facts.subject = TRY(call.need("subject"));
                facts.type = call.option("type", facts.type);
                facts.access = call.option("access");
                facts.marking = call.option("marking", facts.marking);
                facts.due = call.option("due");
                facts.pack = call.option("pack", facts.pack);
                facts.demonstration = call.has("demonstration");
                const CaseId id = TRY(TRY(call.session())->createCase(facts));
                return Reply{{{"case", Json(id.text())}, {"reference", Json(facts.reference)}}, "case " + facts.reference + "  " + id.text()};
            }};
}

} // namespace caseward::ctl
