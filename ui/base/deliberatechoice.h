// SPDX-License-Identifier: GPL-3.0-or-later
// Exclusive buttons whose choice is recorded: the arrow keys only move the focus among them, Space or Enter chooses.
// (Qt's own arrow keys choose on the way, so that walking over three answers would record three.) GUI thread.
#pragma once

class QButtonGroup;

namespace caseward::ui {

// For every button that the group has now; the order of the group is the order of the keys.
void chooseDeliberately(QButtonGroup *group);

} // namespace caseward::ui
