// SPDX-License-Identifier: GPL-3.0-or-later
// Where the passages of a case stand: conditions by documents, conditions by whole-person factors, guidelines by years of conduct. Counts
// of tied passages and nothing more: no cell, row or column is a score, and the order is the pack's and the record's, never that of the
// counts. Pure; any thread. What is given points into the dossier and the pack and lives as long as they.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"

namespace caseward::rules {

struct MatrixCell { std::vector<const model::Tie *> ties; }; // in order of tying
[[nodiscard]] std::optional<model::Weight> greatestWeight(const MatrixCell &cell); // as people gave it; nothing for an empty cell

struct ConditionRow {
    const packs::Condition *condition = nullptr;
    const model::ConditionState *finding = nullptr;           // null: not considered yet
    std::vector<MatrixCell> cells;                            // one a column
    std::size_t passages = 0;                                 // tied to it, whether or not they stand in a column
};
struct GuidelineRows {
    const packs::Guideline *guideline = nullptr;
    bool raised = false;                                      // guidelinesRaised
    std::vector<ConditionRow> rows;                           // raised: all its conditions; else those with passages or a finding
};
struct DocumentMatrix { std::vector<const model::DocumentState *> columns; std::vector<GuidelineRows> guidelines; };
// A passage stands under a factor that cites it (factor.weighed).
struct FactorMatrix { std::vector<const packs::Factor *> columns; std::vector<GuidelineRows> guidelines; };

// Columns: every document that has a passage under this pack, in order of intake.
[[nodiscard]] DocumentMatrix conditionsByDocuments(const model::Dossier &dossier, const packs::Pack &pack);
[[nodiscard]] FactorMatrix conditionsByFactors(const model::Dossier &dossier, const packs::Pack &pack);

// Calendar years of conduct, as the passages were dated by people (passage.appraised): a passage stands in each year from its first to
// its last. At most `mostYears` columns, the newest; what began before stands in `earlier` too, what has no date in `undated`.
struct YearRow {
    const packs::Guideline *guideline = nullptr;
    MatrixCell earlier, undated;
    std::vector<MatrixCell> years;                            // one for each of YearMatrix::years
};
struct YearMatrix {
    static constexpr int mostYears = 25;
    int first = 0;                                            // the year of the first column; years.size() of a row columns follow
    int count = 0;                                            // 0: no passage has a date
    bool hasEarlier = false;
    std::vector<YearRow> rows;                                // guidelines with a passage, in the order of the pack
};
[[nodiscard]] YearMatrix guidelinesByYears(const model::Dossier &dossier, const packs::Pack &pack);

} // namespace caseward::rules
