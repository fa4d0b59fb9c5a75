// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/readerwindow.h"

#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/paneheader.h"

#include <QAction>
#include <QCloseEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <QWindow>

namespace caseward::ui {

ReaderWindow::ReaderWindow(Theme *theme, PageCache *cache, QWidget *page)
    : QWidget(page, Qt::Window), m_theme(theme), m_pane(new DocumentPane(theme, cache, QStringLiteral("review.reader"), this))
{
    setObjectName(QStringLiteral("review.readerWindow"));
    setAccessibleName(tr("Reader window"));
    setWindowTitle(tr("Reader – Caseward"));
    setAttribute(Qt::WA_QuitOnClose, false);     // it is never the last window
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    m_pane->header()->setAlone();
    m_pane->setActive(true);
    resize(900, 1000);
    // On a monitor of its own, and not always above the desk.
    winId();
    windowHandle()->setTransientParent(nullptr);
}

void ReaderWindow::setActions(const QList<PageAction> &wanted, const QList<QAction *> &fromDesk)
{
    for (const PageAction &each : wanted) {
        auto *action = new QAction(each.text, this);
        action->setObjectName(QStringLiteral("reader.") + each.id);
        action->setShortcut(each.keys);
        action->setShortcutContext(each.scope ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, each.run);
        (each.scope ? each.scope : this)->addAction(action);
    }
    addActions(fromDesk);
}

void ReaderWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    emit closed();
}

void ReaderWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->tokens().window);
}

} // namespace caseward::ui
