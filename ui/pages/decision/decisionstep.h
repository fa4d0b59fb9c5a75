// SPDX-License-Identifier: GPL-3.0-or-later
// One step of the decision: a scrolled column over the open case. A step writes through CaseModel::record and shows what
// comes back; it keeps words that are not saved yet. GUI thread.
#pragma once

#include "core/rules/completeness.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casemodel.h"

#include <QScrollArea>

class QVBoxLayout;

namespace caseward::ui {

class DecisionStep : public QScrollArea {
    Q_OBJECT
public:
    DecisionStep(Theme *theme, CaseModel *model, const QString &name, const QString &title, const QString &lead, QWidget *parent);

    void say(const QString &notice);                        // a line under the title, or none
    virtual void refresh() = 0;                             // dossier, gate or permission have changed; a case is open
    virtual bool reveal(const rules::Target &target) = 0;   // shows and focuses it; false: not in this step
    virtual void refused() {}                               // an entry was not accepted: show what is on disk again
    virtual void forget() {}                                // another case, or none: drop what was written
    virtual void focusFirst();

signals:
    void placeWanted(const QString &reviewLink);            // a passage or page in Review; "gap:<id>" on the timeline
    void targetWanted(const caseward::rules::Target &target);

protected:
    [[nodiscard]] Theme *theme() const { return m_theme; }
    [[nodiscard]] CaseModel *model() const { return m_model; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] QWidget *body() const { return widget(); }
    [[nodiscard]] QString whyNotWeigh() const;              // empty: may weigh now
    void bringUp(QWidget *focus, QWidget *whole);           // scrolls to `whole` and gives `focus` the focus
    void showEvent(QShowEvent *event) override;

private:
    Theme *m_theme;
    CaseModel *m_model;
    QVBoxLayout *m_column;
    ThemedLabel *m_notice;
};

// Which step a check belongs to; the order of the wizard.
enum class StepId { Concerns, Mitigation, Statement, WholePerson, Rationale, Check, Sign };
inline constexpr int stepCount = 7;
[[nodiscard]] StepId stepOf(const rules::Target &target, const packs::Pack &pack);
[[nodiscard]] QString stepName(StepId step);

// The sentence of a fault of the rules, or nothing.
[[nodiscard]] QString sentenceOf(const Status &status);

} // namespace caseward::ui
