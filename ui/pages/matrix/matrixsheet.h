// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix as lines and columns of words: one sheet for conditions by documents, by whole-person factors, and guidelines by years of
// conduct. Counts of tied passages and nothing else. Plain values, made from a dossier and a pack; any thread.
#pragma once

#include "core/rules/matrix.h"

#include <QList>
#include <QString>

#include <vector>

namespace caseward::ui {

struct MatrixColumn {
    QString head;                        // short: "Ex. 2", "2(d)(4)", "2021"
    QString whole;                       // "Ex. 2, Credit report"
};

struct MatrixLine {
    enum class Kind { Guideline, Disqualifying, Mitigating, Years }; // Guideline: a heading over its conditions
    Kind kind = Kind::Guideline;
    QString label;                       // "E", "▲ 16(a)"
    QString words;                       // "Personal conduct", the condition in a few words
    QString whole;                       // for tool tips and assistive technology
    std::vector<std::vector<PassageId>> cells; // empty for a heading
    std::vector<int> weights;            // of each cell the greatest, 1 to 3; 0: no passage
    std::size_t passages = 0;
    QString considered;                  // "Established", "not considered"; empty where it is no question
    bool isOpen = false;                 // it is a question, and nobody answered it
    QString link;                        // what Decision's goTo() takes: "condition:16(a)"
};

struct MatrixSheet {
    QList<MatrixColumn> columns;
    std::vector<MatrixLine> lines;
    bool asksConsidered = true;          // has the two columns "Passages" and "Considered"
    QString nothing;                     // why there are no lines, when there are none
};

[[nodiscard]] MatrixSheet documentSheet(const model::Dossier &dossier, const packs::Pack &pack);
[[nodiscard]] MatrixSheet factorSheet(const model::Dossier &dossier, const packs::Pack &pack);
[[nodiscard]] MatrixSheet yearSheet(const model::Dossier &dossier, const packs::Pack &pack);

} // namespace caseward::ui
