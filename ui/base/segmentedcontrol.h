// SPDX-License-Identifier: GPL-3.0-or-later
// A few exclusive choices in one row ("Raised | All", "Slight | Moderate | Substantial"). Radio buttons to
// assistive technology; Left/Right move the focus, Space or Enter chooses. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QStringList>
#include <QWidget>

class QPushButton;

namespace caseward::ui {

class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    // Object names of the segments are <name>.0, <name>.1 …; the accessible name of each is its text.
    SegmentedControl(Theme *theme, const QString &name, const QStringList &texts, QWidget *parent = nullptr);
    void setCurrent(int index);              // -1: none chosen; no signal
    [[nodiscard]] int current() const { return m_current; }
    void setText(int index, const QString &text);

signals:
    void chosen(int index);                  // by the person only

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    QList<QPushButton *> m_buttons;
    int m_current = -1;
};

} // namespace caseward::ui
