// SPDX-License-Identifier: GPL-3.0-or-later
// One sub-paragraph in the list of the statement: label, words, facts and finding. Pressed or entered, it opens below; the arrow
// keys go to its neighbours. GUI thread.
#pragma once

#include "core/model/dossier.h"
#include "ui/base/themedlabel.h"

#include <QAbstractButton>

namespace caseward::ui {

class Chip;

class AllegationLine final : public QAbstractButton {
    Q_OBJECT
public:
    AllegationLine(Theme *theme, const QString &name, QWidget *parent);
    void show(const model::Dossier &dossier, const model::AllegationState &state);
    void setOpen(bool open);

signals:
    void stepWanted(int by);             // to the line above or below; far beyond the end for Home and End

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    using QAbstractButton::show;
    Theme *m_theme;
    ThemedLabel *m_label, *m_words, *m_detail;
    Chip *m_standing;
};

} // namespace caseward::ui
