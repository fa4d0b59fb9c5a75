// SPDX-License-Identifier: GPL-3.0-or-later
// A list of checks, one under the other, under headings when asked for; what has not changed keeps its row, with its
// focus and its unsaved words. GUI thread.
#pragma once

#include "ui/pages/decision/checkrow.h"

#include <vector>

class QVBoxLayout;

namespace caseward::ui {

class GateList final : public QWidget {
    Q_OBJECT
public:
    struct Item { rules::Check check; QString heading; };   // a heading is shown where it changes
    GateList(Theme *theme, const QString &name, QWidget *parent = nullptr);
    void show(const std::vector<Item> &items, const QString &whyNot);
    [[nodiscard]] QWidget *first() const;                   // of the first open check; null: none

signals:
    void goWanted(const caseward::rules::Target &target);
    void explained(const caseward::rules::Check &check, const QString &words);

private:
    using QWidget::show;
    CheckRow *rowOf(const rules::Check &check, std::vector<CheckRow *> &old);
    void keepFocus(const CheckRow *gone, std::size_t index);
    Theme *m_theme;
    QVBoxLayout *m_column;
    std::vector<CheckRow *> m_rows;
    std::vector<QWidget *> m_headings;
};

} // namespace caseward::ui
