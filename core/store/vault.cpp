// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vault.h"

#include "core/base/limits.h"
#include "core/crypto/envelope.h"
#include "core/store/rekey.h"
#include "core/store/schema.h"

#include <cerrno>
#include <cstdio>

namespace caseward::store {

namespace {

Result<Bytes> readPart(const Path &path, std::uint64_t most)
{
    auto bytes = readFile(path, most);
    if (!bytes.ok() && bytes.fault().code == FaultCode::NotFound)
        return fail(FaultCode::VaultTruncated, path.string() + " is missing", {{"file", path.filename().string()}});
    return bytes;
}

Status checkMeta(Database &database, const VaultFacts &facts)
{
    auto row = TRY(database.prepare("SELECT (SELECT value FROM meta WHERE key='format'),"
                                    "(SELECT value FROM meta WHERE key='vault')"));
    TRY(row.step());
    if (row.text(0) != "caseward-vault/1" || row.text(1) != facts.vault.text())
        return fail(FaultCode::VaultForeign, "vault.db belongs to another vault than vault.json");
    return {};
}

} // namespace

Result<std::unique_ptr<Vault>> Vault::openAs(const Path &folder, const VaultFacts &facts, const crypto::Secret &key, OpenMode mode)
{
    VaultLock lock = TRY(VaultLock::acquire(folder, mode == OpenMode::ReadOnly ? Sharing::Readers : Sharing::Alone));
    if (mode != OpenMode::ReadOnly)
        TRY(settleRekeyed(folder / "vault.db", key));
    auto database = TRY(Database::open(folder / "vault.db", key, mode));
    TRY(knowsSchema(database, vaultSchema()));
    TRY(checkMeta(database, facts));
    TRY(migrateSchema(database, vaultSchema()));
    std::unique_ptr<Vault> vault(new Vault(folder, facts, std::move(lock), std::move(database)));
    vault->m_ledger = TRY(History::load(vault->m_database));
    return vault;
}

Result<std::unique_ptr<Vault>> Vault::open(const Path &folder, const crypto::Credential &credential, OpenMode mode)
{
    const VaultFacts facts = TRY(Vault::facts(folder));
    const Bytes envelope = TRY(readPart(folder / "key.p7m", limits::cmsBytes));
    auto opened = crypto::openEnvelope(envelope, credential);
    if (!opened.ok() && (opened.fault().code == FaultCode::TokenAbsent || opened.fault().code == FaultCode::TokenRefused))
        return opened.fault(); // the card, not the vault
    if (!opened.ok() && opened.fault().code != FaultCode::NotEnrolled)
        return fail(FaultCode::VaultDamaged, "key.p7m: " + opened.fault().detail, {{"file", "key.p7m"}});
    const crypto::Secret key = TRY(std::move(opened));
    if (key.size() != 32)
        return fail(FaultCode::VaultDamaged, "key.p7m does not hold a vault key", {{"file", "key.p7m"}});
    auto vault = openAs(folder, facts, key, mode);
    if (vault.ok() || mode == OpenMode::ReadOnly)
        return vault;
    const FaultCode why = vault.fault().code;
    if (why != FaultCode::PermissionDenied && why != FaultCode::VaultReadOnly && why != FaultCode::DiskFull)
        return vault;
    auto readable = openAs(folder, facts, key, OpenMode::ReadOnly);
    return readable.ok() || why != FaultCode::DiskFull ? std::move(readable) : std::move(vault);
}

Status Vault::appendLedger(const std::vector<Draft> &drafts)
{
    const auto entries = m_ledger.next(drafts, m_facts.station);
    auto transaction = TRY(Transaction::begin(m_database));
    TRY(m_ledger.write(m_database, entries));
    TRY(transaction.commit());
    m_ledger.accept(entries);
    return {};
}

Result<std::vector<PersonRow>> Vault::people()
{
    std::vector<PersonRow> list;
    auto rows = TRY(m_database.prepare("SELECT certificate, member FROM people ORDER BY rowid"));
    while (TRY(rows.step()))
        list.push_back({TRY(crypto::Certificate::fromDer(rows.blob(0))), rows.number(1) != 0});
    return list;
}

Status Vault::addPerson(const crypto::Certificate &certificate, bool member)
{
    auto insert = TRY(m_database.prepare("INSERT INTO people(fingerprint, certificate, member) VALUES(?,?,?)"
                                         " ON CONFLICT(fingerprint) DO NOTHING"));
    insert.bind(1, certificate.fingerprint().hex())
        .bind(2, BytesView(certificate.der()))
        .bind(3, static_cast<std::int64_t>(member));
    return insert.run();
}

Status Vault::storePack(const model::PackRef &pack, const std::string &canonical)
{
    return packTable().keepText(pack, canonical);
}

Result<std::string> Vault::packText(const Digest &digest)
{
    auto row = TRY(m_database.prepare("SELECT text FROM packs WHERE digest=?"));
    row.bind(1, digest.hex());
    if (!TRY(row.step()))
        return fail(FaultCode::NotFound, "this station does not hold pack " + digest.hex());
    return row.text(0);
}

// A program that was stopped between making the folder of a case and entering the case leaves the folder, and the same case
// may come again: the same bundle is imported once more. The folder is moved out of the way and not removed: where an older
// copy of vault.db was put back it may hold a case that this register has forgotten. The check of the vault names it as an orphan.
Status Vault::setAsideUnentered(const CaseId &id)
{
    const Path folder = caseFolder(id);
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(folder, error)))
        return {};
    auto entered = TRY(m_database.prepare("SELECT 1 FROM cases WHERE id=?"));
    entered.bind(1, id.text());
    if (TRY(entered.step()))
        return fail(FaultCode::AlreadyExists, "case " + id.text() + " is in the register already", {{"case", id.text()}});
    Path aside;
    int number = 0;
    do
        aside = folder.string() + ".left-" + std::to_string(++number);
    while (std::filesystem::exists(std::filesystem::symlink_status(aside, error)));
    if (std::rename(folder.c_str(), aside.c_str()) != 0)
        return faultFromErrno(errno, "move aside", folder);
    return syncDirectory(m_folder / "cases");
}

Result<std::unique_ptr<CaseFile>> Vault::createCase(const CaseId &id,
                                                    const std::vector<crypto::Certificate> &needToKnow, Instant at,
                                                    const Fill &fill, const NewCaseRow &row, const std::vector<Draft> &noted)
{
    TRY(needWritable());
    const crypto::Secret key = TRY(crypto::Secret::random(32));
    const Bytes envelope = TRY(crypto::sealFor(key, needToKnow));
    const Path folder = caseFolder(id);
    TRY(setAsideUnentered(id));
    auto made = CaseFile::create(folder, key, id);
    if (!made.ok() && made.fault().code == FaultCode::AlreadyExists)
        return made.fault();
    // Until the docket names it, the folder is ours to take away again.
    const auto enter = [&]() -> Status {
        if (!made.ok())
            return made.fault();
        TRY(fill(**made));
        const auto entries = m_ledger.next(noted, m_facts.station);
        auto transaction = TRY(Transaction::begin(m_database));
        {
            auto insert = TRY(m_database.prepare("INSERT INTO cases(id, key, summary) VALUES(?,?,?)"));
            TRY(insert.bind(1, id.text()).bind(2, BytesView(envelope)).bind(3, row.summary).run());
            auto line = TRY(m_database.prepare("INSERT INTO docket(id, reference, line) VALUES(?,?,?)"));
            TRY(line.bind(1, id.text()).bind(2, row.docket.reference).bind(3, row.docket.line).run());
        }
        for (const crypto::Certificate &certificate : needToKnow)
            TRY(access().put({id, TRY(PersonId::parse(certificate.personId())), certificate.fingerprint(), "", {}, "", at, Part::Whole}));
        TRY(m_ledger.write(m_database, entries));
        TRY(transaction.commit());
        m_ledger.accept(entries);
        return {};
    };
    const Status entered = enter();
    if (!entered.ok()) {
        if (made.ok())
            made->reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
        return entered.fault();
    }
    return std::move(made).value();
}

Result<std::unique_ptr<CaseFile>> Vault::openCase(const CaseId &id, const Keyring &keyring)
{
    const crypto::Secret key = TRY(caseKey(id, keyring));
    if (!isReadOnly())
        TRY(settleRekeyed(caseFolder(id) / "case.db", key));
    return CaseFile::open(caseFolder(id), key, id, isReadOnly() ? OpenMode::ReadOnly : OpenMode::Existing);
}

Result<std::vector<CaseRow>> Vault::cases()
{
    std::vector<CaseRow> list;
    auto rows = TRY(m_database.prepare("SELECT id, summary FROM cases ORDER BY id"));
    while (TRY(rows.step()))
        list.push_back({TRY(CaseId::parse(rows.text(0))), rows.text(1)});
    return list;
}

Result<std::string> Vault::summary(const CaseId &id)
{
    auto row = TRY(m_database.prepare("SELECT summary FROM cases WHERE id=?"));
    row.bind(1, id.text());
    if (!TRY(row.step()))
        return fail(FaultCode::NotFound, "no case " + id.text(), {{"case", id.text()}});
    return row.text(0);
}

namespace {

Result<ExchangeRecord> exchangeRow(Statement &row)
{
    ExchangeRecord record;
    record.bundle = TRY(BundleId::parse(row.text(0)));
    record.sent = row.number(1) != 0;
    record.lane = row.text(2);
    record.number = static_cast<std::uint64_t>(row.number(3));
    record.label = TRY(Digest::parseHex(row.text(4)));
    record.at = Instant{row.number(5)};
    record.facts = row.text(6);
    return record;
}

} // namespace

Result<std::vector<ExchangeRecord>> Vault::exchange()
{
    std::vector<ExchangeRecord> list;
    auto rows = TRY(m_database.prepare(
        "SELECT bundle, sent, lane, number, label, at, facts FROM exchange ORDER BY rowid DESC"));
    while (TRY(rows.step()))
        list.push_back(TRY(exchangeRow(rows)));
    return list;
}

Status Vault::recordExchange(const ExchangeRecord &record)
{
    auto insert = TRY(m_database.prepare(
        "INSERT INTO exchange(bundle, sent, lane, number, label, at, facts) VALUES(?,?,?,?,?,?,?)"));
    insert.bind(1, record.bundle.text())
        .bind(2, static_cast<std::int64_t>(record.sent))
        .bind(3, record.lane)
        .bind(4, static_cast<std::int64_t>(record.number))
        .bind(5, record.label.hex())
        .bind(6, record.at.milliseconds)
        .bind(7, record.facts);
    return insert.run();
}

Result<std::optional<ExchangeRecord>> Vault::lastOnLane(bool sent, const std::string &lane)
{
    auto row = TRY(m_database.prepare("SELECT bundle, sent, lane, number, label, at, facts FROM exchange"
                                      " WHERE sent=? AND lane=? AND number>0 ORDER BY number DESC LIMIT 1"));
    row.bind(1, static_cast<std::int64_t>(sent)).bind(2, lane);
    if (!TRY(row.step()))
        return std::optional<ExchangeRecord>();
    return std::optional<ExchangeRecord>(TRY(exchangeRow(row)));
}

Result<bool> Vault::hasSeen(const BundleId &bundle)
{
    auto row = TRY(m_database.prepare("SELECT 1 FROM exchange WHERE bundle=? AND sent=0 AND number>0"));
    row.bind(1, bundle.text());
    return row.step();
}

} // namespace caseward::store
