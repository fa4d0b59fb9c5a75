// SPDX-License-Identifier: GPL-3.0-or-later
// Looks like a search field and opens the command box: one place for typing, one for the list. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QPushButton>

namespace caseward::ui {

class SearchButton final : public QPushButton {
    Q_OBJECT
public:
    explicit SearchButton(Theme *theme, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {360, 32}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 32}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
};

} // namespace caseward::ui
