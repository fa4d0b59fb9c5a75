// SPDX-License-Identifier: GPL-3.0-or-later
// What a search of the case has found, as rows: the documents in the order of the record, what is said of each, its pages;
// then what is said of the case. Headings cannot be chosen. Grows at the end of each group, so that a row chosen while the
// search goes on stays chosen. GUI thread; holds copies.
#pragma once

#include "core/session/casesearch.h"

#include <QAbstractListModel>

#include <vector>

namespace caseward::ui {

struct CaseHitRow {
    bool heading = false;
    DocumentId document;                     // null: said of the case
    std::size_t hit = 0;                     // of the search; headings: none
    QString place;                           // "p. 8", "Note of a passage, p. 8"; heading: the title
    QString detail;                          // heading: exhibit
    QString before, match, after;            // one line
    int count = 0;                           // heading: hits below it
};

// "p. 8", "Given by", "Note of a passage, p. 8", "Finding on 16(a)".
[[nodiscard]] QString caseHitPlace(const session::CaseHit &hit);

class CaseHitModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void clear();
    // `order`: the documents as the record shows them; decides where a group stands.
    void append(const std::vector<session::CaseHit> &hits, std::size_t first, const model::Dossier &dossier, const std::vector<DocumentId> &order);
    [[nodiscard]] const CaseHitRow &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int documentCount() const;                     // groups of documents
    [[nodiscard]] int nextHit(int from, int direction) const;    // the next row that is a hit, going around; -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] int headingFor(const DocumentId &document, const model::Dossier &dossier, const std::vector<DocumentId> &order);
    std::vector<CaseHitRow> m_rows;
};

} // namespace caseward::ui
