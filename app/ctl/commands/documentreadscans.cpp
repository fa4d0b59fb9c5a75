// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/scans.h"

namespace caseward::ctl {
Command documentReadScans()
{
    return {"document read-scans", "", "let a machine read the pages that are only pictures, so that words in them can be found; never quoted as evidence",
            {caseOption(), {"document", "document", "id, title, exhibit or file name; every document when not said"}}, true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const DocumentId document = call.has("document") ? TRY(call.document()).document : DocumentId();
                const session::ScansRead read = TRY(session::Scans(session).read(id, document, call.progress()));
                const auto count = [](std::uint32_t pages, const char *what) { return std::to_string(pages) + (pages == 1 ? " page " : " pages ") + what; };
                std::string lines = count(read.pages, "read by a machine") + (read.engine.empty() ? "" : " (" + read.engine + ")") + ", words on " + std::to_string(read.withWords);
                if (read.before > 0)
                    lines += "\n" + count(read.before, "read before");
                if (read.failed > 0)
                    lines += "\n" + count(read.failed, "could not be read");
                return Reply{{{"engine", Json(read.engine)}, {"read", Json(read.pages)}, {"withWords", Json(read.withWords)}, {"before", Json(read.before)}, {"failed", Json(read.failed)}}, lines};
            }};
}

} // namespace caseward::ctl
