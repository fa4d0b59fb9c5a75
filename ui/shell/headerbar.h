// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the window: which case, in what state, what is open in it, the command box, pages read, undo, Decide….
// Shows what the case model holds. Owned by the main window; GUI thread.
#pragma once

#include "core/base/clock.h"
#include "ui/base/chip.h"
#include "ui/base/themedlabel.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace caseward::ui {

class CaseModel;
class IconButton;
class ProgressLine;

class HeaderBar final : public QWidget {
    Q_OBJECT
public:
    HeaderBar(Theme *theme, CaseModel *model, const Clock &clock, QWidget *parent = nullptr);
    void setTitleWithoutCase(const QString &title, const QString &detail);

signals:
    void commandBoxWanted();
    void undoWanted();
    void redoWanted();
    void decideWanted();
    void openChecksWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCase();
    void fitHeight();
    void buildRight(QHBoxLayout *row);
    Theme *m_theme;
    CaseModel *m_model;
    const Clock &m_clock;
    QString m_plainTitle, m_plainDetail;
    ThemedLabel *m_title, *m_detail, *m_read;
    Chip *m_status, *m_open;
    QPushButton *m_search, *m_decide, *m_checks;
    QWidget *m_progressBox;
    ProgressLine *m_progress;
    IconButton *m_undo, *m_redo;
};

} // namespace caseward::ui
