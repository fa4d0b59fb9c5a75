// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of a decision on paper: under each pack of the case, and the factors.
#include "ui/paper/decisionblocks.h"

#include "ui/paper/paperwords.h"

namespace caseward::ui {

using namespace paperwords;

namespace {

using Kind = PaperBlock::Kind;

} // namespace

PaperText DecisionBlocks::conditionName(const packs::Condition &condition) const
{
    const bool against = packs::isConcern(condition.kind);
    return {{(against ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + words(condition.id), true, false, false,
             against ? disqualifying : mitigating},
            {QLatin1Char('\n') + sideWord(condition.kind), false, false, false, quiet}};
}

QString DecisionBlocks::citesOf(const model::ConditionRef &condition) const
{
    QStringList cites;
    for (std::size_t i = 0; i < m_cited.size(); ++i) {
        if (m_cited[i]->condition == condition)
            cites += QStringLiteral("[%1]").arg(i + 1);
    }
    return cites.join(QLatin1Char(' '));
}

void DecisionBlocks::findings()
{
    heading(Kind::Heading, QStringLiteral("Findings"));
    findingsUnder(m_pack);
    // Each checklist answers for itself; nothing is merged.
    for (const packs::PackPtr &pack : m_further) {
        heading(Kind::Heading, QStringLiteral("Findings under %1 %2").arg(words(pack->id), words(pack->version)));
        paragraph(plain(words(pack->instrument)), Kind::Small);
        findingsUnder(*pack);
    }
}

void DecisionBlocks::findingsUnder(const packs::Pack &pack)
{
    QStringList quietOnes;
    for (const packs::Guideline &guideline : pack.guidelines) {
        const std::size_t before = m_blocks.size();
        guidelineFindings(pack, guideline);
        if (m_blocks.size() == before)
            quietOnes += words(guideline.letter);
    }
    if (!quietOnes.isEmpty())
        paragraph(plain(QStringLiteral("Nothing in the record was tied to a condition of guidelines %1.").arg(quietOnes.join(QStringLiteral(", ")))),
                  Kind::Small);
}

void DecisionBlocks::guidelineFindings(const packs::Pack &pack, const packs::Guideline &guideline)
{
    PaperBlock rows;
    rows.kind = Kind::Table;
    rows.columns = {{15}, {31}, {16}, {38}};
    rows.header = {plain(QStringLiteral("Condition")), plain(QStringLiteral("In short")), plain(QStringLiteral("Finding")),
                   plain(QStringLiteral("Because"))};
    for (const auto *list : {&guideline.disqualifying, &guideline.mitigating}) {
        for (const packs::Condition &condition : *list) {
            const model::ConditionRef ref{pack.id, condition.id};
            const auto found = m_dossier.conditions.find(ref);
            const QString cites = citesOf(ref);
            if (found == m_dossier.conditions.end() && cites.isEmpty())
                continue;
            const bool set = found != m_dossier.conditions.end();
            QString because = set ? words(found->second.reason) : QString();
            if (!cites.isEmpty())
                because += (because.isEmpty() ? QString() : QStringLiteral(" ")) + cites;
            rows.rows.push_back({conditionName(condition), plain(words(condition.shortText)),
                                 plain(set ? spoken(model::findingName(found->second.finding)) : QStringLiteral("no finding")),
                                 plain(because)});
        }
    }
    const auto finding = m_dossier.guidelines.find({pack.id, guideline.letter});
    const bool decided = finding != m_dossier.guidelines.end();
    if (rows.rows.empty() && !decided)
        return;
    heading(Kind::Subheading, QStringLiteral("Guideline %1, %2: %3").arg(words(guideline.letter), words(guideline.title),
            decided ? spoken(model::findingName(finding->second.finding)) : QStringLiteral("no finding")));
    if (decided && !finding->second.reason.empty())
        paragraph(plain(words(finding->second.reason)));
    if (!rows.rows.empty())
        m_blocks.push_back(std::move(rows));
}

void DecisionBlocks::factors()
{
    factorsUnder(m_pack, QStringLiteral("The whole person"));
    for (const packs::PackPtr &pack : m_further)
        factorsUnder(*pack, QStringLiteral("The whole person under %1 %2").arg(words(pack->id), words(pack->version)));
}

void DecisionBlocks::factorsUnder(const packs::Pack &pack, const QString &title)
{
    std::vector<PaperRow> rows;
    for (const packs::Factor &factor : pack.factors) {
        const auto found = m_dossier.factors.find({pack.id, factor.id});
        if (found != m_dossier.factors.end())
            rows.push_back({{{words(factor.id) + QLatin1Char(' '), true}, {words(factor.text)}}, {{words(found->second.text)}, citesRun(found->second.cites)}});
    }
    if (rows.empty())
        return;
    heading(Kind::Heading, title);
    table({{34}, {66}}, {QStringLiteral("Factor"), QStringLiteral("Weighed")}).rows = std::move(rows);
}

} // namespace caseward::ui
