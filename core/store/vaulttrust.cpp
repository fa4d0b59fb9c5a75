// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a vault believes: offices, the authorities below them, and what they have withdrawn.
#include "core/store/vault.h"

namespace caseward::store {

Result<crypto::TrustStore> Vault::trust()
{
    crypto::TrustStore trust;
    auto anchors = TRY(m_database.prepare("SELECT certificate FROM anchors ORDER BY rowid"));
    while (TRY(anchors.step()))
        trust.add(TRY(crypto::Certificate::fromDer(anchors.blob(0))));
    auto authorities = TRY(m_database.prepare("SELECT certificate FROM intermediates ORDER BY rowid"));
    while (TRY(authorities.step()))
        TRY(trust.addIntermediate(TRY(crypto::Certificate::fromDer(authorities.blob(0)))));
    auto lists = TRY(m_database.prepare("SELECT crl FROM crls ORDER BY rowid"));
    while (TRY(lists.step()))
        TRY(trust.addList(TRY(crypto::RevocationList::fromBytes(lists.blob(0)))));
    return trust;
}

Status Vault::addAnchor(const crypto::Certificate &office)
{
    auto insert = TRY(m_database.prepare("INSERT INTO anchors(fingerprint, certificate) VALUES(?,?)"
                                         " ON CONFLICT(fingerprint) DO NOTHING"));
    insert.bind(1, office.fingerprint().hex()).bind(2, BytesView(office.der()));
    return insert.run();
}

Status Vault::keepTrust(const TrustMaterial &material, const Draft &entry)
{
    const auto entries = m_ledger.next({entry}, m_facts.station);
    auto transaction = TRY(Transaction::begin(m_database));
    for (const crypto::Certificate &anchor : material.anchors)
        TRY(addAnchor(anchor));
    for (const crypto::Certificate &authority : material.intermediates) {
        auto insert = TRY(m_database.prepare("INSERT INTO intermediates(fingerprint, certificate) VALUES(?,?)"
                                             " ON CONFLICT(fingerprint) DO NOTHING"));
        insert.bind(1, authority.fingerprint().hex()).bind(2, BytesView(authority.der()));
        TRY(insert.run());
    }
    for (const crypto::RevocationList &list : material.lists) {
        // Two lists of one authority and one second: the later one takes the place, as it holds what the earlier one held.
        auto insert = TRY(m_database.prepare("INSERT INTO crls(issuer, this_update, crl) VALUES(?,?,?)"
                                             " ON CONFLICT(issuer, this_update) DO UPDATE SET crl=excluded.crl"));
        insert.bind(1, list.issuerKey().hex()).bind(2, list.thisUpdate().milliseconds).bind(3, BytesView(list.der()));
        TRY(insert.run());
    }
    TRY(m_ledger.write(m_database, entries));
    TRY(transaction.commit());
    m_ledger.accept(entries);
    return {};
}

} // namespace caseward::store
