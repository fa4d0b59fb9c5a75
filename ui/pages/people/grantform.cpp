// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/grantform.h"

#include "ui/base/formfield.h"
#include "ui/models/casewords.h"

#include <QComboBox>
#include <QLineEdit>

namespace caseward::ui {

GrantForm::GrantForm(Theme *theme, const CaseId &id, const std::vector<session::Contact> &members, Halves halves, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.grantForm"),
               {tr("Open this case to somebody"), tr("Only people with a need to know. Who granted it, to whom and why is kept in the ledger of this station."), tr("Grant")},
               anywhere),
      m_case(id), m_person(new QComboBox), m_reason(new QLineEdit), m_until(new QLineEdit)
{
    m_person->setObjectName(QStringLiteral("people.grant.person"));
    for (const session::Contact &contact : members) {
        QStringList roles;
        for (const std::string &role : contact.roles)
            roles << roleWord(role);
        m_person->addItem(roles.isEmpty() ? text(contact.name) : tr("%1  ·  %2").arg(text(contact.name), roles.join(QStringLiteral(", "))),
                          text(contact.person.text()));
    }
    addField(tr("&Person"), m_person);
    if (halves == Halves::Ask) {
        m_half = new QComboBox;
        m_half->setObjectName(QStringLiteral("people.grant.half"));
        m_half->addItems({tr("First half"), tr("Second half")});
        addField(tr("&Side"), m_half, tr("Two people open this case together: one of each half."));
    }
    m_reason->setObjectName(QStringLiteral("people.grant.reason"));
    m_reason->setMaxLength(400);
    addField(tr("&Reason"), m_reason);
    m_until->setObjectName(QStringLiteral("people.grant.until"));
    m_until->setMaxLength(10);
    addField(tr("&Last day (optional)"), m_until, tr("YYYY-MM-DD; empty: without end"));
    check();
    present(m_person);
}

QString GrantForm::whyNot() const
{
    if (m_person->count() == 0)
        return tr("Nobody else may open this vault: the security officer enrols people first.");
    if (m_reason->text().trimmed().isEmpty())
        return tr("Say why they need to know.");
    const QString until = m_until->text().trimmed();
    return until.isEmpty() || isDay(until.toStdString()) ? QString() : tr("The last day is not a day: write YYYY-MM-DD.");
}

void GrantForm::accept()
{
    session::Grant grant;
    grant.caseId = m_case;
    if (const auto person = PersonId::parse(m_person->currentData().toString().toStdString()); person.ok())
        grant.person = *person;
    grant.reason = m_reason->text().trimmed().toStdString();
    grant.expires = m_until->text().trimmed().toStdString();
    if (m_half && m_half->currentIndex() == 1)
        grant.part = session::AccessPart::Second;
    setBusy(true);
    emit wanted(grant);
}

} // namespace caseward::ui
