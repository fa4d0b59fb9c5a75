// SPDX-License-Identifier: GPL-3.0-or-later
// Head of a pane: title, secondary words, and a place for buttons at the right; a rule below. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"

#include <QWidget>

class QHBoxLayout;

namespace caseward::ui {

class SectionHeader : public QWidget {
    Q_OBJECT
public:
    SectionHeader(Theme *theme, const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setDetail(const QString &detail);
    void addTool(QWidget *tool);             // appended at the right

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    ThemedLabel *m_title;
    ThemedLabel *m_detail;
    QHBoxLayout *m_row;
};

} // namespace caseward::ui
