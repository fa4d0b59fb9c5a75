// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <sqlite3.h>

#include <array>
#include <mutex>

namespace caseward::store {

namespace {

// Process-wide defaults must be set before the first key, else VACUUM INTO and ATTACH write plaintext with another
// page size (TOOLING.md section 7).
Status setCipherDefaults()
{
    static std::once_flag once;
    static int outcome = SQLITE_ERROR;
    std::call_once(once, [] {
        sqlite3 *memory = nullptr;
        outcome = sqlite3_open(":memory:", &memory);
        if (outcome == SQLITE_OK)
            outcome = sqlite3_exec(memory,
                                   "PRAGMA cipher_default_page_size=8192;"
                                   "PRAGMA cipher_default_hmac_algorithm=HMAC_SHA256;",
                                   nullptr, nullptr, nullptr);
        sqlite3_close(memory);
    });
    if (outcome != SQLITE_OK)
        return fail(FaultCode::Internal, "SQLCipher's defaults cannot be set");
    return {};
}

// Raw key in SQLCipher's own spelling, x'<64 hex digits>', in secure memory.
crypto::Secret rawKeySpelling(const crypto::Secret &key)
{
    constexpr std::string_view digits = "0123456789abcdef";
    crypto::Secret spelled(3 + key.size() * 2);
    auto out = spelled.bytes();
    std::size_t at = 0;
    out[at++] = 'x';
    out[at++] = '\'';
    for (const std::uint8_t byte : key.view()) {
        out[at++] = static_cast<std::uint8_t>(digits[byte >> 4]);
        out[at++] = static_cast<std::uint8_t>(digits[byte & 15]);
    }
    out[at] = '\'';
    return spelled;
}

// A database is whole pages: anything else was cut short, unless a log is there that a stopped program left behind, from
// which SQLite completes the file.
Status checkWholePages(const Path &file)
{
    std::error_code ignored;
    const auto log = std::filesystem::file_size(file.string() + "-wal", ignored);
    if (!ignored && log > 0)
        return {};
    const auto size = std::filesystem::file_size(file, ignored);
    if (size == 0 || size % 8192 != 0)
        return fail(FaultCode::VaultTruncated, file.string() + " is cut short", {{"file", file.filename().string()}});
    return {};
}

} // namespace

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)), m_error(other.m_error)
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement &Statement::bind(int index, std::string_view text)
{
    const int code = sqlite3_bind_text64(m_statement, index, text.data() ? text.data() : "", text.size(),
                                         SQLITE_TRANSIENT, SQLITE_UTF8);
    m_error = m_error ? m_error : code;
    return *this;
}

Statement &Statement::bind(int index, std::int64_t number)
{
    const int code = sqlite3_bind_int64(m_statement, index, number);
    m_error = m_error ? m_error : code;
    return *this;
}

Statement &Statement::bind(int index, double number)
{
    const int code = sqlite3_bind_double(m_statement, index, number);
    m_error = m_error ? m_error : code;
    return *this;
}

Statement &Statement::bind(int index, BytesView blob)
{
    static const std::uint8_t nothing = 0;
    const int code = sqlite3_bind_blob64(m_statement, index, blob.empty() ? &nothing : blob.data(), blob.size(),
                                         SQLITE_TRANSIENT);
    m_error = m_error ? m_error : code;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_error)
        return m_database->fault(m_error, "binding");
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return m_database->fault(code, "running a statement");
}

Status Statement::run()
{
    if (TRY(step()))
        return fail(FaultCode::Internal, "a statement gave a row where none was expected");
    return {};
}

std::string Statement::text(int column) const
{
    const auto *bytes = sqlite3_column_text(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes ? std::string(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(size)) : std::string();
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

Bytes Statement::blob(int column) const
{
    const auto *bytes = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes ? Bytes(bytes, bytes + size) : Bytes();
}

Result<Database> Database::open(const Path &file, const crypto::Secret &key, OpenMode mode)
{
    if (key.size() != 32)
        return fail(FaultCode::Internal, "a database key has 32 bytes");
    TRY(setCipherDefaults());

    std::error_code ignored;
    const bool there = std::filesystem::exists(file, ignored);
    if (mode == OpenMode::Existing && !there)
        return fail(FaultCode::VaultTruncated, file.string() + " is missing", {{"file", file.filename().string()}});
    if (mode == OpenMode::Create && there)
        return fail(FaultCode::AlreadyExists, file.string() + " exists", {{"file", file.string()}});
    if (mode == OpenMode::Existing)
        TRY(checkWholePages(file));

    sqlite3 *handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mode == OpenMode::Create ? SQLITE_OPEN_CREATE : 0);
    const int opened = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    Database database(handle, file);
    if (opened != SQLITE_OK)
        return database.fault(opened, "opening");
    const crypto::Secret spelled = rawKeySpelling(key);
    if (sqlite3_key_v2(handle, "main", spelled.view().data(), static_cast<int>(spelled.size())) != SQLITE_OK)
        return fail(FaultCode::Internal, "the key was refused by SQLCipher");
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 2000);

    // SQLCipher writes errors to stderr unless told so after the key and before the first read.
    TRY(database.execute("PRAGMA cipher_log_level=NONE;"));
    {
        auto version = TRY(database.prepare("PRAGMA cipher_version;"));
        if (!TRY(version.step()) || version.text(0).empty())
            return fail(FaultCode::Internal, "this is not SQLCipher; refusing to store plaintext");
    }
    TRY(database.execute("PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON;"
                         "PRAGMA secure_delete=ON;"));
    TRY(database.firstRead());
    TRY(database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"));
    return database;
}

Status Database::firstRead()
{
    constexpr const char *read = "SELECT count(*) FROM sqlite_schema;";
    const int code = sqlite3_exec(m_handle, read, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return {};
    const Fault first = fault(code, "reading");
    // A file with fewer pages than its first one counts is "malformed" to SQLite, except with writable_schema, which
    // takes it as it is: so a file that can only be read that way lost its end.
    const bool onlyShort = (code & 0xff) == SQLITE_CORRUPT && execute("PRAGMA writable_schema=ON;").ok() && execute(read).ok();
    if (onlyShort)
        return fail(FaultCode::VaultTruncated, m_file.string() + " is cut short", first.arguments);
    return first;
}

Database::Database(Database &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_file(std::move(other.m_file))
{
}

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_file, other.m_file);
    return *this;
}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

void Database::close()
{
    sqlite3_close_v2(std::exchange(m_handle, nullptr));
}

Status Database::execute(const char *constantSql)
{
    if (!m_handle)
        return fail(FaultCode::Internal, m_file.string() + " is closed");
    const int code = sqlite3_exec(m_handle, constantSql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fault(code, "executing");
    return {};
}

Result<Statement> Database::prepare(const char *constantSql)
{
    if (!m_handle)
        return fail(FaultCode::Internal, m_file.string() + " is closed");
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(m_handle, constantSql, -1, &statement, nullptr);
    if (code != SQLITE_OK)
        return fault(code, "preparing a statement");
    return Statement(this, statement);
}

Status Database::checkIntegrity()
{
    for (const char *check : {"PRAGMA cipher_integrity_check;", "PRAGMA integrity_check;"}) {
        auto statement = TRY(prepare(check));
        while (TRY(statement.step())) {
            const std::string line = statement.text(0);
            if (line != "ok")
                return fail(FaultCode::VaultDamaged, m_file.string() + ": " + line,
                            {{"file", m_file.filename().string()}, {"found", line}});
        }
    }
    return {};
}

Status Database::foldLog()
{
    const int code = sqlite3_wal_checkpoint_v2(m_handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    return code == SQLITE_OK ? Status() : Status(fault(code, "folding the log of"));
}

Status Database::changeKey(const crypto::Secret &next)
{
    if (next.size() != 32)
        return fail(FaultCode::Internal, "a database key has 32 bytes");
    const crypto::Secret spelled = rawKeySpelling(next);
    const int code = sqlite3_rekey_v2(m_handle, "main", spelled.view().data(), static_cast<int>(spelled.size()));
    return code == SQLITE_OK ? Status() : Status(fault(code, "changing the key of"));
}

Fault Database::fault(int code, const char *step) const
{
    const std::string detail = std::string(step) + " " + m_file.string() + ": " +
                               (m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code));
    const std::vector<std::pair<std::string, std::string>> arguments = {{"file", m_file.filename().string()}};
    switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return fail(FaultCode::VaultDamaged, detail, arguments);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(FaultCode::VaultLocked, detail, arguments);
    case SQLITE_FULL:
        return fail(FaultCode::DiskFull, detail, arguments);
    case SQLITE_IOERR:
        // A short read of a page is what a file cut in the middle looks like.
        if (code == SQLITE_IOERR_SHORT_READ)
            return fail(FaultCode::VaultTruncated, detail, arguments);
        return fail(FaultCode::IoFailed, detail, arguments);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return fail(FaultCode::PermissionDenied, detail, arguments);
    default:
        // A page whose HMAC fails surfaces as a plain SQLITE_ERROR with a misleading text (TOOLING.md section 4).
        return fail(code == SQLITE_ERROR ? FaultCode::VaultDamaged : FaultCode::Internal, detail, arguments);
    }
}

Result<Transaction> Transaction::begin(Database &database)
{
    TRY(database.execute("BEGIN IMMEDIATE;"));
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database)
        sqlite3_exec(m_database->handle(), "ROLLBACK;", nullptr, nullptr, nullptr);
}

Status Transaction::commit()
{
    TRY(m_database->execute("COMMIT;"));
    m_database = nullptr;
    return {};
}

} // namespace caseward::store
