// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/passphraseform.h"

#include "ui/base/formfield.h"
#include "ui/base/passphraseedit.h"
#include "ui/base/pathline.h"

#include <QLineEdit>


namespace caseward::ui {

namespace {

PassphraseEdit *named(const char *name)
{
    auto *edit = new PassphraseEdit;
    edit->setObjectName(QLatin1String(name));
    return edit;
}

std::shared_ptr<crypto::Secret> shared(PassphraseEdit *edit) { return std::make_shared<crypto::Secret>(edit->take()); }

} // namespace

PassphraseForm::PassphraseForm(Theme *theme, const QString &rule, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.passphraseForm"),
               {tr("Change your passphrase"), tr("It protects your key file. The key itself, and what it opens, stay the same."), tr("Change")}, anywhere),
      m_old(named("people.passphrase.old")), m_fresh(named("people.passphrase.new")), m_again(named("people.passphrase.again")),
      m_key(new PathLine(QStringLiteral("people.passphrase.key"), tr("Key file"), tr("/media/…/name.p8")))
{
    m_key->setChooser(PathLine::What::File, tr("Choose your key file"), tr("Key files (*.p8 *.pem);;All files (*)"));
    addField(tr("&Old passphrase"), m_old);
    addField(tr("&New passphrase"), m_fresh, rule);
    m_againField = addField(tr("New passphrase, &again"), m_again);
    addField(tr("&Key file (optional)"), m_key, tr("Empty: your key in this vault."));
    check();
    present(m_old);
}

QString PassphraseForm::whyNot() const
{
    if (m_old->isEmpty())
        return tr("Type your old passphrase.");
    return m_fresh->isEmpty() || m_again->isEmpty() ? tr("Type the new passphrase twice.") : QString();
}

void PassphraseForm::accept()
{
    const Secrets secrets{shared(m_old), shared(m_fresh)};
    const std::shared_ptr<crypto::Secret> again = shared(m_again);
    const bool agree = PassphraseEdit::agree(*secrets.fresh, *again);
    m_againField->setError(agree ? QString() : tr("The two new passphrases are not the same. Type all three again."));
    if (!agree) {
        m_old->setFocus();
        return;
    }
    setBusy(true);
    emit wanted(secrets, m_key->path());
}

} // namespace caseward::ui
