// SPDX-License-Identifier: GPL-3.0-or-later
// The eligibility of the person, each authority and access on its own line, its conditions below it; recording a line, and what became
// of a condition. GUI thread.
#pragma once

#include "ui/pages/timeline/casedesk.h"

namespace caseward::ui {

class EligibilityPanel final : public CaseDesk {
    Q_OBJECT
public:
    EligibilityPanel(Theme *theme, CaseModel *model, QWidget *parent);
    void reload() override;
    [[nodiscard]] QString whyNotRecord() const { return whyNot(rules::Act::Proceed); }

public slots:
    void record();

private:
    void monitor();
    [[nodiscard]] QString whyNotMonitor() const;
    // The chosen line and, of a condition, its number; 0: the line itself.
    [[nodiscard]] std::pair<const model::EligibilityLine *, std::uint32_t> chosen() const;
    struct Row { model::EligibilityKey key; std::uint32_t condition = 0; };
    std::vector<Row> m_rows;
};

} // namespace caseward::ui
