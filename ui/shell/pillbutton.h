// SPDX-License-Identifier: GPL-3.0-or-later
// A pill that can be pressed: the open checks in the header, which lead to the gate. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QPushButton>

namespace caseward::ui {

class PillButton final : public QPushButton {
    Q_OBJECT
public:
    PillButton(Theme *theme, const QString &name, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
};

} // namespace caseward::ui
