// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON files of one folder of data, read one by one in the order of their names, the same on every machine. Any thread.
#pragma once

#include "core/base/files.h"
#include "core/base/limits.h"
#include "core/base/result.h"

#include <type_traits>
#include <vector>

namespace caseward::packs {

// IoFailed, NotFound, PermissionDenied when it cannot be listed.
[[nodiscard]] Result<std::vector<Path>> dataFiles(const Path &folder);
[[nodiscard]] bool hasDataFolder(const Path &folder); // a site may have none of it
[[nodiscard]] Fault namingFile(Fault fault, const Path &file);

// `load` makes a Result of the bytes of one file: all of them, or the first fault with the name of its file.
template <typename Load>
auto loadFolder(const Path &folder, Load load) -> Result<std::vector<std::decay_t<decltype(*load(BytesView()))>>>
{
    std::vector<std::decay_t<decltype(*load(BytesView()))>> all;
    const std::vector<Path> files = TRY(dataFiles(folder));
    for (const Path &file : files) {
        const Bytes bytes = TRY(readFile(file, limits::packBytes));
        auto loaded = load(BytesView(bytes));
        if (!loaded.ok())
            return namingFile(loaded.fault(), file);
        all.push_back(std::move(loaded).value());
    }
    return all;
}

} // namespace caseward::packs
