// SPDX-License-Identifier: GPL-3.0-or-later
// A line that filters what is below it: its icon, and the small cross that clears it. Qt leaves both without words for assistive
// technology. GUI thread.
#pragma once

#include "ui/base/theme.h"

class QLineEdit;

namespace caseward::ui {

// The line must have its objectName and accessible name. `icon` (may be empty) stands before the words and follows the theme.
void makeFilterLine(QLineEdit *line, Theme *theme, const QString &icon);

} // namespace caseward::ui
