// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of the open case in groups, with open contradictions before them. One flat list of rows; group headings
// cannot be chosen. GUI thread; holds copies, so an older dossier may go.
#pragma once

#include "core/model/dossier.h"

#include <QAbstractListModel>

#include <map>
#include <vector>

namespace caseward::ui {

enum class RecordGroup { Investigation, SubjectResponses, Financial, CourtAndLawEnforcement, Other };
[[nodiscard]] RecordGroup recordGroupOf(model::DocumentKind kind);
[[nodiscard]] QString recordGroupWord(RecordGroup group);
[[nodiscard]] QString documentIcon(const model::DocumentAdded &facts);         // lucide name
[[nodiscard]] QString documentDetail(const model::DocumentAdded &facts);       // "PDF · 18 pp · Ex. 1"

struct RecordRow {
    enum class Kind { Heading, Document, Contradiction };
    Kind kind = Kind::Document;
    DocumentId document;
    ContradictionId contradiction;
    QString icon, title, detail;
    bool wordless = false;        // none of its pages has words of its own
    std::uint32_t passages = 0, pagesRead = 0, pages = 0;
    bool operator==(const RecordRow &) const = default;
};

class RecordModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setDossier(const model::Dossier *dossier);          // null: empty
    // Pages of documents that a machine has read; kept until the next call.
    void setMachineRead(std::map<DocumentId, std::uint32_t> pages);
    void setFilter(const QString &words);                    // shows only documents whose title or detail has them
    [[nodiscard]] const RecordRow &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int rowOf(const DocumentId &document) const;   // -1 when not shown
    [[nodiscard]] std::size_t documentCount() const { return m_documents; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void show();
    [[nodiscard]] QString detailOf(const RecordRow &row) const;
    std::vector<RecordRow> m_all, m_rows;
    std::map<DocumentId, std::uint32_t> m_machineRead;
    QString m_filter;
    std::size_t m_documents = 0;
};

} // namespace caseward::ui
