// SPDX-License-Identifier: GPL-3.0-or-later
// The passages of a cell, one line each, below the table: Enter on one shows it in Review, Escape goes back to the table. GUI thread.
#pragma once

#include "core/packs/pack.h"
#include "ui/evidence/passagefacts.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace caseward::ui {

class Theme;
class ThemedLabel;

class CellPassages final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t most = 60;       // lines; what is beyond is counted
    CellPassages(Theme *theme, QWidget *parent);
    void show(const QString &title, const std::vector<PassageFacts> &passages);
    void focusFirst();

signals:
    void placeWanted(const QString &link);
    void backWanted();                            // Escape

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Theme *m_theme;
    ThemedLabel *m_title, *m_beyond;
    QVBoxLayout *m_list;
    QScrollArea *m_scroll;
    QList<QWidget *> m_lines;
};

} // namespace caseward::ui
