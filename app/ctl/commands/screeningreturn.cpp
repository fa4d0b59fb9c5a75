// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/recipients.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {
Command screeningReturn()
{
    return {"screening return", "<file.cwb>", "send a file that falls short back to its sender: the letter is recorded and custody goes with the bundle",
            {caseOption(), {"to", "person", "name, id, role or certificate of the recipient", true}, {"words", "text", "what else to say"}, {"legal-basis", "text", "on what ground"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                session::ExportRequest request;
                request.file = TRY(call.argument(0, "a file"));
                request.legalBasis = call.option("legal-basis");
                request.recipients = TRY(recipientsSaid(call));
                const auto sent = TRY(session::ScreeningDesk(session).returnDeficient(TRY(call.caseId()), join(call.all("to"), ", "), call.option("words"), request, call.progress()));
                return Reply{{{"bundle", Json(sent.id.text())}, {"file", Json(sent.file.string())}, {"bytes", Json(sent.bytes)}},
                             "returned; bundle " + sent.id.text() + "\n  " + sent.file.string()};
            }};
}

} // namespace caseward::ctl
