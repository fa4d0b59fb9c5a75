// SPDX-License-Identifier: GPL-3.0-or-later
// The history of the open case, read-only, and "Verify now", which recomputes the whole vault from the stored bytes. GUI
// thread; reading and verifying run on the worker.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/page.h"
#include "ui/work/worker.h"

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace caseward::ui {

class CaseModel;
class FaultNote;
class HistoryModel;
class ProgressLine;
class ThemedLabel;

class AuditPage final : public Page {
    Q_OBJECT
public:
    AuditPage(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    [[nodiscard]] QString pageTitle() const override { return tr("Audit"); }
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;

public slots:
    void reload();
    void verify();                               // again while it runs: stops it

signals:
    void verified(bool good);

private:
    void buildTools(QHBoxLayout *row);
    void buildTable();
    void showReport(const Result<session::VaultReport> &report);
    void setRunning(bool running);
    void showCount();
    CaseModel *m_model;
    HistoryModel *m_history;
    QSortFilterProxyModel *m_filter;
    QTableView *m_table = nullptr;
    QLineEdit *m_words = nullptr;
    QPushButton *m_verify = nullptr;
    ProgressLine *m_progress = nullptr;
    ThemedLabel *m_count = nullptr;
    FaultNote *m_note = nullptr;
    RequestId m_request = 0;
    bool m_running = false;
};

} // namespace caseward::ui
