// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/decisionstep.h"

#include "core/packs/held.h"
#include "ui/models/casewords.h"
#include "ui/models/packwords.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace caseward::ui {

DecisionStep::DecisionStep(Theme *theme, CaseModel *model, const QString &name, const QString &title, const QString &lead,
                           QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_model(model), m_column(nullptr), m_notice(nullptr)
{
    setObjectName(name);
    setAccessibleName(title);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setProperty("cls", "surface");
    content->setAttribute(Qt::WA_StyledBackground);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(24, 16, 24, 32);
    m_column->setSpacing(0);
    m_column->addWidget(new ThemedLabel(theme, title, {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}, content));
    m_column->addSpacing(4);
    auto *words = new ThemedLabel(theme, lead, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, content);
    words->setFit(ThemedLabel::Fit::Wrap);
    m_column->addWidget(words);
    m_notice = new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Medium, Tone::Primary, false}, content);
    m_notice->setObjectName(name + QStringLiteral(".notice"));
    m_notice->setFit(ThemedLabel::Fit::Wrap);
    m_notice->setContentsMargins(0, 8, 0, 0);
    m_notice->hide();
    m_column->addWidget(m_notice);
    m_column->addSpacing(16);
    setWidget(content);
}

void DecisionStep::say(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void DecisionStep::focusFirst()
{
    for (QWidget *next = body()->nextInFocusChain(); next && next != body(); next = next->nextInFocusChain()) {
        if (body()->isAncestorOf(next) && next->focusPolicy() & Qt::TabFocus && next->isVisibleTo(body()) && next->isEnabled()) {
            next->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    viewport()->setFocus();
}

QString DecisionStep::whyNotWeigh() const { return sentenceOf(m_model->mayAct(rules::Act::Weigh)); }

void DecisionStep::bringUp(QWidget *focus, QWidget *whole)
{
    widget()->layout()->activate();
    ensureWidgetVisible(whole, 0, 24);
    focus->setFocus(Qt::OtherFocusReason);
}

void DecisionStep::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    widget()->updateGeometry(); // wrapped words measure wrongly while they were never shown
}

void DecisionStep::offerChecklists()
{
    auto *row = new QWidget(body());           // hidden with the room below it
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 16);
    m_checklists = new QComboBox(row);
    layout->addWidget(m_checklists);
    layout->addStretch(1);
    m_checklists->setObjectName(objectName() + QStringLiteral(".checklist"));
    m_checklists->setAccessibleName(tr("Checklist that is answered here"));
    m_checklists->view()->setObjectName(objectName() + QStringLiteral(".checklist.list"));
    m_checklists->view()->setAccessibleName(m_checklists->accessibleName());
    m_checklists->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->hide();
    column()->addWidget(row);
    connect(m_checklists, &QComboBox::activated, this, [this] { emit checklistWanted(m_checklists->currentData().toString().toStdString()); });
}

packs::PackPtr DecisionStep::checklist() const
{
    return packs::heldOrLeading(m_model->packs(), m_wanted);
}

void DecisionStep::followChecklist()
{
    if (!m_checklists)
        return;
    const packs::PackPtr shown = checklist();
    if (m_shown && *m_shown != shown->digest)
        forget();
    m_shown = shown->digest;
    offerPacks(m_checklists, m_model->packs(), shown);
    m_checklists->parentWidget()->setVisible(m_checklists->count() > 1);
}

QString DecisionStep::placeOf(const std::string &id) const
{
    const packs::PackPtr shown = checklist();
    return text(shown->id == m_model->pack()->id ? id : shown->id + ":" + id);
}

StepId stepOf(const rules::Target &target, const std::vector<packs::PackPtr> &packs)
{
    using Place = rules::Target::Place;
    switch (target.place) {
    case Place::Condition: {
        const packs::Condition *condition = packs.empty() ? nullptr : packs::heldCondition(packs, target.pack.empty() ? packs.front()->id : target.pack, target.id);
        return condition && !packs::isConcern(condition->kind) ? StepId::Mitigation : StepId::Concerns;
    }
    case Place::Guideline: return StepId::Concerns;
    case Place::Allegation: return StepId::Statement;
    case Place::Factor: return StepId::WholePerson;
    case Place::Reasons:
    case Place::Contradiction:
    case Place::Gap: return StepId::Rationale;
    case Place::Outcome: return StepId::Sign;
    case Place::Document:
    case Place::Passage:
    case Place::Case: return StepId::Check;
    }
    return StepId::Check;
}

QString stepName(StepId step)
{
    const auto tr = [](const char *words) { return QCoreApplication::translate("DecisionStep", words); };
    switch (step) {
    case StepId::Concerns: return tr("Concerns");
    case StepId::Mitigation: return tr("Mitigation");
    case StepId::Statement: return tr("Statement");
    case StepId::WholePerson: return tr("Whole person");
    case StepId::Rationale: return tr("Rationale");
    case StepId::Check: return tr("Check");
    case StepId::Sign: return tr("Sign");
    }
    return {};
}

QString sentenceOf(const Status &status)
{
    if (status.ok())
        return {};
    const QString words = text(status.fault().detail);
    return words.endsWith(QLatin1Char('.')) ? words : words + QLatin1Char('.');
}

} // namespace caseward::ui
