// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/crypto/digest.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <functional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace caseward::store {

namespace {

constexpr std::size_t step = 1u << 20;
using Sink = std::function<Status(BytesView)>;

class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] int fd() const { return m_fd; }
    int close() { return m_fd < 0 ? 0 : ::close(std::exchange(m_fd, -1)); }

private:
    int m_fd;
};

Status readThrough(const Path &path, const Sink &sink)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (file.fd() < 0)
        return faultFromErrno(errno, "open", path);
    struct stat facts{};
    if (::fstat(file.fd(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return fail(FaultCode::NotFound, path.string() + " is not a file", {{"path", path.string()}});
    Bytes buffer(step);
    for (;;) {
        const ssize_t got = ::read(file.fd(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return faultFromErrno(errno, "read", path);
        if (got == 0)
            return {};
        TRY(sink(BytesView(buffer).first(static_cast<std::size_t>(got))));
    }
}

Status writeAll(int fd, BytesView bytes, const Path &path)
{
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return faultFromErrno(errno, "write", path);
        bytes = bytes.subspan(static_cast<std::size_t>(wrote));
    }
    return {};
}

Status makeFolders(const Path &root, const Path &below)
{
    Path path = root;
    for (const Path &part : below) {
        path /= part;
        if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
            return faultFromErrno(errno, "create", path);
    }
    return {};
}

// How far the whole work is, in bytes.
struct Way {
    Progress &progress;
    std::uint64_t total = 0, done = 0;
    Status go(std::uint64_t bytes)
    {
        done += bytes;
        return progress.advance(std::min(done, total), total) ? Status() : Status(cancelled());
    }
};

// From `source` into the new file `target`; what was written, with its digest.
Result<BackupFile> copyOne(const std::string &name, const std::function<Status(const Sink &)> &source, const Path &target, Way &way)
{
    Descriptor file(::open(target.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.fd() < 0)
        return faultFromErrno(errno, "create", target);
    BackupFile made{name, 0, {}};
    crypto::Sha256 hash;
    TRY(source([&](BytesView bytes) -> Status {
        hash.update(bytes);
        made.bytes += bytes.size();
        TRY(writeAll(file.fd(), bytes, target));
        return way.go(bytes.size());
    }));
    if (file.close() != 0)
        return faultFromErrno(errno, "close", target);
    made.digest = hash.finish();
    return made;
}

Result<BackupFile> measure(const std::string &name, const Path &path, Way &way)
{
    BackupFile found{name, 0, {}};
    crypto::Sha256 hash;
    TRY(readThrough(path, [&](BytesView bytes) -> Status {
        hash.update(bytes);
        found.bytes += bytes.size();
        return way.go(bytes.size());
    }));
    found.digest = hash.finish();
    return found;
}

// What is no part of a vault: its lock, what counts failed attempts here, what a stopped program left, an index in memory.
bool belongsToVault(const std::string &name)
{
    const std::string file = Path(name).filename().string();
    return name != "lock" && name != "attempts.json" && !file.starts_with(".") && !file.ends_with("-shm");
}

Result<std::vector<std::string>> filesBelow(const Path &folder, Way &way)
{
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator item(folder, error), end; !error && item != end; item.increment(error)) {
        std::error_code unknown;
        if (item->is_directory(unknown) && !item->is_symlink(unknown))
            continue;
        names.push_back(item->path().lexically_relative(folder).string());
        std::error_code gone;
        const auto size = item->file_size(gone);
        way.total += gone ? 0 : size;
    }
    if (error)
        return faultFromErrno(error.value(), "read", folder);
    std::ranges::sort(names);
    return names;
}

} // namespace

Result<CopiedFiles> copyVault(const Path &vault, const OpenDatabases &open, const Path &into, const Path &earlierFolder,
                              const BackupList *earlier, Progress &progress)
{
    Way way{progress};
    for (const auto &[name, database] : open)
        TRY(database->foldLog());
    CopiedFiles copied;
    for (const std::string &name : TRY(filesBelow(vault, way))) {
        if (!belongsToVault(name) || (name.ends_with("-wal") && open.contains(name.substr(0, name.size() - 4))))
            continue;
        const Path target = into / name;
        TRY(makeFolders(into, Path(name).parent_path()));
        const BackupFile *before = earlier && name.find("/documents/") != std::string::npos ? earlier->find(name) : nullptr;
        if (before && ::link((earlierFolder / name).c_str(), target.c_str()) == 0) {
            auto same = measure(name, target, way);
            if (same.ok() && same->bytes == before->bytes && same->digest == before->digest) {
                copied.files.push_back(*before);
                ++copied.linked;
                continue;
            }
            ::unlink(target.c_str()); // the earlier one is spoiled: a fresh copy heals the backup
        }
        const auto database = open.find(name);
        copied.files.push_back(TRY(copyOne(
            name,
            [&](const Sink &sink) { return database == open.end() ? readThrough(vault / name, sink) : database->second->readRaw(sink); },
            target, way)));
    }
    return copied;
}

Status verifyBackup(const Path &folder, const BackupList &list, Progress &progress)
{
    const auto damaged = [](const std::string &name, const std::string &why) {
        return fail(FaultCode::BackupDamaged, name + ": " + why, {{"file", name}});
    };
    Way way{progress};
    auto names = filesBelow(folder, way);
    if (!names.ok())
        return damaged(folder.string(), names.fault().detail);
    for (const std::string &name : *names)
        if (!list.find(name))
            return damaged(name, "it is not in the signed list");
    for (const BackupFile &file : list.files) {
        const auto found = measure(file.name, folder / file.name, way);
        if (!found.ok())
            return found.fault().code == FaultCode::Cancelled ? found.fault() : damaged(file.name, found.fault().detail);
        if (found->bytes != file.bytes || found->digest != file.digest)
            return damaged(file.name, "its bytes are not those of the signed list");
    }
    return {};
}

Status putBack(const Path &folder, const BackupList &list, const Path &vault, Progress &progress)
{
    Path making = vault;
    making += ".restoring";
    TRY(makeDirectory(making));
    const auto fill = [&]() -> Status {
        Way way{progress, list.bytes()};
        // An empty vault has no cases, but the folder for them.
        TRY(makeFolders(making, "cases"));
        for (const BackupFile &file : list.files) {
            TRY(makeFolders(making, Path(file.name).parent_path()));
            const auto copied = TRY(copyOne(
                file.name, [&](const Sink &sink) { return readThrough(folder / file.name, sink); }, making / file.name, way));
            if (copied.bytes != file.bytes || copied.digest != file.digest)
                return fail(FaultCode::BackupDamaged, file.name + " changed while it was read", {{"file", file.name}});
        }
        TRY(syncAll(making));
        return publishFolder(making, vault);
    };
    const Status filled = fill();
    if (!filled.ok()) {
        std::error_code ignored;
        std::filesystem::remove_all(making, ignored);
    }
    return filled;
}

Status publishFolder(const Path &making, const Path &final)
{
    int error = ::renameat2(AT_FDCWD, making.c_str(), AT_FDCWD, final.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
    if (error == EINVAL || error == ENOSYS) // a stick's file system may not know this kind of rename
        error = ::access(final.c_str(), F_OK) == 0 ? EEXIST : ::rename(making.c_str(), final.c_str()) == 0 ? 0 : errno;
    if (error != 0)
        return faultFromErrno(error, "rename", final);
    const Status synced = syncDirectory(final.has_parent_path() ? final.parent_path() : Path("."));
    if (!synced.ok()) // refused must mean that it is not there: the caller removes what is still being made
        static_cast<void>(::rename(final.c_str(), making.c_str()));
    return synced;
}

Status syncAll(const Path &folder)
{
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.fd() < 0)
        return faultFromErrno(errno, "open", folder);
    if (::syncfs(directory.fd()) != 0)
        return faultFromErrno(errno, "sync", folder);
    return {};
}

} // namespace caseward::store
