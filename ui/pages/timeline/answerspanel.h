// SPDX-License-Identifier: GPL-3.0-or-later
// Claimed and found: every answer of the questionnaires, and beside it what the record says there. Enter opens the answer in the left
// pane of the review desk; C makes it the first side of a contradiction, whose other side is selected there. Child of the timeline page;
// GUI thread, the answers are read on the worker.
#pragma once

#include "core/session/answers.h"
#include "ui/base/theme.h"
#include "ui/work/worker.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace caseward::ui {

class AnswerModel;
class CaseModel;
class EmptyState;
class FaultNote;
class ThemedLabel;
struct AnswerRow;

class AnswersPanel final : public QWidget {
    Q_OBJECT
public:
    AnswersPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void reload();
    void clear();
    void takeFocus();
    void focusFilter();
    void open(bool asClaim);                      // asClaim: and remember it as the first side of a contradiction
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString whyNotOpen() const;
    [[nodiscard]] QString whyNotClaim() const;

signals:
    void placeWanted(const QString &where);       // as ReviewPage::goTo() takes it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(Theme *theme);
    void show(const Result<std::vector<session::AnswersPtr>> &answers, const std::vector<DocumentId> &documents);
    void showFoot();
    [[nodiscard]] const AnswerRow *current() const;
    CaseModel *m_model;
    AnswerModel *m_answers;
    QSortFilterProxyModel *m_filter;
    QTableView *m_table = nullptr;
    QLineEdit *m_words = nullptr;
    ThemedLabel *m_count = nullptr, *m_details = nullptr;
    FaultNote *m_note = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_whole = nullptr;
    QPushButton *m_open = nullptr, *m_claim = nullptr;
    RequestId m_request = 0;
};

} // namespace caseward::ui
