// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/matrix.h"

#include "core/rules/completeness.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

namespace caseward::rules {

namespace {

using TiesOf = std::map<std::string, std::vector<const model::Tie *>, std::less<>>; // by condition id

TiesOf tiesUnder(const model::Dossier &dossier, const packs::Pack &pack)
{
    TiesOf ties;
    for (const model::Tie &tie : dossier.ties)
        if (tie.condition.pack == pack.id)
            ties[tie.condition.id].push_back(&tie);
    return ties;
}

// `place` puts a tie into the cells of its row.
template <typename Place>
std::vector<GuidelineRows> rowsOf(const model::Dossier &dossier, const packs::Pack &pack, const TiesOf &ties, std::size_t columns, const Place &place)
{
    const std::vector<std::string> raised = guidelinesRaised(dossier, pack);
    std::vector<GuidelineRows> guidelines;
    for (const packs::Guideline &guideline : pack.guidelines) {
        GuidelineRows &rows = guidelines.emplace_back();
        rows.guideline = &guideline;
        rows.raised = std::ranges::find(raised, guideline.letter) != raised.end();
        for (const auto *list : {&guideline.disqualifying, &guideline.mitigating})
            for (const packs::Condition &condition : *list) {
                const auto tied = ties.find(condition.id);
                const auto finding = dossier.conditions.find({pack.id, condition.id});
                if (!rows.raised && tied == ties.end() && finding == dossier.conditions.end())
                    continue;
                ConditionRow &row = rows.rows.emplace_back();
                row.condition = &condition;
                row.finding = finding == dossier.conditions.end() ? nullptr : &finding->second;
                row.cells.resize(columns);
                row.passages = tied == ties.end() ? 0 : tied->second.size();
                if (tied != ties.end())
                    for (const model::Tie *tie : tied->second)
                        place(*tie, row.cells);
            }
    }
    return guidelines;
}

struct Years { int first = 0, last = 0; };

// The years a passage is dated to; nothing when it has no date. The shape of an appraisal holds YYYY at the front.
std::optional<Years> yearsOf(const model::PassageAppraised &said)
{
    const auto year = [](const std::string &date) {
        int number = 0;
        std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), number);
        return number;
    };
    if (said.from.empty())
        return {};
    const int first = year(said.from);
    return Years{first, said.to.empty() ? first : std::max(first, year(said.to))};
}

} // namespace

std::optional<model::Weight> greatestWeight(const MatrixCell &cell)
{
    const auto greatest = std::ranges::max_element(cell.ties, {}, [](const model::Tie *tie) { return tie->weight; });
    return greatest == cell.ties.end() ? std::nullopt : std::optional((*greatest)->weight);
}

DocumentMatrix conditionsByDocuments(const model::Dossier &dossier, const packs::Pack &pack)
{
    DocumentMatrix matrix;
    std::set<DocumentId> wanted;
    for (const model::Tie &tie : dossier.ties)
        if (tie.condition.pack == pack.id)
            wanted.insert(tie.anchor.document);
    std::map<DocumentId, std::size_t> columns;
    for (const model::DocumentState &document : dossier.documents)
        if (wanted.contains(document.facts.document)) {
            columns.emplace(document.facts.document, matrix.columns.size());
            matrix.columns.push_back(&document);
        }
    matrix.guidelines = rowsOf(dossier, pack, tiesUnder(dossier, pack), matrix.columns.size(), [&columns](const model::Tie &tie, std::vector<MatrixCell> &cells) {
        if (const auto column = columns.find(tie.anchor.document); column != columns.end())
            cells[column->second].ties.push_back(&tie);
    });
    return matrix;
}

FactorMatrix conditionsByFactors(const model::Dossier &dossier, const packs::Pack &pack)
{
    FactorMatrix matrix;
    std::map<PassageId, std::vector<std::size_t>> columns;
    for (const packs::Factor &factor : pack.factors) {
        const auto state = dossier.factors.find({pack.id, factor.id});
        if (state != dossier.factors.end())
            for (const PassageId &cited : std::set<PassageId>(state->second.cites.begin(), state->second.cites.end()))
                columns[cited].push_back(matrix.columns.size());
        matrix.columns.push_back(&factor);
    }
    matrix.guidelines = rowsOf(dossier, pack, tiesUnder(dossier, pack), matrix.columns.size(), [&columns](const model::Tie &tie, std::vector<MatrixCell> &cells) {
        if (const auto cited = columns.find(tie.id); cited != columns.end())
            for (const std::size_t column : cited->second)
                cells[column].ties.push_back(&tie);
    });
    return matrix;
}

YearMatrix guidelinesByYears(const model::Dossier &dossier, const packs::Pack &pack)
{
    struct Dated { const model::Tie *tie; std::optional<Years> years; };
    std::map<std::string, std::vector<Dated>> byLetter;
    int first = 0, last = 0;
    bool any = false;
    for (const model::Tie &tie : dossier.ties) {
        const packs::Condition *condition = tie.condition.pack == pack.id ? pack.condition(tie.condition.id) : nullptr;
        if (!condition)
            continue;
        const std::optional<Years> years = yearsOf(tie.appraisal);
        byLetter[condition->guideline].push_back({&tie, years});
        if (years) {
            first = any ? std::min(first, years->first) : years->first;
            last = any ? std::max(last, years->last) : years->last;
            any = true;
        }
    }
    YearMatrix matrix;
    matrix.first = any ? std::max(first, last - YearMatrix::mostYears + 1) : 0;
    matrix.count = any ? last - matrix.first + 1 : 0;
    matrix.hasEarlier = any && first < matrix.first;
    for (const packs::Guideline &guideline : pack.guidelines) {
        const auto found = byLetter.find(guideline.letter);
        if (found == byLetter.end())
            continue;
        YearRow &row = matrix.rows.emplace_back();
        row.guideline = &guideline;
        row.years.resize(static_cast<std::size_t>(matrix.count));
        for (const auto &[tie, years] : found->second) {
            if (!years) {
                row.undated.ties.push_back(tie);
                continue;
            }
            if (years->first < matrix.first)
                row.earlier.ties.push_back(tie);
            for (int year = std::max(years->first, matrix.first); year <= years->last; ++year)
                row.years[static_cast<std::size_t>(year - matrix.first)].ties.push_back(tie);
        }
    }
    return matrix;
}

} // namespace caseward::rules
