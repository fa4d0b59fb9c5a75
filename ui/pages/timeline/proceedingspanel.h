// SPDX-License-Identifier: GPL-3.0-or-later
// The third part of the timeline: stage, clocks and eligibility of the open case side by side. GUI thread.
#pragma once

#include <QWidget>

namespace caseward::ui {

class CaseModel;
class ClockPanel;
class EligibilityPanel;
class StagePanel;
class Theme;

class ProceedingsPanel final : public QWidget {
    Q_OBJECT
public:
    ProceedingsPanel(Theme *theme, CaseModel *model, QWidget *parent);
    void reload();
    void takeFocus();
    [[nodiscard]] StagePanel *stage() const { return m_stage; }
    [[nodiscard]] ClockPanel *clocks() const { return m_clocks; }
    [[nodiscard]] EligibilityPanel *eligibility() const { return m_eligibility; }

private:
    StagePanel *m_stage;
    ClockPanel *m_clocks;
    EligibilityPanel *m_eligibility;
};

} // namespace caseward::ui
