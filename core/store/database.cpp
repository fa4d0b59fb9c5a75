// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <mutex>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

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

// A log with something in it: a program was stopped, and SQLite completes the file from it.
bool hasLog(const Path &file)
{
    std::error_code error;
    const auto log = std::filesystem::file_size(file.string() + "-wal", error);
    return !error && log > 0;
}

// A database is whole pages: anything else was cut short, unless a log is there.
Status checkWholePages(const Path &file)
{
    if (hasLog(file))
        return {};
    std::error_code ignored;
    const auto size = std::filesystem::file_size(file, ignored);
    if (size == 0 || size % 8192 != 0)
        return fail(FaultCode::VaultTruncated, file.string() + " is cut short", {{"file", file.filename().string()}});
    return {};
}

// The path as a URI that says nothing will change the file: SQLite then neither locks it nor looks for a log.
std::string immutableUri(const Path &file)
{
    std::string uri = "file:";
    std::error_code error;
    const Path absolute = std::filesystem::absolute(file, error);
    for (const char c : (error ? file : absolute).string()) {
        if (c == '%' || c == '?' || c == '#') {
            constexpr std::string_view digits = "0123456789ABCDEF";
            uri += '%';
            uri += digits[static_cast<unsigned char>(c) >> 4];
            uri += digits[static_cast<unsigned char>(c) & 15];
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

// So that the file is nobody else's from the start, and so that the system's reason is known when it cannot be made.
Status createEmpty(const Path &file)
{
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return faultFromErrno(errno, "create", file);
    ::close(fd);
    return {};
}

// Why nothing can be made beside a file, or 0: SQLite tries twice and keeps only what the second try, for reading, said.
int errorOfCreatingBeside(const Path &file)
{
    const std::string probe = file.string() + "-probe";
    const int fd = ::open(probe.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return errno;
    ::close(fd);
    ::unlink(probe.c_str());
    return 0;
}

int openHandle(const Path &file, OpenMode mode, sqlite3 **handle)
{
    if (mode != OpenMode::ReadOnly)
        return sqlite3_open_v2(file.c_str(), handle,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mode == OpenMode::Create ? SQLITE_OPEN_CREATE : 0), nullptr);
    // An immutable file's log would be passed over, and with it the newest entries.
    return hasLog(file) ? sqlite3_open_v2(file.c_str(), handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, "unix-none")
                        : sqlite3_open_v2(immutableUri(file).c_str(), handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr);
}

// The system's own reason for the last failure on a database or its log, or 0.
int systemError(sqlite3 *handle, int code)
{
    if ((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_IOERR)
        return sqlite3_system_errno(handle);
    // SQLite takes an error while reading for a damaged file; a sector that cannot be read is no forgery.
    int error = 0;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
    sqlite3_file *log = nullptr;
    if (error == 0 && sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK && log && log->pMethods)
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &error);
    return error;
}

} // namespace

Result<Database> Database::open(const Path &file, const crypto::Secret &key, OpenMode mode)
{
    if (key.size() != 32)
        return fail(FaultCode::Internal, "a database key has 32 bytes");
    TRY(setCipherDefaults());

    std::error_code ignored;
    const bool there = std::filesystem::exists(file, ignored);
    if (mode != OpenMode::Create && !there)
        return fail(FaultCode::VaultTruncated, file.string() + " is missing", {{"file", file.filename().string()}});
    if (mode == OpenMode::Create && there)
        return fail(FaultCode::AlreadyExists, file.string() + " exists", {{"file", file.string()}});
    if (mode != OpenMode::Create)
        TRY(checkWholePages(file));

    if (mode == OpenMode::Create)
        TRY(createEmpty(file));
    sqlite3 *handle = nullptr;
    const int opened = openHandle(file, mode, &handle);
    Database database(handle, file);
    if (opened != SQLITE_OK)
        return database.fault(opened, "opening");
    // SQLite falls back to reading alone without a word when the file cannot be opened for writing.
    if (mode != OpenMode::ReadOnly && database.isReadOnly()) {
        const bool allowed = ::access(file.c_str(), W_OK) == 0;
        return fail(allowed ? FaultCode::IoFailed : FaultCode::VaultReadOnly, file.string() + " cannot be opened for writing",
                    {{"file", file.filename().string()}});
    }
    TRY(database.prepareKeyed(key));
    if (mode == OpenMode::ReadOnly)
        // In exclusive mode the index of a log is kept in memory instead of a file beside it.
        TRY(database.execute("PRAGMA locking_mode=EXCLUSIVE;"));
    TRY(database.firstRead());
    if (mode != OpenMode::ReadOnly)
        TRY(database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"));
    return database;
}

Status Database::prepareKeyed(const crypto::Secret &key)
{
    const crypto::Secret spelled = rawKeySpelling(key);
    if (sqlite3_key_v2(m_handle, "main", spelled.view().data(), static_cast<int>(spelled.size())) != SQLITE_OK)
        return fail(FaultCode::Internal, "the key was refused by SQLCipher");
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, 2000);

    // SQLCipher writes errors to stderr unless told so after the key and before the first read.
    TRY(execute("PRAGMA cipher_log_level=NONE;"));
    {
        auto version = TRY(prepare("PRAGMA cipher_version;"));
        if (!TRY(version.step()) || version.text(0).empty())
            return fail(FaultCode::Internal, "this is not SQLCipher; refusing to store plaintext");
    }
    return execute("PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;");
}

bool Database::isReadOnly() const
{
    return sqlite3_db_readonly(m_handle, "main") == 1;
}

Status Database::needWritable() const
{
    if (isReadOnly())
        return fail(FaultCode::VaultReadOnly, m_file.string() + " was opened for reading alone", {{"file", m_file.filename().string()}});
    return {};
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
    const bool onlyShort = first.code == FaultCode::VaultDamaged && (code & 0xff) == SQLITE_CORRUPT && execute("PRAGMA writable_schema=ON;").ok() && execute(read).ok();
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
    // SQLCipher's check reads the file past the log: a page that a stopped checkpoint left torn there is whole in the log and
    // would be called damaged. So the log goes into the file first; where it may not, SQLite's check reads every page through it.
    std::error_code ignored;
    const bool hasLog = std::filesystem::file_size(m_file.string() + "-wal", ignored) > 0 && !ignored;
    if (hasLog && !isReadOnly())
        TRY(foldLog());
    std::vector<const char *> checks{"PRAGMA cipher_integrity_check;", "PRAGMA integrity_check;"};
    if (hasLog && isReadOnly())
        checks.erase(checks.begin());
    for (const char *check : checks) {
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

Status Database::readRaw(const std::function<Status(BytesView)> &sink)
{
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 0;
    int code = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code != SQLITE_OK || !file || !file->pMethods)
        return fail(FaultCode::Internal, m_file.string() + " has no file");
    code = file->pMethods->xFileSize(file, &size);
    Bytes buffer(1u << 20);
    for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size;) {
        const auto amount = std::min<sqlite3_int64>(static_cast<sqlite3_int64>(buffer.size()), size - at);
        code = file->pMethods->xRead(file, buffer.data(), static_cast<int>(amount), at);
        if (code == SQLITE_OK)
            TRY(sink(BytesView(buffer).first(static_cast<std::size_t>(amount))));
        at += amount;
    }
    if (code != SQLITE_OK)
        return fail(FaultCode::IoFailed, "reading " + m_file.string() + ": " + sqlite3_errstr(code), {{"file", m_file.filename().string()}});
    return {};
}

Fault Database::fault(int code, const char *step) const
{
    const std::string detail = std::string(step) + " " + m_file.string() + ": " +
                               (m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code));
    const std::vector<std::pair<std::string, std::string>> arguments = {{"file", m_file.filename().string()}};
    const int system = m_handle ? systemError(m_handle, code) : 0;
    const bool full = system == ENOSPC || system == EDQUOT || system == EFBIG;
    switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return fail(system == EIO ? FaultCode::IoFailed : FaultCode::VaultDamaged, detail, arguments);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(FaultCode::VaultLocked, detail, arguments);
    case SQLITE_FULL:
        return fail(FaultCode::DiskFull, detail, arguments);
    case SQLITE_IOERR:
        // A short read of a page is what a file cut in the middle looks like.
        if (code == SQLITE_IOERR_SHORT_READ)
            return fail(FaultCode::VaultTruncated, detail, arguments);
        return fail(full ? FaultCode::DiskFull : FaultCode::IoFailed, detail, arguments);
    case SQLITE_READONLY:
        return fail(FaultCode::VaultReadOnly, detail, arguments);
    case SQLITE_CANTOPEN: {
        const int error = full || system == EIO ? system : errorOfCreatingBeside(m_file);
        const FaultCode why = faultFromErrno(error == 0 ? EIO : error, step, m_file).code;
        return fail(error == EROFS ? FaultCode::VaultReadOnly : why, detail, arguments);
    }
    case SQLITE_PERM:
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
