// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/signstep.h"

#include "ui/pages/decision/outcomeform.h"
#include "ui/pages/decision/signedcard.h"
#include "ui/pages/decision/signform.h"

#include <QVBoxLayout>

namespace caseward::ui {

SignStep::SignStep(Theme *theme, CaseModel *model, QWidget *parent)
    : DecisionStep(theme, model, QStringLiteral("decision.signing"), tr("Outcome and signature"),
                   tr("The outcome is yours: none is chosen or suggested."), parent),
      m_signed(new SignedCard(theme, model, body())), m_work(new QWidget(body())), m_outcome(new OutcomeForm(theme, model, m_work)),
      m_sign(new SignForm(theme, model, m_work))
{
    column()->addWidget(m_signed);
    auto *work = new QVBoxLayout(m_work);
    work->setContentsMargins(0, 8, 0, 0);
    work->setSpacing(0);
    work->addWidget(m_outcome);
    work->addWidget(m_sign);
    column()->addWidget(m_work);
    column()->addStretch(1);
    connect(m_sign, &SignForm::finished, this, [this] {
        if (isVisible())
            bringUp(m_signed->first(), m_signed);
    });
}

void SignStep::refresh()
{
    const model::CaseStatus status = model()->dossier()->status;
    const bool open = status == model::CaseStatus::InReview || status == model::CaseStatus::Returned;
    m_signed->refresh();
    m_work->setVisible(open);
    if (!open)
        return;
    m_outcome->refresh(whyNotWeigh());
    m_sign->refresh();
}

bool SignStep::reveal(const rules::Target &target)
{
    QWidget *first = m_work->isHidden() ? m_signed->first() : m_outcome->first();
    if (target.place != rules::Target::Place::Outcome || !first)
        return false;
    bringUp(first, first);
    return true;
}

void SignStep::refused()
{
    m_outcome->refused();
    m_sign->refused();
}

void SignStep::forget()
{
    m_outcome->forget();
    m_sign->forget();
}

} // namespace caseward::ui
