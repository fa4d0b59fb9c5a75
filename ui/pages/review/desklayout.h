// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person has put the splitters of the review desk. Kept as long as the program runs, over lock and unlock, each
// person's apart; never on disk, as the window leaves nothing outside the vault. Owned by the workstation; GUI thread.
#pragma once

#include "core/base/ids.h"

#include <QList>

#include <map>

namespace caseward::ui {

struct DeskLayout {
    int search = 280, record = 240, right = 332;     // widths of columns
    QList<int> documents{580, 460};                  // one pane beside the other
    QList<int> passage{520, 280};                    // the conditions over the passage
};

using DeskLayouts = std::map<PersonId, DeskLayout>;

} // namespace caseward::ui
