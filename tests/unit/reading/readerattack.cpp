// SPDX-License-Identifier: GPL-3.0-or-later
// What a document would try if it had taken over the reader. `reader-attack locked|free <name> <target> <kind>`: behind
// the very sandbox of caseward-reader, after the warm-up of that kind of document, or without it, to prove that the
// attack is real. Status 0: the attack worked,
// 10: it was refused with an error; a signal tells the rest. Never shipped.
#include "app/reader/opening.h"
#include "app/reader/sandbox.h"
#include "app/reader/scanreader.h"
#include "core/reading/sealedmemory.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <thread>

#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace caseward;

namespace {

constexpr std::size_t mebibyte = 1u << 20;

// The place that write attacks aim at; the test looks whether anything came of it.
std::string target;

bool canRead(const char *path)
{
    const int fd = ::open(path, O_RDONLY);
    char byte = 0;
    return fd >= 0 && ::read(fd, &byte, 1) == 1;
}

bool canList(const char *path)
{
    DIR *directory = ::opendir(path);
    return directory != nullptr && ::readdir(directory) != nullptr;
}

bool startThread()
{
    pthread_t thread;
    if (::pthread_create(&thread, nullptr, [](void *) -> void * { return nullptr; }, nullptr) != 0)
        return false;
    ::pthread_join(thread, nullptr);
    return true;
}

bool fillMemory()
{
    for (int i = 0; i < 1024; ++i) {
        void *block = std::malloc(mebibyte);
        if (block == nullptr)
            return false;
        std::memset(block, 1, mebibyte);
    }
    return true;
}

bool connectOut()
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return fd >= 0 && ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
}

bool sendElsewhere(int socket)
{
    char byte = 1;
    iovec part = {&byte, 1};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    return ::sendmsg(socket, &message, MSG_NOSIGNAL) == 1;
}

bool runProgram()
{
    char name[] = "/bin/true";
    char *arguments[] = {name, nullptr};
    char *environment[] = {nullptr};
    ::execve(name, arguments, environment);
    return false;
}

bool raiseLimit()
{
    const rlimit low = {16, 4096};
    return ::setrlimit(RLIMIT_NOFILE, &low) == 0;
}

bool makeAnswer(std::size_t size)
{
    return reading::makeSealedMemory(size, [](std::uint8_t *to) { *to = 1; }).ok();
}

bool loopForever()
{
    for (std::atomic<unsigned> turns{0};; ++turns) {
    }
}

std::map<std::string, std::function<bool()>> attacks(int otherSocket)
{
    return {
        {"nothing", [] { return true; }},
        {"answer", [] { return makeAnswer(mebibyte / 2); }},
        {"read-poppler-data", [] { return canList("/usr/share/poppler/cMap"); }},
        {"write-file", [] { return ::open(target.c_str(), O_WRONLY) >= 0; }},
        {"make-file", [] { return ::open(target.c_str(), O_WRONLY | O_CREAT, 0600) >= 0; }},
        {"make-nameless-file", [] { return ::open("/tmp", O_TMPFILE | O_RDWR, 0600) >= 0; }},
        {"cut-file", [] { return ::open(target.c_str(), O_RDONLY | O_TRUNC) >= 0; }},
        {"make-directory", [] { return ::mkdir((target + ".d").c_str(), 0700) == 0; }},
        {"remove-file", [] { return ::unlink(target.c_str()) == 0; }},
        {"rename-file", [] { return ::rename(target.c_str(), (target + ".b").c_str()) == 0; }},
        {"change-mode", [] { return ::chmod(target.c_str(), 0777) == 0; }},
        {"read-passwd", [] { return canRead("/etc/passwd"); }},
        {"read-own-memory-map", [] { return canRead("/proc/self/maps"); }},
        {"read-library", [] { return canRead("/bin/true"); }},
        {"list-root", [] { return canList("/"); }},
        {"socket", [] { return ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }},
        {"connect", [] { return connectOut(); }},
        {"send-elsewhere", [=] { return sendElsewhere(otherSocket); }},
        {"exec", [] { return runProgram(); }},
        {"fork", [] { return ::fork() >= 0; }},
        {"vfork", [] { return ::syscall(SYS_fork) >= 0; }},
        {"thread", [] { return startThread(); }},
        {"ptrace", [] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }},
        {"signal-parent", [] { return ::kill(::getppid(), 0) == 0; }},
        {"signal-parent-thread", [] { return ::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0) == 0; }},
        {"map-executable",
         [] { return ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED; }},
        {"make-executable",
         [] {
             void *page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
             return page != MAP_FAILED && ::mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
         }},
        {"io-ring",
         [] {
             char parameters[256] = {};
             return ::syscall(SYS_io_uring_setup, 1, parameters) >= 0;
         }},
        {"raise-limit", [] { return raiseLimit(); }},
        {"huge-page-memory", [] { return ::memfd_create("x", MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_HUGETLB) >= 0; }},
        {"memory-bomb", [] { return fillMemory(); }},
        {"giant-answer", [] { return makeAnswer(2 * mebibyte); }},
        {"endless-loop", [] { return loopForever(); }},
    };
}

} // namespace

int main(int argc, char **argv)
{
    const std::string kind = argc == 5 ? argv[4] : "";
    constexpr std::string_view scans = "+scans"; // behind a kind: with what reads scans, where it is installed
    const bool readsScans = kind.ends_with(scans);
    const reader::Opening *opening = reader::openingOf(readsScans ? kind.substr(0, kind.size() - scans.size()) : kind);
    if (opening == nullptr)
        return 64;
    target = argv[3];
    int own[2] = {-1, -1}, other[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, own) != 0 || ::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, other) != 0)
        return 65;
    const auto known = attacks(other[0]);
    const auto attack = known.find(argv[2]);
    if (attack == known.end())
        return 64;
    if (std::string(argv[1]) == "locked") {
        reader::Confinement confinement;
        confinement.readable = opening->warmUp("");
        static const std::unique_ptr<reader::ScanReader> machine = readsScans ? reader::ScanReader::load() : nullptr;
        confinement.memory = 768 * mebibyte;
        confinement.largestAnswer = mebibyte;
        confinement.cpuSeconds = 2;
        confinement.socket = own[0];
        if (!reader::lockDown(confinement))
            return 66;
    }
    ::_exit(attack->second() ? 0 : 10);
}
