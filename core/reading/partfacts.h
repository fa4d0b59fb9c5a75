// SPDX-License-Identifier: GPL-3.0-or-later
// A file that a document carries, as the document lists it. Plain value; any thread.
#pragma once

#include <cstdint>
#include <string>

namespace caseward::reading {

struct PartFacts {
    // The sender's word: UTF-8 without control characters, at most limits::partNameBytes, not empty. It may say
    // "../../x.pdf" or turn the direction of writing; it is never a path.
    std::string untrustedName;
    std::uint64_t bytes = 0;
    bool operator==(const PartFacts &) const = default;
};

// The name for people and for the case: separators of paths become '_', and so do the marks that reverse the direction
// of writing (a "fdp.exe" shown as "exe.pdf"). untrustedName must be UTF-8.
[[nodiscard]] std::string shownPartName(const std::string &untrustedName);

} // namespace caseward::reading
