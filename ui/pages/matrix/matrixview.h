// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the matrix: labels that stay at the left, a number and a dot in each cell. The dot's size is the greatest weight that people
// gave, the tint says one, two, or more passages, in the hue of the class: never red or green. Arrows walk it, Enter opens the cell's
// passages, Space asks for the condition in Decision. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/matrix/matrixmodel.h"

#include <QTableView>

namespace caseward::ui {

class MatrixView final : public QTableView {
    Q_OBJECT
public:
    MatrixView(Theme *theme, MatrixModel *model, QWidget *parent);
    void show(MatrixSheet sheet);                // keeps the place as far as it is still there

signals:
    void cellChanged();
    void passagesWanted();                       // Enter, or a double click
    void decisionWanted(const QString &link);    // Space

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void layOut();
    Theme *m_theme;
    MatrixModel *m_model;
};

} // namespace caseward::ui
