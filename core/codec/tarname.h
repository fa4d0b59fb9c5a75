// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/codec: which member names a tar of ours may have, for the writer and the reader alike. Any thread.
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace caseward::codec {

// Malformed unless the name is relative, of printable ASCII that every file system takes, at most
// limits::tarNameBytes long, and without an empty, "." or ".." component.
[[nodiscard]] Status checkTarName(std::string_view untrustedName);

} // namespace caseward::codec
