// SPDX-License-Identifier: GPL-3.0-or-later
// The subject's timeline: lanes of what is claimed and found, gaps to explain, contradictions to compare. What it shows is computed on
// the worker whenever the case changes; Enter goes to the place in the review desk. Its second part holds what the questionnaires answer
// against what was found (AnswersPanel), its third where the case stands (ProceedingsPanel). Child of the shell; GUI thread.
#pragma once

#include "core/session/answers.h"
#include "ui/base/page.h"
#include "ui/work/worker.h"

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace caseward::ui {

class AnswersPanel;
class CaseModel;
class EmptyState;
class FaultNote;
class ProceedingsPanel;
class SegmentedControl;
class ThemedLabel;
class TimelineView;

class TimelinePage final : public Page {
    Q_OBJECT
public:
    TimelinePage(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    [[nodiscard]] QString pageTitle() const override { return tr("Timeline"); }
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;
    [[nodiscard]] QList<PageHit> search(const QString &words) override;
    bool goTo(const QString &where) override;         // "answers", "lanes", "proceedings", or "gap:<id>" of a gap that was noted
    [[nodiscard]] QString location() const override;
    [[nodiscard]] const session::Timeline &timeline() const { return m_timeline; }

public slots:
    void reload();
    void explain();

private:
    void buildLanes();
    void showPart(int part);
    [[nodiscard]] bool showsAnswers() const;
    void buildTools(QHBoxLayout *row);
    void buildFoot(QHBoxLayout *row);
    void show(const Result<session::Timeline> &timeline);
    void showCounts();
    void showFoot();
    void forget();
    void open(int item);
    void nextGap();
    void chooseWanted();                              // the gap that goTo() was asked for, once it is computed
    void record(int gap, const QString &note, const QString &explanation);
    [[nodiscard]] int currentGap() const;             // -1: the item in hand is none
    [[nodiscard]] QString whyNotExplain() const;
    [[nodiscard]] QString whyNotOpen() const;

    CaseModel *m_model;
    session::Timeline m_timeline;
    RequestId m_request = 0;
    std::optional<GapId> m_wanted;
    bool m_stale = true;                              // the case has changed since it was computed
    bool m_answersStale = true, m_proceedingsStale = true;
    SegmentedControl *m_parts = nullptr;
    QStackedWidget *m_both = nullptr, *m_stack = nullptr;
    QWidget *m_lanes = nullptr, *m_laneTools = nullptr;
    AnswersPanel *m_answers = nullptr;
    ProceedingsPanel *m_proceedings = nullptr;
    TimelineView *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    FaultNote *m_note = nullptr;
    ThemedLabel *m_count = nullptr, *m_words = nullptr;
    QLineEdit *m_asOf = nullptr;
    QPushButton *m_open = nullptr, *m_explain = nullptr;
};

} // namespace caseward::ui
