// SPDX-License-Identifier: GPL-3.0-or-later
// A card of named facts that can be read and copied: a receipt, what a bundle says of itself. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"

#include <QFrame>

class QGridLayout;

namespace caseward::ui {

class IconLabel;

class FactsCard final : public QFrame {
    Q_OBJECT
public:
    struct Fact { QString name, value; bool mono = false; Tone tone = Tone::Primary; };
    FactsCard(Theme *theme, const QString &name, QWidget *parent = nullptr); // hidden until show()
    void show(const QString &icon, Tone tone, const QString &title, const QList<Fact> &facts);
    void clear() { setVisible(false); }

private:
    using QFrame::show;
    Theme *m_theme;
    IconLabel *m_icon;
    ThemedLabel *m_title;
    QWidget *m_body;
    QGridLayout *m_grid;
};

} // namespace caseward::ui
