// SPDX-License-Identifier: GPL-3.0-or-later
// The lying reader's end of the socket: packets and memory as the protocol has them, and as it forbids them. Never shipped.
#pragma once

#include "core/reading/sealedmemory.h"
#include "core/reading/wire.h"

#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace caseward::tests {

using reading::FileDescriptor;
namespace wire = reading::wire;

inline FileDescriptor memoryOf(const void *bytes, std::size_t size)
{
    auto memory = reading::makeSealedMemory(size, [&](std::uint8_t *to) { std::memcpy(to, bytes, size); });
    return memory.ok() ? std::move(memory).value() : FileDescriptor();
}

inline FileDescriptor unsealedOf(std::size_t size)
{
    FileDescriptor memory(::memfd_create("unsealed", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    return ::ftruncate(memory.get(), static_cast<off_t>(size)) == 0 ? std::move(memory) : FileDescriptor();
}

inline void answer(wire::Reply reply, const std::vector<int> &descriptors, std::size_t bytes = sizeof(wire::Reply))
{
    iovec part = {&reply, bytes};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * 8)] = {};
    if (!descriptors.empty()) {
        const std::size_t length = descriptors.size() * sizeof(int);
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(length);
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(length);
        std::memcpy(CMSG_DATA(header), descriptors.data(), length);
    }
    ::sendmsg(wire::socketFd, &message, MSG_NOSIGNAL);
}

// The request, and what came with it; sequence 0 at the end.
inline FileDescriptor receive(wire::Request &request)
{
    iovec part = {&request, sizeof request};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    if (::recvmsg(wire::socketFd, &message, MSG_CMSG_CLOEXEC) != static_cast<ssize_t>(sizeof request))
        request.sequence = 0;
    const cmsghdr *header = CMSG_FIRSTHDR(&message);
    int fd = -1;
    if (header != nullptr)
        std::memcpy(&fd, CMSG_DATA(header), sizeof fd);
    return FileDescriptor(fd);
}

} // namespace caseward::tests
