// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLCipher connection with a raw 32-byte key. The only place that includes sqlite3.h; SQL text is always a
// constant with bound parameters. Settings are those of FORMATS.md: 8192-byte pages, HMAC-SHA-256, WAL,
// synchronous=FULL, foreign keys on, secure delete, temporary tables in memory. One thread.
// Faults: VaultDamaged (does not decrypt or verify), VaultTruncated, VaultLocked, VaultReadOnly, DiskFull, IoFailed, Internal.
#pragma once

#include "core/base/files.h"
#include "core/crypto/secret.h"

#include <functional>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace caseward::store {

class Database;

// A prepared statement in use. Bind from 1, step until it says no row, then it is done.
class Statement {
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    Statement &bind(int index, std::string_view text);
    Statement &bind(int index, std::int64_t number);
    Statement &bind(int index, double number);
    Statement &bind(int index, BytesView blob);
    Result<bool> step();                       // true: a row is there
    Status run();                              // steps once, expects no row
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] Bytes blob(int column) const;

private:
    friend class Database;
    Statement(Database *database, sqlite3_stmt *statement) : m_database(database), m_statement(statement) {}
    Database *m_database;
    sqlite3_stmt *m_statement;
    int m_error = 0;
};

// ReadOnly changes nothing on the medium, not even beside the file: what a log left behind holds is read from the log.
enum class OpenMode { Create, Existing, ReadOnly };

class Database {
public:
    static Result<Database> open(const Path &file, const crypto::Secret &key, OpenMode mode);
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    ~Database();

    Status execute(const char *constantSql);   // several statements, no parameters
    Result<Statement> prepare(const char *constantSql);
    Status checkIntegrity();                   // every page's HMAC, then SQLite's own check
    void close();                              // every later call is a fault
    Status foldLog();                          // moves the write-ahead log into the file and empties it; VaultLocked when it cannot
    Status changeKey(const crypto::Secret &next); // every page anew, one transaction; only for copies (core/store/rekey.h)

    // The file's own, encrypted bytes, in order; complete after foldLog().
    Status readRaw(const std::function<Status(BytesView)> &sink);

    [[nodiscard]] Fault fault(int code, const char *step) const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] Status needWritable() const; // VaultReadOnly
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    Database(sqlite3 *handle, Path file) : m_handle(handle), m_file(std::move(file)) {}
    Status prepareKeyed(const crypto::Secret &key);
    Status firstRead();
    sqlite3 *m_handle = nullptr;
    Path m_file;
};

// BEGIN IMMEDIATE … COMMIT; rolls back when it dies uncommitted.
class Transaction {
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Status commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

} // namespace caseward::store
