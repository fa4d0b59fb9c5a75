// SPDX-License-Identifier: GPL-3.0-or-later
// What is due over all cases, by day and in plain words, on a card: nothing is ranked or coloured. Enter opens the case. Owned by the
// window; GUI thread.
#pragma once

#include "core/session/proceedings.h"
#include "ui/base/overlay.h"

class QPushButton;
class QTableView;

namespace caseward::ui {

class DueSheet final : public Overlay {
    Q_OBJECT
public:
    DueSheet(Theme *theme, const std::vector<session::DueRow> &rows, QWidget *anywhere);

signals:
    void caseWanted(const caseward::CaseId &id);

private:
    void fill(const std::vector<session::DueRow> &rows);
    void openChosen();
    std::vector<CaseId> m_cases;
    QTableView *m_table = nullptr;
};

} // namespace caseward::ui
