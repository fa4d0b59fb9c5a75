// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/screening/screeningforms.h"

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "ui/base/formfield.h"
#include "ui/models/casewords.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

namespace caseward::ui {

namespace {

template <typename Widget>
Widget *named(const char *name)
{
    auto *made = new Widget;
    made->setObjectName(QLatin1String(name));
    return made;
}

QPlainTextEdit *makeWords(const char *name)
{
    auto *edit = named<QPlainTextEdit>(name);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(80);
    return edit;
}

QString wordsOf(const QPlainTextEdit *edit)
{
    return edit->toPlainText().trimmed().left(static_cast<qsizetype>(limits::noteCharacters));
}

QString titleOf(PaperForm::Of of)
{
    return of == PaperForm::Of::Flag ? PaperForm::tr("Flag something") : of == PaperForm::Of::Release ? PaperForm::tr("Record a release") : of == PaperForm::Of::Component
        ? PaperForm::tr("Record a component") : PaperForm::tr("Record by what it was established");
}

} // namespace

PaperForm::PaperForm(Theme *theme, Of of, const QString &id, const QString &title, const model::Dossier &dossier, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("screening.paperForm"), {titleOf(of), of == Of::Flag ? tr("Something to look at before the case is assigned. It is no finding.") : title, tr("Record")}, anywhere),
      m_of(of), m_id(id.toStdString()), m_words(makeWords("screening.paper.words"))
{
    QWidget *first = m_words;
    if (of == Of::Release) {
        m_first = named<QLineEdit>("screening.paper.signed");
        m_last = named<QLineEdit>("screening.paper.until");
        for (QLineEdit *day : {m_first, m_last}) {
            day->setPlaceholderText(tr("YYYY-MM-DD"));
            day->setMaxLength(10);
            connect(day, &QLineEdit::textChanged, this, [this] { check(); });
        }
        FormField *signedOn = addField(tr("&Signed on (empty: nobody did)"), m_first);
        sideBySide(signedOn, addField(tr("Valid &until (may stay empty)"), m_last));
        first = m_first;
    } else if (of != Of::Flag) {
        m_state = named<QComboBox>("screening.paper.state");
        m_state->addItems(of == Of::Component ? QStringList{tr("Present"), tr("Missing"), tr("Waived")} : QStringList{tr("Verified"), tr("Cannot be verified")});
        connect(m_state, &QComboBox::currentIndexChanged, this, [this] { check(); });
        addField(tr("S&tate"), m_state);
        first = m_state;
    }
    if (of == Of::Identity || of == Of::Citizenship) {
        m_first = named<QLineEdit>("screening.paper.means");
        m_first->setPlaceholderText(tr("passport, seen in the original"));
        connect(m_first, &QLineEdit::textChanged, this, [this] { check(); });
        addField(tr("&By what"), m_first);
    }
    addPlace(dossier);
    addField(of == Of::Flag ? tr("&What to look at") : of == Of::Component ? tr("&Reason (needed when missing or waived)") : tr("&Note (may stay empty)"), m_words);
    connect(m_words, &QPlainTextEdit::textChanged, this, [this] { check(); });
    check();
    present(first);
}

void PaperForm::addPlace(const model::Dossier &dossier)
{
    m_document = named<QComboBox>("screening.paper.document");
    m_document->addItem(tr("no paper of this case"));
    for (const model::DocumentState &document : dossier.documents)
        m_document->addItem(text(document.facts.title), text(document.facts.document.text()));
    m_page = named<QSpinBox>("screening.paper.page");
    m_page->setRange(0, static_cast<int>(limits::documentPages) - 1);
    m_page->setSpecialValueText(tr("as a whole"));
    FormField *paper = addField(tr("&Paper that shows it"), m_document);
    sideBySide(paper, addField(tr("Pa&ge"), m_page));
}

model::PaperPlace PaperForm::place() const
{
    model::PaperPlace place;
    const auto document = DocumentId::parse(m_document->currentData().toString().toStdString());
    if (document.ok()) {
        place.document = *document;
        place.page = static_cast<std::uint32_t>(m_page->value());
    }
    return place;
}

bool PaperForm::isDay(const QLineEdit *line) const
{
    return line->text().trimmed().isEmpty() || caseward::isDay(line->text().trimmed().toStdString());
}

QString PaperForm::whyNot() const
{
    const bool silent = wordsOf(m_words).isEmpty();
    if (m_of == Of::Release && !(isDay(m_first) && isDay(m_last)))
        return tr("A day is written YYYY-MM-DD.");
    if (m_of == Of::Component && m_state->currentIndex() != 0 && silent)
        return tr("Say why it is missing or waived.");
    if ((m_of == Of::Identity || m_of == Of::Citizenship) && m_state->currentIndex() == 0 && m_first->text().trimmed().isEmpty())
        return tr("Say by what it was verified.");
    if ((m_of == Of::Identity || m_of == Of::Citizenship) && m_state->currentIndex() == 1 && silent)
        return tr("Say why it cannot be verified.");
    return m_of == Of::Flag && silent ? tr("Say what is to be looked at.") : QString();
}

void PaperForm::accept()
{
    setBusy(true);
    const std::string words = wordsOf(m_words).toStdString();
    if (m_of == Of::Release)
        emit wanted(model::ReleaseRecorded{m_id, m_first->text().trimmed().toStdString(), m_last->text().trimmed().toStdString(), place(), words});
    else if (m_of == Of::Component)
        emit wanted(model::ComponentRecorded{m_id, static_cast<model::ComponentState>(m_state->currentIndex()), place(), words});
    else if (m_of == Of::Flag)
        emit wanted(model::FlagRaised{{}, words, place()});
    else
        emit wanted(model::IdentityRecorded{m_of == Of::Identity ? model::IdentityMatter::Identity : model::IdentityMatter::Citizenship, m_state->currentIndex() == 0,
                                            m_first->text().trimmed().toStdString(), place(), words});
}

DeficiencyForm::DeficiencyForm(Theme *theme, const session::Screened &screened, const QString &hintKind, const QString &section, const QString &words, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("screening.deficiencyForm"), {tr("Note a deficiency"), tr("It goes into the letter to the sender until it is settled."), tr("Note")}, anywhere),
      m_code(named<QComboBox>("screening.deficiency.code")), m_section(named<QComboBox>("screening.deficiency.section")), m_words(makeWords("screening.deficiency.words"))
{
    for (const auto &code : screened.forms->deficiencies) {
        m_code->addItem(QStringLiteral("%1  %2").arg(text(code.code), text(code.title)), text(code.code));
        if (std::ranges::find(code.hints, hintKind.toStdString()) != code.hints.end())
            m_code->setCurrentIndex(m_code->count() - 1);
    }
    m_section->addItem(tr("no section"), QString());
    for (const auto &one : screened.forms->sections) {
        m_section->addItem(QStringLiteral("%1  %2").arg(text(one.id), text(one.title)), text(one.id));
        if (text(one.id) == section)
            m_section->setCurrentIndex(m_section->count() - 1);
    }
    addField(tr("&Code"), m_code);
    addField(tr("&Section"), m_section);
    addField(tr("&What is to be mended"), m_words, tr("For the sender: say nothing about the subject that the sender need not know."));
    m_words->setPlainText(words);
    connect(m_words, &QPlainTextEdit::textChanged, this, [this] { check(); });
    check();
    present(m_words);
}

QString DeficiencyForm::whyNot() const { return wordsOf(m_words).isEmpty() ? tr("Say what is to be mended.") : QString(); }

void DeficiencyForm::accept()
{
    setBusy(true);
    emit wanted({m_code->currentData().toString().toStdString(), m_section->currentData().toString().toStdString(), wordsOf(m_words).toStdString()});
}

LetterForm::LetterForm(Theme *theme, const QString &folder, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("screening.letterForm"), {tr("Write the deficiency letter"), tr("A PDF of what is noted and not settled. The case itself goes back under Exchange."), tr("Write")}, anywhere),
      m_to(named<QLineEdit>("screening.letter.to")), m_file(named<QLineEdit>("screening.letter.file")), m_words(makeWords("screening.letter.words"))
{
    m_to->setMaxLength(200);
    m_file->setText(folder);
    addField(tr("&To"), m_to);
    addField(tr("What &else to say (may stay empty)"), m_words);
    addField(tr("&File"), m_file, tr("It must not exist. It leaves the vault: it is not encrypted."));
    for (QLineEdit *line : {m_to, m_file})
        connect(line, &QLineEdit::textChanged, this, [this] { check(); });
    check();
    present(m_to);
}

QString LetterForm::whyNot() const
{
    return m_to->text().trimmed().isEmpty() ? tr("Say whom it is for.") : m_file->text().trimmed().isEmpty() ? tr("Name a file.") : QString();
}

void LetterForm::accept()
{
    setBusy(true);
    emit wanted(m_to->text().trimmed(), wordsOf(m_words), m_file->text().trimmed());
}

} // namespace caseward::ui
