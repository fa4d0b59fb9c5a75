// SPDX-License-Identifier: GPL-3.0-or-later
// The six steps in one calm row: number, name, and ✓ or the count of open checks. Radio buttons to assistive
// technology; Left and Right move. Never says that a step must come before another. GUI thread.
#pragma once

#include "ui/pages/decision/decisionstep.h"

#include <QWidget>

#include <array>

namespace caseward::ui {

class DecisionStepButton;

class DecisionStepBar final : public QWidget {
    Q_OBJECT
public:
    DecisionStepBar(Theme *theme, QWidget *parent = nullptr);
    struct State { std::size_t open = 0; bool done = false; };
    void setState(StepId step, const State &state);
    void setCurrent(StepId step);
    [[nodiscard]] StepId current() const { return m_current; }

signals:
    void chosen(caseward::ui::StepId step);      // by the person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    std::array<DecisionStepButton *, stepCount> m_buttons{};
    StepId m_current = StepId::Concerns;
};

} // namespace caseward::ui
