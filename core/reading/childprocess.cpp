// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/childprocess.h"

#include "core/reading/wire.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace caseward::reading {

namespace {

Fault startFault(const char *step, int error)
{
    return fail(FaultCode::ReaderFailed, std::string("starting the reader: ") + step + ": " + std::strerror(error));
}

// Descriptors are moved above the ones the child is to have, so that the dup2 steps cannot step on each other.
Result<FileDescriptor> movedUp(int fd)
{
    FileDescriptor original(fd);
    FileDescriptor moved(::fcntl(fd, F_DUPFD_CLOEXEC, 10));
    if (!moved.isOpen())
        return startFault("fcntl", errno);
    return moved;
}

int fillActions(posix_spawn_file_actions_t *actions, int socket, int lifeline)
{
    int error = 0;
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (error == 0)
            error = ::posix_spawn_file_actions_addopen(actions, standard, "/dev/null", O_RDWR, 0);
    if (error == 0)
        error = ::posix_spawn_file_actions_adddup2(actions, socket, wire::socketFd);
    if (error == 0)
        error = ::posix_spawn_file_actions_adddup2(actions, lifeline, wire::lifelineFd);
    if (error == 0)
        error = ::posix_spawn_file_actions_addclosefrom_np(actions, wire::lifelineFd + 1);
    return error;
}

int fillAttributes(posix_spawnattr_t *attributes)
{
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    int error = ::posix_spawnattr_setsigmask(attributes, &none);
    if (error == 0)
        error = ::posix_spawnattr_setsigdefault(attributes, &all);
    if (error == 0)
        error = ::posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    return error;
}

Result<pid_t> spawn(const Path &program, const std::vector<std::string> &arguments, int socket, int lifeline)
{
    std::vector<std::string> words = arguments;
    words.insert(words.begin(), program.string());
    std::vector<char *> argv;
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    // Nothing of ours, and no threads of OpenMP, which would end the child when it is refused them.
    char oneThread[] = "OMP_THREAD_LIMIT=1";
    char *environment[] = {oneThread, nullptr};

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    int error = fillActions(&actions, socket, lifeline);
    if (error == 0)
        error = fillAttributes(&attributes);
    pid_t pid = -1;
    if (error == 0)
        error = ::posix_spawn(&pid, program.c_str(), &actions, &attributes, argv.data(), environment);
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    if (error != 0)
        return startFault(program.c_str(), error);
    return pid;
}

std::string describeEnd(int status)
{
    if (WIFSIGNALED(status)) {
        const int number = WTERMSIG(status);
        const char *name = ::sigabbrev_np(number);
        std::string words = "killed by signal " + std::to_string(number);
        if (name != nullptr)
            words += std::string(" (SIG") + name + ")";
        if (number == SIGSYS)
            words += ": it tried something the sandbox forbids";
        return words;
    }
    return "it ended with status " + std::to_string(WEXITSTATUS(status));
}

} // namespace

Result<ChildProcess> ChildProcess::start(const Path &program, const std::vector<std::string> &arguments)
{
    int sockets[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0)
        return startFault("socketpair", errno);
    ChildProcess child;
    child.m_socket = FileDescriptor(sockets[0]);
    const FileDescriptor childSocket = TRY(movedUp(sockets[1]));

    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return startFault("pipe", errno);
    child.m_lifeline = FileDescriptor(ends[1]);
    const FileDescriptor childLifeline = TRY(movedUp(ends[0]));

    child.m_pid = TRY(spawn(program, arguments, childSocket.get(), childLifeline.get()));
    return child;
}

ChildProcess::ChildProcess(ChildProcess &&other) noexcept
    : m_pid(other.m_pid), m_socket(std::move(other.m_socket)), m_lifeline(std::move(other.m_lifeline))
{
    other.m_pid = -1;
}

ChildProcess::~ChildProcess()
{
    end(0);
}

std::string ChildProcess::end(int patience)
{
    if (m_pid < 0)
        return "it has ended";
    if (patience > 0) {
        const FileDescriptor process(static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0)));
        pollfd waiting = {process.get(), POLLIN, 0};
        ::poll(&waiting, 1, patience);
    }
    // Harmless when it has ended by itself: until it is reaped the number is its own.
    ::kill(m_pid, SIGKILL);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0) {
        if (errno != EINTR) {
            status = 0;
            break;
        }
    }
    m_pid = -1;
    m_socket.close();
    m_lifeline.close();
    return describeEnd(status);
}

} // namespace caseward::reading
