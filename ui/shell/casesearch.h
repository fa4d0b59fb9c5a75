// SPDX-License-Identifier: GPL-3.0-or-later
// Cases by number or subject for Ctrl+K, out of the whole docket and not only of what the queue has loaded. GUI thread; the looking
// runs on the worker.
#pragma once

#include "core/base/ids.h"
#include "ui/base/page.h"

namespace caseward::ui {

class Worker;

// Every word must be in the number or the subject; at most twenty cases, none without need to know. `then` is dropped when `asking`
// has died; it is not called for a fault, since the box then just has no such lines.
void searchCases(Worker *worker, QObject *asking, const QString &words, std::function<void(const CaseId &)> open,
                 std::function<void(const QList<PageHit> &)> then);

} // namespace caseward::ui
