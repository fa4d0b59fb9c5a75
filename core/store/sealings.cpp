// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles between handing over custody and having their file, and those received, in vault.db.
#include "core/codec/json.h"
#include "core/store/vault.h"

namespace caseward::store {

namespace {

std::string encodeCases(const std::vector<CaseId> &cases)
{
    codec::Json::Array list;
    for (const CaseId &id : cases)
        list.emplace_back(id.text());
    return codec::canonicalJson(codec::Json(std::move(list)));
}

Result<std::vector<CaseId>> decodeCases(const std::string &text)
{
    const codec::Json json = TRY(codec::parseCanonicalJson(viewOf(text)));
    std::vector<CaseId> cases;
    if (!json.isArray())
        return fail(FaultCode::VaultDamaged, "the cases of a bundle being sealed are not a list");
    for (const codec::Json &id : json.array()) {
        if (!id.isString())
            return fail(FaultCode::VaultDamaged, "a case of a bundle being sealed is not an id");
        cases.push_back(TRY(CaseId::parse(id.string())));
    }
    return cases;
}

} // namespace

Status Vault::beginSealing(const Sealing &sealing, const std::vector<ExchangeRecord> &rows)
{
    auto transaction = TRY(Transaction::begin(m_database));
    {
        auto insert = TRY(m_database.prepare("INSERT INTO sealings(bundle, file, label, cases) VALUES(?,?,?,?)"));
        insert.bind(1, sealing.bundle.text()).bind(2, sealing.file.string()).bind(3, sealing.label.hex()).bind(4, encodeCases(sealing.cases));
        TRY(insert.run());
    }
    for (const ExchangeRecord &row : rows)
        TRY(recordExchange(row));
    return transaction.commit();
}

Result<std::vector<Sealing>> Vault::sealings()
{
    std::vector<Sealing> list;
    auto rows = TRY(m_database.prepare("SELECT bundle, file, label, cases FROM sealings ORDER BY rowid"));
    while (TRY(rows.step()))
        list.push_back({TRY(BundleId::parse(rows.text(0))), rows.text(1), TRY(Digest::parseHex(rows.text(2))), TRY(decodeCases(rows.text(3)))});
    return list;
}

Status Vault::endSealing(const BundleId &bundle, const std::vector<ExchangeRecord> &rows, const Draft &entry)
{
    const auto entries = m_ledger.next({entry}, m_facts.station);
    auto transaction = TRY(Transaction::begin(m_database));
    for (const char *sql : {"DELETE FROM sealings WHERE bundle=?", "DELETE FROM exchange WHERE sent=1 AND bundle=?"}) {
        auto remove = TRY(m_database.prepare(sql));
        TRY(remove.bind(1, bundle.text()).run());
    }
    for (const ExchangeRecord &row : rows)
        TRY(recordExchange(row));
    TRY(m_ledger.write(m_database, entries));
    TRY(transaction.commit());
    m_ledger.accept(entries);
    return {};
}

Status Vault::recordReceived(const ExchangeRecord &record, const Draft &entry)
{
    const auto entries = m_ledger.next({entry}, m_facts.station);
    auto transaction = TRY(Transaction::begin(m_database));
    TRY(recordExchange(record));
    TRY(m_ledger.write(m_database, entries));
    TRY(transaction.commit());
    m_ledger.accept(entries);
    return {};
}

} // namespace caseward::store
