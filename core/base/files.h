// SPDX-License-Identifier: GPL-3.0-or-later
// Safe file writes: temporary name, fsync, rename without overwriting, fsync of the directory.
// errno becomes NotFound, AlreadyExists, PermissionDenied, DiskFull or IoFailed. Any thread.
#pragma once

#include "core/base/bytes.h"

#include <filesystem>

namespace caseward {

using Path = std::filesystem::path;

// Reads a regular file whole; TooLarge above `most` bytes, NotFound when absent or not a regular file.
[[nodiscard]] Result<Bytes> readFile(const Path &path, std::uint64_t most);

enum class Overwrite { Never, Replace };

// Writes `bytes` durably under `path` with mode 0600. Overwrite::Replace only for derived files we own.
[[nodiscard]] Status writeFile(const Path &path, BytesView bytes, Overwrite overwrite = Overwrite::Never);

[[nodiscard]] Status makeDirectory(const Path &path); // mode 0700; AlreadyExists when there
[[nodiscard]] Status syncDirectory(const Path &path);

// Maps errno to a Fault that names the path and the failed step.
[[nodiscard]] Fault faultFromErrno(int error, const char *step, const Path &path);

// A file that comes to be only when commit() succeeds; removed by the destructor otherwise. One thread.
class PendingFile {
public:
    static Result<PendingFile> create(const Path &finalPath);
    PendingFile(PendingFile &&other) noexcept;
    PendingFile &operator=(PendingFile &&) = delete;
    ~PendingFile();

    Status write(BytesView bytes);
    Status sync();             // fdatasync
    Status commit();           // sync, rename to the final path (AlreadyExists if taken), sync the directory
    [[nodiscard]] const Path &temporaryPath() const { return m_temporary; }

private:
    friend Status writeFile(const Path &path, BytesView bytes, Overwrite overwrite);
    PendingFile(int fd, Path temporary, Path final);
    Status publish(Overwrite overwrite);
    void abandon(); // closes and removes the temporary file; later calls are Internal
    [[nodiscard]] Fault closedFault() const;
    int m_fd = -1;
    Path m_temporary;
    Path m_final;
};

} // namespace caseward
