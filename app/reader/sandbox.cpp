// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/sandbox.h"

#include "app/reader/landlock.h"
#include "app/reader/systemcalls.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace caseward::reader {

namespace {

constexpr rlim_t mostDescriptors = 64;

bool limit(__rlimit_resource resource, std::uint64_t most)
{
    const rlimit both = {most, most};
    return ::setrlimit(resource, &both) == 0;
}

bool setLimits(const Confinement &confinement)
{
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_NOFILE, mostDescriptors)
        && limit(RLIMIT_MEMLOCK, 0) && limit(RLIMIT_MSGQUEUE, 0) && limit(RLIMIT_FSIZE, confinement.largestAnswer)
        && limit(RLIMIT_CPU, confinement.cpuSeconds) && limit(RLIMIT_AS, confinement.memory);
}

// Landlock and seccomp would not reach a thread that runs already.
bool isSingleThreaded()
{
    DIR *tasks = ::opendir("/proc/self/task");
    if (tasks == nullptr)
        return false;
    int count = 0;
    while (const dirent *entry = ::readdir(tasks))
        count += entry->d_name[0] != '.' ? 1 : 0;
    ::closedir(tasks);
    return count == 1;
}

} // namespace

std::optional<std::uint32_t> lockDown(const Confinement &confinement)
{
    if (!isSingleThreaded() || !setLimits(confinement))
        return std::nullopt;
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return std::nullopt;
    const std::optional<std::uint32_t> abi = closeFileSystem(confinement.readable);
    if (!abi || !filterSystemCalls(confinement.socket))
        return std::nullopt;
    return abi;
}

bool tieLifeTo(int lifeline)
{
    if (::fcntl(lifeline, F_SETOWN, ::getpid()) != 0)
        return false;
    const int flags = ::fcntl(lifeline, F_GETFL);
    if (flags < 0 || ::fcntl(lifeline, F_SETFL, flags | O_ASYNC) != 0)
        return false;
    // It may have been cut before it was armed.
    pollfd end = {lifeline, POLLIN, 0};
    return ::poll(&end, 1, 0) == 0;
}

} // namespace caseward::reader
