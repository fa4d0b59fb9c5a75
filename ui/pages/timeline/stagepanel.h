// SPDX-License-Identifier: GPL-3.0-or-later
// Where the case stands, where it can go next and what is missing for it; taking it there, and declaring a conflict of interest.
// GUI thread.
#pragma once

#include "ui/pages/timeline/casedesk.h"

namespace caseward::ui {

class StagePanel final : public CaseDesk {
    Q_OBJECT
public:
    StagePanel(Theme *theme, CaseModel *model, QWidget *parent);
    void reload() override;
    [[nodiscard]] QString whyNotMove() const;
    [[nodiscard]] QString whyNotDeclare() const;

public slots:
    void move();
    void declareConflict();

private:
    void showStage(const std::vector<rules::NextStage> &next);
    [[nodiscard]] const rules::NextStage *chosen() const;
    std::vector<rules::NextStage> m_next;
};

} // namespace caseward::ui
