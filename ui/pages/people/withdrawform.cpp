// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/withdrawform.h"

#include "core/base/clock.h"
#include "ui/base/formfield.h"
#include "ui/base/passphraseedit.h"
#include "ui/base/pathline.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace caseward::ui {

namespace {

using Reason = crypto::RevocationReason;

} // namespace

WithdrawForm::WithdrawForm(Theme *theme, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.withdrawForm"),
               {tr("Withdraw a certificate"),
                tr("The office signs a new revocation list, office.crl beside its certificate, and this station takes it in. Whoever is named on it no longer signs in, "
                   "and what they signed from the first day on no longer counts. Carry the list to every other station."),
                tr("Withdraw")},
               anywhere),
      m_office(new PathLine(QStringLiteral("people.withdraw.office"), tr("Folder of the office"), tr("/media/…/office"))),
      m_certificate(new PathLine(QStringLiteral("people.withdraw.certificate"), tr("Certificate"), tr("/media/…/name.pem"))),
      m_passphrase(new PassphraseEdit), m_reason(new QComboBox), m_since(new QLineEdit), m_days(new QSpinBox)
{
    setCardWidth(680);
    m_office->setChooser(PathLine::What::Folder, tr("Choose the folder with office.pem and office.p8"));
    m_certificate->setChooser(PathLine::What::File, tr("Choose the certificate"), tr("Certificates (*.pem *.crt);;All files (*)"));
    m_passphrase->setObjectName(QStringLiteral("people.withdraw.passphrase"));
    m_reason->setObjectName(QStringLiteral("people.withdraw.reason"));
    const std::pair<QString, Reason> reasons[] = {
        {tr("The key is lost or stolen"), Reason::KeyCompromise}, {tr("Replaced by a newer one"), Reason::Superseded},
        {tr("Left the office"), Reason::Ceased}, {tr("Works elsewhere in the organisation"), Reason::AffiliationChanged},
        {tr("No longer may do this work"), Reason::PrivilegeWithdrawn}, {tr("Held until it turns up"), Reason::Hold}, {tr("Not said"), Reason::Unspecified}};
    for (const auto &[words, reason] : reasons)
        m_reason->addItem(words, static_cast<int>(reason));
    m_since->setObjectName(QStringLiteral("people.withdraw.since"));
    m_since->setMaxLength(10);
    m_days->setObjectName(QStringLiteral("people.withdraw.days"));
    m_days->setRange(1, 366);
    m_days->setValue(30);
    m_days->setButtonSymbols(QAbstractSpinBox::NoButtons); // typed, or Up and Down
    m_days->setSuffix(tr(" days"));
    FormField *certificate = addField(tr("&Certificate"), m_certificate, tr("Empty: the same list with a new date."));
    FormField *reason = addField(tr("&Reason"), m_reason);
    sideBySide(certificate, reason);
    FormField *since = addField(tr("&From this day on (optional)"), m_since, tr("YYYY-MM-DD; empty: from now on"));
    FormField *days = addField(tr("The list is &good for"), m_days, tr("Bring a newer one before that."));
    sideBySide(since, days);
    FormField *office = addField(tr("Folder of the &office"), m_office, tr("With office.pem and office.p8."));
    FormField *passphrase = addField(tr("&Passphrase of the office key"), m_passphrase);
    sideBySide(office, passphrase);
    connect(m_office->line(), &QLineEdit::textChanged, this, [this] { check(); });
    connect(m_passphrase, &PassphraseEdit::typed, this, [this] { check(); });
    check();
    present(m_certificate->line());
}

QString WithdrawForm::whyNot() const
{
    if (m_office->path().isEmpty())
        return tr("Say where the office's key is.");
    const std::string since = m_since->text().trimmed().toStdString();
    if (!since.empty() && !isDay(since))
        return tr("The first day is not a day: write YYYY-MM-DD.");
    return m_passphrase->isEmpty() ? tr("Type the passphrase of the office key.") : QString();
}

void WithdrawForm::accept()
{
    Given given;
    given.what.office = session::officeIn(m_office->path().toStdString());
    if (!m_certificate->path().isEmpty())
        given.what.certificates.emplace_back(m_certificate->path().toStdString());
    given.what.reason = static_cast<Reason>(m_reason->currentData().toInt());
    given.what.since = m_since->text().trimmed().toStdString();
    given.what.days = m_days->value();
    given.passphrase = std::make_shared<crypto::Secret>(m_passphrase->take());
    setBusy(true);
    emit wanted(given);
}

} // namespace caseward::ui
