// SPDX-License-Identifier: GPL-3.0-or-later
// The decision: seven steps that can be taken in any order, and the completeness gate always beside them. Child of the
// shell; GUI thread. What is refused is told by the shell; nothing shows as decided before it is on disk.
#pragma once

#include "ui/base/page.h"
#include "ui/models/casemodel.h"
#include "ui/pages/decision/decisionstep.h"

#include <array>

class QPushButton;
class QStackedWidget;

namespace caseward::ui {

class DecisionStepBar;
class FaultNote;
class GatePanel;
class ReturnNotes;
class StatementStep;
class UnrecordedWords;

class DecisionPage final : public Page {
    Q_OBJECT
public:
    DecisionPage(Theme *theme, CaseModel *model, QWidget *parent = nullptr);

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;
    // "gate", "step:1" … "step:7", "sign", "condition:16(a)", "guideline:E", "allegation:<id>",
    // "factor:2(d)(4)", "reasons:0" (a paragraph, from 0).
    bool goTo(const QString &where) override;
    [[nodiscard]] QString location() const override;
    [[nodiscard]] StepId step() const;
    void showStep(StepId step);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void connectStep(DecisionStep *step);
    void caseChanged();
    void caseClosed();
    void refreshShown();
    void showBar();
    void stepBy(int by);
    void showLetters();
    void goToTarget(const rules::Target &target);
    void useChecklist(const std::string &pack);
    [[nodiscard]] bool isNowhere(const std::string &gap) const;
    [[nodiscard]] QString notAskedFor(StepId step) const;   // why a step that weighs need not be filled in; empty: it is
    void goToNote(const QString &target);        // as the supervisor's notes name places
    void explain(const rules::Check &check, const QString &words);
    [[nodiscard]] DecisionStep *stepAt(StepId step) const { return m_steps[static_cast<std::size_t>(step)]; }
    CaseModel *m_model;
    ReturnNotes *m_notes;
    FaultNote *m_back;                           // what was being written has come back
    UnrecordedWords *m_unrecorded;
    DecisionStepBar *m_bar;
    QPushButton *m_next;
    ThemedLabel *m_closed;                       // why nothing can be changed, when so
    QStackedWidget *m_stack;
    GatePanel *m_gate;
    StatementStep *m_statement = nullptr;
    std::array<DecisionStep *, stepCount> m_steps{};
    std::array<bool, stepCount> m_stale{};       // has not seen the newest dossier
    CaseId m_shown;
};

} // namespace caseward::ui
