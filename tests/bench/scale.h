// SPDX-License-Identifier: GPL-3.0-or-later
// The aims of scale and speed (core/design/measurements.md), each beside its peer in one process: plain SQLite of the same library
// without a key, or a plain read, hash and copy of the same bytes. `scratch` is an empty folder; each prints a line of JSON.
#pragma once

#include "core/base/files.h"

#include <string>

namespace caseward::bench {

// False when there is no bench of that name.
bool scaleBench(const std::string &name, const Path &scratch);

void benchAppend(const Path &scratch);
void benchCase(const Path &scratch);
void benchHistory(const Path &scratch);
void benchMemory(const Path &scratch);
void benchDocuments(const Path &scratch);
void benchDocket(const Path &scratch);
void benchWeighing(const Path &scratch);

} // namespace caseward::bench
