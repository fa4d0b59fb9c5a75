// SPDX-License-Identifier: GPL-3.0-or-later
// A read-only table of words in our manner: one line a row, one-pixel rules, whole rows selected, Tab leaves it. Columns
// may be mono (hashes) or secondary. GUI thread.
#pragma once

#include "ui/base/theme.h"

class QAbstractItemModel;
class QTableView;

namespace caseward::ui {

// Item data a model may give besides the display role.
enum PlainTableRole { PlainToneRole = 0x0100 + 900, PlainMonoRole, PlainStrongRole, PlainIconRole }; // int of Tone, bool, bool, name of a lucide icon

[[nodiscard]] QTableView *makePlainTable(Theme *theme, const QString &name, const QString &words, QAbstractItemModel *model,
                                         QWidget *parent);

} // namespace caseward::ui
