// SPDX-License-Identifier: GPL-3.0-or-later
// The schema of a database as numbered steps, PRAGMA user_version saying how far a file has come. To change a table, add a
// step to core/store/vaultschema.cpp or caseschema.cpp and a line to core/design/formats/vault.md; never change an old one.
// Each step and its number are one durable transaction: whatever stops it leaves the schema before or the one after.
// One thread. Faults: VaultForeign for a number this program does not know, and those of Database.
#pragma once

#include "core/store/database.h"

#include <span>

namespace caseward::store {

struct SchemaStep {
    int number;                     // from 1, without gaps
    const char *stamp;              // "PRAGMA user_version=<number>;" (a pragma takes no bound parameter)
    Status (*apply)(Database &database);
};

[[nodiscard]] std::span<const SchemaStep> vaultSchema();
[[nodiscard]] std::span<const SchemaStep> caseSchema();

// The schema of a file with tables in it; what was made before the numbers began (user_version 0) is schema 1.
[[nodiscard]] Result<int> schemaOf(Database &database);

// VaultForeign when a newer Caseward wrote it: to be asked before anything else is read.
[[nodiscard]] Status knowsSchema(Database &database, std::span<const SchemaStep> steps);
// Every step into an empty database, inside the caller's transaction.
[[nodiscard]] Status foundSchema(Database &database, std::span<const SchemaStep> steps);
// The steps a file lacks, each in its own transaction. Changes nothing when it lacks none.
// VaultReadOnly when it lacks some and cannot be written: what an older program wrote is brought up to date first.
[[nodiscard]] Status migrateSchema(Database &database, std::span<const SchemaStep> steps);

} // namespace caseward::store
