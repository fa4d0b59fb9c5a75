// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/conditiontree.h"

#include "ui/base/emptystate.h"
#include "ui/base/filterline.h"
#include "ui/base/sectionheader.h"
#include "ui/base/segmentedcontrol.h"
#include "ui/models/packwords.h"
#include "ui/pages/review/conditiondelegate.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {

QTreeView *makeView(QWidget *parent)
{
    auto *view = new QTreeView(parent);
    view->setObjectName(QStringLiteral("review.conditions.tree"));
    view->setAccessibleName(ConditionTree::tr("Conditions of the guidelines"));
    view->setHeaderHidden(true);
    view->setIndentation(0);
    view->setRootIsDecorated(false);
    view->setMouseTracking(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setExpandsOnDoubleClick(false);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return view;
}

} // namespace

ConditionTree::ConditionTree(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_show(new SegmentedControl(theme, QStringLiteral("review.conditions.show"), {tr("Raised"), tr("All")}, this)),
      m_checklists(new QComboBox(this)), m_filter(new QLineEdit(this)), m_view(makeView(this)),
      m_empty(new EmptyState(theme, QStringLiteral("review.conditions.empty"), tr("No condition has these words."), {}, this)),
      m_model(new ConditionModel(this)), m_delegate(new ConditionDelegate(theme, m_view))
{
    setObjectName(QStringLiteral("review.conditions"));
    setMinimumWidth(250);
    auto *header = new SectionHeader(theme, tr("Conditions"), this);
    m_show->setAccessibleName(tr("Which guidelines are shown"));
    m_show->setCurrent(0);
    header->addTool(m_show);
    m_checklists->setObjectName(QStringLiteral("review.conditions.checklist"));
    m_checklists->setAccessibleName(tr("Checklist that passages are tied to"));
    m_checklists->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_checklists->view()->setObjectName(QStringLiteral("review.conditions.checklist.list"));
    m_checklists->view()->setAccessibleName(m_checklists->accessibleName());
    m_checklists->hide();
    connect(m_checklists, &QComboBox::activated, this, [this] { emit checklistWanted(m_checklists->currentData().toString().toStdString()); });
    m_filter->setObjectName(QStringLiteral("review.conditions.filter"));
    m_filter->setAccessibleName(tr("Filter conditions"));
    m_filter->setPlaceholderText(tr("Filter by paragraph or words"));
    makeFilterLine(m_filter, theme, QStringLiteral("list-filter"));
    m_filter->installEventFilter(this);
    connect(theme, &Theme::changed, this, [this] { m_view->doItemsLayout(); });
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_empty->hide();
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(12, 8, 12, 10);
    filterRow->setSpacing(8);
    filterRow->addWidget(m_checklists);
    filterRow->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(filterRow);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    connect(m_show, &SegmentedControl::chosen, this, [this](int segment) {
        m_chose = true;
        showWhatIsRaised(segment);
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model->setFilter(words);
        refreshTree();
    });
    connect(m_view, &QTreeView::clicked, this, &ConditionTree::toggleOrTie);
}

void ConditionTree::setCase(const model::Dossier *dossier, const std::vector<packs::PackPtr> &packs, const packs::PackPtr &checklist)
{
    offerPacks(m_checklists, packs, checklist);
    m_checklists->setVisible(packs.size() > 1);
    m_model->setCase(dossier, checklist);
    // Before anything is raised "Raised" would be an empty pane: the whole list stands there until then.
    if (!m_chose) {
        const bool all = m_model->nothingRaised();
        m_show->setCurrent(all ? 1 : 0);
        m_model->setShow(all ? ConditionModel::Show::All : ConditionModel::Show::Raised);
    }
    refreshTree();
}

void ConditionTree::showWhatIsRaised(int segment)
{
    m_model->setShow(segment == 0 ? ConditionModel::Show::Raised : ConditionModel::Show::All);
    refreshTree();
}

void ConditionTree::refreshTree()
{
    const bool filtered = !m_filter->text().trimmed().isEmpty();
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex index = m_model->index(i, 0);
        m_view->setExpanded(index, filtered || !m_folded.contains(m_model->guideline(index).guideline->letter));
    }
    m_empty->setSentence(filtered ? tr("No condition has these words.") : tr("No guideline is raised yet. Choose All to see every condition."));
    m_empty->setVisible(m_model->rowCount() == 0);
    m_view->setVisible(m_model->rowCount() > 0);
}

void ConditionTree::choose(const std::string &conditionId)
{
    const QModelIndex index = m_model->find(conditionId);
    if (!index.isValid())
        return;
    m_view->setExpanded(index.parent(), true);
    m_view->setCurrentIndex(index);
}

std::string ConditionTree::currentCondition() const
{
    return m_model->conditionId(m_view->currentIndex());
}

void ConditionTree::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ConditionTree::toggleOrTie(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (!m_model->isGuideline(index)) {
        emit tieWanted(m_model->conditionId(index));
        return;
    }
    const std::string &letter = m_model->guideline(index).guideline->letter;
    const bool open = !m_view->isExpanded(index);
    m_view->setExpanded(index, open);
    if (open)
        m_folded.erase(letter);
    else
        m_folded.insert(letter);
}

QModelIndex ConditionTree::conditionAt(const QPoint &global) const
{
    const QPoint inside = m_view->viewport()->mapFromGlobal(global);
    const QModelIndex index = m_view->viewport()->rect().contains(inside) ? m_view->indexAt(inside) : QModelIndex();
    return index.isValid() && !m_model->isGuideline(index) ? index : QModelIndex();
}

void ConditionTree::dragOver(const QPoint &global)
{
    m_delegate->setDropTarget(conditionAt(global));
    m_view->viewport()->update();
}

std::string ConditionTree::dropAt(const QPoint &global)
{
    const QModelIndex index = conditionAt(global);
    m_delegate->setDropTarget({});
    m_view->viewport()->update();
    return m_model->conditionId(index);
}

bool ConditionTree::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        m_view->doItemsLayout();   // wrapped rows change their height
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (watched == m_view && (enter || key == Qt::Key_T || key == Qt::Key_Space)) {
            toggleOrTie(m_view->currentIndex());
            return true;
        }
        if (watched == m_filter && (enter || key == Qt::Key_Down)) {
            const QModelIndex first = m_model->index(0, 0, m_model->index(0, 0));
            m_view->setFocus();
            if (first.isValid())
                m_view->setCurrentIndex(first);
            return true;
        }
        if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConditionTree::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->tokens().surface);
}

} // namespace caseward::ui
