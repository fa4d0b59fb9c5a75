// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/sealedmemory.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace caseward::reading {

namespace {

constexpr int wholeSeal = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

Fault systemFault(const char *step)
{
    return fail(FaultCode::IoFailed, std::string(step) + ": " + std::strerror(errno));
}

} // namespace

FileDescriptor &FileDescriptor::operator=(FileDescriptor &&other) noexcept
{
    if (this != &other) {
        close();
        m_fd = other.release();
    }
    return *this;
}

int FileDescriptor::release()
{
    const int fd = m_fd;
    m_fd = -1;
    return fd;
}

void FileDescriptor::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

Result<FileDescriptor> makeSealedMemory(std::size_t size, const std::function<void(std::uint8_t *)> &fill)
{
    FileDescriptor memory(::memfd_create("caseward", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory.isOpen())
        return systemFault("memfd_create");
    if (::ftruncate(memory.get(), static_cast<off_t>(size)) != 0)
        return systemFault("ftruncate of a memfd");
    void *address = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0);
    if (address == MAP_FAILED)
        return systemFault("mmap of a memfd");
    fill(static_cast<std::uint8_t *>(address));
    // The write seal is refused while a writable mapping lives.
    ::munmap(address, size);
    if (::fcntl(memory.get(), F_ADD_SEALS, wholeSeal | F_SEAL_SEAL) != 0)
        return systemFault("sealing a memfd");
    return memory;
}

namespace {

Result<Mapping> mapReadOnly(int memory, std::size_t size)
{
    void *address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, memory, 0);
    if (address == MAP_FAILED)
        return systemFault("mapping the reader's memory");
    Mapping mapping;
    mapping.start = std::shared_ptr<const std::uint8_t>(
        static_cast<const std::uint8_t *>(address),
        [size](const std::uint8_t *start) { ::munmap(const_cast<std::uint8_t *>(start), size); });
    mapping.size = size;
    return mapping;
}

} // namespace

Result<Canvas> makeCanvas(std::size_t size)
{
    Canvas canvas;
    canvas.memory = FileDescriptor(::memfd_create("caseward", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!canvas.memory.isOpen())
        return systemFault("memfd_create");
    if (::ftruncate(canvas.memory.get(), static_cast<off_t>(size)) != 0 ||
        ::fcntl(canvas.memory.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return systemFault("sizing a memfd");
    canvas.view = TRY(mapReadOnly(canvas.memory.get(), size));
    return canvas;
}

Result<Mapping> mapSealedMemory(const FileDescriptor &untrustedFd, std::size_t size)
{
    const auto lie = [](const char *what) { return fail(FaultCode::ReaderFailed, what); };
    struct stat status = {};
    struct statfs volume = {};
    if (!untrustedFd.isOpen() || ::fstat(untrustedFd.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return lie("the reader sent something that is not memory");
    // Huge pages could fail on first touch, with a signal.
    if (::fstatfs(untrustedFd.get(), &volume) != 0 || volume.f_type != TMPFS_MAGIC)
        return lie("the reader sent memory of an unexpected kind");
    const int seals = ::fcntl(untrustedFd.get(), F_GET_SEALS);
    if (seals < 0 || (seals & wholeSeal) != wholeSeal)
        return lie("the reader sent memory that is not sealed");
    if (size == 0 || static_cast<std::uint64_t>(status.st_size) != size)
        return lie("the reader sent memory of another size than it said");
    return mapReadOnly(untrustedFd.get(), size);
}

} // namespace caseward::reading
