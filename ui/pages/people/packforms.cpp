// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/packforms.h"

#include "ui/base/formfield.h"
#include "ui/base/pathline.h"

#include <QComboBox>
#include <QLineEdit>

namespace caseward::ui {

namespace {

FormCard::Words wordsOf(PackFileForm::Way way)
{
    if (way == PackFileForm::Way::Sign)
        return {PackFileForm::tr("Sign a guideline pack"),
                PackFileForm::tr("The pack is checked, written in its canonical form, and signed with your key. Take the two files in at each station, here too."),
                PackFileForm::tr("Sign")};
    return {PackFileForm::tr("Take in a guideline pack"),
            PackFileForm::tr("A pack a security officer has signed; its signature lies beside it as FILE.p7s. Everything is checked before anything is kept."),
            PackFileForm::tr("Take in")};
}

} // namespace

PackFileForm::PackFileForm(Theme *theme, Way way, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.packFileForm"), wordsOf(way), anywhere), m_way(way),
      m_file(new PathLine(QStringLiteral("people.packFile.file"), tr("Pack"), tr("/media/…/pack.json")))
{
    setCardWidth(600);
    m_file->setChooser(PathLine::What::File, tr("Choose the pack"), tr("Guideline packs (*.json);;All files (*)"));
    addField(tr("&Pack"), m_file);
    connect(m_file->line(), &QLineEdit::textChanged, this, [this] { check(); });
    if (way == Way::Sign) {
        m_folder = new PathLine(QStringLiteral("people.packFile.folder"), tr("Folder"), tr("/media/…"));
        m_folder->setChooser(PathLine::What::Folder, tr("Choose where the signed pack goes"));
        addField(tr("&Folder for the signed pack"), m_folder);
        connect(m_folder->line(), &QLineEdit::textChanged, this, [this] { check(); });
    }
    check();
    present(m_file->line());
}

QString PackFileForm::whyNot() const
{
    if (m_file->path().isEmpty())
        return tr("Name the pack.");
    return m_folder && m_folder->path().isEmpty() ? tr("Say where the signed pack goes.") : QString();
}

void PackFileForm::accept()
{
    setBusy(true);
    emit wanted(Path(m_file->path().toStdString()), m_folder ? Path(m_folder->path().toStdString()) : Path());
}

PackChoiceForm::PackChoiceForm(Theme *theme, const Words &words, const QList<Choice> &choices, Reason reason, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.packChoiceForm"), words, anywhere), m_choice(new QComboBox)
{
    setCardWidth(600);
    m_choice->setObjectName(QStringLiteral("people.packChoice.pack"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Choice &one : choices)
        m_choice->addItem(one.words, one.key);
    addField(tr("&Pack"), m_choice);
    if (reason == Reason::Asked) {
        m_reason = new QLineEdit;
        m_reason->setObjectName(QStringLiteral("people.packChoice.reason"));
        addField(tr("&Reason"), m_reason, tr("It is recorded with the case."));
    }
    check();
    present(m_choice);
}

QString PackChoiceForm::whyNot() const
{
    return m_reason && m_reason->text().trimmed().isEmpty() ? tr("Say why.") : QString();
}

void PackChoiceForm::accept()
{
    setBusy(true);
    emit wanted(m_choice->currentData().toString(), m_reason ? m_reason->text().trimmed() : QString());
}

} // namespace caseward::ui
