// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/iconbutton.h"

namespace caseward::ui {

IconButton::IconButton(Theme *theme, const QString &icon, const QString &name, const QString &words,
                       const QString &keys, QWidget *parent)
    : QToolButton(parent), m_theme(theme), m_icon(icon)
{
    setObjectName(name);
    setProperty("cls", "icon");
    setIconSize(QSize(18, 18));
    setFocusPolicy(Qt::StrongFocus);
    setWords(words, keys);
    connect(theme, &Theme::changed, this, &IconButton::apply);
    apply();
}

void IconButton::setIconName(const QString &icon)
{
    m_icon = icon;
    apply();
}

void IconButton::setWords(const QString &words, const QString &keys)
{
    setAccessibleName(words);
    setToolTip(keys.isEmpty() ? words : QStringLiteral("%1  (%2)").arg(words, keys));
}

void IconButton::apply() { setIcon(m_theme->icon(m_icon)); }

} // namespace caseward::ui
