// SPDX-License-Identifier: GPL-3.0-or-later
// A 28 px button that is only an icon, with its words as tool tip and accessible name. Follows the theme. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QToolButton>

namespace caseward::ui {

class IconButton : public QToolButton {
    Q_OBJECT
public:
    // `words` says what it does ("Zoom in"); `keys` (may be empty) is shown after it in the tool tip.
    IconButton(Theme *theme, const QString &icon, const QString &name, const QString &words, const QString &keys = {},
               QWidget *parent = nullptr);
    void setIconName(const QString &icon);
    void setWords(const QString &words, const QString &keys = {});

private:
    void apply();
    Theme *m_theme;
    QString m_icon;
};

} // namespace caseward::ui
