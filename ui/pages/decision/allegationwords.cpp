// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/allegationwords.h"

#include "ui/models/casewords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace caseward::ui {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("AllegationWords", words); }

QString repeatedLabels(const model::Dossier &dossier, const model::Allegation &states)
{
    QStringList labels;
    for (const AllegationId &id : states.repeats)
        if (const model::AllegationState *other = dossier.allegation(id))
            labels << text(other->states.label);
    return labels.join(QStringLiteral(", "));
}

QString conductWords(const model::Allegation &states)
{
    if (states.from.empty())
        return {};
    const QString dates = states.to.empty() || states.to == states.from ? text(states.from) : tr("%1 to %2").arg(text(states.from), text(states.to));
    return states.about ? tr("about %1").arg(dates) : dates;
}

} // namespace

QString answerWord(model::AllegationAnswer answer)
{
    switch (answer) {
    case model::AllegationAnswer::Admitted: return tr("Admitted");
    case model::AllegationAnswer::AdmittedInPart: return tr("Admitted in part");
    case model::AllegationAnswer::Denied: return tr("Denied");
    case model::AllegationAnswer::NotAnswered: return tr("Not answered");
    }
    return {};
}

QString allegationFindingWord(model::AllegationFinding finding)
{
    switch (finding) {
    case model::AllegationFinding::For: return tr("For the subject");
    case model::AllegationFinding::Against: return tr("Against the subject");
    case model::AllegationFinding::Neither: return tr("Neither");
    }
    return {};
}

QString allegationStanding(const model::AllegationState &state)
{
    if (!state.isAlleged())
        return tr("Withdrawn");
    if (!state.finding)
        return tr("– No finding");
    const model::AllegationFinding finding = state.finding->first.finding;
    const QString shape = finding == model::AllegationFinding::For ? QStringLiteral("○") : finding == model::AllegationFinding::Against ? QStringLiteral("●") : QStringLiteral("◇");
    return QStringLiteral("%1 %2").arg(shape, allegationFindingWord(finding));
}

QString allegationText(const model::Dossier &dossier, const model::Allegation &states)
{
    return states.text.empty() ? tr("What sub-paragraph %1 says").arg(repeatedLabels(dossier, states)) : text(states.text);
}

QString allegationDetail(const model::Dossier &dossier, const model::AllegationState &state)
{
    if (state.dropped)
        return tr("withdrawn: %1").arg(text(state.dropped->first));
    const model::Allegation &says = state.states;
    QStringList parts;
    if (!says.from.empty())
        parts << conductWords(says);
    const auto tied = std::ranges::count_if(says.evidence, [&dossier](const PassageId &passage) { return dossier.tie(passage) != nullptr; });
    parts << (tied == 0 ? tr("no passage") : tied == 1 ? tr("1 passage") : tr("%1 passages").arg(tied));
    QStringList raised;
    for (const std::string &condition : says.conditions)
        raised << text(condition);
    if (!raised.isEmpty())
        parts << tr("raises %1").arg(raised.join(QStringLiteral(", ")));
    if (!says.repeats.empty())
        parts << tr("takes over %1").arg(repeatedLabels(dossier, says));
    parts << (state.answer ? tr("answer: %1").arg(answerWord(state.answer->first.answer).toLower()) : tr("no answer recorded"));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace caseward::ui
