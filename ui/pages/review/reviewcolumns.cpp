// SPDX-License-Identifier: GPL-3.0-or-later
// The review page: which columns there is room for.
#include "ui/pages/review/reviewpage.h"

#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/paneheader.h"
#include "ui/pages/review/recordlist.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLayout>
#include <QSplitter>

namespace caseward::ui {

namespace {

// Widths of the page; the rail beside it takes 75 of the window's breakpoints 1500 and 1280.
constexpr int widthForRecord = 1425, widthForTwoPanes = 1080;
constexpr int recordWidth = 240, rightWidth = 332, overlayWidth = 280;

} // namespace

bool ReviewPage::isSplit() const
{
    return m_split && !m_single;
}

void ReviewPage::fitColumns()
{
    const bool narrow = width() < widthForRecord;
    m_single = width() < widthForTwoPanes;
    if (narrow != m_narrow) {
        m_narrow = narrow;
        m_overlay->hide();
        if (narrow) {
            m_overlay->layout()->addWidget(m_record);
        } else {
            m_columns->insertWidget(0, m_record);
            m_columns->setStretchFactor(0, 0);
            m_columns->setStretchFactor(1, 1);
            m_columns->setSizes({recordWidth, width() - recordWidth - rightWidth, rightWidth});
        }
        m_record->show();
    }
    m_panes[0]->header()->setListButton(m_narrow && (isSplit() || m_active == 0));
    m_panes[1]->header()->setListButton(m_narrow && !isSplit() && m_active == 1);
    // Narrower still, or joined by hand: one pane at a time, the other is its tab (F6).
    for (std::size_t i = 0; i < m_panes.size(); ++i)
        m_panes[i]->setVisible(isSplit() || i == m_active);
    placeOverlay();
}

void ReviewPage::setSplit(bool on)
{
    m_split = on;
    if (m_single && on)
        m_split = false;
    fitColumns();
    activePane()->takeFocus();
}

void ReviewPage::toggleRecord()
{
    if (!m_narrow) {
        m_record->setVisible(!m_record->isVisible());
        return;
    }
    m_overlay->setVisible(!m_overlay->isVisible());
    if (m_overlay->isVisible()) {
        placeOverlay();
        m_overlay->raise();
        m_record->setFocus();
    } else {
        activePane()->takeFocus();
    }
}

void ReviewPage::placeOverlay()
{
    m_overlay->setGeometry(0, 0, overlayWidth, height());
}

void ReviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitColumns();
}

bool ReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_overlay && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        toggleRecord();
        return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace caseward::ui
