// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor's page: what was decided and what changed since a moment, side by side; notes, return, concurrence and
// countersignature. Whoever may not act sees why. Child of the shell; GUI thread; reading and signing run on the worker.
#pragma once

#include "core/rules/permissions.h"
#include "core/session/sessiontypes.h"
#include "ui/base/page.h"
#include "ui/pages/supervision/changewords.h"

class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace caseward::ui {

class CaseModel;
class ChangeDetail;
class ChangeModel;
class Chip;
class DecisionRecap;
class EmptyState;
class FaultNote;
class PendingNotes;
class ReasonsView;
class ReturnNotes;
class SectionHeader;
class SegmentedControl;
class ThemedLabel;

class SupervisionPage final : public Page {
    Q_OBJECT
public:
    SupervisionPage(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    [[nodiscard]] QString pageTitle() const override { return tr("Supervision"); }
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;
    bool goTo(const QString &where) override;      // a change's target: "condition/us-sead4-2017/16(a)", "reasons/" …

signals:
    void changesShown();                           // the list is that of the case as it is now

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // supervisionpage.cpp
    void build();
    QWidget *makeHeader();
    QWidget *makeBody();
    QWidget *makeMiddle();
    QPushButton *makeAct(const QString &name, const QString &words, const char *slot);
    void caseOpened();
    void caseChanged();
    void caseClosed();
    void showHeader();
    void showRefusals();
    void showSegments();
    void loadChanges();
    void showChanges(std::vector<model::Change> changes);
    void showChange(int row);
    [[nodiscard]] ChangeContext context() const;   // only while a case is open

    // supervisionacts.cpp
    [[nodiscard]] QString refusal(rules::Act act) const;
    [[nodiscard]] const model::Change *current() const;
    [[nodiscard]] QStringList notNamed() const;
    Q_INVOKABLE void returnCase();
    Q_INVOKABLE void concur();
    Q_INVOKABLE void countersign();
    void noteOnChange();
    void askNote(const QString &target, const QString &about);

    CaseModel *m_model;
    ThemedLabel *m_title = nullptr, *m_why = nullptr;
    Chip *m_status = nullptr;
    QPushButton *m_return = nullptr, *m_concur = nullptr, *m_countersign = nullptr;
    SegmentedControl *m_since = nullptr;
    ReturnNotes *m_returned = nullptr;
    FaultNote *m_fault = nullptr;
    QStackedWidget *m_body = nullptr, *m_listOrNone = nullptr;
    QSplitter *m_columns = nullptr;
    SectionHeader *m_listHead = nullptr;
    ChangeModel *m_changes = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_noChange = nullptr;
    ChangeDetail *m_detail = nullptr;
    ReasonsView *m_reasons = nullptr;
    DecisionRecap *m_recap = nullptr;
    PendingNotes *m_notes = nullptr;
    session::Since m_from = session::Since::Start;
    std::uint64_t m_shownSize = 0;                 // entries of the dossier the list was asked for; 0: none
    quint64 m_asked = 0;                           // the newest request for changes: older answers are dropped
    QString m_wanted;                              // target to choose when the list comes
};

} // namespace caseward::ui
