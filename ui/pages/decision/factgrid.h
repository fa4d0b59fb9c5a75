// SPDX-License-Identifier: GPL-3.0-or-later
// A short two-column list of facts, words at the left and values at the right, that can be selected and copied. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"

#include <QList>
#include <QWidget>

namespace caseward::ui {

class FactGrid final : public QWidget {
public:
    struct Fact { QString name, value; bool mono = false; };
    FactGrid(Theme *theme, const QString &name, QWidget *parent = nullptr);
    void show(const QList<Fact> &facts);

private:
    using QWidget::show;
    Theme *m_theme;
    QStringList m_shown;
};

} // namespace caseward::ui
