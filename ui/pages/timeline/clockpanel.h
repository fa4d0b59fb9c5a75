// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks of the case: from when, until when, standing still since when and why; starting, extending, stopping, going on. GUI thread.
#pragma once

#include "ui/pages/timeline/casedesk.h"

namespace caseward::ui {

class ClockPanel final : public CaseDesk {
    Q_OBJECT
public:
    ClockPanel(Theme *theme, CaseModel *model, QWidget *parent);
    void reload() override;
    [[nodiscard]] QString whyNotStart() const { return whyNot(rules::Act::StartClock); }

public slots:
    void start();

private:
    struct Shown { std::vector<QString> words; std::vector<packs::TimeLimit> known; };  // words: of each clock of the case
    void showClocks(const Shown &shown);
    void extend();
    void stop();
    void resume();
    [[nodiscard]] const model::ClockState *chosen() const;
    [[nodiscard]] QString whyNotOn(bool running) const;   // what only a running, or only a stopped clock can do
    std::vector<packs::TimeLimit> m_known;
};

} // namespace caseward::ui
