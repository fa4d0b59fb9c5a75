// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of case.db, step by step. A step that has been landed is never changed: cases made with it are out there.
#include "core/store/history.h"
#include "core/store/schema.h"

#include <array>

namespace caseward::store {

namespace {

Status founding(Database &database)
{
    TRY(database.execute("CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
                         "CREATE TABLE documents(id TEXT PRIMARY KEY, file TEXT NOT NULL UNIQUE, key BLOB NOT NULL,"
                         " digest TEXT NOT NULL, bytes INTEGER NOT NULL, segments TEXT NOT NULL) STRICT;"
                         "CREATE TABLE pages(document TEXT NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,"
                         " width REAL NOT NULL, height REAL NOT NULL, layer TEXT NOT NULL, PRIMARY KEY(document, number)) STRICT;"));
    return History::createTable(database);
}

// Derived from the pictures of pages: what a machine read in them.
Status machinePages(Database &database)
{
    return database.execute("CREATE TABLE machine_pages(document TEXT NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,"
                            " engine TEXT NOT NULL, layer TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY(document, number)) STRICT;");
}

// What somebody was writing and has not recorded yet, so that a lock takes nothing away.
Status unrecordedWords(Database &database)
{
    return database.execute("CREATE TABLE unrecorded(person TEXT NOT NULL, place TEXT NOT NULL, words TEXT NOT NULL, at INTEGER NOT NULL,"
                            " PRIMARY KEY(person, place)) STRICT;");
}

constexpr std::array steps = {
    SchemaStep{1, "PRAGMA user_version=1;", founding},
    SchemaStep{2, "PRAGMA user_version=2;", machinePages},
    SchemaStep{3, "PRAGMA user_version=3;", unrecordedWords},
};

} // namespace

std::span<const SchemaStep> caseSchema()
{
    return steps;
}

} // namespace caseward::store
