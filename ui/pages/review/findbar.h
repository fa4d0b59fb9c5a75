// SPDX-License-Identifier: GPL-3.0-or-later
// Find in one document: a bar under the pane's header. F3 and Enter go on, Shift goes back, Esc closes. GUI thread.
#pragma once

#include "core/model/spot.h"
#include "ui/base/theme.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLineEdit;

namespace caseward::ui {

class PageView;
class ThemedLabel;

class FindBar final : public QWidget {
    Q_OBJECT
public:
    FindBar(Theme *theme, PageView *view, const QString &name, QWidget *parent);
    void open();                  // with the selected words, when there are some
    void close();
    void step(int direction);     // F3, Shift+F3; opens when nothing was looked for yet
    void take(const QString &needle, const std::vector<model::Spot> &places);   // the source's answer

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search();
    void show(int place);
    Theme *m_theme;
    PageView *m_view;
    QLineEdit *m_needle;
    ThemedLabel *m_count;
    QTimer m_typing;              // a search a pause in typing, not one a key
    std::vector<model::Spot> m_places;
    int m_current = -1;
};

} // namespace caseward::ui
