// SPDX-License-Identifier: GPL-3.0-or-later
// The passage in hand: where it is, its words, what it is tied to, its weight and note. Says what is wanted and does nothing
// itself; a note is saved when the editor loses the focus or on Ctrl+Enter, as one entry. GUI thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <optional>

class QPlainTextEdit;
class QPushButton;

namespace caseward::ui {

class AppraisalRow;
class EmptyState;
class FlowLayout;
class IconButton;
class QuoteLabel;
class SegmentedControl;
class ThemedLabel;

class PassageInspector final : public QWidget {
    Q_OBJECT
public:
    PassageInspector(Theme *theme, QWidget *parent = nullptr);

    // `ties` are all ties of the same place, the current one among them. None: the empty state.
    struct Shown {
        std::vector<model::Tie> ties;
        PassageId current;
        QString where;            // "p. 8, lines 24–28"
        QString document;
        std::vector<packs::PackPtr> packs;   // the one that leads first
        QString whyNot;           // not empty: read only, and why
    };
    void show(const Shown &shown);
    void clear();
    void editNote();
    void appraise();              // the focus goes to what is known about it
    void saveNote();              // what is unsaved, before the case closes or another passage is shown
    [[nodiscard]] const PassageId &current() const { return m_current; }
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void passageWanted(const caseward::PassageId &passage);
    void tieWanted();
    void weightWanted(const caseward::PassageId &passage, caseward::model::Weight weight);
    void noteWanted(const caseward::PassageId &passage, const std::string &note);
    void appraisalWanted(const caseward::model::PassageAppraised &said);
    void untieWanted(const caseward::PassageId &passage);
    void stepWanted(int step);    // -1 previous, +1 next
    void leaveWanted();           // Esc or Ctrl+Enter in the note: back to the document

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeBody();
    void fillChips(const Shown &shown);
    Theme *m_theme;
    ThemedLabel *m_where, *m_why;
    QuoteLabel *m_quote;
    QWidget *m_chips, *m_body;
    FlowLayout *m_flow;
    QPushButton *m_addTie;
    SegmentedControl *m_weight;
    AppraisalRow *m_appraisal;
    QPlainTextEdit *m_note;
    IconButton *m_previous, *m_next, *m_untie;
    EmptyState *m_empty;
    PassageId m_current;
    std::string m_savedNote;
};

} // namespace caseward::ui
