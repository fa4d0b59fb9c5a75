// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <sqlite3.h>

namespace caseward::store {

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

} // namespace caseward::store
