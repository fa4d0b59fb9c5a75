// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/stagepanel.h"

#include "ui/base/sectionheader.h"
#include "ui/models/casewords.h"

#include <algorithm>

namespace caseward::ui {

namespace {

using Kind = ActForm::Field::Kind;

QString stageKey(model::Stage stage) { return text(std::string(model::stageName(stage))); }

QString sinceWords(const model::Proceedings &proceedings)
{
    return proceedings.steps.empty() ? QString() : StagePanel::tr("since %1").arg(text(proceedings.steps.back().on));
}

} // namespace

StagePanel::StagePanel(Theme *theme, CaseModel *model, QWidget *parent)
    : CaseDesk(theme, model, {QStringLiteral("timeline.stage"), tr("Stage"), {{tr("The case can go to"), 336}, {tr("For it is needed"), 190}, {tr("Not now, because"), 140}}}, parent)
{
    addAct(QStringLiteral("move"), tr("Take it there…"), [this] { move(); }, [this] { return whyNotMove(); });
    addAct(QStringLiteral("conflict"), tr("Conflict of interest…"), [this] { declareConflict(); }, [this] { return whyNotDeclare(); });
    addActSpace();
    showActs();
}

const rules::NextStage *StagePanel::chosen() const
{
    const QString key = currentKey();
    const auto found = std::find_if(m_next.begin(), m_next.end(), [&key](const rules::NextStage &next) { return stageKey(next.to) == key; });
    return found == m_next.end() ? nullptr : &*found;
}

QString StagePanel::whyNotMove() const
{
    if (!model()->isOpen())
        return tr("Open a case first.");
    const rules::NextStage *next = chosen();
    return next ? text(next->missing) : tr("Choose where the case goes first.");
}

QString StagePanel::whyNotDeclare() const
{
    const QString why = whyNot(rules::Act::DeclareConflict);
    return !why.isEmpty() ? why : proceedings().conflicts.contains(model()->signedIn().person) ? tr("It is declared already.") : QString();
}

void StagePanel::reload()
{
    if (!model()->isOpen())
        return showStage({});
    fetch<std::vector<rules::NextStage>>([id = model()->id()](session::Session &session, Progress &) { return session::Proceedings(session).next(id); },
                                         [this](const std::vector<rules::NextStage> &next) { showStage(next); });
}

void StagePanel::showStage(const std::vector<rules::NextStage> &next)
{
    const QString keep = currentKey();
    m_next = model()->isOpen() ? next : std::vector<rules::NextStage>();
    clearRows();
    for (const rules::NextStage &step : m_next)
        addRow({text(rules::stageWords(step.to)), text(std::string(rules::beforeWords(step.before))), text(step.missing)}, stageKey(step.to), !step.missing.empty());
    head()->setTitle(model()->isOpen() ? text(rules::stageWords(proceedings().stage)) : tr("Stage"));
    head()->setDetail(model()->isOpen() ? sinceWords(proceedings()) : tr("open a case to see it here"));
    chooseKey(keep);
}

void StagePanel::move()
{
    if (!whyNotMove().isEmpty())
        return;
    const rules::NextStage next = *chosen();
    const bool proof = next.before == rules::Before::DayAndProof;
    const bool reason = proof || next.before == rules::Before::Reason || next.before == rules::Before::WayBack || next.before == rules::Before::SecondPerson;
    auto *form = new ActForm(theme(), QStringLiteral("timeline.stageForm"),
                             {text(rules::stageWords(next.to)), tr("The step is recorded with your name. What was recorded before stays in the history."), tr("Record")},
                             {{QStringLiteral("on"), tr("&Day"), proof ? tr("When it happened") : tr("When it happened; empty: today"), Kind::Day, proof},
                              {QStringLiteral("reason"), proof ? tr("&Proof") : tr("&Reason"), proof ? tr("How it is known: by hand with a receipt, registered mail …") : QString(), Kind::Text, reason}},
                             this);
    connect(form, &ActForm::wanted, this, [this, form, to = next.to](const ActForm::Said &said) {
        send(form, [to, on = said[QStringLiteral("on")].toStdString(), why = said[QStringLiteral("reason")].toStdString()](session::Proceedings &desk, const CaseId &id) {
            return desk.move(id, to, on, why);
        }, tr("The case stands at: %1").arg(text(rules::stageWords(to))));
    });
}

void StagePanel::declareConflict()
{
    if (!whyNotDeclare().isEmpty())
        return;
    auto *form = new ActForm(theme(), QStringLiteral("timeline.conflictForm"),
                             {tr("Declare a conflict of interest"), tr("You can read this case and hand it over afterwards, and do nothing else in it. It is not taken back."), tr("Declare")},
                             {{QStringLiteral("reason"), tr("&Reason"), tr("Recorded with your name; an inspector reads it."), Kind::Text}}, this);
    connect(form, &ActForm::wanted, this, [this, form, me = model()->signedIn().person](const ActForm::Said &said) {
        send(form, [me, why = said[QStringLiteral("reason")].toStdString()](session::Proceedings &desk, const CaseId &id) { return desk.declareConflict(id, me, why); },
             tr("You take no part in this case any more"));
    });
}

} // namespace caseward::ui
