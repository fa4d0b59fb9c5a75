// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vaultlock.h"

#include "core/base/clock.h"

#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace caseward::store {

namespace {

constexpr std::size_t noteBytes = 200;

// "caseward, process 1234 on desk-7, since 2026-11-22T09:15:02.114Z"
std::string ownNote()
{
    std::array<char, 65> host{};
    ::gethostname(host.data(), host.size() - 1);
    return std::string(program_invocation_short_name).substr(0, 40) + ", process " + std::to_string(::getpid()) + " on " + host.data() +
           ", since " + toText(SystemClock().now()) + "\n";
}

// What the holder wrote, as far as it is words: the file may hold anything.
std::string noteIn(int fd)
{
    std::array<char, noteBytes> bytes{};
    const ssize_t got = ::pread(fd, bytes.data(), bytes.size(), 0);
    std::string note;
    for (ssize_t index = 0; index < got; ++index) {
        const char c = bytes[static_cast<std::size_t>(index)];
        if (c < ' ' || c > '~')
            break;
        note += c;
    }
    return note;
}

} // namespace

Result<VaultLock> VaultLock::acquire(const Path &vault, Sharing sharing)
{
    const Path path = vault / "lock";
    const bool alone = sharing == Sharing::Alone;
    const int fd = ::open(path.c_str(), (alone ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0 && !alone && errno == ENOENT)
        return VaultLock(-1);
    if (fd < 0)
        return faultFromErrno(errno, "open", path);
    VaultLock lock(fd);
    while (::flock(fd, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        const int error = errno;
        if (error == EINTR)
            continue;
        if (error != EWOULDBLOCK)
            return faultFromErrno(error, "lock", path);
        const std::string holder = noteIn(fd);
        return fail(FaultCode::VaultLocked, vault.string() + " is open in " + (holder.empty() ? "another program" : holder),
                    {{"path", path.string()}, {"holder", holder}});
    }
    if (alone) {
        // Only a courtesy: on a full disk the lock holds without it.
        const std::string note = ownNote();
        if (::ftruncate(fd, 0) == 0)
            static_cast<void>(::pwrite(fd, note.data(), note.size(), 0) > 0);
    }
    return lock;
}

VaultLock::VaultLock(VaultLock &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

VaultLock &VaultLock::operator=(VaultLock &&other) noexcept
{
    std::swap(m_fd, other.m_fd); // the other one's destructor lets go of what was held here
    return *this;
}

VaultLock::~VaultLock()
{
    if (m_fd >= 0)
        ::close(m_fd); // also unlocks: nothing else shares this open description
}

} // namespace caseward::store
