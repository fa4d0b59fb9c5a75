// SPDX-License-Identifier: GPL-3.0-or-later
// Step 3: the statement of reasons, paragraph by paragraph. Each sub-paragraph is a line that opens below; the arrow keys walk the
// lines, Enter opens one, Escape closes it. What was written in a closed one is kept. GUI thread.
#pragma once

#include "ui/pages/decision/decisionstep.h"

#include <QList>

#include <map>

class QPushButton;

namespace caseward::ui {

class AllegationForm;
class AllegationLine;
class NewAllegation;

class StatementStep final : public DecisionStep {
    Q_OBJECT
public:
    StatementStep(Theme *theme, CaseModel *model, QWidget *parent);
    void refresh() override;
    bool reveal(const rules::Target &target) override;
    void refused() override;
    void forget() override;
    void focusFirst() override;
    void unfoldNew();                            // shows what was being written of a new sub-paragraph
    void startAdding();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    // The form once it was opened; of a further checklist there is none, and words say where it is recorded.
    struct Entry { AllegationLine *line = nullptr; AllegationForm *form = nullptr; ThemedLabel *elsewhere = nullptr; };
    [[nodiscard]] QStringList wantedRows() const;
    void rebuild(const QStringList &wanted);
    [[nodiscard]] bool mayOpen(const AllegationId &id) const; // of a guideline of the leading checklist
    void open(const AllegationId &id);                       // null: closes what is open
    void unfold(const AllegationId &id, Entry &entry);       // makes what is seen when it is open
    void step(const AllegationId &from, int by);
    void stopAdding();
    void orderTabs();
    QPushButton *m_add;
    NewAllegation *m_new;
    ThemedLabel *m_nothing;
    QVBoxLayout *m_list;
    QStringList m_built;
    std::map<AllegationId, Entry> m_entries;
    QList<AllegationId> m_order;                             // as the lines stand
    QList<QWidget *> m_heads;
    AllegationId m_open;
    Digest m_pack;                                           // the forms are of its conditions
    QString m_why;                                           // why the last entry was refused
};

} // namespace caseward::ui
