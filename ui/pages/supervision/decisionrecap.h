// SPDX-License-Identifier: GPL-3.0-or-later
// What the supervisor answers for, in one column: where the case stands, outcome, who signs, completeness, what the reasons name, pages
// nobody saw. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"
#include "ui/pages/supervision/changewords.h"

#include <QScrollArea>

class QVBoxLayout;

namespace caseward::ui {

class DecisionRecap final : public QScrollArea {
    Q_OBJECT
public:
    DecisionRecap(Theme *theme, QWidget *parent = nullptr);
    void show(const ChangeContext &context);       // with a signed decision
    void clear();

private:
    using QWidget::show;
    void addState(const model::Dossier &dossier);
    void addOutcome(const ChangeContext &context);
    void addLevels(const ChangeContext &context);
    void addGate(const rules::Gate &gate);
    void addDocumentation(const ChangeContext &context);
    void addPages(const model::Dossier &dossier);
    void title(const QString &words);
    void bullet(const QString &words, Tone tone = Tone::Primary);
    void mark(const QString &icon, Tone tone, const QString &said, const QString &words, const QString &detail);
    ThemedLabel *line(const QString &words, Tone tone = Tone::Primary, QFont::Weight weight = QFont::Normal);
    Theme *m_theme;
    QWidget *m_content;
    QVBoxLayout *m_column;
};

// The reasons as written: paragraphs, and the passages they cite as numbers that lead to Review. GUI thread.
class ReasonsView final : public QScrollArea {
    Q_OBJECT
public:
    ReasonsView(Theme *theme, QWidget *parent = nullptr);
    void show(const model::Dossier *dossier);      // null: nothing

signals:
    void placeWanted(const QString &link);

private:
    using QWidget::show;
    void dress();                                  // links have no colour that follows the palette
    Theme *m_theme;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QList<ThemedLabel *> m_paragraphs;
    QStringList m_html;
};

} // namespace caseward::ui
