// SPDX-License-Identifier: GPL-3.0-or-later
// The statement of reasons on the decision paper: sub-paragraph by sub-paragraph what was alleged, answered and found.
#include "core/model/statement.h"
#include "ui/paper/decisionblocks.h"
#include "ui/paper/paperwords.h"

#include <QStringList>

namespace caseward::ui {

using namespace paperwords;

namespace {

// "2019 to 2021-04, about"; empty when nothing is said of the time.
QString whenWords(const model::Allegation &says)
{
    const QString from = words(says.from), to = words(says.to);
    const QString days = from.isEmpty() ? (to.isEmpty() ? QString() : QStringLiteral("until ") + to)
        : to.isEmpty() || to == from    ? from
                                        : QStringLiteral("%1 to %2").arg(from, to);
    return days.isEmpty() || !says.about ? days : days + QStringLiteral(", about");
}

QString answerWords(const model::AllegationState &state)
{
    if (!state.answer)
        return QStringLiteral("none recorded");
    const QString answer = words(model::answerName(state.answer->first.answer)).replace(QLatin1Char('-'), QLatin1Char(' '));
    return state.answer->first.words.empty() ? answer : answer + QStringLiteral(": ") + words(state.answer->first.words);
}

QString findingWords(const model::AllegationState &state)
{
    if (state.dropped)
        return QStringLiteral("withdrawn: ") + words(state.dropped->first);
    if (!state.finding)
        return QStringLiteral("no finding");
    const model::AllegationFound &found = state.finding->first;
    QString text = found.finding == model::AllegationFinding::For       ? QStringLiteral("for the subject")
                   : found.finding == model::AllegationFinding::Against ? QStringLiteral("against the subject")
                                                                        : QStringLiteral("neither for nor against");
    QStringList established;
    for (const std::string &condition : found.established)
        established += words(condition);
    if (!established.isEmpty())
        text += QStringLiteral("; establishes %1").arg(established.join(QStringLiteral(", ")));
    return found.reason.empty() ? text : text + QStringLiteral(". ") + words(found.reason);
}

QString mitigatorWords(const model::AllegationState &state)
{
    QStringList lines;
    for (const auto &[condition, mitigator] : state.mitigators)
        lines += QStringLiteral("▼ %1 %2%3").arg(words(condition), words(model::standingName(mitigator.weighed.standing)),
                                               mitigator.weighed.reason.empty() ? QString() : QStringLiteral(": ") + words(mitigator.weighed.reason));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString DecisionBlocks::allegedWords(const model::AllegationState &state) const
{
    const model::Allegation &says = state.states;
    QString text = words(says.text);
    QStringList repeats;
    for (const AllegationId &id : says.repeats)
        if (const model::AllegationState *other = m_dossier.allegation(id))
            repeats += words(other->states.label);
    if (!repeats.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + QStringLiteral("As set out in %1.").arg(repeats.join(QStringLiteral(", ")));
    for (const PassageId &passage : says.evidence)
        if (const auto number = m_numbers.find(passage); number != m_numbers.end())
            text += QStringLiteral(" [%1]").arg(number->second);
    if (const QString when = whenWords(says); !when.isEmpty())
        text += QStringLiteral("\nConduct: %1.").arg(when);
    QStringList raised;
    for (const std::string &condition : says.conditions)
        raised += words(condition);
    if (!raised.isEmpty())
        text += QStringLiteral("\nRaises %1.").arg(raised.join(QStringLiteral(", ")));
    const QString mitigators = mitigatorWords(state);
    return mitigators.isEmpty() ? text : text + QLatin1Char('\n') + mitigators;
}

void DecisionBlocks::allegations()
{
    if (m_dossier.allegations.empty())
        return;
    heading(PaperBlock::Kind::Heading, QStringLiteral("Statement of reasons"));
    for (const model::StatementParagraph &paragraph : model::statementOf(m_dossier)) {
        const packs::Guideline *guideline = paragraph.pack == m_pack.id ? m_pack.guideline(paragraph.guideline) : nullptr;
        for (const packs::PackPtr &further : m_further)
            guideline = guideline == nullptr && further->id == paragraph.pack ? further->guideline(paragraph.guideline) : guideline;
        heading(PaperBlock::Kind::Subheading, QStringLiteral("Paragraph %1, Guideline %2%3").arg(paragraph.number).arg(words(paragraph.guideline),
                guideline ? QStringLiteral(", ") + words(guideline->title) : QStringLiteral(" of ") + words(paragraph.pack)));
        PaperBlock &rows = table({{10}, {42}, {20}, {28}}, {QStringLiteral("Label"), QStringLiteral("Alleged"), QStringLiteral("Answer"), QStringLiteral("Finding")});
        for (const model::AllegationState *state : paragraph.subparagraphs)
            rows.rows.push_back({{{words(state->states.label), true}}, {{allegedWords(*state)}}, {{answerWords(*state)}}, {{findingWords(*state)}}});
    }
}

} // namespace caseward::ui
