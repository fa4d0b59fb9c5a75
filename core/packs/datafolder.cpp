// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/datafolder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace caseward::packs {

Result<std::vector<Path>> dataFiles(const Path &folder)
{
    std::error_code error;
    std::vector<Path> files;
    for (std::filesystem::directory_iterator it(folder, error); !error && it != std::filesystem::directory_iterator(); it.increment(error))
        if (it->path().extension() == ".json")
            files.push_back(it->path());
    if (error)
        return faultFromErrno(error.value(), "list", folder);
    std::ranges::sort(files);
    return files;
}

bool hasDataFolder(const Path &folder)
{
    std::error_code error;
    return std::filesystem::is_directory(folder, error);
}

Fault namingFile(Fault fault, const Path &file)
{
    fault.detail = file.filename().string() + ": " + fault.detail;
    fault.arguments.emplace_back("file", file.string());
    return fault;
}

} // namespace caseward::packs
