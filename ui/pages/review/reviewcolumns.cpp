// SPDX-License-Identifier: GPL-3.0-or-later
// The review page: which columns there is room for.
#include "ui/pages/review/reviewpage.h"

#include "ui/pages/review/casesearchpanel.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/linkedscroll.h"
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
constexpr int overlayWidth = 280;

} // namespace

bool ReviewPage::isSplit() const
{
    return m_split && !m_single;
}

void ReviewPage::fitColumns()
{
    const bool narrow = width() < widthForRecord;
    m_single = width() < widthForTwoPanes;
    if (!isSplit())
        m_link->setOn(false);
    if (narrow != m_narrow) {
        m_narrow = narrow;
        m_overlay->hide();
        if (narrow) {
            m_overlay->layout()->addWidget(m_record);
        } else {
            m_columns->insertWidget(1, m_record);
            m_columns->setStretchFactor(1, 0);
            m_columns->setStretchFactor(2, 1);
        }
        m_record->show();
        setColumnWidths();
    }
    m_panes[0]->header()->setListButton(m_narrow && (isSplit() || m_active == 0));
    m_panes[1]->header()->setListButton(m_narrow && !isSplit() && m_active == 1);
    // Narrower still, or joined by hand: one pane at a time, the other is its tab (F6).
    for (std::size_t i = 0; i < m_panes.size(); ++i)
        m_panes[i]->setVisible(isSplit() || i == m_active);
    showLink();
    placeOverlay();
}

QString ReviewPage::whyNotLink() const
{
    if (!isSplit())
        return tr("There is one pane: split it first.");
    const bool both = m_panes[0]->view()->pageCount() > 0 && m_panes[1]->view()->pageCount() > 0;
    return both ? QString() : tr("Open a document in both panes first.");
}

void ReviewPage::toggleLink()
{
    m_link->setOn(!m_link->isOn() && whyNotLink().isEmpty());
    showLink();
}

void ReviewPage::showLink()
{
    for (DocumentPane *pane : m_panes)
        pane->header()->setLink(isSplit(), m_link->isOn());
}

// The search has the place of the record; where the record is folded away, it takes its room from the documents.
void ReviewPage::setColumnWidths()
{
    const bool searching = !m_search->isHidden();
    if (!m_narrow)
        m_record->setHidden(searching);
    QList<int> widths;
    int left = width();
    for (int i = 0; i < m_columns->count(); ++i) {
        const QWidget *column = m_columns->widget(i);
        const int wide = column == m_search ? m_layout->search : column == m_record ? m_layout->record : column == m_middle ? 0 : m_layout->right;
        widths << (column->isHidden() ? 0 : wide);
        left -= widths.last();
    }
    widths[m_columns->indexOf(m_middle)] = qMax(0, left);
    m_columns->setSizes(widths);
}

void ReviewPage::setSizes()
{
    setColumnWidths();
    m_documents->setSizes(m_layout->documents);
    m_right->setSizes(m_layout->passage);
}

void ReviewPage::useLayout(DeskLayout *layout)
{
    m_layout = layout;
    setSizes();
}

void ReviewPage::keepLayout()
{
    for (const auto &[column, width] : {std::pair<const QWidget *, int *>{m_search, &m_layout->search}, {m_record, &m_layout->record}, {m_right, &m_layout->right}}) {
        if (column->isVisible() && column->parentWidget() == m_columns)
            *width = column->width();
    }
    if (isSplit())
        m_layout->documents = m_documents->sizes();
    m_layout->passage = m_right->sizes();
}

void ReviewPage::resetLayout()
{
    *m_layout = {};
    setSizes();
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
        if (m_search->isVisible())
            closeSearch();
        else
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
