// SPDX-License-Identifier: GPL-3.0-or-later
// One step of the decision: a scrolled column over the open case. A step writes through CaseModel::record and shows what
// comes back; it keeps words that are not saved yet. GUI thread.
#pragma once

#include "core/rules/completeness.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casemodel.h"

#include <QScrollArea>

#include <optional>

class QComboBox;
class QVBoxLayout;

namespace caseward::ui {

class DecisionStep : public QScrollArea {
    Q_OBJECT
public:
    DecisionStep(Theme *theme, CaseModel *model, const QString &name, const QString &title, const QString &lead, QWidget *parent);

    void say(const QString &notice);                        // a line under the title, or none
    // The checklist whose rows the step shows, where the case is held against several; gone or empty: the one that leads.
    void useChecklist(const std::string &pack) { m_wanted = pack; }
    void followChecklist();                                 // before refresh(): rows of another one, or of another edition of it, go
    virtual void refresh() = 0;                             // dossier, gate or permission have changed; a case is open
    virtual bool reveal(const rules::Target &target) = 0;   // shows and focuses it; false: not in this step
    virtual void refused() {}                               // an entry was not accepted: show what is on disk again
    virtual void forget() {}                                // another case, or none: drop what was written
    virtual void focusFirst();

signals:
    void placeWanted(const QString &reviewLink);            // a passage or page in Review; "gap:<id>" on the timeline
    void targetWanted(const caseward::rules::Target &target);
    void checklistWanted(const std::string &pack);

protected:
    [[nodiscard]] Theme *theme() const { return m_theme; }
    [[nodiscard]] CaseModel *model() const { return m_model; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    void offerChecklists();                                 // in the constructor of a step that has rows under each pack
    [[nodiscard]] packs::PackPtr checklist() const;
    [[nodiscard]] QString placeOf(const std::string &id) const; // "16(a)"; of a further pack "nato-ac35-d2000:a": for names of fields
    [[nodiscard]] QWidget *body() const { return widget(); }
    [[nodiscard]] QString whyNotWeigh() const;              // empty: may weigh now
    void bringUp(QWidget *focus, QWidget *whole);           // scrolls to `whole` and gives `focus` the focus
    void showEvent(QShowEvent *event) override;

private:
    Theme *m_theme;
    CaseModel *m_model;
    QVBoxLayout *m_column;
    ThemedLabel *m_notice;
    QComboBox *m_checklists = nullptr;
    std::string m_wanted;
    std::optional<Digest> m_shown;                          // of the checklist whose rows stand
};

// Which step a check belongs to; the order of the wizard.
enum class StepId { Concerns, Mitigation, Statement, WholePerson, Rationale, Check, Sign };
inline constexpr int stepCount = 7;
[[nodiscard]] StepId stepOf(const rules::Target &target, const std::vector<packs::PackPtr> &packs);
[[nodiscard]] QString stepName(StepId step);

// The sentence of a fault of the rules, or nothing.
[[nodiscard]] QString sentenceOf(const Status &status);

} // namespace caseward::ui
