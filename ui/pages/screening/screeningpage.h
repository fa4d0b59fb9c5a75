// SPDX-License-Identifier: GPL-3.0-or-later
// Screening: at the left everything that is looked at before a case is weighed, each with its state in words; at the right what was seen,
// where, and what people say of it. Computed on the worker whenever the case changes. Child of the shell; GUI thread.
#pragma once

#include "core/session/reciprocity.h"
#include "core/session/screening.h"
#include "ui/base/page.h"
#include "ui/work/worker.h"

#include <optional>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace caseward::ui {

class CaseModel;
class EmptyState;
class FaultNote;
class HintModel;
class JudgementPanel;
class ScreeningModel;
class SectionHeader;
class ThemedLabel;
struct HintRow;
struct ScreeningRow;

class ScreeningPage final : public Page {
    Q_OBJECT
public:
    ScreeningPage(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    [[nodiscard]] QString pageTitle() const override { return tr("Screening"); }
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;
    [[nodiscard]] QList<PageHit> search(const QString &words) override;
    bool goTo(const QString &where) override;             // "section:11", "row:<key>"
    [[nodiscard]] QString location() const override;

public slots:
    void reload();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTools(QHBoxLayout *row);
    void buildList();
    void buildDetail();
    void show(const Result<session::Screened> &screened);
    void showRows();
    void showRow();
    void showButtons();
    void forget();
    void choose(int row);
    void nextOpen();
    void open();
    void dismissHint();
    void noteDeficiency();
    void recordRow();
    void flag();
    void letter();
    void reciprocity();
    void askReciprocity(const session::ReciprocityView &view, const QString &needed);
    void writeLetter(const QString &to, const QString &words, const QString &file);
    void record(const model::Event &event);
    [[nodiscard]] const ScreeningRow *row() const;
    [[nodiscard]] const HintRow *hint() const;
    [[nodiscard]] QString whyNotWeigh() const;
    [[nodiscard]] QString whyNotJudge() const;
    [[nodiscard]] QString whyNotOpen() const;
    [[nodiscard]] QString whyNotDismiss() const;
    [[nodiscard]] QString whyNotRecord() const;
    [[nodiscard]] QString whyNotLetter() const;
    [[nodiscard]] QString whyNotReciprocity() const;

    CaseModel *m_model;
    std::optional<session::Screened> m_screened;
    RequestId m_request = 0;
    bool m_stale = true;
    QString m_decided;                                    // on reciprocity: told when the page is up to date again
    QString m_wanted;                                     // the row goTo() was asked for, once it is there
    ScreeningModel *m_rows;
    HintModel *m_hints;
    QSplitter *m_body = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    FaultNote *m_note = nullptr;
    QComboBox *m_form = nullptr;
    QLineEdit *m_asOf = nullptr;
    ThemedLabel *m_about = nullptr, *m_lead = nullptr, *m_words = nullptr;
    QTableView *m_list = nullptr, *m_hintList = nullptr;
    SectionHeader *m_head = nullptr;
    JudgementPanel *m_judgement = nullptr;
    QPushButton *m_open = nullptr, *m_dismiss = nullptr, *m_deficiency = nullptr, *m_record = nullptr;
};

} // namespace caseward::ui
