// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps Qt and the desktop from writing down what was opened. Called once, before the QApplication is made.
#pragma once

namespace caseward::ui {

// Qt's dialogs remember folders in a settings file of the user, and the desktop's own ones keep lists of recent files: here
// a folder may name a case. No dialog of the desktop is used, and what Qt would remember has nowhere to go.
void keepNothingElsewhere();

} // namespace caseward::ui
