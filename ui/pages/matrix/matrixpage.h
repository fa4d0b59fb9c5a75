// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix: where the passages stand, by documents, by whole-person factors and by years of conduct, and what carries the decision.
// Read-only: what is found is found in Decision. Child of the shell; GUI thread.
#pragma once

#include "ui/base/page.h"
#include "ui/models/casemodel.h"

class QComboBox;
class QStackedWidget;

namespace caseward::ui {

class CarriageView;
class CellPassages;
class EmptyState;
class MatrixModel;
class MatrixView;
class SegmentedControl;
class ThemedLabel;

class MatrixPage final : public Page {
    Q_OBJECT
public:
    enum class View { Documents, Factors, Years, Carriage };
    static constexpr int viewCount = 4;

    MatrixPage(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    [[nodiscard]] QString pageTitle() const override { return tr("Matrix"); }
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;
    bool goTo(const QString &where) override;          // "documents", "factors", "years", "carries"
    [[nodiscard]] QString location() const override;
    void showView(View view);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildTools();
    void caseChanged();
    void caseClosed();
    void fillPacks();
    void refreshShown();
    void showCell();
    [[nodiscard]] packs::PackPtr pack() const;         // chosen among those of the case
    CaseModel *m_model;
    MatrixModel *m_sheet;
    SegmentedControl *m_views = nullptr;
    QComboBox *m_packs = nullptr;
    MatrixView *m_table;
    CellPassages *m_passages;
    CarriageView *m_carriage;
    EmptyState *m_nothing;
    QWidget *m_grid = nullptr;
    ThemedLabel *m_caption;
    QStackedWidget *m_stack;
    View m_view = View::Documents;
    std::string m_pack;                                // id of the chosen one
    bool m_stale = true;
};

} // namespace caseward::ui
