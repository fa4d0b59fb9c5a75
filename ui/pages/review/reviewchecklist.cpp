// SPDX-License-Identifier: GPL-3.0-or-later
// The review desk: which of the case's checklists passages are tied to. One at a time, so that nothing is tied under a pack by accident.
#include "core/packs/held.h"
#include "ui/models/casewords.h"
#include "ui/pages/review/conditiontree.h"
#include "ui/pages/review/reviewpage.h"

#include <algorithm>
#include <utility>

namespace caseward::ui {

packs::PackPtr ReviewPage::checklist() const
{
    return packs::heldOrLeading(m_door->packs(), m_checklist);
}

const packs::Condition *ReviewPage::conditionOf(const model::Tie &tie) const
{
    return packs::heldCondition(m_door->packs(), tie.condition.pack, tie.condition.id);
}

ConditionUse ReviewPage::conditionUse() const
{
    ConditionUse use;
    const session::DossierPtr dossier = m_door->dossier();
    const packs::PackPtr pack = checklist();
    if (!dossier || !pack)
        return use;
    for (auto tie = dossier->ties.rbegin(); tie != dossier->ties.rend(); ++tie) {
        if (tie->condition.pack == pack->id && use.counts[tie->condition.id]++ == 0)
            use.recent.push_back(tie->condition.id);
    }
    return use;
}

QString ReviewPage::whyNotChecklist() const
{
    if (!m_door->dossier())
        return tr("Open a case first.");
    return m_door->packs().size() > 1 ? QString() : tr("This case is held against one checklist. Another is added under People, Packs of this case.");
}

void ReviewPage::nextChecklist()
{
    if (!whyNotChecklist().isEmpty())
        return;
    const std::vector<packs::PackPtr> packs = m_door->packs();
    const auto at = std::ranges::find(packs, checklist());
    showChecklist(at + 1 < packs.end() ? (*(at + 1))->id : packs.front()->id);
}

void ReviewPage::showChecklist(const std::string &pack)
{
    if (std::exchange(m_checklist, pack) != pack)
        m_lastCondition.clear();                 // R ties under what is shown, and nothing else
    caseChanged();
}

void ReviewPage::goToCondition(const std::string &id)
{
    const std::vector<packs::PackPtr> packs = m_door->packs();
    const auto has = [&id](const packs::PackPtr &pack) { return pack->condition(id) != nullptr; };
    const packs::PackPtr shown = checklist();
    if (const auto other = std::ranges::find_if(packs, has); shown && !has(shown) && other != packs.end())
        showChecklist((*other)->id);
    const model::ConditionRef wanted{checklist() ? checklist()->id : std::string(), id};
    const std::vector<model::Tie> &ties = m_door->dossier()->ties;
    if (const auto tie = std::ranges::find(ties, wanted, &model::Tie::condition); tie != ties.end())
        choosePassage(tie->id);
    chooseCondition(wanted);
}

void ReviewPage::chooseCondition(const model::ConditionRef &condition)
{
    if (const packs::PackPtr pack = checklist(); pack && pack->id == condition.pack)
        m_tree->choose(condition.id);
}

} // namespace caseward::ui
