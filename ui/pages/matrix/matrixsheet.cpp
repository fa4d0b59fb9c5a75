// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/matrixsheet.h"

#include "ui/evidence/passagefacts.h"
#include "ui/models/casewords.h"

#include <QCoreApplication>

namespace caseward::ui {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("MatrixSheet", words); }

QString consideredWord(model::ConditionFinding finding)
{
    using model::ConditionFinding;
    switch (finding) {
    case ConditionFinding::Established: return tr("Established");
    case ConditionFinding::NotEstablished: return tr("Not established");
    case ConditionFinding::Applies: return tr("Applies");
    case ConditionFinding::DoesNotApply: return tr("Does not apply");
    case ConditionFinding::NoEvidence: return tr("No evidence");
    }
    return {};
}

void addCell(MatrixLine &line, const rules::MatrixCell &cell)
{
    std::vector<PassageId> &passages = line.cells.emplace_back();
    for (const model::Tie *tie : cell.ties)
        passages.push_back(tie->id);
    const auto greatest = rules::greatestWeight(cell);
    line.weights.push_back(greatest ? static_cast<int>(*greatest) : 0);
}

MatrixLine conditionLine(const rules::ConditionRow &row)
{
    const packs::Condition &condition = *row.condition;
    const bool isConcern = packs::isConcern(condition.kind);
    MatrixLine line;
    line.kind = isConcern ? MatrixLine::Kind::Disqualifying : MatrixLine::Kind::Mitigating;
    line.label = (isConcern ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + text(condition.id);
    line.words = text(condition.shortText);
    line.whole = QStringLiteral("%1 %2").arg(conditionLabel(condition), text(condition.text));
    line.passages = row.passages;
    line.isOpen = row.finding == nullptr && (row.passages > 0 || !isConcern);
    line.considered = row.finding ? consideredWord(row.finding->finding) : line.isOpen ? tr("Not considered") : QString();
    line.link = QStringLiteral("condition:") + text(condition.id);
    for (const rules::MatrixCell &cell : row.cells)
        addCell(line, cell);
    return line;
}

void addGuidelines(MatrixSheet &sheet, const std::vector<rules::GuidelineRows> &guidelines)
{
    for (const rules::GuidelineRows &guideline : guidelines) {
        if (guideline.rows.empty())
            continue;
        MatrixLine head;
        head.label = text(guideline.guideline->letter);
        head.words = guideline.raised ? text(guideline.guideline->title) : tr("%1 (not raised)").arg(text(guideline.guideline->title));
        head.whole = head.words;
        head.link = QStringLiteral("guideline:") + head.label;
        sheet.lines.push_back(std::move(head));
        for (const rules::ConditionRow &row : guideline.rows)
            sheet.lines.push_back(conditionLine(row));
    }
}

} // namespace

MatrixSheet documentSheet(const model::Dossier &dossier, const packs::Pack &pack)
{
    const rules::DocumentMatrix matrix = rules::conditionsByDocuments(dossier, pack);
    MatrixSheet sheet;
    for (const model::DocumentState *document : matrix.columns) {
        const QString title = documentTitle(dossier, document->facts.document), exhibit = text(document->facts.exhibit);
        sheet.columns << MatrixColumn{exhibit.isEmpty() ? title : exhibit, exhibit.isEmpty() ? title : QStringLiteral("%1, %2").arg(exhibit, title)};
    }
    addGuidelines(sheet, matrix.guidelines);
    sheet.nothing = tr("No passage is tied yet. Select text in Review and press F.");
    return sheet;
}

MatrixSheet factorSheet(const model::Dossier &dossier, const packs::Pack &pack)
{
    const rules::FactorMatrix matrix = rules::conditionsByFactors(dossier, pack);
    MatrixSheet sheet;
    for (const packs::Factor *factor : matrix.columns)
        sheet.columns << MatrixColumn{text(factor->id), QStringLiteral("%1 %2").arg(text(factor->id), text(factor->text))};
    if (!matrix.columns.empty())
        addGuidelines(sheet, matrix.guidelines);
    sheet.nothing = matrix.columns.empty() ? tr("This checklist has no whole-person factors.") : tr("No passage is tied yet. Select text in Review and press F.");
    return sheet;
}

MatrixSheet yearSheet(const model::Dossier &dossier, const packs::Pack &pack)
{
    const rules::YearMatrix matrix = rules::guidelinesByYears(dossier, pack);
    MatrixSheet sheet;
    sheet.asksConsidered = false;
    if (matrix.hasEarlier)
        sheet.columns << MatrixColumn{tr("Earlier"), tr("Before %1").arg(matrix.first)};
    for (int year = matrix.first; year < matrix.first + matrix.count; ++year)
        sheet.columns << MatrixColumn{QString::number(year), tr("Conduct in %1").arg(year)};
    sheet.columns << MatrixColumn{tr("No date"), tr("Passages without a date of conduct")};
    for (const rules::YearRow &row : matrix.rows) {
        MatrixLine line;
        line.kind = MatrixLine::Kind::Years;
        line.label = text(row.guideline->letter);
        line.words = line.whole = text(row.guideline->title);
        line.link = QStringLiteral("guideline:") + line.label;
        if (matrix.hasEarlier)
            addCell(line, row.earlier);
        for (const rules::MatrixCell &cell : row.years)
            addCell(line, cell);
        addCell(line, row.undated);
        sheet.lines.push_back(std::move(line));
    }
    sheet.nothing = tr("No passage is tied yet. Select text in Review and press F.");
    return sheet;
}

} // namespace caseward::ui
