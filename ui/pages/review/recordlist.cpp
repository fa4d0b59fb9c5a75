// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/recordlist.h"

#include "ui/base/filterline.h"
#include "ui/base/iconbutton.h"
#include "ui/base/sectionheader.h"
#include "ui/pages/review/recorddelegate.h"
#include "ui/pages/review/rowlist.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace caseward::ui {

RecordList::RecordList(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_header(new SectionHeader(theme, tr("Record"), this)), m_filter(new QLineEdit(this)),
      m_view(new QListView(this)), m_model(new RecordModel(this))
{
    setObjectName(QStringLiteral("review.record"));
    setMinimumWidth(196);
    auto *filter = new IconButton(theme, QStringLiteral("list-filter"), QStringLiteral("review.record.filterButton"), tr("Filter the documents"), {}, this);
    m_header->addTool(filter);
    m_filter->setObjectName(QStringLiteral("review.record.filter"));
    m_filter->setAccessibleName(tr("Filter the documents"));
    m_filter->setPlaceholderText(tr("Title, kind or exhibit"));
    makeFilterLine(m_filter, theme, {});
    m_filter->hide();
    m_view->setObjectName(QStringLiteral("review.record.list"));
    m_view->setAccessibleName(tr("Documents of the record"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RecordDelegate(theme, m_view));
    setUpRowList(m_view);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(10, 6, 10, 2);
    filterRow->addWidget(m_filter);
    column->addLayout(filterRow);
    column->addWidget(m_view, 1);
    connect(filter, &QToolButton::clicked, this, &RecordList::toggleFilter);
    connect(m_filter, &QLineEdit::textChanged, m_model, &RecordModel::setFilter);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) { openRow(index, false); });
    connect(theme, &Theme::changed, m_view, [this] {
        m_view->doItemsLayout();
        m_view->viewport()->update();
    });
}

void RecordList::setDossier(const model::Dossier *dossier)
{
    m_model->setDossier(dossier);
    const auto count = m_model->documentCount();
    m_header->setDetail(count == 1 ? tr("1 document") : tr("%1 documents").arg(count));
}

void RecordList::setCurrent(const DocumentId &document)
{
    const int row = m_model->rowOf(document);
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row));
    else
        m_view->clearSelection();
}

void RecordList::toggleFilter()
{
    m_filter->setVisible(!m_filter->isVisible());
    if (m_filter->isVisible())
        m_filter->setFocus();
    else
        m_filter->clear();
}

void RecordList::openRow(const QModelIndex &index, bool otherPane)
{
    if (!index.isValid())
        return;
    const RecordRow &row = m_model->row(index.row());
    if (row.kind == RecordRow::Kind::Contradiction)
        emit compareWanted(row.contradiction);
    else if (row.kind == RecordRow::Kind::Document)
        emit documentWanted(row.document, otherPane);
}

void RecordList::showMenu(const QModelIndex &index, const QPoint &global)
{
    if (!index.isValid() || m_model->row(index.row()).kind == RecordRow::Kind::Heading)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("review.record.menu"));
    const QPersistentModelIndex row(index);
    if (m_model->row(index.row()).kind == RecordRow::Kind::Contradiction) {
        connect(menu->addAction(tr("Compare")), &QAction::triggered, this, [this, row] { openRow(row, false); });
    } else {
        connect(menu->addAction(tr("Open\tEnter")), &QAction::triggered, this, [this, row] { openRow(row, false); });
        connect(menu->addAction(tr("Open in the other pane\tCtrl+Enter")), &QAction::triggered, this, [this, row] { openRow(row, true); });
        menu->addSeparator();
        connect(menu->addAction(tr("Describe…")), &QAction::triggered, this,
                [this, document = m_model->row(index.row()).document] { emit describeWanted(document); });
    }
    menu->popup(global);
}

bool RecordList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            openRow(m_view->currentIndex(), key->modifiers() & Qt::ControlModifier);
            return true;
        }
    }
    if ((watched == m_view || watched == m_view->viewport()) && event->type() == QEvent::ContextMenu) {
        const auto *asked = static_cast<QContextMenuEvent *>(event);
        const bool byKey = asked->reason() == QContextMenuEvent::Keyboard;
        const QModelIndex index = byKey ? m_view->currentIndex() : m_view->indexAt(m_view->viewport()->mapFromGlobal(asked->globalPos()));
        showMenu(index, byKey ? m_view->viewport()->mapToGlobal(m_view->visualRect(index).center()) : asked->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RecordList::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->tokens().surface);
}

} // namespace caseward::ui
