// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/secondform.h"

#include "ui/base/formfield.h"
#include "ui/base/passphraseedit.h"
#include "ui/base/pathline.h"
#include "ui/models/casewords.h"

#include <QComboBox>

namespace caseward::ui {

SecondForm::SecondForm(Theme *theme, const std::vector<session::Contact> &others, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.secondForm"),
               {tr("The second person"), tr("They give their key at this desk. Cases that two people open together can then be opened, until they leave or the window locks."), tr("Admit")},
               anywhere),
      m_person(new QComboBox), m_key(new PathLine(QStringLiteral("people.second.key"), tr("Key file"), tr("/media/…/name.p8"))),
      m_passphrase(new PassphraseEdit)
{
    m_person->setObjectName(QStringLiteral("people.second.person"));
    for (const session::Contact &one : others)
        m_person->addItem(text(one.name), text(one.person.text()));
    m_key->setChooser(PathLine::What::File, tr("Choose their key file"), tr("Key files (*.p8 *.pem);;All files (*)"));
    m_passphrase->setObjectName(QStringLiteral("people.second.passphrase"));
    addField(tr("&Person"), m_person);
    addField(tr("&Key file (optional)"), m_key, tr("Empty: their key in this vault."));
    addField(tr("Pa&ssphrase of their key"), m_passphrase);
    check();
    present(m_person);
}

QString SecondForm::whyNot() const
{
    if (m_person->count() == 0)
        return tr("Nobody else may open this vault.");
    return m_passphrase->isEmpty() ? tr("The second person types their passphrase.") : QString();
}

void SecondForm::accept()
{
    Given given{{}, m_key->path(), std::make_shared<crypto::Secret>(m_passphrase->take())};
    if (const auto person = PersonId::parse(m_person->currentData().toString().toStdString()); person.ok())
        given.person = *person;
    setBusy(true);
    emit wanted(given);
}

} // namespace caseward::ui
