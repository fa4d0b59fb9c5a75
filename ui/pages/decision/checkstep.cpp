// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/checkstep.h"

#include "ui/pages/decision/gatelist.h"

#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

QString headingOf(const rules::Check &check, const std::vector<packs::PackPtr> &packs)
{
    using Place = rules::Target::Place;
    switch (check.target.place) {
    case Place::Document:
    case Place::Passage:
    case Place::Case: return CheckStep::tr("Record");
    case Place::Contradiction: return CheckStep::tr("Contradictions");
    case Place::Gap: return CheckStep::tr("Gaps");
    case Place::Outcome: return CheckStep::tr("Outcome");
    default: return stepName(stepOf(check.target, packs));
    }
}

} // namespace

CheckStep::CheckStep(Theme *theme, CaseModel *model, QWidget *parent)
    : DecisionStep(theme, model, QStringLiteral("decision.check"), tr("Check"),
                   tr("Everything that must be done or explained before the decision can be signed, passed checks too."), parent),
      m_list(new GateList(theme, QStringLiteral("decision.check.list"), body()))
{
    column()->addWidget(m_list);
    column()->addStretch(1);
    connect(m_list, &GateList::goWanted, this, &DecisionStep::targetWanted);
    connect(m_list, &GateList::explained, this, [this](const rules::Check &check, const QString &words) {
        this->model()->record({model::CheckExplained{check.id, check.target.id, words.toStdString()}});
    });
}

void CheckStep::refresh()
{
    std::vector<GateList::Item> items;
    QStringList headings;
    for (const rules::Check &check : model()->gate().checks) {
        items.push_back({check, headingOf(check, model()->packs())});
        if (!headings.contains(items.back().heading))
            headings << items.back().heading;
    }
    std::ranges::stable_sort(items, {}, [&headings](const GateList::Item &item) { return headings.indexOf(item.heading); }); // each once
    m_list->show(items, whyNotWeigh());
}

} // namespace caseward::ui
