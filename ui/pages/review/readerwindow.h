// SPDX-License-Identifier: GPL-3.0-or-later
// A second window on the same case, for a second monitor: one document, to be read. Ties, notes and findings stay with the
// desk. Carries both classification banners as every window does; goes with the case and with the lock. Owned by the review
// page; GUI thread.
#pragma once

#include "ui/base/page.h"
#include "ui/base/theme.h"

namespace caseward::ui {

class DocumentPane;
class PageCache;

class ReaderWindow final : public QWidget {
    Q_OBJECT
public:
    ReaderWindow(Theme *theme, PageCache *cache, QWidget *page);
    [[nodiscard]] DocumentPane *pane() const { return m_pane; }
    // Its keys: those of the desk that read, and what of the main window must work here too (lock).
    void setActions(const QList<PageAction> &actions, const QList<QAction *> &fromDesk);

signals:
    void closed();                               // by its own close button or key

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    DocumentPane *m_pane;
};

} // namespace caseward::ui
