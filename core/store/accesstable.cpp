// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/accesstable.h"

namespace caseward::store {

namespace {

Result<std::vector<AccessRow>> accessRows(Statement rows)
{
    std::vector<AccessRow> list;
    while (TRY(rows.step())) {
        AccessRow row;
        row.caseId = TRY(CaseId::parse(rows.text(0)));
        row.person = TRY(PersonId::parse(rows.text(1)));
        row.fingerprint = TRY(Digest::parseHex(rows.text(2)));
        row.reason = rows.text(3);
        row.expires = Instant{rows.number(4)};
        row.grantedBy = rows.text(5);
        row.at = Instant{rows.number(6)};
        row.part = static_cast<Part>(rows.number(7));
        list.push_back(std::move(row));
    }
    return list;
}

SignedRoster rosterRow(const Statement &row)
{
    return {row.text(0), static_cast<std::uint64_t>(row.number(1)), row.text(2), row.blob(3)};
}

} // namespace

Result<std::vector<AccessRow>> AccessTable::ofCase(const CaseId &id)
{
    auto rows = TRY(m_database.prepare("SELECT case_id, person, fingerprint, reason, expires, granted_by, at, witness FROM access"
                                       " WHERE case_id=? ORDER BY at, rowid"));
    rows.bind(1, id.text());
    return accessRows(std::move(rows));
}

Result<std::vector<AccessRow>> AccessTable::ofPerson(const PersonId &person)
{
    auto rows = TRY(m_database.prepare("SELECT case_id, person, fingerprint, reason, expires, granted_by, at, witness FROM access"
                                       " WHERE person=? ORDER BY at, rowid"));
    rows.bind(1, person.text());
    return accessRows(std::move(rows));
}

Status AccessTable::put(const AccessRow &row)
{
    auto insert = TRY(m_database.prepare(
        "INSERT OR REPLACE INTO access(case_id, person, fingerprint, reason, expires, granted_by, at, witness) VALUES(?,?,?,?,?,?,?,?)"));
    insert.bind(1, row.caseId.text())
        .bind(2, row.person.text())
        .bind(3, row.fingerprint.hex())
        .bind(4, row.reason)
        .bind(5, row.expires.milliseconds)
        .bind(6, row.grantedBy)
        .bind(7, row.at.milliseconds)
        .bind(8, static_cast<std::int64_t>(row.part));
    return insert.run();
}

Status AccessTable::removeCase(const CaseId &id)
{
    auto remove = TRY(m_database.prepare("DELETE FROM access WHERE case_id=?"));
    return remove.bind(1, id.text()).run();
}

Result<std::optional<SignedRoster>> RosterTable::newest(const std::string &office)
{
    auto row = TRY(m_database.prepare("SELECT office, version, json, signature FROM roster WHERE office=? ORDER BY version DESC LIMIT 1"));
    row.bind(1, office);
    if (!TRY(row.step()))
        return std::optional<SignedRoster>();
    return std::optional<SignedRoster>(rosterRow(row));
}

Result<std::vector<SignedRoster>> RosterTable::newestOfAll()
{
    std::vector<SignedRoster> list;
    auto rows = TRY(m_database.prepare("SELECT office, version, json, signature FROM roster AS one WHERE version="
                                       "(SELECT max(version) FROM roster WHERE office=one.office) ORDER BY office"));
    while (TRY(rows.step()))
        list.push_back(rosterRow(rows));
    return list;
}

Status RosterTable::add(const SignedRoster &roster)
{
    auto insert = TRY(m_database.prepare("INSERT INTO roster(office, version, json, signature) VALUES(?,?,?,?)"));
    insert.bind(1, roster.office)
        .bind(2, static_cast<std::int64_t>(roster.version))
        .bind(3, roster.json)
        .bind(4, BytesView(roster.signature));
    return insert.run();
}

Result<std::string> SettingsTable::text(const std::string &key, std::string otherwise)
{
    auto row = TRY(m_database.prepare("SELECT value FROM settings WHERE key=?"));
    row.bind(1, key);
    if (!TRY(row.step()))
        return otherwise;
    return row.text(0);
}

Status SettingsTable::set(const std::string &key, const std::string &value)
{
    auto insert = TRY(m_database.prepare("INSERT INTO settings(key, value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value"));
    return insert.bind(1, key).bind(2, value).run();
}

} // namespace caseward::store
