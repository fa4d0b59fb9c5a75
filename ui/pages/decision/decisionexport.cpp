// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/decisionexport.h"

#include "core/session/casepacks.h"
#include "core/base/files.h"
#include "ui/paper/decisionpaper.h"

#include <system_error>

namespace caseward::ui {

Result<ExportedDecision> exportDecision(session::Session &session, const CaseId &id, const packs::Pack &pack, const Path &folder, Instant now)
{
    const session::DossierPtr dossier = TRY(session.openCase(id));
    const session::DecisionFiles files = TRY(session.decisionFiles(id));
    DecisionPaper options;
    options.printedBy = session.signedIn().name;
    options.printedAt = now;
    options.packs = TRY(session::CasePacks(session, id).packs());
    const Bytes paper = TRY(decisionPdf(files, *dossier, pack, options));
    std::vector<std::pair<std::string, Bytes>> parts = {{"decision.json", toBytes(files.decision)}, {"decision.p7s", files.signature},
                                                        {"office.pem", toBytes(files.officePem)}, {"decision.pdf", paper}};
    if (!files.countersignature.empty())
        parts.emplace_back("countersign.p7s", files.countersignature);
    for (const auto &[name, bytes] : parts) {
        std::error_code error;
        if (std::filesystem::exists(folder / name, error))
            return fail(FaultCode::AlreadyExists, "the folder already has a file named " + name);
    }
    ExportedDecision done{folder, {}};
    for (const auto &[name, bytes] : parts) {
        TRY(writeFile(folder / name, bytes));
        done.files.push_back(name);
    }
    return done;
}

} // namespace caseward::ui
