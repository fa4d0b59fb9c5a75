// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {
Command screeningRelease()
{
    std::vector<Option> options = paperOptions();
    options.insert(options.end(), {{"signed", "day", "YYYY-MM-DD; not said: it is there and not signed"}, {"valid-until", "day", "its last day, when it says one"}, {"note", "text", "a note"}});
    return {"screening release", "<kind>", "record a release: general, credit or medical", options, true, [](Call &call) -> Result<Reply> {
                const model::ReleaseRecorded said{TRY(call.argument(0, "the kind of release")), call.option("signed"), call.option("valid-until"), TRY(paperSaid(call)), call.option("note")};
                return screened(call, said, said.kind + " release: " + (said.signedOn.empty() ? "not signed" : "signed " + said.signedOn));
            }};
}

} // namespace caseward::ctl
