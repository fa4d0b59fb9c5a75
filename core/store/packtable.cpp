// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packtable.h"

#include "core/store/vault.h"

namespace caseward::store {

Result<std::vector<KeptPack>> PackTable::all()
{
    auto rows = TRY(m_database.prepare("SELECT digest, id, version, text, signature, at, retired_at, retired_reason FROM packs ORDER BY rowid"));
    std::vector<KeptPack> list;
    while (TRY(rows.step())) {
        KeptPack pack;
        pack.ref = {rows.text(1), rows.text(2), TRY(Digest::parseHex(rows.text(0)))};
        pack.text = rows.text(3);
        pack.signature = rows.blob(4);
        pack.at = {rows.number(5)};
        pack.retiredAt = {rows.number(6)};
        pack.retiredReason = rows.text(7);
        list.push_back(std::move(pack));
    }
    return list;
}

Status PackTable::keepText(const model::PackRef &pack, const std::string &canonical)
{
    auto insert = TRY(m_database.prepare("INSERT INTO packs(digest, id, version, text) VALUES(?,?,?,?) ON CONFLICT(digest) DO NOTHING"));
    insert.bind(1, pack.digest.hex()).bind(2, pack.id).bind(3, pack.version).bind(4, canonical);
    return insert.run();
}

Status PackTable::keepSigned(const KeptPack &pack)
{
    TRY(keepText(pack.ref, pack.text));
    auto update = TRY(m_database.prepare("UPDATE packs SET signature=?, at=? WHERE digest=?"));
    update.bind(1, BytesView(pack.signature)).bind(2, pack.at.milliseconds).bind(3, pack.ref.digest.hex());
    return update.run();
}

Status PackTable::retire(const Digest &digest, Instant at, const std::string &reason)
{
    auto found = TRY(m_database.prepare("SELECT 1 FROM packs WHERE digest=?"));
    found.bind(1, digest.hex());
    if (!TRY(found.step()))
        return fail(FaultCode::NotFound, "this station does not hold pack " + digest.hex());
    auto update = TRY(m_database.prepare("UPDATE packs SET retired_at=?, retired_reason=? WHERE digest=?"));
    update.bind(1, at.milliseconds).bind(2, reason).bind(3, digest.hex());
    return update.run();
}

Status Vault::keepPack(const KeptPack &pack, const Draft &entry)
{
    const auto entries = m_ledger.next({entry}, m_facts.station);
    auto transaction = TRY(Transaction::begin(m_database));
    TRY(packTable().keepSigned(pack));
    TRY(m_ledger.write(m_database, entries));
    TRY(transaction.commit());
    m_ledger.accept(entries);
    return {};
}

Status Vault::retirePack(const KeptPack &pack, const Draft &entry)
{
    const auto entries = m_ledger.next({entry}, m_facts.station);
    auto transaction = TRY(Transaction::begin(m_database));
    TRY(packTable().keepText(pack.ref, pack.text));
    TRY(packTable().retire(pack.ref.digest, pack.retiredAt, pack.retiredReason));
    TRY(m_ledger.write(m_database, entries));
    TRY(transaction.commit());
    m_ledger.accept(entries);
    return {};
}

} // namespace caseward::store
