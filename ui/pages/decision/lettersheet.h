// SPDX-License-Identifier: GPL-3.0-or-later
// The letters of the open case on a card: which can be made now and why not the others, what one would say, and making it: signed and
// entered in the history, or a draft. Nothing is written before a button is pressed. Owned by the window; GUI thread.
#pragma once

#include "core/session/letters.h"
#include "ui/base/overlay.h"
#include "ui/models/casemodel.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTableView;
class QTextBrowser;
class QTimer;
class QVBoxLayout;

namespace caseward::ui {

class FaultNote;
class FormField;
class PathLine;
class ThemedLabel;

class LetterSheet final : public Overlay {
    Q_OBJECT
public:
    LetterSheet(Theme *theme, CaseModel *model, const std::vector<session::LetterChoice> &choices, QWidget *anywhere);

private:
    void build(QWidget *anywhere);
    QWidget *buildLeft();
    QWidget *buildRight();
    void fillKinds();
    [[nodiscard]] const session::LetterChoice &choice() const;
    [[nodiscard]] session::LetterWish wish(session::LetterUse use) const;
    void chosen();                             // another kind: its fields and its file
    void previewSoon();
    void preview();
    void showPreview(const Result<session::PreparedLetter> &letter);
    void make(session::LetterUse use);
    void made(const Result<session::DossierPtr> &done, session::LetterUse use);
    Theme *m_theme;
    CaseModel *m_model;
    std::vector<session::LetterChoice> m_choices;
    QTableView *m_kinds = nullptr;
    ThemedLabel *m_why = nullptr;
    QLineEdit *m_addressee = nullptr;
    QSpinBox *m_days = nullptr;
    QPlainTextEdit *m_words = nullptr, *m_questions = nullptr;
    FormField *m_daysField = nullptr, *m_questionsField = nullptr;
    QTextBrowser *m_text = nullptr;
    PathLine *m_file = nullptr;
    FaultNote *m_note = nullptr;
    QPushButton *m_draft = nullptr, *m_sign = nullptr;
    QTimer *m_wait = nullptr;
    quint64 m_asked = 0;                       // the newest preview asked for
};

// What the sheet shows, on the worker's thread; `pdf` set and written or signed. Fails as LetterDesk does.
[[nodiscard]] Result<session::DossierPtr> makeLetter(session::Session &session, const CaseId &id, const session::LetterWish &wish, const Path &file, Instant now);

} // namespace caseward::ui
