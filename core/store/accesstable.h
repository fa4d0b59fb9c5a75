// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of vault.db about people: the reasons for each person's access to a case, the rosters held, and settings. Whether
// somebody can open a case is said by its envelope alone; these rows say why, until when and by whom. One thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace caseward::store {

enum class Part { Whole, First, Second };   // of a key that takes one person, or two

struct AccessRow {
    CaseId caseId;
    PersonId person;
    Digest fingerprint;                 // of the certificate the case key was sealed for
    std::string reason;
    Instant expires;                    // 0: without end
    std::string grantedBy;              // person id; empty: whoever made or received the case here
    Instant at;
    Part part = Part::Whole;
};

class AccessTable {
public:
    explicit AccessTable(Database &database) : m_database(database) {}
    Result<std::vector<AccessRow>> ofCase(const CaseId &id);
    Result<std::vector<AccessRow>> ofPerson(const PersonId &person);
    Status put(const AccessRow &row);               // replaces the row of that case and certificate
    Status removeCase(const CaseId &id);

private:
    Database &m_database;
};

struct SignedRoster { std::string office; std::uint64_t version = 0; std::string json; Bytes signature; };

class RosterTable {
public:
    explicit RosterTable(Database &database) : m_database(database) {}
    Result<std::optional<SignedRoster>> newest(const std::string &office);
    Result<std::vector<SignedRoster>> newestOfAll();
    Status add(const SignedRoster &roster);         // older versions stay

private:
    Database &m_database;
};

class SettingsTable {
public:
    explicit SettingsTable(Database &database) : m_database(database) {}
    Result<std::string> text(const std::string &key, std::string otherwise);
    Status set(const std::string &key, const std::string &value);

private:
    Database &m_database;
};

} // namespace caseward::store
