// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/plainsqlite.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace caseward::bench {

namespace {

void require(int code, int wanted, sqlite3 *handle)
{
    if (code == wanted)
        return;
    std::fprintf(stderr, "caseward-bench: plain SQLite: %s\n", sqlite3_errmsg(handle));
    std::exit(1);
}

} // namespace

PlainSqlite::PlainSqlite(const Path &file)
{
    require(sqlite3_open(file.c_str(), &m_handle), SQLITE_OK, m_handle);
    execute("PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;");
}

PlainSqlite::~PlainSqlite()
{
    sqlite3_finalize(m_insert);
    sqlite3_close(m_handle);
}

void PlainSqlite::execute(const char *sql)
{
    require(sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr), SQLITE_OK, m_handle);
}

void PlainSqlite::insertEntry(std::int64_t seq, const std::string &text, BytesView leaf)
{
    if (!m_insert)
        require(sqlite3_prepare_v2(m_handle, "INSERT INTO entries(seq, entry, leaf) VALUES(?,?,?)", -1, &m_insert, nullptr), SQLITE_OK, m_handle);
    sqlite3_bind_int64(m_insert, 1, seq);
    sqlite3_bind_text64(m_insert, 2, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    sqlite3_bind_blob64(m_insert, 3, leaf.data(), leaf.size(), SQLITE_TRANSIENT);
    require(sqlite3_step(m_insert), SQLITE_DONE, m_handle);
    sqlite3_reset(m_insert);
}

void PlainSqlite::insertDocket(const std::string &id, const std::string &reference, const std::string &due, const std::string &summary)
{
    if (!m_insert)
        require(sqlite3_prepare_v2(m_handle, "INSERT INTO docket(id, reference, due, summary) VALUES(?,?,?,?)", -1, &m_insert, nullptr), SQLITE_OK, m_handle);
    int column = 0;
    for (const std::string *value : {&id, &reference, &due, &summary})
        sqlite3_bind_text64(m_insert, ++column, value->data(), value->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    require(sqlite3_step(m_insert), SQLITE_DONE, m_handle);
    sqlite3_reset(m_insert);
}

void PlainSqlite::readEntries(const std::function<void(const std::string &)> &each)
{
    sqlite3_stmt *statement = nullptr;
    require(sqlite3_prepare_v2(m_handle, "SELECT entry FROM entries ORDER BY seq", -1, &statement, nullptr), SQLITE_OK, m_handle);
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement))
        each(std::string(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)), static_cast<std::size_t>(sqlite3_column_bytes(statement, 0))));
    require(code, SQLITE_DONE, m_handle);
    sqlite3_finalize(statement);
}

std::int64_t PlainSqlite::count(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    require(sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr), SQLITE_OK, m_handle);
    require(sqlite3_step(statement), SQLITE_ROW, m_handle);
    const std::int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

} // namespace caseward::bench
