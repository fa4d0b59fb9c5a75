// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/recoverform.h"

#include "ui/base/formfield.h"
#include "ui/base/passphraseedit.h"
#include "ui/base/pathline.h"
#include "ui/models/casewords.h"

#include <QComboBox>

namespace caseward::ui {

namespace {

QComboBox *peopleBox(const char *name, const std::vector<session::RosterRow> &people, const QString &chosen = {})
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    for (const session::RosterRow &one : people) {
        QStringList roles;
        for (const std::string &role : one.roles)
            roles << roleWord(role);
        box->addItem(RecoverForm::tr("%1  ·  %2").arg(text(one.name), roles.join(QStringLiteral(", "))), text(one.person.text()));
        if (text(one.person.text()) == chosen)
            box->setCurrentIndex(box->count() - 1);
    }
    return box;
}

PersonId personOf(const QComboBox *box)
{
    const auto person = PersonId::parse(box->currentData().toString().toStdString());
    return person.ok() ? *person : PersonId();
}

} // namespace

RecoverForm::RecoverForm(Theme *theme, const People &people, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.recoverForm"),
               {tr("Recover a lost key"),
                tr("The person gets their new certificate in the place of the lost one, with every case they had. The vault and those cases get "
                   "new keys; the lost key opens nothing and signs nothing from then on. It takes two people, and the ledger names both."),
                tr("Recover")},
               anywhere),
      m_person(peopleBox("people.recover.person", people.lost, people.chosen)), m_second(peopleBox("people.recover.second", people.beside)),
      m_certificate(new PathLine(QStringLiteral("people.recover.certificate"), tr("New certificate"), tr("/media/…/name.pem"))),
      m_key(new PathLine(QStringLiteral("people.recover.key"), tr("New key file"), tr("/media/…/name.p8"))),
      m_secondKey(new PathLine(QStringLiteral("people.recover.secondKey"), tr("Key file of the second person"), tr("/media/…/recovery.p8"))),
      m_passphrase(new PassphraseEdit), m_reason(new QLineEdit)
{
    setCardWidth(680);
    const QString keys = tr("Key files (*.p8 *.pem);;All files (*)");
    m_certificate->setChooser(PathLine::What::File, tr("Choose the new certificate"), tr("Certificates (*.pem *.crt);;All files (*)"));
    m_key->setChooser(PathLine::What::File, tr("Choose the new key file"), keys);
    m_secondKey->setChooser(PathLine::What::File, tr("Choose the key file of the second person"), keys);
    m_passphrase->setObjectName(QStringLiteral("people.recover.passphrase"));
    m_reason->setObjectName(QStringLiteral("people.recover.reason"));
    m_reason->setMaxLength(400);
    FormField *person = addField(tr("&Who lost their key"), m_person);
    FormField *reason = addField(tr("W&hat happened to it"), m_reason);
    sideBySide(person, reason);
    FormField *certificate = addField(tr("Their new &certificate"), m_certificate);
    FormField *key = addField(tr("Their new &key file (optional)"), m_key, tr("Empty: the key is kept elsewhere."));
    sideBySide(certificate, key);
    FormField *second = addField(tr("&Second person"), m_second, tr("Whoever of the two you are not: the holder of the recovery key, or a security officer or supervisor."));
    FormField *secondKey = addField(tr("&Their key file"), m_secondKey, tr("The recovery key is in the safe. Empty: their key in this vault."));
    sideBySide(second, secondKey);
    addField(tr("&Passphrase of the second person"), m_passphrase);
    connect(m_certificate->line(), &QLineEdit::textChanged, this, [this] { check(); });
    connect(m_passphrase, &PassphraseEdit::typed, this, [this] { check(); });
    check();
    present(m_person);
}

QString RecoverForm::whyNot() const
{
    if (m_person->count() == 0)
        return tr("Nobody else may open this vault.");
    if (m_reason->text().trimmed().isEmpty())
        return tr("Say what happened to the key.");
    if (m_certificate->path().isEmpty())
        return tr("Choose the new certificate that the office issued.");
    if (personOf(m_person) == personOf(m_second))
        return tr("Nobody recovers their own key: choose another second person.");
    return m_passphrase->isEmpty() ? tr("The second person types their passphrase.") : QString();
}

void RecoverForm::accept()
{
    Given given;
    given.person = personOf(m_person);
    given.second = personOf(m_second);
    given.certificate = m_certificate->path().toStdString();
    given.keyFile = m_key->path().toStdString();
    given.secondKey = m_secondKey->path().toStdString();
    given.reason = m_reason->text().trimmed().toStdString();
    given.passphrase = std::make_shared<crypto::Secret>(m_passphrase->take());
    setBusy(true);
    emit wanted(given);
}

} // namespace caseward::ui
