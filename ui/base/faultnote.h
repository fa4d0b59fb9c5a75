// SPDX-License-Identifier: GPL-3.0-or-later
// A fault shown inline beside the thing it is about: title, what is safe, what to do, code. Hidden while there is none.
// GUI thread.
#pragma once

#include "core/base/fault.h"
#include "ui/base/themedlabel.h"

#include <QWidget>

class QPushButton;

namespace caseward::ui {

class IconLabel;

class FaultNote : public QWidget {
    Q_OBJECT
public:
    FaultNote(Theme *theme, const QString &name, QWidget *parent = nullptr); // hidden
    void show(const Fault &fault, const QString &action = {});  // `action`: words of a button, <name>.action
    void notice(const QString &title, const QString &text);     // good or neutral news in the same place
    void clear();

signals:
    void actionWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    using QWidget::show;
    Theme *m_theme;
    IconLabel *m_icon;
    ThemedLabel *m_title, *m_text, *m_code;
    QPushButton *m_action;
    bool m_fault = false;
};

} // namespace caseward::ui
