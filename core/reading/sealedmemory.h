// SPDX-License-Identifier: GPL-3.0-or-later
// Memory handed from one process to the other: a memfd that is filled once, sealed against every change, and only then
// sent. The receiver checks the seals before it maps, so nothing can shrink (SIGBUS) or change under its eyes.
#pragma once

#include "core/base/bytes.h"

#include <functional>
#include <memory>

namespace caseward::reading {

// Owns a file descriptor. Movable; one thread.
class FileDescriptor {
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int fd) : m_fd(fd) {}
    FileDescriptor(FileDescriptor &&other) noexcept : m_fd(other.release()) {}
    FileDescriptor &operator=(FileDescriptor &&other) noexcept;
    ~FileDescriptor() { close(); }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    int release();
    void close();

private:
    int m_fd = -1;
};

// A sealed memfd of `size` bytes; `fill` gets the writable memory once. size must not be 0. IoFailed.
Result<FileDescriptor> makeSealedMemory(std::size_t size, const std::function<void(std::uint8_t *)> &fill);

// A read-only mapping that ends with the last copy of `start`.
struct Mapping {
    std::shared_ptr<const std::uint8_t> start;
    std::size_t size = 0;
    [[nodiscard]] BytesView bytes() const { return {start.get(), size}; }
};

// Memory that two processes write and read in turn: a memfd whose size is sealed, so that reading it never ends in SIGBUS. What is
// in it may change at any moment: copy it out before judging it. IoFailed.
struct Canvas {
    FileDescriptor memory;
    Mapping view;
};
Result<Canvas> makeCanvas(std::size_t size);

// Maps a descriptor that came from outside. ReaderFailed unless it is a memfd of exactly `size` bytes (not 0) on
// ordinary pages that carries the seals against shrinking, growing and writing.
Result<Mapping> mapSealedMemory(const FileDescriptor &untrustedFd, std::size_t size);

} // namespace caseward::reading
