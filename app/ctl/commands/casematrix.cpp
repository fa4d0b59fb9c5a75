// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/overviewreply.h"
#include "core/base/utf8.h"
#include "core/session/overview.h"

namespace caseward::ctl {

namespace {

Json cellFacts(const session::MatrixCell &cell)
{
    Json::Array passages;
    for (const model::Tie *tie : cell.ties)
        passages.emplace_back(tie->id.text());
    return Json(std::move(passages));
}

std::string number(const session::MatrixCell &cell) { return cell.ties.empty() ? "." : std::to_string(cell.ties.size()); }

std::string padded(std::string text, std::size_t width)
{
    const std::size_t characters = codePointCount(text);
    return characters < width ? text.append(width - characters, ' ') : text + ' ';
}

struct Table {
    Json::Array columns, rows;
    std::string lines;
    std::size_t number = 0;

    // Names under the table, as names of documents are long: "1  Credit report".
    void column(const std::string &name)
    {
        columns.emplace_back(name);
        lines += "  [" + std::to_string(++number) + "]  " + name + "\n";
    }
};

template <typename Matrix>
void addRows(Table &table, const Matrix &matrix)
{
    std::string head = padded({}, 40);
    for (std::size_t at = 1; at <= table.number; ++at)
        head += padded("[" + std::to_string(at) + "]", 6);
    table.lines += "\n" + head + "passages  considered\n";
    for (const auto &guideline : matrix.guidelines)
        for (const auto &row : guideline.rows) {
            Json::Array cells;
            std::string line = padded("  " + row.condition->guideline + " " + row.condition->id + "  " + oneLine(row.condition->shortText, 24), 40);
            for (const session::MatrixCell &cell : row.cells) {
                cells.push_back(cellFacts(cell));
                line += padded(number(cell), 6);
            }
            const std::string considered = row.finding ? std::string(model::findingName(row.finding->finding)) : std::string();
            table.lines += line + padded(std::to_string(row.passages), 10) + (considered.empty() ? "not considered" : considered) + "\n";
            table.rows.emplace_back(Json::Object{{"condition", Json(row.condition->id)}, {"guideline", Json(row.condition->guideline)}, {"passages", Json(row.passages)},
                                                 {"considered", Json(considered)}, {"cells", Json(std::move(cells))}});
        }
}

void addYears(Table &table, const session::CaseUnder &under)
{
    const auto matrix = session::guidelinesByYears(*under.dossier, *under.pack);
    std::string head = padded({}, 30);
    const auto column = [&](const std::string &name) {
        table.columns.emplace_back(name);
        head += padded(name, 8);
    };
    if (matrix.hasEarlier)
        column("earlier");
    for (int at = 0; at < matrix.count; ++at)
        column(std::to_string(matrix.first + at));
    column("no date");
    table.lines += head + "\n";
    for (const auto &row : matrix.rows) {
        Json::Array cells;
        std::string line = padded("  " + row.guideline->letter + "  " + oneLine(row.guideline->title, 22), 30);
        const auto add = [&](const session::MatrixCell &cell) {
            cells.push_back(cellFacts(cell));
            line += padded(number(cell), 8);
        };
        if (matrix.hasEarlier)
            add(row.earlier);
        for (const session::MatrixCell &cell : row.years)
            add(cell);
        add(row.undated);
        table.lines += line + "\n";
        table.rows.emplace_back(Json::Object{{"guideline", Json(row.guideline->letter)}, {"cells", Json(std::move(cells))}});
    }
}

} // namespace

Command caseMatrix()
{
    return {"case matrix", "", "where the passages stand: conditions by documents, by whole-person factors, or guidelines by years of conduct",
            {caseOption(), {"by", "documents|factors|years", "the columns; documents when not said"}, {"pack", "id", "one of the case's packs; the one that leads when not said"}},
            true, [](Call &call) -> Result<Reply> {
                const auto under = TRY(session::caseUnder(*TRY(call.session()), TRY(call.caseId()), call.option("pack")));
                const std::string by = call.option("by", "documents");
                Table table;
                if (by == "years") {
                    addYears(table, under);
                } else if (by == "factors") {
                    const auto matrix = session::conditionsByFactors(*under.dossier, *under.pack);
                    for (const auto *factor : matrix.columns)
                        table.column(factor->id + "  " + oneLine(factor->text, 80));
                    addRows(table, matrix);
                } else if (by == "documents") {
                    const auto matrix = session::conditionsByDocuments(*under.dossier, *under.pack);
                    for (const auto *document : matrix.columns)
                        table.column((document->facts.exhibit.empty() ? "" : document->facts.exhibit + ", ") + document->facts.title);
                    addRows(table, matrix);
                } else {
                    return fail(FaultCode::Usage, "--by takes documents, factors or years, not '" + by + "'");
                }
                return Reply{{{"by", Json(by)}, {"pack", Json(under.pack->id)}, {"columns", Json(std::move(table.columns))}, {"rows", Json(std::move(table.rows))}},
                             table.lines + "\nCounts of tied passages, not a score."};
            }};
}

} // namespace caseward::ctl
