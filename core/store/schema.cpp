// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include <algorithm>

namespace caseward::store {

Result<int> schemaOf(Database &database)
{
    auto row = TRY(database.prepare("PRAGMA user_version;"));
    TRY(row.step());
    return static_cast<int>(std::clamp<std::int64_t>(row.number(0), 1, 1'000'000));
}

Status knowsSchema(Database &database, std::span<const SchemaStep> steps)
{
    const int have = TRY(schemaOf(database)), newest = steps.back().number;
    if (have > newest)
        return fail(FaultCode::VaultForeign,
                    "a newer Caseward wrote this (schema " + std::to_string(have) + "; this program knows " + std::to_string(newest) + ")",
                    {{"schema", std::to_string(have)}, {"known", std::to_string(newest)}});
    return {};
}

Status foundSchema(Database &database, std::span<const SchemaStep> steps)
{
    for (const SchemaStep &step : steps) {
        TRY(step.apply(database));
        TRY(database.execute(step.stamp));
    }
    return {};
}

Status migrateSchema(Database &database, std::span<const SchemaStep> steps)
{
    TRY(knowsSchema(database, steps));
    const int have = TRY(schemaOf(database));
    if (have < steps.back().number && database.isReadOnly())
        return fail(FaultCode::VaultReadOnly, "an older Caseward wrote this; it must be brought up to date where it can be written, before it can be read",
                    {{"schema", std::to_string(have)}, {"known", std::to_string(steps.back().number)}});
    for (const SchemaStep &step : steps) {
        if (step.number <= have)
            continue;
        auto transaction = TRY(Transaction::begin(database));
        TRY(step.apply(database));
        TRY(database.execute(step.stamp));
        TRY(transaction.commit());
    }
    return {};
}

} // namespace caseward::store
