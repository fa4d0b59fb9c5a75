// SPDX-License-Identifier: GPL-3.0-or-later
// An icon of the theme as a still picture, in a token colour. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"

namespace caseward::ui {

class IconLabel : public QWidget {
    Q_OBJECT
public:
    IconLabel(Theme *theme, const QString &icon, Tone tone = Tone::Secondary, int size = 16, QWidget *parent = nullptr);
    void setIcon(const QString &icon, Tone tone);
    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    QString m_icon;
    Tone m_tone;
    int m_size;
};

} // namespace caseward::ui
