// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of all keys (?), by group, made from the registry. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

namespace caseward::ui {

class ActionRegistry;

void showKeySheet(Theme *theme, const ActionRegistry &registry, QWidget *window);

} // namespace caseward::ui
