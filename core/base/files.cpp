// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/base/descriptor.h"
#include "core/base/random.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace caseward {

namespace {

constexpr mode_t fileMode = 0600;
constexpr mode_t directoryMode = 0700;
constexpr std::size_t readStep = 1u << 20;

Path directoryOf(const Path &path)
{
    return path.has_parent_path() ? path.parent_path() : Path(".");
}

// One fixed shape, so that what a crash left behind can be recognised; independent of the final name's length.
Path temporaryBeside(const Path &path)
{
    std::array<std::uint8_t, 8> salt{};
    SystemRandom().fill(salt);
    return directoryOf(path) / (".caseward-" + toHex(salt) + ".tmp");
}

// rename(2) that refuses a name that is taken, also where the file system knows no RENAME_NOREPLACE.
int renameWithoutOverwriting(const Path &from, const Path &to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (::link(from.c_str(), to.c_str()) != 0)
        return errno;
    return ::unlink(from.c_str()) == 0 ? 0 : errno;
}

} // namespace

Fault faultFromErrno(int error, const char *step, const Path &path)
{
    FaultCode code = FaultCode::IoFailed;
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        code = FaultCode::NotFound;
        break;
    case EEXIST:
        code = FaultCode::AlreadyExists;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        code = FaultCode::PermissionDenied;
        break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        code = FaultCode::DiskFull;
        break;
    default:
        break;
    }
    const std::string reason = std::generic_category().message(error);
    return fail(code, std::string(step) + " " + path.string() + ": " + reason,
                {{"path", path.string()}, {"step", step}, {"reason", reason}});
}

Status writeFully(int fd, BytesView bytes, const Path &path)
{
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
        if (wrote < 0) {
            if (errno == EINTR)
                continue;
            return faultFromErrno(errno, "write", path);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(wrote));
    }
    return {};
}

Result<Bytes> readToEnd(int fd, std::uint64_t most, const Path &path)
{
    Bytes content;
    for (;;) {
        // One byte more than allowed is enough to know that it is too much.
        const std::uint64_t room = most - content.size();
        const std::size_t want = room < readStep ? static_cast<std::size_t>(room) + 1 : readStep;
        const std::size_t have = content.size();
        content.resize(have + want);
        const ssize_t got = ::read(fd, content.data() + have, want);
        const int error = errno;
        content.resize(have + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got < 0 && error == EINTR)
            continue;
        if (got < 0)
            return faultFromErrno(error, "read", path);
        if (got == 0)
            return content;
        if (content.size() > most)
            return fail(FaultCode::TooLarge, path.string() + " has more than " + std::to_string(most) + " bytes",
                        {{"path", path.string()}});
    }
}

Result<Bytes> readFile(const Path &path, std::uint64_t most)
{
    // O_NONBLOCK, so that a FIFO put in a file's place cannot hang us; it means nothing to regular files.
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return faultFromErrno(errno, "open", path);
    struct stat status = {};
    Result<Bytes> content = fail(FaultCode::NotFound, path.string() + " is not a regular file", {{"path", path.string()}});
    if (::fstat(fd, &status) != 0)
        content = faultFromErrno(errno, "examine", path);
    else if (S_ISREG(status.st_mode))
        content = readToEnd(fd, most, path);
    ::close(fd);
    return content;
}

Status writeFile(const Path &path, BytesView bytes, Overwrite overwrite)
{
    PendingFile file = TRY(PendingFile::create(path));
    TRY(file.write(bytes));
    return file.publish(overwrite);
}

Status makeDirectory(const Path &path)
{
    if (::mkdir(path.c_str(), directoryMode) != 0)
        return faultFromErrno(errno, "create", path);
    return syncDirectory(directoryOf(path));
}

Status syncDirectory(const Path &path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return faultFromErrno(errno, "open", path);
    const int error = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    if (error != 0 && error != EINVAL) // EINVAL: this file system has no directories to sync
        return faultFromErrno(error, "sync", path);
    return {};
}

PendingFile::PendingFile(int fd, Path temporary, Path final)
    : m_fd(fd)
    , m_temporary(std::move(temporary))
    , m_final(std::move(final))
{
}

PendingFile::PendingFile(PendingFile &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_temporary(std::move(other.m_temporary))
    , m_final(std::move(other.m_final))
{
}

PendingFile::~PendingFile()
{
    abandon();
}

Result<PendingFile> PendingFile::create(const Path &finalPath)
{
    Path temporary = temporaryBeside(finalPath);
    const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, fileMode);
    if (fd < 0)
        return faultFromErrno(errno, "create", temporary);
    return PendingFile(fd, std::move(temporary), finalPath);
}

Status PendingFile::write(BytesView bytes)
{
    if (m_fd < 0)
        return closedFault();
    Status status = writeFully(m_fd, bytes, m_temporary);
    if (!status.ok())
        abandon(); // a file with a hole in it must never be committed
    else if (bytes.size() >= readStep)
        // Only a hint: the disk begins on it while the next bytes are made, and sync() has less to wait for.
        static_cast<void>(::sync_file_range(m_fd, 0, 0, SYNC_FILE_RANGE_WRITE));
    return status;
}

Status PendingFile::sync()
{
    if (m_fd < 0)
        return closedFault();
    if (::fdatasync(m_fd) == 0)
        return {};
    const int error = errno;
    abandon(); // after a failed sync the kernel may have dropped the pages: trying again proves nothing
    return faultFromErrno(error, "sync", m_temporary);
}

Status PendingFile::commit()
{
    return publish(Overwrite::Never);
}

Status PendingFile::publish(Overwrite overwrite)
{
    TRY(sync());
    int error = 0;
    if (overwrite == Overwrite::Never)
        error = renameWithoutOverwriting(m_temporary, m_final);
    else if (::rename(m_temporary.c_str(), m_final.c_str()) != 0)
        error = errno;
    if (error != 0) {
        abandon();
        return faultFromErrno(error, "rename", m_final);
    }
    ::close(std::exchange(m_fd, -1));
    Status named = syncDirectory(directoryOf(m_final));
    if (!named.ok() && overwrite == Overwrite::Never)
        ::unlink(m_final.c_str()); // a name that may be gone after a power cut must not look like success to anybody
    return named;
}

void PendingFile::abandon()
{
    if (m_fd < 0)
        return;
    ::close(std::exchange(m_fd, -1));
    ::unlink(m_temporary.c_str());
}

Fault PendingFile::closedFault() const
{
    return fail(FaultCode::Internal, "the pending file for " + m_final.string() + " is closed already");
}

} // namespace caseward
