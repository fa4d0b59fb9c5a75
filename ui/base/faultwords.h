// SPDX-License-Identifier: GPL-3.0-or-later
// Fault -> words for people: what happened, what is safe, what to do, and the code in small type. Pure; any thread.
#pragma once

#include "core/base/fault.h"

#include <QString>

namespace caseward::ui {

struct FaultWords {
    QString title;                       // "Wrong passphrase"
    QString safe;                        // "Nothing was opened." What did not happen, what is kept.
    QString advice;                      // what to do now
    QString code;                        // "wrong-passphrase (20)"
};

[[nodiscard]] FaultWords wordsOf(const Fault &fault);
// Title and, for rules that speak for themselves (NotAllowed, CaseReadOnly, Incomplete), their sentence; one line.
[[nodiscard]] QString shortWordsOf(const Fault &fault);

} // namespace caseward::ui
