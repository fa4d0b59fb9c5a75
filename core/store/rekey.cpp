// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rekey.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace caseward::store {

namespace {

Path rekeyedOf(const Path &file)
{
    return file.string() + ".rekeyed";
}

// The file with all that SQLite keeps beside it.
void removeDatabase(const Path &file)
{
    std::error_code ignored;
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(file.string() + suffix, ignored);
}

Status syncFile(const Path &file)
{
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return faultFromErrno(errno, "opening", file);
    const int outcome = ::fsync(fd);
    const int error = errno;
    ::close(fd);
    return outcome == 0 ? Status() : Status(faultFromErrno(error, "syncing", file));
}

// Everything that stands in the write-ahead log goes into the file itself, so that the file alone is the database.
Status gather(const Path &file, const crypto::Secret &key)
{
    auto database = TRY(Database::open(file, key, OpenMode::Existing));
    return database.foldLog();
}

Status makeCopy(const Path &file, const Path &copy, const crypto::Secret &key, const crypto::Secret &next)
{
    std::error_code error;
    std::filesystem::copy_file(file, copy, error);
    if (error)
        return faultFromErrno(error.value(), "copying", file);
    {
        auto database = TRY(Database::open(copy, key, OpenMode::Existing));
        TRY(database.changeKey(next));
        TRY(database.foldLog());
    }
    // Whether the copy is whole is asked of the copy, under the key it must have.
    auto database = TRY(Database::open(copy, next, OpenMode::Existing));
    TRY(database.checkIntegrity());
    return database.foldLog();
}

} // namespace

Status prepareRekeyed(const Path &file, const crypto::Secret &key, const crypto::Secret &next)
{
    TRY(gather(file, key));
    const Path copy = rekeyedOf(file);
    removeDatabase(copy);
    Status made = makeCopy(file, copy, key, next);
    if (made.ok())
        made = syncFile(copy);
    if (made.ok())
        made = syncDirectory(copy.parent_path());
    if (!made.ok())
        removeDatabase(copy);
    return made;
}

Status settleRekeyed(const Path &file, const crypto::Secret &key)
{
    const Path copy = rekeyedOf(file);
    std::error_code error;
    if (!std::filesystem::exists(copy, error))
        return {};
    bool counts = false;
    {
        const auto database = Database::open(copy, key, OpenMode::Existing);
        // Only a wrong key says that the copy does not count; a disk that fails now says nothing.
        if (!database.ok() && database.fault().code != FaultCode::VaultDamaged && database.fault().code != FaultCode::VaultTruncated)
            return database.fault();
        counts = database.ok();
    }
    if (!counts) {
        removeDatabase(copy);
        return {};
    }
    // The log of the original holds pages under the old key.
    for (const char *suffix : {"-wal", "-shm", "-journal"})
        std::filesystem::remove(file.string() + suffix, error);
    std::filesystem::rename(copy, file, error);
    if (error)
        return faultFromErrno(error.value(), "renaming", copy);
    for (const char *suffix : {"-wal", "-shm"})
        std::filesystem::remove(copy.string() + suffix, error);
    return syncDirectory(file.parent_path());
}

} // namespace caseward::store
