// SPDX-License-Identifier: GPL-3.0-or-later
// The small cross in a line that is typed into, which Qt leaves without words for assistive technology. GUI thread.
#pragma once

class QLineEdit;

namespace caseward::ui {

// The line must have its objectName.
void addClearButton(QLineEdit *line);

} // namespace caseward::ui
