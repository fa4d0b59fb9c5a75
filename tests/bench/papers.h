// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for who prints: the decision of a long review as PDF. Needs a QGuiApplication.
#pragma once

#include "tests/bench/times.h"

namespace caseward::bench {

void benchPapers(Times &times);

} // namespace caseward::bench
