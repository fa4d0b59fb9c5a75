// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/casepacks.h"
#include "ui/paper/decisionpaper.h"

namespace caseward::ctl {

// decision.json, decision.p7s, countersign.p7s when there is one, office.pem and decision.pdf: what leaves is standard.
Command decisionExport()
{
    return {"decision export", "<folder>", "write the signed decision: decision.json, decision.p7s, countersign.p7s, office.pem, decision.pdf", {caseOption()}, true,
            [](Call &call) -> Result<Reply> {
                const Path folder = TRY(call.argument(0, "a folder"));
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto files = TRY(session.decisionFiles(id));
                const auto dossier = TRY(session.openCase(id));
                const Bytes paper = TRY(ui::decisionPdf(files, *dossier, *TRY(session.packOf(id)), {session.signedIn().name, call.environment().clock.now(), {}, ui::PaperSize::A4,
                                                                                                        TRY(session::CasePacks(session, id).packs())}));
                std::vector<std::pair<std::string, BytesView>> list = {{"decision.json", viewOf(files.decision)}, {"decision.p7s", files.signature},
                                                                       {"office.pem", viewOf(files.officePem)}, {"decision.pdf", paper}};
                if (!files.countersignature.empty())
                    list.emplace_back("countersign.p7s", files.countersignature);
                std::error_code ignored;
                if (!std::filesystem::exists(folder, ignored))
                    TRY(makeDirectory(folder));
                for (const auto &[name, bytes] : list)
                    if (std::filesystem::exists(folder / name, ignored))
                        return fail(FaultCode::AlreadyExists, (folder / name).string() + " exists", {{"file", (folder / name).string()}});
                Json::Array written;
                std::string lines;
                for (const auto &[name, bytes] : list) {
                    TRY(writeFile(folder / name, bytes));
                    written.emplace_back((folder / name).string());
                    lines += (folder / name).string() + "\n";
                }
                return Reply{{{"files", Json(std::move(written))}}, lines};
            }};
}

} // namespace caseward::ctl
