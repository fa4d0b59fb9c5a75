// SPDX-License-Identifier: GPL-3.0-or-later
// The outcome: every one the pack knows, grouped by class in words, none chosen for the person; the exception it needs
// and its conditions. Records what is chosen. GUI thread.
#pragma once

#include "ui/models/casemodel.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>

class QButtonGroup;
class QComboBox;
class QRadioButton;
class QVBoxLayout;

namespace caseward::ui {

class FormField;
class RecordedText;
class Theme;
class ThemedLabel;

class OutcomeForm final : public QWidget {
    Q_OBJECT
public:
    OutcomeForm(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void refresh(const QString &whyNot);
    void refused();                             // nothing is under way any more: what is on disk shows again
    void forget();
    [[nodiscard]] QWidget *first() const;       // the chosen outcome, or the first

private:
    void build();
    void addClass(packs::OutcomeClass outcomeClass, const QString &heading);
    void propose();
    void showProposal(const std::optional<model::Proposal> &proposal);
    void showException(const packs::Outcome *outcome);
    [[nodiscard]] std::string chosen() const;   // empty: none
    Theme *m_theme;
    CaseModel *m_model;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    QButtonGroup *m_group = nullptr;
    std::map<std::string, QRadioButton *> m_outcomes;
    FormField *m_exceptionField = nullptr;
    QComboBox *m_exception = nullptr;
    ThemedLabel *m_exceptionText = nullptr;
    RecordedText *m_conditions = nullptr;
    std::optional<model::OutcomeProposed> m_sent; // asked for, not on disk yet
};

} // namespace caseward::ui
