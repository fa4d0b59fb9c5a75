// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/personforms.h"

#include "ui/base/pathline.h"
#include "ui/models/casewords.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr const char *everyRole[] = {"adjudicator", "supervisor", "courier", "security-officer", "auditor", "privacy-officer", "recovery"};

Path pathOf(const PathLine *line) { return line->path().toStdString(); }

PathLine *certificateLine(const QString &name)
{
    auto *line = new PathLine(name, EnrolForm::tr("Certificate"), EnrolForm::tr("/media/…/name.pem"));
    line->setChooser(PathLine::What::File, EnrolForm::tr("Choose the certificate"), EnrolForm::tr("Certificates (*.pem *.crt);;All files (*)"));
    return line;
}

PathLine *keyLine(const QString &name)
{
    auto *line = new PathLine(name, EnrolForm::tr("Key file"), EnrolForm::tr("/media/…/name.p8"));
    line->setChooser(PathLine::What::File, EnrolForm::tr("Choose the key file"), EnrolForm::tr("Key files (*.p8 *.pem);;All files (*)"));
    return line;
}

} // namespace

RoleTicks::RoleTicks(const QString &name, QWidget *parent, int columns) : QWidget(parent)
{
    setObjectName(name);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    int at = 0;
    for (const char *role : everyRole) {
        auto *box = new QCheckBox(roleWord(role), this);
        box->setObjectName(QStringLiteral("%1.%2").arg(name, QLatin1String(role)));
        box->setAccessibleName(box->text());
        box->setProperty("role", QLatin1String(role));
        grid->addWidget(box, at / columns, at % columns);
        ++at;
        m_boxes << box;
        connect(box, &QCheckBox::toggled, this, &RoleTicks::changed);
    }
    setFocusProxy(m_boxes.first());
}

void RoleTicks::setRoles(const std::vector<std::string> &roles)
{
    for (QCheckBox *box : m_boxes)
        box->setChecked(std::find(roles.begin(), roles.end(), box->property("role").toString().toStdString()) != roles.end());
}

std::vector<std::string> RoleTicks::roles() const
{
    std::vector<std::string> ticked;
    for (const QCheckBox *box : m_boxes) {
        if (box->isChecked())
            ticked.push_back(box->property("role").toString().toStdString());
    }
    std::sort(ticked.begin(), ticked.end());
    return ticked;
}

EnrolForm::EnrolForm(Theme *theme, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.enrolForm"),
               {tr("Enrol a person"), tr("The certificate names the person, their office and their roles. It must come from an office this station trusts."), tr("Enrol")},
               anywhere),
      m_certificate(certificateLine(QStringLiteral("people.enrol.certificate"))), m_key(keyLine(QStringLiteral("people.enrol.key"))),
      m_member(new QCheckBox(tr("May open this vault"), card()))
{
    addField(tr("&Certificate"), m_certificate);
    addField(tr("&Key file (optional)"), m_key, tr("Leave empty when the key stays on a medium of their own, or on a card."));
    m_member->setObjectName(QStringLiteral("people.enrol.member"));
    m_member->setAccessibleName(m_member->text());
    m_member->setChecked(true);
    fields()->addWidget(m_member);
    connect(m_certificate->line(), &QLineEdit::textChanged, this, [this] { check(); });
    check();
    present(m_certificate->line());
}

QString EnrolForm::whyNot() const { return m_certificate->path().isEmpty() ? tr("Choose the certificate of the person.") : QString(); }

void EnrolForm::accept()
{
    setBusy(true);
    session::Enrolment enrolment;
    enrolment.certificate = pathOf(m_certificate);
    enrolment.keyFile = pathOf(m_key);
    enrolment.member = m_member->isChecked();
    emit wanted(enrolment);
}

RolesForm::RolesForm(Theme *theme, const session::RosterRow &person, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.rolesForm"),
               {tr("Roles of %1").arg(text(person.name)), tr("What somebody may do follows from their roles. The change is signed by you in a new roster."), tr("Change roles")},
               anywhere),
      m_roles(new RoleTicks(QStringLiteral("people.roles"), card())), m_reason(new QLineEdit)
{
    m_roles->setRoles(person.roles);
    fields()->addWidget(m_roles);
    m_reason->setObjectName(QStringLiteral("people.roles.reason"));
    m_reason->setMaxLength(400);
    addField(tr("&Reason"), m_reason);
    connect(m_roles, &RoleTicks::changed, this, [this] { check(); });
    check();
    present(m_roles);
}

QString RolesForm::whyNot() const
{
    if (m_roles->roles().empty())
        return tr("Somebody on the roster has at least one role.");
    return m_reason->text().trimmed().isEmpty() ? tr("Say why the roles change.") : QString();
}

void RolesForm::accept()
{
    setBusy(true);
    emit wanted(m_roles->roles(), m_reason->text().trimmed());
}

ReplaceForm::ReplaceForm(Theme *theme, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.replaceForm"),
               {tr("A new certificate for yourself"),
                tr("It takes the place of the old one in this vault and in every case of yours. Sign in with the new one afterwards."), tr("Replace")},
               anywhere),
      m_certificate(certificateLine(QStringLiteral("people.replace.certificate"))), m_key(keyLine(QStringLiteral("people.replace.key")))
{
    addField(tr("New &certificate"), m_certificate);
    addField(tr("New &key file (optional)"), m_key, tr("Leave empty when the key stays the same, or is kept elsewhere."));
    connect(m_certificate->line(), &QLineEdit::textChanged, this, [this] { check(); });
    check();
    present(m_certificate->line());
}

QString ReplaceForm::whyNot() const { return m_certificate->path().isEmpty() ? tr("Choose your new certificate.") : QString(); }

void ReplaceForm::accept()
{
    setBusy(true);
    emit wanted(m_certificate->path(), m_key->path());
}

} // namespace caseward::ui
