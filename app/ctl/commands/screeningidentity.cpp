// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {
Command screeningIdentity()
{
    std::vector<Option> options = paperOptions();
    options.insert(options.end(), {{"verified", "yes|no", "no: it cannot be verified"}, {"means", "text", "by what: passport, seen in the original"}, {"note", "text", "a note; needed for a no"}});
    return {"screening identity", "<identity|citizenship>", "record by what identity or citizenship was established", options, true, [](Call &call) -> Result<Reply> {
                model::IdentityRecorded said;
                said.matter = TRY(model::parseIdentityMatter(TRY(call.argument(0, "identity or citizenship"))));
                const std::string verified = TRY(call.need("verified"));
                if (verified != "yes" && verified != "no")
                    return fail(FaultCode::Usage, "--verified is yes or no");
                said.verified = verified == "yes";
                said.means = call.option("means");
                said.note = call.option("note");
                said.place = TRY(paperSaid(call));
                return screened(call, said, std::string(model::identityMatterName(said.matter)) + (said.verified ? " verified" : " cannot be verified"));
            }};
}

} // namespace caseward::ctl
