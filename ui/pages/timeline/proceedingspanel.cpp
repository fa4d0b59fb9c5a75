// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/proceedingspanel.h"

#include "ui/base/rule.h"
#include "ui/pages/timeline/clockpanel.h"
#include "ui/pages/timeline/eligibilitypanel.h"
#include "ui/pages/timeline/stagepanel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace caseward::ui {

ProceedingsPanel::ProceedingsPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : QWidget(parent), m_stage(new StagePanel(theme, model, this)), m_clocks(new ClockPanel(theme, model, this)), m_eligibility(new EligibilityPanel(theme, model, this))
{
    setObjectName(QStringLiteral("timeline.proceedings"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_stage, 11);
    row->addWidget(makeRule(Qt::Vertical, this));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_clocks, 1);
    column->addWidget(makeRule(Qt::Horizontal, this));
    column->addWidget(m_eligibility, 1);
    row->addLayout(column, 10);
}

void ProceedingsPanel::reload()
{
    m_stage->reload();
    m_clocks->reload();
    m_eligibility->reload();
}

void ProceedingsPanel::takeFocus() { m_stage->setFocus(); }

} // namespace caseward::ui
