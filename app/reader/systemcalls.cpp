// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/systemcalls.h"

#include <cerrno>
#include <cstdint>
#include <initializer_list>

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace caseward::reader {

namespace {

// A filter under construction; the first rule that cannot be added spoils it.
class Filter {
public:
    Filter() : m_context(seccomp_init(SCMP_ACT_KILL_PROCESS)) { m_good = m_context != nullptr; }
    ~Filter()
    {
        if (m_context != nullptr)
            seccomp_release(m_context);
    }
    Filter(const Filter &) = delete;
    Filter &operator=(const Filter &) = delete;

    template <typename... Conditions>
    void add(std::uint32_t action, int call, Conditions... conditions)
    {
        if (m_good)
            m_good = seccomp_rule_add(m_context, action, call, sizeof...(conditions), conditions...) == 0;
    }
    template <typename... Conditions>
    void allow(int call, Conditions... conditions)
    {
        add(SCMP_ACT_ALLOW, call, conditions...);
    }
    bool load()
    {
        return m_good && seccomp_attr_set(m_context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0
            && seccomp_attr_set(m_context, SCMP_FLTATR_CTL_TSYNC, 1) == 0 && seccomp_load(m_context) == 0;
    }

private:
    scmp_filter_ctx m_context;
    bool m_good = false;
};

scmp_arg_cmp equals(unsigned argument, std::uint64_t value)
{
    return scmp_arg_cmp{argument, SCMP_CMP_EQ, value, 0};
}

scmp_arg_cmp maskedEquals(unsigned argument, std::uint64_t mask, std::uint64_t value)
{
    return scmp_arg_cmp{argument, SCMP_CMP_MASKED_EQ, mask, value};
}

void allowComputing(Filter &filter)
{
    for (const int call :
         {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(exit),
          SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction),
          SCMP_SYS(restart_syscall), SCMP_SYS(getrandom), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
          SCMP_SYS(time), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
          SCMP_SYS(getegid), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity)})
        filter.allow(call);
    filter.allow(SCMP_SYS(mmap), maskedEquals(2, PROT_EXEC, 0));
    filter.allow(SCMP_SYS(mprotect), maskedEquals(2, PROT_EXEC, 0));
    // abort() must be able to end us, and nobody else.
    filter.allow(SCMP_SYS(tgkill), equals(0, static_cast<std::uint64_t>(::getpid())));
}

void allowReadingFiles(Filter &filter)
{
    for (const int call :
         {SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(newfstatat),
          SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx), SCMP_SYS(fstatfs), SCMP_SYS(statfs), SCMP_SYS(readlink),
          SCMP_SYS(readlinkat), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(getdents64),
          SCMP_SYS(fadvise64)})
        filter.allow(call);
    // Landlock says where; here only that nothing is ever opened for writing, made or cut. The mask leaves out the
    // directory bit that O_TMPFILE contains.
    constexpr std::uint64_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
    filter.allow(SCMP_SYS(openat), maskedEquals(2, writing, O_RDONLY));
    for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC, F_ADD_SEALS, F_GET_SEALS})
        filter.allow(SCMP_SYS(fcntl), equals(1, static_cast<std::uint64_t>(command)));
    // The last words of a dying library; standard error is /dev/null.
    filter.allow(SCMP_SYS(write), equals(0, STDERR_FILENO));
    filter.allow(SCMP_SYS(writev), equals(0, STDERR_FILENO));
}

void allowAnswering(Filter &filter, int socket)
{
    // No MFD_HUGETLB: the receiver must be able to touch every page.
    filter.allow(SCMP_SYS(memfd_create), equals(1, MFD_CLOEXEC | MFD_ALLOW_SEALING));
    filter.allow(SCMP_SYS(ftruncate));
    filter.allow(SCMP_SYS(sendmsg), equals(0, static_cast<std::uint64_t>(socket)));
    filter.allow(SCMP_SYS(recvmsg), equals(0, static_cast<std::uint64_t>(socket)));
}

// Calls that libraries make by habit and that do well without an answer.
void refuseKindly(Filter &filter)
{
    filter.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(sysinfo));
    filter.add(SCMP_ACT_ERRNO(ENOTTY), SCMP_SYS(ioctl));
    // A thread is refused, so that decoders fall back to one; a process is fatal. clone3 hides its flags in memory,
    // where no filter can look, and glibc falls back to clone.
    filter.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
    filter.add(SCMP_ACT_ERRNO(EAGAIN), SCMP_SYS(clone), maskedEquals(0, CLONE_THREAD, CLONE_THREAD));
}

} // namespace

bool filterSystemCalls(int socket)
{
    Filter filter;
    allowComputing(filter);
    allowReadingFiles(filter);
    allowAnswering(filter, socket);
    refuseKindly(filter);
    return filter.load();
}

} // namespace caseward::reader
