// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/vaultcheck.h"

#include "core/base/limits.h"
#include "core/crypto/envelope.h"
#include "core/flow/archive/casecheck.h"
#include "core/session/keptcheck.h"
#include "core/session/state.h"
#include "core/store/historycheck.h"

#include <algorithm>
#include <set>

namespace caseward::session {

namespace {

// Says yes to a part of the work, with the place of that part in the whole.
class Within final : public Progress {
public:
    Within(Progress &whole, std::uint64_t done, std::uint64_t total) : m_whole(whole), m_done(done), m_total(total) {}
    bool advance(std::uint64_t, std::uint64_t) override { return m_whole.advance(m_done, m_total); }

private:
    Progress &m_whole;
    std::uint64_t m_done, m_total;
};

class WholeCheck {
public:
    WholeCheck(Session::State &state, Progress &progress) : m_state(state), m_progress(progress) {}

    Result<CheckedVault> run()
    {
        part("vault.db", vaultDatabase());
        part("vault.json", founding());
        part("key.p7m", envelope());
        part("people", people());
        kept(checkKeptPacks(m_state));
        kept(checkKeptLetterForms(m_state));
        const auto rows = TRY(m_state.vault->cases());
        std::set<std::string> named;
        for (const store::CaseRow &row : rows) {
            named.insert(row.id.text());
            if (!m_progress.advance(named.size() - 1, rows.size()))
                return cancelled();
            Within within(m_progress, named.size() - 1, rows.size());
            oneCase(row, within);
        }
        if (!m_progress.advance(rows.size(), rows.size()))
            return cancelled();
        findOrphans(named);
        return std::move(m_found);
    }

private:
    using Problem = std::pair<std::string, Fault>;
    static std::string wordsOf(const Fault &fault) { return std::string(faultName(fault.code)) + ": " + fault.detail; }

    void part(const std::string &name, const Status &status)
    {
        if (!status.ok())
            m_found.totals.problems.push_back({name, wordsOf(status.fault())});
        m_found.parts.push_back({name, status.ok() ? Condition::Good : Condition::Damaged, status.ok() ? std::string() : wordsOf(status.fault())});
    }

    void kept(const std::vector<KeptPart> &parts)
    {
        for (const KeptPart &one : parts) {
            part(one.name, one.status);
            m_found.totals.signatures += one.isSigned ? 1 : 0;
        }
    }

    Status vaultDatabase()
    {
        TRY(m_state.vault->checkIntegrity());
        return sameAsStored(m_state.vault->ledger(), m_state.vault->database());
    }

    // The chain from the stored bytes, not from what was read when it was opened; with the same root they are the very bytes that
    // were parsed then.
    static Status sameAsStored(const store::History &opened, store::Database &database)
    {
        const auto stored = TRY(store::verifyStoredHistory(database));
        if (stored.size != opened.size() || stored.root != opened.root())
            return fail(FaultCode::HistoryBroken, "the stored history is not the one this session has been writing");
        return {};
    }

    // vault.json is in clear; what it says was also written into the ledger when the station was founded.
    Status founding()
    {
        const auto facts = TRY(store::Vault::facts(m_state.vault->folder()));
        const auto &entries = m_state.vault->ledger().entries();
        const model::Entry &first = entries.front();
        const codec::Json *name = first.body.find("name");
        if (first.kind != "station.founded" || facts.station != first.station || facts.created != first.at || !name || !name->isString() ||
            name->string() != facts.name)
            return fail(FaultCode::VaultDamaged, "vault.json does not say what was written when this station was founded", {{"file", "vault.json"}});
        return {};
    }

    Status envelope()
    {
        const Bytes bytes = TRY(readFile(m_state.vault->folder() / "key.p7m", limits::cmsBytes));
        const auto key = crypto::openEnvelope(bytes, m_state.credential);
        if (!key.ok() || key->size() != 32)
            return fail(FaultCode::VaultDamaged, "key.p7m does not open any more" + (key.ok() ? std::string() : ": " + key.fault().detail), {{"file", "key.p7m"}});
        return {};
    }

    // A certificate beside a key is who the vault knows it to be.
    Status people()
    {
        const auto known = TRY(m_state.vault->people());
        for (const store::MemberFile &member : TRY(store::Vault::members(m_state.vault->folder())))
            if (std::ranges::find(known, member.certificate, &store::PersonRow::certificate) == known.end())
                return fail(FaultCode::VaultDamaged, "people/" + Path(member.keyFile).replace_extension(".pem").filename().string() +
                                                         " is not a certificate this vault knows", {{"file", "people"}});
        return {};
    }

    void oneCase(const store::CaseRow &row, Progress &within)
    {
        VaultReport &totals = m_found.totals;
        ++totals.cases;
        const DocketRow docket = decodeSummary(row.id, row.summary);
        const std::string name = docket.reference.empty() ? row.id.text() : docket.reference;
        const bool wasOpen = m_state.open.contains(row.id);
        const auto target = m_state.caseOf(row.id);
        if (!target.ok()) {
            const FaultCode code = target.fault().code;
            if (code == FaultCode::NotEnrolled || code == FaultCode::SecondPersonNeeded)
                m_found.parts.push_back({row.id.text(), Condition::NotChecked, "you have no need to know, so only somebody else can check it"});
            else
                part(name, target.fault());
            return;
        }
        flow::CaseCheck check = flow::checkCase(*(*target)->file, m_state.trust, within);
        if (wasOpen) { // else it was read from the stored bytes just now
            const Status stored = sameAsStored((*target)->file->history(), (*target)->file->database());
            if (!stored.ok())
                check.problems.emplace_back("history", stored.fault());
        }
        totals.entries += check.entries;
        totals.documents += check.documents;
        totals.pages += check.pages;
        totals.bytes += check.bytes;
        totals.signatures += check.signatures;
        const Status whole = notShortened(row, (*target)->file->history().size());
        if (!whole.ok())
            check.problems.emplace_back("the end of its history", whole.fault());
        for (const auto &[what, fault] : check.problems)
            totals.problems.push_back({name + ": " + what, wordsOf(fault)});
        for (const std::string &orphan : check.orphans)
            totals.orphans.push_back("cases/" + row.id.text() + "/documents/" + orphan);
        m_found.parts.push_back({name, check.problems.empty() ? Condition::Good : Condition::Damaged, caseWords(check)});
        if (!wasOpen)
            m_state.open.erase(row.id); // a check of ten thousand cases must not keep them all in memory
    }

    // A chain that lost its end still verifies; the docket, or the ledger since, knows how long it was.
    Status notShortened(const store::CaseRow &row, std::uint64_t size)
    {
        if (entriesInSummary(row.summary) > size)
            return fail(FaultCode::VaultTruncated, std::to_string(entriesInSummary(row.summary) - size) + " entries that were there are gone");
        for (const model::Entry &entry : m_state.vault->ledger().entries()) {
            const codec::Json *id = entry.kind == "case.shortened" ? entry.body.find("case") : nullptr;
            if (id && id->isString() && id->string() == row.id.text())
                return fail(FaultCode::VaultTruncated, "on " + toText(entry.at) + " entries that had been there were gone (entry " + std::to_string(entry.seq) +
                                                           " of the station's ledger)");
        }
        return {};
    }

    static std::string caseWords(const flow::CaseCheck &check)
    {
        std::string words = std::to_string(check.entries) + " entries, " + std::to_string(check.documents) + " documents";
        if (!check.problems.empty())
            words += ", wrong: ";
        for (const Problem &problem : check.problems)
            words += (&problem == &check.problems.front() ? "" : "; ") + problem.first;
        return words;
    }

    void findOrphans(const std::set<std::string> &named)
    {
        const Path folder = m_state.vault->folder();
        std::error_code error;
        for (const auto &item : std::filesystem::directory_iterator(folder / "cases", error))
            if (!named.contains(item.path().filename().string()))
                m_found.totals.orphans.push_back("cases/" + item.path().filename().string());
        // What a write that was stopped leaves beside the files it was to replace.
        for (const char *where : {"", "people"})
            for (const auto &item : std::filesystem::directory_iterator(folder / where, error))
                if (item.path().filename().string().starts_with(".caseward-"))
                    m_found.totals.orphans.push_back(item.path().lexically_relative(folder).string());
    }

    Session::State &m_state;
    Progress &m_progress;
    CheckedVault m_found;
};

} // namespace

Result<CheckedVault> checkWholeVault(Session &session, Progress &progress)
{
    TRY(session.state().needUnlocked());
    return WholeCheck(session.state(), progress).run();
}

Result<std::vector<std::string>> removeOrphans(Session &session, const std::vector<std::string> &orphans)
{
    Session::State &state = session.state();
    TRY(state.needUnlocked());
    TRY(state.vault->needWritable());
    std::vector<std::string> gone;
    codec::Json::Array names;
    for (const std::string &orphan : orphans) {
        std::error_code error;
        std::filesystem::remove_all(state.vault->folder() / orphan, error);
        if (error)
            continue; // it is named again by the next check
        gone.push_back(orphan);
        names.emplace_back(orphan);
    }
    if (!gone.empty())
        TRY(state.note("orphans.removed", {{"files", codec::Json(std::move(names))}}));
    return gone;
}

Result<VaultReport> Session::checkVault(Progress &progress)
{
    return TRY(checkWholeVault(*this, progress)).totals;
}

} // namespace caseward::session
