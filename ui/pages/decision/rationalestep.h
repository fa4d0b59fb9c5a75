// SPDX-License-Identifier: GPL-3.0-or-later
// Step 5: the reasons, paragraph by paragraph with what each cites, and the contradictions and gaps. The reasons are
// saved whole when the focus leaves them, on Ctrl+Enter, and when a citation or the order changes. GUI thread.
#pragma once

#include "ui/pages/decision/decisionstep.h"

#include <optional>

class QPushButton;

namespace caseward::ui {

class OpenPoints;
class ParagraphRow;

class RationaleStep final : public DecisionStep {
    Q_OBJECT
public:
    RationaleStep(Theme *theme, CaseModel *model, QWidget *parent);
    void refresh() override;
    bool reveal(const rules::Target &target) override;
    void refused() override;
    void forget() override;

private:
    using Paragraphs = std::vector<model::Paragraph>;
    [[nodiscard]] Paragraphs written() const;                // what is in the fields; empty paragraphs left out
    [[nodiscard]] Paragraphs citable(Paragraphs paragraphs) const; // without the citations of passages untied since
    void rebuild(const Paragraphs &paragraphs);
    ParagraphRow *addRow(const model::Paragraph &paragraph);
    [[nodiscard]] ParagraphRow *recordedRow(int index) const; // by its number in the record; the first where there is none
    void dropRows();
    void placeRows();
    void move(ParagraphRow *row, int step);
    void remove(ParagraphRow *row);
    void save();
    void focusMoved(QWidget *from, QWidget *to);
    QWidget *m_area;
    QVBoxLayout *m_list;
    QPushButton *m_add;
    ThemedLabel *m_note;
    OpenPoints *m_points;
    bool m_dropping = false;
    QList<ParagraphRow *> m_rows;
    Paragraphs m_recorded;                                   // as last shown from disk
    std::optional<Paragraphs> m_sent;                        // asked for, not on disk yet
};

} // namespace caseward::ui
