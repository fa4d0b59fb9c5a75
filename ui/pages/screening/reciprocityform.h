// SPDX-License-Identifier: GPL-3.0-or-later
// Another agency's eligibility, accepted or declined: whose it is, every question with what the record shows, and the decision. Nothing is
// answered beforehand. A card over the window; GUI thread.
#pragma once

#include "core/session/reciprocity.h"
#include "ui/base/formcard.h"
#include "ui/base/themedlabel.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace caseward::ui {

class ReciprocityForm final : public FormCard {
    Q_OBJECT
public:
    // `view` with the questions; `needed` is proposed for what is needed here.
    ReciprocityForm(Theme *theme, const session::ReciprocityView &view, const QString &needed, QWidget *anywhere);
    void showFacts(const session::ReciprocityView &view);

signals:
    void factsWanted(const caseward::session::ReciprocityAsked &asked);  // what is asked has changed
    // `ours`: whose line it becomes here; empty: none is recorded.
    void wanted(const caseward::model::ReciprocityDecided &event, const QString &ours);

protected:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;

private:
    struct Row { std::string id; ThemedLabel *shows; QComboBox *reply; QLineEdit *reason; };
    QLineEdit *line(const char *name);
    void addAsked(const QString &needed);
    void addQuestions(const session::ReciprocityView &view);
    void addQuestion(const packs::ReciprocityQuestion &question, QWidget *room, QVBoxLayout *column);
    void addDecision();
    [[nodiscard]] session::ReciprocityAsked asked() const;
    [[nodiscard]] bool accepts() const;
    std::vector<Row> m_rows;
    QLineEdit *m_authority, *m_access, *m_needed, *m_investigated, *m_ours;
    QComboBox *m_decision;
    QPlainTextEdit *m_reason;
};

} // namespace caseward::ui
