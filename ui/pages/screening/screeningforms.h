// SPDX-License-Identifier: GPL-3.0-or-later
// Cards over the screening page: what a paper shows (a release, an identity, a component), what the sender must mend, a flag of one's own,
// and the letter. GUI thread.
#pragma once

#include "core/session/screening.h"
#include "ui/base/formcard.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace caseward::ui {

// What is recorded of a row beside the questionnaire; or a flag with its place.
class PaperForm final : public FormCard {
    Q_OBJECT
public:
    enum class Of { Release, Identity, Citizenship, Component, Flag };
    PaperForm(Theme *theme, Of of, const QString &id, const QString &title, const model::Dossier &dossier, QWidget *anywhere);

signals:
    void wanted(const caseward::model::Event &event);    // a FlagRaised has no id yet

protected:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;

private:
    void addPlace(const model::Dossier &dossier);
    [[nodiscard]] model::PaperPlace place() const;
    [[nodiscard]] bool isDay(const QLineEdit *line) const;
    Of m_of;
    std::string m_id;
    QComboBox *m_state = nullptr, *m_document = nullptr;
    QLineEdit *m_first = nullptr, *m_last = nullptr;     // signed and valid until; or by what
    QSpinBox *m_page = nullptr;
    QPlainTextEdit *m_words = nullptr;
};

class DeficiencyForm final : public FormCard {
    Q_OBJECT
public:
    // `hintKind` chooses the code that answers it; `words` is what is proposed.
    DeficiencyForm(Theme *theme, const session::Screened &screened, const QString &hintKind, const QString &section, const QString &words, QWidget *anywhere);

signals:
    void wanted(const caseward::model::DeficiencyNoted &said);

protected:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;

private:
    QComboBox *m_code, *m_section;
    QPlainTextEdit *m_words;
};

class LetterForm final : public FormCard {
    Q_OBJECT
public:
    LetterForm(Theme *theme, const QString &folder, QWidget *anywhere);

signals:
    void wanted(const QString &to, const QString &words, const QString &file);

protected:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;

private:
    QLineEdit *m_to, *m_file;
    QPlainTextEdit *m_words;
};

} // namespace caseward::ui
