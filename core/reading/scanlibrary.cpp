// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/scanlibrary.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace caseward::reading {

bool hasScanLibrary()
{
    constexpr std::array folders{"/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib"};
    return std::ranges::any_of(folders, [](const char *folder) {
        std::error_code ignored;
        return std::filesystem::exists(std::filesystem::path(folder) / "libtesseract.so.5", ignored);
    });
}

} // namespace caseward::reading
