// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/readerlink.h"

#include "core/base/progress.h"
#include "core/reading/readerstop.h"

#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>

namespace caseward::reading {

namespace {

constexpr int millisecondsToDie = 1000; // between the end of the connection and the end of the process

// How many descriptors an answer may bring before the kernel drops the rest; one more than allowed, to notice.
constexpr std::size_t mostDescriptors = 2;

using SteadyClock = std::chrono::steady_clock;

int millisecondsUntil(SteadyClock::time_point deadline)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
    return left < 0 ? 0 : static_cast<int>(left);
}

enum class Waited { Readable, TooLong, Stopped };

// Readable, or hung up, before the deadline. Who was stopped wants no answer any more, even one that is there.
Waited waitReadable(int socket, SteadyClock::time_point deadline)
{
    for (;;) {
        pollfd waiting[2] = {{socket, POLLIN, 0}, {ReaderStop::ofThisThread(), POLLIN, 0}};     // poll() leaves out what is below 0
        const int found = ::poll(waiting, 2, millisecondsUntil(deadline));
        if (found > 0)
            return waiting[1].revents != 0 ? Waited::Stopped : Waited::Readable;
        if (found == 0 || errno != EINTR)
            return Waited::TooLong;
    }
}

ssize_t sendPacket(int socket, const wire::Request &request, int attachment)
{
    wire::Request copy = request;
    iovec part = {&copy, sizeof copy};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    if (attachment >= 0) {
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &attachment, sizeof attachment);
    }
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent;
}

struct Packet {
    ssize_t size = -1;
    wire::Reply reply;
    std::vector<FileDescriptor> descriptors;
    bool cut = false;
};

Packet receivePacket(int socket)
{
    Packet packet;
    iovec part = {&packet.reply, sizeof packet.reply};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * mostDescriptors)] = {};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    do {
        packet.size = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    } while (packet.size < 0 && errno == EINTR);
    if (packet.size < 0)
        return packet;
    packet.cut = (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0;
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(header) + i * sizeof fd, sizeof fd);
            packet.descriptors.emplace_back(fd);
        }
    }
    return packet;
}

} // namespace

Result<Answer> ReaderLink::hello(std::chrono::milliseconds patience)
{
    if (m_failure)
        return *m_failure;
    return receive(0, patience);
}

Result<Answer> ReaderLink::ask(wire::Request request, int attachment, std::chrono::milliseconds patience)
{
    if (m_failure)
        return *m_failure;
    request.sequence = ++m_sequence;
    if (sendPacket(m_child.socket(), request, attachment) != static_cast<ssize_t>(sizeof request))
        return giveUp(fail(FaultCode::ReaderFailed, "the reader is gone: " + m_child.end(millisecondsToDie)));
    return receive(m_sequence, patience);
}

Result<Answer> ReaderLink::receive(std::uint32_t sequence, std::chrono::milliseconds patience)
{
    const Waited waited = waitReadable(m_child.socket(), SteadyClock::now() + patience);
    if (waited == Waited::Stopped)
        return giveUp(cancelled());
    if (waited == Waited::TooLong)
        return giveUp(fail(FaultCode::ReaderFailed,
                           "the reader did not answer within " + std::to_string(patience.count()) + " ms and was stopped"));
    Packet packet = receivePacket(m_child.socket());
    if (packet.size <= 0)
        return giveUp(fail(FaultCode::ReaderFailed, "the reader is gone: " + m_child.end(millisecondsToDie)));
    const bool wellFormed = packet.size == static_cast<ssize_t>(sizeof packet.reply) && !packet.cut
        && packet.reply.magic == wire::magic && packet.reply.sequence == sequence && packet.reply.hasMemory <= 1
        && packet.descriptors.size() == packet.reply.hasMemory;
    if (!wellFormed)
        return giveUp(fail(FaultCode::ReaderFailed, "the reader sent a packet that does not follow the protocol"));
    Answer answer;
    answer.untrusted = packet.reply;
    if (!packet.descriptors.empty())
        answer.memory = std::move(packet.descriptors.front());
    return answer;
}

Fault ReaderLink::giveUp(Fault why)
{
    m_child.end(0);
    if (!m_failure)
        m_failure = why;
    return why;
}

} // namespace caseward::reading
