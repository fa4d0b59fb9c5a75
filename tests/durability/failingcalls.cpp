// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/durability/failingcalls.h"

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace caseward::tests {

namespace {

struct Plan {
    std::string folder;
    std::array<std::string, 1024> files = {}; // path by descriptor, empty when it is none of ours
    Failing how = Failing::Once;
    std::uint64_t at = 0, count = 0;          // at 0: disarmed
    bool failed = false;
    std::string where;
};
Plan plan;

enum class Need { Room, Change, Nothing };

// The error this call must give, or 0. `firstFull`: the very call at which the disk became full.
int verdict(const char *call, const std::string &path, Need need, bool *firstFull = nullptr)
{
    if (plan.at == 0 || path.empty())
        return 0;
    if (plan.how == Failing::ReadOnly) {
        plan.failed = plan.failed || need != Need::Nothing;
        return need == Need::Nothing ? 0 : EROFS;
    }
    const bool full = plan.how == Failing::Full || plan.how == Failing::FullShort;
    if (full && need != Need::Room)
        return 0;
    const std::uint64_t number = ++plan.count;
    const bool fails = plan.how == Failing::Once ? number == plan.at : number >= plan.at;
    if (!fails)
        return 0;
    if (!plan.failed)
        plan.where = std::string(call) + " " + path;
    if (firstFull)
        *firstFull = !plan.failed;
    plan.failed = true;
    return full ? ENOSPC : EIO;
}

std::string pathOf(int fd)
{
    return fd >= 0 && static_cast<std::size_t>(fd) < plan.files.size() ? plan.files[static_cast<std::size_t>(fd)] : std::string();
}
std::string ours(const char *path)
{
    return !plan.folder.empty() && std::strncmp(path, plan.folder.c_str(), plan.folder.size()) == 0 ? path : "";
}
// Making a file needs room; opening one that is there does not.
Need needOf(const char *path, int flags)
{
    if ((flags & O_CREAT) && ::access(path, F_OK) != 0)
        return Need::Room;
    return (flags & O_ACCMODE) == O_RDONLY ? Need::Nothing : Need::Change;
}
int opened(int fd, const char *path)
{
    if (fd >= 0 && static_cast<std::size_t>(fd) < plan.files.size())
        plan.files[static_cast<std::size_t>(fd)] = ours(path);
    return fd;
}
// -1 with errno for the callers, who are C.
int refuse(int error)
{
    errno = error;
    return -1;
}

} // namespace

void FailingCalls::watch(const std::string &folder)
{
    plan.folder = folder;
}
void FailingCalls::arm(Failing how, std::uint64_t n)
{
    plan.how = how;
    plan.at = n;
    plan.count = 0;
    plan.failed = false;
    plan.where.clear();
}
void FailingCalls::disarm()
{
    plan.at = 0;
}
bool FailingCalls::failed()
{
    return plan.failed;
}
std::string FailingCalls::where()
{
    return plan.where;
}

} // namespace caseward::tests

using caseward::tests::Need;
using namespace caseward::tests;

// The names are those the linker's --wrap asks for.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {

int __real_open(const char *path, int flags, ...);
int __real_open64(const char *path, int flags, ...);
int __real_close(int fd);
ssize_t __real_read(int fd, void *into, size_t size);
ssize_t __real_write(int fd, const void *from, size_t size);
ssize_t __real_pread64(int fd, void *into, size_t size, off64_t at);
ssize_t __real_pwrite64(int fd, const void *from, size_t size, off64_t at);
int __real_fsync(int fd);
int __real_fdatasync(int fd);
int __real_ftruncate64(int fd, off64_t size);
int __real_unlink(const char *path);
int __real_rename(const char *from, const char *to);
int __real_renameat2(int fromFd, const char *from, int toFd, const char *to, unsigned flags);
int __real_mkdir(const char *path, mode_t mode);
int __real_link(const char *from, const char *to);
int __real_syncfs(int fd);

int __wrap_open(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = (flags & O_CREAT) ? va_arg(list, mode_t) : 0;
    va_end(list);
    const int error = verdict("open", ours(path), needOf(path, flags));
    return error ? refuse(error) : opened(__real_open(path, flags, mode), path);
}
int __wrap_open64(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = (flags & O_CREAT) ? va_arg(list, mode_t) : 0;
    va_end(list);
    const int error = verdict("open", ours(path), needOf(path, flags));
    return error ? refuse(error) : opened(__real_open64(path, flags, mode), path);
}
int __wrap_close(int fd)
{
    if (fd >= 0 && static_cast<std::size_t>(fd) < plan.files.size())
        plan.files[static_cast<std::size_t>(fd)].clear();
    return __real_close(fd);
}
ssize_t __wrap_read(int fd, void *into, size_t size)
{
    const int error = verdict("read", pathOf(fd), Need::Nothing);
    return error ? refuse(error) : __real_read(fd, into, size);
}
ssize_t __wrap_write(int fd, const void *from, size_t size)
{
    bool first = false;
    const int error = verdict("write", pathOf(fd), Need::Room, &first);
    if (error && first && plan.how == Failing::FullShort && size > 1)
        return __real_write(fd, from, size / 2);
    return error ? refuse(error) : __real_write(fd, from, size);
}
ssize_t __wrap_pread64(int fd, void *into, size_t size, off64_t at)
{
    const int error = verdict("pread", pathOf(fd), Need::Nothing);
    return error ? refuse(error) : __real_pread64(fd, into, size, at);
}
ssize_t __wrap_pwrite64(int fd, const void *from, size_t size, off64_t at)
{
    bool first = false;
    const int error = verdict("pwrite", pathOf(fd), Need::Room, &first);
    if (error && first && plan.how == Failing::FullShort && size > 1)
        return __real_pwrite64(fd, from, size / 2, at);
    return error ? refuse(error) : __real_pwrite64(fd, from, size, at);
}
int __wrap_fsync(int fd)
{
    const int error = verdict("fsync", pathOf(fd), Need::Nothing);
    return error ? refuse(error) : __real_fsync(fd);
}
int __wrap_fdatasync(int fd)
{
    const int error = verdict("fdatasync", pathOf(fd), Need::Nothing);
    return error ? refuse(error) : __real_fdatasync(fd);
}
int __wrap_ftruncate64(int fd, off64_t size)
{
    const int error = verdict("ftruncate", pathOf(fd), Need::Room);
    return error ? refuse(error) : __real_ftruncate64(fd, size);
}
int __wrap_unlink(const char *path)
{
    const int error = verdict("unlink", ours(path), Need::Change);
    return error ? refuse(error) : __real_unlink(path);
}
int __wrap_rename(const char *from, const char *to)
{
    const int error = verdict("rename", ours(to), Need::Room);
    return error ? refuse(error) : __real_rename(from, to);
}
int __wrap_renameat2(int fromFd, const char *from, int toFd, const char *to, unsigned flags)
{
    const int error = verdict("rename", ours(to), Need::Room);
    return error ? refuse(error) : __real_renameat2(fromFd, from, toFd, to, flags);
}
int __wrap_mkdir(const char *path, mode_t mode)
{
    const int error = verdict("mkdir", ours(path), Need::Room);
    return error ? refuse(error) : __real_mkdir(path, mode);
}

int __wrap_link(const char *from, const char *to)
{
    const int error = verdict("link", ours(to), Need::Room);
    return error ? refuse(error) : __real_link(from, to);
}
int __wrap_syncfs(int fd)
{
    const int error = verdict("syncfs", pathOf(fd), Need::Nothing);
    return error ? refuse(error) : __real_syncfs(fd);
}

} // extern "C"
// NOLINTEND(bugprone-reserved-identifier)
