// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/wholepersonstep.h"

#include "ui/models/casewords.h"
#include "ui/pages/decision/answerrow.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

WholePersonStep::WholePersonStep(Theme *theme, CaseModel *model, QWidget *parent)
    : DecisionStep(theme, model, QStringLiteral("decision.person"), tr("Whole person"),
                   tr("The factors that every decision weighs, for and against, in your own words."), parent)
{
    column()->addStretch(1);
    connect(theme, &Theme::changed, this, [this] { showFold(); });
}

void WholePersonStep::build()
{
    forget();
    m_pack = model()->pack()->digest;
    m_all = new QWidget(body());
    auto *rows = new QVBoxLayout(m_all);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (const packs::Factor &factor : model()->pack()->factors) {
        if (factor.required)
            rows->addWidget(addFactor(factor));
    }
    m_fold = new QPushButton(m_all);
    m_fold->setObjectName(QStringLiteral("decision.person.fold"));
    m_fold->setProperty("cls", "link");
    m_folded = new QWidget(m_all);
    auto *others = new QVBoxLayout(m_folded);
    others->setContentsMargins(0, 0, 0, 0);
    others->setSpacing(0);
    for (const packs::Factor &factor : model()->pack()->factors) {
        if (!factor.required)
            others->addWidget(addFactor(factor));
    }
    rows->addSpacing(12);
    rows->addWidget(m_fold, 0, Qt::AlignLeft);
    rows->addWidget(m_folded);
    m_fold->setVisible(others->count() > 0);
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_open = !m_open;
        showFold();
    });
    column()->insertWidget(column()->count() - 1, m_all);
}

AnswerRow *WholePersonStep::addFactor(const packs::Factor &factor)
{
    const QString label = text(factor.id), question = text(factor.text);
    auto *row = new AnswerRow(theme(), {QStringLiteral("decision.person.%1").arg(label), label, question, tr("Factor %1: %2").arg(label, question), {}}, m_all);
    m_rows[factor.id] = row;
    connect(row, &AnswerRow::answered, this, [this, id = factor.id](const QString &words) {
        model()->record({model::FactorWeighed{model()->pack()->id, id, words.toStdString()}});
    });
    return row;
}

void WholePersonStep::showFold()
{
    if (!m_fold || !model()->isOpen())
        return;
    std::size_t answered = 0, all = 0;
    for (const packs::Factor &factor : model()->pack()->factors) {
        if (factor.required)
            continue;
        ++all;
        answered += model()->dossier()->factors.count({model()->pack()->id, factor.id});
    }
    m_fold->setIcon(theme()->icon(m_open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), theme()->tokens().accent));
    m_fold->setText(tr("Already eligible: %1 of %2 optional factors answered").arg(answered).arg(all));
    m_fold->setAccessibleName(m_fold->text());
    m_fold->setAccessibleDescription(m_open ? tr("Shown below") : tr("Folded away"));
    m_folded->setVisible(m_open);
}

void WholePersonStep::refresh()
{
    if (!m_all || m_pack != model()->pack()->digest)
        build();
    const QString whyNot = whyNotWeigh();
    for (const auto &[id, row] : m_rows) {
        const auto state = model()->dossier()->factors.find({model()->pack()->id, id});
        row->showAnswer(state == model()->dossier()->factors.end() ? QString() : text(state->second.text));
        row->setWhyNot(whyNot);
    }
    showFold();
}

bool WholePersonStep::reveal(const rules::Target &target)
{
    const auto row = target.place == rules::Target::Place::Factor ? m_rows.find(target.id) : m_rows.end();
    if (row == m_rows.end())
        return false;
    if (m_folded->isAncestorOf(row->second) && !m_open) {
        m_open = true;
        showFold();
    }
    bringUp(row->second->first(), row->second);
    return true;
}

void WholePersonStep::refused()
{
    for (const auto &[id, row] : m_rows)
        row->refused();
}

void WholePersonStep::forget()
{
    delete m_all;
    m_all = m_folded = nullptr;
    m_fold = nullptr;
    m_rows.clear();
    m_open = false;
}

} // namespace caseward::ui
