// SPDX-License-Identifier: GPL-3.0-or-later
// The peer: a database of the same SQLite, with the settings of core/store but for the key.
#pragma once

#include "core/base/bytes.h"
#include "core/base/files.h"

#include <functional>

struct sqlite3;
struct sqlite3_stmt;

namespace caseward::bench {

class PlainSqlite {
public:
    explicit PlainSqlite(const Path &file);
    ~PlainSqlite();
    PlainSqlite(const PlainSqlite &) = delete;
    PlainSqlite &operator=(const PlainSqlite &) = delete;

    void execute(const char *sql);
    void insertEntry(std::int64_t seq, const std::string &text, BytesView leaf);
    void insertDocket(const std::string &id, const std::string &reference, const std::string &due, const std::string &summary);
    void readEntries(const std::function<void(const std::string &)> &each);
    std::int64_t count(const char *sql);                    // the first number of the first row

private:
    sqlite3 *m_handle = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

} // namespace caseward::bench
