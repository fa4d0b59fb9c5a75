// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/landlock.h"

#include "core/reading/sealedmemory.h"

#include <cerrno>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace caseward::reader {

namespace {

// Debian 12's header ends with ABI 2; the kernel may know more. Layout and numbers as of ABI 7 (linux 6.15).
struct RulesetAttributes {
    std::uint64_t fileRights = 0;
    std::uint64_t networkRights = 0; // ABI 4
    std::uint64_t scopes = 0;        // ABI 6
};

constexpr std::uint64_t rightsOfAbi1 = (1ull << 13) - 1; // execute … make symbolic link
constexpr std::uint64_t rightRefer = 1ull << 13;         // ABI 2
constexpr std::uint64_t rightTruncate = 1ull << 14;      // ABI 3
constexpr std::uint64_t rightDeviceControl = 1ull << 15; // ABI 5
constexpr std::uint64_t networkBindAndConnect = 3;       // ABI 4, TCP
constexpr std::uint64_t scopeSocketsAndSignals = 3;      // ABI 6

RulesetAttributes everythingKnownTo(long abi)
{
    RulesetAttributes all;
    all.fileRights = rightsOfAbi1;
    if (abi >= 2)
        all.fileRights |= rightRefer;
    if (abi >= 3)
        all.fileRights |= rightTruncate;
    if (abi >= 4)
        all.networkRights = networkBindAndConnect;
    if (abi >= 5)
        all.fileRights |= rightDeviceControl;
    if (abi >= 6)
        all.scopes = scopeSocketsAndSignals;
    return all;
}

std::size_t attributeSize(long abi)
{
    if (abi >= 6)
        return sizeof(RulesetAttributes);
    return abi >= 4 ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
}

bool allowReading(int ruleset, const std::string &directory)
{
    const reading::FileDescriptor opened(::open(directory.c_str(), O_PATH | O_CLOEXEC));
    if (!opened.isOpen())
        return errno == ENOENT || errno == EACCES; // what is not there needs no right
    landlock_path_beneath_attr rule = {};
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    rule.parent_fd = opened.get();
    return ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

} // namespace

std::optional<std::uint32_t> closeFileSystem(const std::vector<std::string> &readable)
{
    const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1)
        return errno == ENOSYS || errno == EOPNOTSUPP ? std::optional<std::uint32_t>(0) : std::nullopt;
    const RulesetAttributes attributes = everythingKnownTo(abi);
    const reading::FileDescriptor ruleset(
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, attributeSize(abi), 0)));
    if (!ruleset.isOpen())
        return std::nullopt;
    for (const std::string &directory : readable)
        if (!allowReading(ruleset.get(), directory))
            return std::nullopt;
    if (::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0)
        return std::nullopt;
    return static_cast<std::uint32_t>(abi);
}

} // namespace caseward::reader
