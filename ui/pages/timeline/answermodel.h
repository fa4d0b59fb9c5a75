// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of the questionnaires of a case as rows, each with what the record says at that place: how many passages are tied there,
// and which contradictions. Words only; GUI thread.
#pragma once

#include "core/session/answers.h"

#include <QAbstractTableModel>

namespace caseward::ui {

struct AnswerRow {
    DocumentId document;
    QString section, question, value, found;   // "Employment activities", "Employer", …, "2 passages, 1 contradiction"
    model::Span place;
    QStringList details;                        // a sentence for each passage and contradiction at that place
};

struct AnsweredForm { DocumentId document; session::AnswersPtr answers; };

// In the order of the text, one form after the other.
[[nodiscard]] std::vector<AnswerRow> answerRows(const std::vector<AnsweredForm> &forms, const model::Dossier &dossier);

class AnswerModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Section, Question, Value, Page, Found, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<AnswerRow> rows);
    [[nodiscard]] const std::vector<AnswerRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<AnswerRow> m_rows;
};

} // namespace caseward::ui
