// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/recipients.h"

namespace caseward::ctl {
// Seals cases for somebody and hands custody over: the case is read-only here until it comes back.
Command bundleSeal()
{
    return {"bundle seal", "<file.cwb>", "seal cases for somebody; custody goes with them",
            {{"case", "case", "case number or id", true}, {"to", "person", "name, id, role or certificate of the recipient", true}, {"purpose", "text", "why it is sent"}, {"legal-basis", "text", "on what ground"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                session::ExportRequest request;
                request.file = TRY(call.argument(0, "a file"));
                request.purpose = call.option("purpose");
                request.legalBasis = call.option("legal-basis");
                for (const std::string &reference : call.all("case"))
                    request.cases.push_back(TRY(session.findCase(reference)));
                request.recipients = TRY(recipientsSaid(call));
                const auto sent = TRY(session.exportBundle(request, call.progress()));
                return Reply{{{"bundle", Json(sent.id.text())}, {"file", Json(sent.file.string())}, {"bytes", Json(sent.bytes)}, {"parts", Json(sent.parts)}, {"lane", Json(sent.lane)}},
                             "bundle " + sent.id.text() + "  " + std::to_string(sent.bytes) + " bytes, " + std::to_string(sent.parts) + " parts, number " + std::to_string(sent.lane) + " on this lane\n  " + sent.file.string()};
            }};
}

} // namespace caseward::ctl
