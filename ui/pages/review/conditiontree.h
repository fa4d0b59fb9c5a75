// SPDX-License-Identifier: GPL-3.0-or-later
// The right column of the review desk: "Conditions", Raised or All, a filter, and the tree. A click on a condition ties the
// selection that is alive; without one it only chooses the row. Enter and T tie as well. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/review/conditionmodel.h"

#include <QWidget>

#include <set>

class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace caseward::ui {

class ConditionDelegate;
class EmptyState;
class SegmentedControl;

class ConditionTree final : public QWidget {
    Q_OBJECT
public:
    ConditionTree(Theme *theme, QWidget *parent = nullptr);
    // `checklist` is the one of `packs` that is shown.
    void setCase(const model::Dossier *dossier, const std::vector<packs::PackPtr> &packs, const packs::PackPtr &checklist);
    void choose(const std::string &conditionId);            // shows and selects the row; no signal
    [[nodiscard]] std::string currentCondition() const;      // "" for none
    // A selection dragged over, or dropped on, a row; points on the screen. dropAt() gives the condition, "" for none.
    void dragOver(const QPoint &global);
    std::string dropAt(const QPoint &global);
    [[nodiscard]] ConditionModel *model() const { return m_model; }
    [[nodiscard]] QTreeView *view() const { return m_view; }
    void focusFilter();

signals:
    void tieWanted(const std::string &conditionId);          // click, Enter or T on a condition
    void checklistWanted(const std::string &pack);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showWhatIsRaised(int segment);
    void refreshTree();
    void toggleOrTie(const QModelIndex &index);
    [[nodiscard]] QModelIndex conditionAt(const QPoint &global) const;
    Theme *m_theme;
    SegmentedControl *m_show;
    QComboBox *m_checklists;                                 // hidden while there is one
    QLineEdit *m_filter;
    QTreeView *m_view;
    EmptyState *m_empty;
    ConditionModel *m_model;
    ConditionDelegate *m_delegate;
    std::set<std::string> m_folded;                          // letters the person folded
    bool m_chose = false;                                    // Raised or All was chosen by the person
};

} // namespace caseward::ui
