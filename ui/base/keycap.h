// SPDX-License-Identifier: GPL-3.0-or-later
// A key of the keyboard in a small frame ("F", "Ctrl+K"). Widget and painting for delegates. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

class QPainter;

namespace caseward::ui {

[[nodiscard]] QSize keyCapSize(const Theme &theme, const QString &key);
void paintKeyCap(QPainter &painter, const QRect &rect, const Theme &theme, const QString &key);

class KeyCap : public QWidget {
    Q_OBJECT
public:
    KeyCap(Theme *theme, const QString &key, QWidget *parent = nullptr);
    void setKey(const QString &key);
    [[nodiscard]] QSize sizeHint() const override { return keyCapSize(*m_theme, m_key); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    QString m_key;
};

} // namespace caseward::ui
