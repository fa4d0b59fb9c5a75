// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/archive/casecheck.h"
#include "core/session/state.h"

#include <set>

namespace caseward::session {

Result<std::vector<model::Entry>> Session::history(const CaseId &id)
{
    return TRY(m_state->caseOf(id))->file->history().entries();
}

Result<std::vector<model::Entry>> Session::stationLedger()
{
    TRY(m_state->needUnlocked());
    return m_state->vault->ledger().entries();
}

Result<VaultReport> Session::checkVault(Progress &progress)
{
    State &state = *m_state;
    TRY(state.needUnlocked());
    VaultReport report;
    const auto problem = [&report](const std::string &subject, const Fault &fault) {
        report.problems.push_back({subject, std::string(faultName(fault.code)) + ": " + fault.detail});
    };
    const Status database = state.vault->checkIntegrity();
    if (!database.ok())
        problem("vault.db", database.fault());
    const auto rows = TRY(state.vault->cases());
    std::set<std::string> named;
    for (const store::CaseRow &row : rows) {
        named.insert(row.id.text());
        if (!progress.advance(report.cases, rows.size()))
            return cancelled();
        ++report.cases;
        const DocketRow docket = decodeSummary(row.id, row.summary);
        const std::string subject = docket.reference.empty() ? row.id.text() : docket.reference;
        const bool wasOpen = state.open.contains(row.id);
        auto target = state.caseOf(row.id);
        if (!target.ok()) {
            problem(subject, target.fault());
            continue;
        }
        const flow::CaseCheck check = flow::checkCase(*(*target)->file, state.trust, progress);
        report.entries += check.entries;
        report.documents += check.documents;
        report.pages += check.pages;
        report.bytes += check.bytes;
        report.signatures += check.signatures;
        for (const auto &[what, fault] : check.problems)
            problem(subject + ": " + what, fault);
        for (const std::string &orphan : check.orphans)
            report.orphans.push_back("cases/" + row.id.text() + "/documents/" + orphan);
        if (!wasOpen)
            state.open.erase(row.id); // a check of ten thousand cases must not keep them all in memory
    }
    std::error_code error;
    for (const auto &folder : std::filesystem::directory_iterator(state.vault->folder() / "cases", error))
        if (!named.contains(folder.path().filename().string()))
            report.orphans.push_back("cases/" + folder.path().filename().string());
    progress.advance(rows.size(), rows.size());
    return report;
}

} // namespace caseward::session
