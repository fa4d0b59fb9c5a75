// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of vault.db, step by step. A step that has been landed is never changed: vaults made with it are out there.
#include "core/store/history.h"
#include "core/store/schema.h"

#include <array>

namespace caseward::store {

namespace {

Status founding(Database &database)
{
    TRY(database.execute(
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
        "CREATE TABLE people(fingerprint TEXT PRIMARY KEY, certificate BLOB NOT NULL, member INTEGER NOT NULL) STRICT;"
        "CREATE TABLE anchors(fingerprint TEXT PRIMARY KEY, certificate BLOB NOT NULL) STRICT;"
        "CREATE TABLE packs(digest TEXT PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, text TEXT NOT NULL) STRICT;"
        "CREATE TABLE cases(id TEXT PRIMARY KEY, key BLOB NOT NULL, summary TEXT NOT NULL) STRICT;"
        "CREATE TABLE exchange(bundle TEXT NOT NULL, sent INTEGER NOT NULL, lane TEXT NOT NULL, number INTEGER NOT NULL,"
        " label TEXT NOT NULL, at INTEGER NOT NULL, facts TEXT NOT NULL) STRICT;"
        "CREATE INDEX exchange_lane ON exchange(lane, sent, number);"));
    return History::createTable(database);
}

// Who may do what (roster), who may open which case and why (access), what was revoked, the settings of the station.
Status peopleAndTrust(Database &database)
{
    return database.execute(
        "CREATE TABLE roster(office TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL, signature BLOB NOT NULL,"
        " PRIMARY KEY(office, version)) STRICT;"
        // witness: store::Part, 0 opens alone, 1 and 2 are the halves of a two-person case. expires: milliseconds, 0 never.
        "CREATE TABLE access(case_id TEXT NOT NULL, person TEXT NOT NULL, fingerprint TEXT NOT NULL, reason TEXT NOT NULL,"
        " expires INTEGER NOT NULL, granted_by TEXT NOT NULL, at INTEGER NOT NULL, witness INTEGER NOT NULL,"
        " PRIMARY KEY(case_id, fingerprint)) STRICT;"
        "CREATE INDEX access_person ON access(person);"
        "CREATE TABLE crls(issuer TEXT NOT NULL, this_update INTEGER NOT NULL, crl BLOB NOT NULL,"
        " PRIMARY KEY(issuer, this_update)) STRICT;"
        "CREATE TABLE intermediates(fingerprint TEXT PRIMARY KEY, certificate BLOB NOT NULL) STRICT;"
        "CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
        "ALTER TABLE cases ADD COLUMN two_person INTEGER NOT NULL DEFAULT 0;");
}

// What the queue is sorted, filtered and found by, apart from the keys; and who may know of a case, in the order of the cases.
Status docketLines(Database &database)
{
    return database.execute("CREATE TABLE docket(id TEXT PRIMARY KEY, reference TEXT NOT NULL, line TEXT NOT NULL) STRICT, WITHOUT ROWID;"
                            "CREATE INDEX docket_reference ON docket(reference);"
                            "CREATE INDEX access_cases ON access(person, case_id, expires);"
                            "DROP INDEX access_person;");
}

// A bundle between the moment its cases are handed over and the moment its file has its name: what a crash leaves is settled.
Status unfinishedSealings(Database &database)
{
    return database.execute("CREATE TABLE sealings(bundle TEXT PRIMARY KEY, file TEXT NOT NULL, label TEXT NOT NULL, cases TEXT NOT NULL) STRICT;");
}

// What was taken in with a signature, and what begins no new cases any more. Rows of before came with a case.
Status signedPacks(Database &database)
{
    return database.execute("ALTER TABLE packs ADD COLUMN signature BLOB NOT NULL DEFAULT x'';"
                            "ALTER TABLE packs ADD COLUMN at INTEGER NOT NULL DEFAULT 0;"
                            "ALTER TABLE packs ADD COLUMN retired_at INTEGER NOT NULL DEFAULT 0;"
                            "ALTER TABLE packs ADD COLUMN retired_reason TEXT NOT NULL DEFAULT '';");
}

// Templates of letters that were taken in with a signature; `number` is the order they came in.
Status letterForms(Database &database)
{
    return database.execute("CREATE TABLE letter_forms(number INTEGER NOT NULL UNIQUE, digest TEXT PRIMARY KEY, kind TEXT NOT NULL, version TEXT NOT NULL,"
                            " text TEXT NOT NULL, signature BLOB NOT NULL, at INTEGER NOT NULL) STRICT;");
}

constexpr std::array steps = {
    SchemaStep{1, "PRAGMA user_version=1;", founding},
    SchemaStep{2, "PRAGMA user_version=2;", peopleAndTrust},
    SchemaStep{3, "PRAGMA user_version=3;", docketLines},
    SchemaStep{4, "PRAGMA user_version=4;", unfinishedSealings},
    SchemaStep{5, "PRAGMA user_version=5;", signedPacks},
    SchemaStep{6, "PRAGMA user_version=6;", letterForms},
};

} // namespace

std::span<const SchemaStep> vaultSchema()
{
    return steps;
}

} // namespace caseward::store
