// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lettertable.h"

#include "core/store/vault.h"

namespace caseward::store {

Result<std::vector<KeptLetterForm>> LetterTable::all()
{
    auto rows = TRY(m_database.prepare("SELECT digest, kind, version, text, signature, at FROM letter_forms ORDER BY number DESC"));
    std::vector<KeptLetterForm> list;
    while (TRY(rows.step()))
        list.push_back({TRY(Digest::parseHex(rows.text(0))), rows.text(1), rows.text(2), rows.text(3), rows.blob(4), {rows.number(5)}});
    return list;
}

Status LetterTable::keep(const KeptLetterForm &form)
{
    auto insert = TRY(m_database.prepare("INSERT OR REPLACE INTO letter_forms(number, digest, kind, version, text, signature, at)"
                                         " VALUES((SELECT coalesce(max(number), 0) + 1 FROM letter_forms),?,?,?,?,?,?)"));
    insert.bind(1, form.digest.hex()).bind(2, form.kind).bind(3, form.version).bind(4, form.text).bind(5, BytesView(form.signature)).bind(6, form.at.milliseconds);
    return insert.run();
}

Status Vault::keepLetterForm(const KeptLetterForm &form, const Draft &entry)
{
    const auto entries = m_ledger.next({entry}, m_facts.station);
    auto transaction = TRY(Transaction::begin(m_database));
    TRY(letterTable().keep(form));
    TRY(m_ledger.write(m_database, entries));
    TRY(transaction.commit());
    m_ledger.accept(entries);
    return {};
}

} // namespace caseward::store
