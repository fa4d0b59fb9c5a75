// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/rosterpanel.h"

#include "core/rules/permissions.h"
#include "core/session/access.h"
#include "core/session/credentials.h"
#include "ui/base/ask.h"
#include "ui/base/faultnote.h"
#include "ui/base/sectionheader.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"
#include "ui/pages/people/issueform.h"
#include "ui/pages/people/passphraseform.h"
#include "ui/pages/people/personforms.h"
#include "ui/pages/people/recoverform.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

QString rolesOf(const session::RosterRow &person)
{
    QStringList words;
    for (const std::string &role : person.roles)
        words << roleWord(role);
    return words.join(QStringLiteral(", "));
}

QString standingOf(const session::RosterRow &person)
{
    const QString why = person.reason.empty() ? QString() : QStringLiteral(": ") + text(person.reason);
    switch (person.standing) {
    case model::Standing::Active: return RosterPanel::tr("Active");
    case model::Standing::Suspended: return RosterPanel::tr("Suspended since %1%2").arg(momentWord(person.since).section(QLatin1Char(' '), 0, 2), why);
    case model::Standing::Removed: return RosterPanel::tr("Removed on %1%2").arg(momentWord(person.since).section(QLatin1Char(' '), 0, 2), why);
    }
    return {};
}

QString keyOf(const session::RosterRow &person)
{
    if (!person.member)
        return RosterPanel::tr("Not in this vault");
    return person.keyHere ? RosterPanel::tr("Opens this vault, key in it") : RosterPanel::tr("Opens this vault, key elsewhere");
}

bool has(const std::vector<std::string> &roles, const char *role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); }
bool isOfficer(const std::vector<std::string> &roles) { return has(roles, "security-officer") || has(roles, "supervisor"); }
bool holdsRecovery(const session::RosterRow &person) { return has(person.roles, "recovery") && person.standing == model::Standing::Active; }

} // namespace

RosterPanel::RosterPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : DeskPanel(theme, model,
                {QStringLiteral("people.roster"), tr("People of this office"),
                 {{tr("Name"), 200}, {tr("Roles"), 240}, {tr("Standing"), 260}, {tr("Certificate ends"), 140}, {tr("This vault"), 200}}},
                parent),
      m_recovery(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this))
{
    m_recovery->setObjectName(QStringLiteral("people.recovery"));
    m_recovery->setFit(ThemedLabel::Fit::Wrap);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 8);
    row->addWidget(m_recovery);
    static_cast<QVBoxLayout *>(layout())->insertLayout(1, row);
    const auto manage = [this] { return whyNotManage(); };
    addAct(QStringLiteral("issue"), tr("New person…"), [this] { issue(); }, manage);
    addAct(QStringLiteral("enrol"), tr("Enrol…"), [this] { enrol(); }, manage);
    addAct(QStringLiteral("renew"), tr("Renew…"), [this] { renew(); },
           [this] {
               const session::RosterRow *person = chosen();
               if (person && person->standing == model::Standing::Suspended)
                   return tr("This person is suspended: restore them first.");
               return whyNotChange(model::Standing::Removed, tr("This person is removed."));
           });
    addAct(QStringLiteral("roles"), tr("Roles…"), [this] { changeRoles(); },
           [this] { return whyNotChange(model::Standing::Removed, tr("This person is removed.")); });
    addAct(QStringLiteral("suspend"), tr("Suspend…"), [this] { suspend(); }, [this] {
        const session::RosterRow *person = chosen();
        if (person && person->standing == model::Standing::Removed)
            return tr("This person is removed.");
        return whyNotChange(model::Standing::Suspended, tr("This person is suspended already."));
    });
    addAct(QStringLiteral("restore"), tr("Restore…"), [this] { restore(); },
           [this] { return whyNotChange(model::Standing::Active, tr("This person is active.")); });
    addAct(QStringLiteral("remove"), tr("Remove…"), [this] { removePerson(); },
           [this] { return whyNotChange(model::Standing::Removed, tr("This person is removed already.")); });
    addActSpace();
    addAct(QStringLiteral("recover"), tr("Lost key…"), [this] { recover(); }, [this] { return whyNotRecover(); });
    addAct(QStringLiteral("replace"), tr("My new certificate…"), [this] { replaceOwn(); }, [] { return QString(); });
    addAct(QStringLiteral("passphrase"), tr("My passphrase…"), [this] { changePassphrase(); }, [] { return QString(); });
    showActs();
}

void RosterPanel::reload()
{
    fetch<session::RosterView>([](session::Session &session, Progress &) { return session::PeopleDesk(session).roster(); },
                               [this](const session::RosterView &roster) { showRoster(roster); });
}

void RosterPanel::showRoster(const session::RosterView &roster)
{
    const QString keep = currentKey();
    m_people = roster.people;
    clearRows();
    for (const session::RosterRow &person : m_people) {
        addRow({text(person.name), rolesOf(person), standingOf(person), momentWord(person.notAfter).section(QLatin1Char(' '), 0, 2), keyOf(person)},
               text(person.person.text()), person.standing != model::Standing::Active);
    }
    head()->setTitle(tr("People of %1").arg(text(roster.office)));
    head()->setDetail(roster.version == 0 ? tr("no roster is signed yet: the certificates say who is what")
                                          : tr("roster %1, signed by %2, %3").arg(roster.version).arg(text(roster.signer), momentWord(roster.at)));
    showRecovery(roster);
    chooseKey(keep);
}

void RosterPanel::showRecovery(const session::RosterView &roster)
{
    QStringList holders;
    for (const session::RosterRow &person : roster.people) {
        if (holdsRecovery(person))
            holders << tr("%1 (until %2)").arg(text(person.name), momentWord(person.notAfter).section(QLatin1Char(' '), 0, 2));
    }
    m_recovery->setText(holders.isEmpty()
                            ? tr("Recovery: no recovery certificate is enrolled. If somebody loses their key, cases that only they may open are lost.")
                            : tr("Recovery: %1. A lost key is replaced by the holder of the recovery key and a security officer or supervisor together.").arg(holders.join(QStringLiteral(", "))));
}

const session::RosterRow *RosterPanel::chosen() const
{
    const std::string key = currentKey().toStdString();
    const auto found = std::find_if(m_people.begin(), m_people.end(), [&key](const session::RosterRow &one) { return one.person.text() == key; });
    return found == m_people.end() ? nullptr : &*found;
}

QString RosterPanel::whyNotManage() const
{
    const Status may = model()->mayAct(rules::Act::ManagePeople);
    return may.ok() ? QString() : text(may.fault().detail);
}

QString RosterPanel::whyNotChange(model::Standing wrong, const QString &words) const
{
    if (const QString why = whyNotManage(); !why.isEmpty())
        return why;
    const session::RosterRow *person = chosen();
    if (!person)
        return tr("Choose a person first.");
    return person->standing == wrong ? words : QString();
}

void RosterPanel::enrol()
{
    auto *form = new EnrolForm(theme(), this);
    connect(form, &EnrolForm::wanted, this, [this, form](const session::Enrolment &enrolment) {
        submit(form, [enrolment](session::Session &session, Progress &) { return session::PeopleDesk(session).enrol(enrolment); },
               tr("The person is enrolled, and the roster is signed"));
    });
}

void RosterPanel::issue()
{
    auto *form = new IssueForm(theme(), text(session::passphraseRule()), this);
    connect(form, &IssueForm::wanted, this, [this, form](const IssueForm::Given &given) {
        const auto made = std::make_shared<session::PersonFiles>();
        submit(form, [given, made](session::Session &session, Progress &) -> Status {
            session::Issue what = given.what;
            what.officePassphrase = given.officePassphrase.get();
            what.passphrase = given.passphrase.get();
            *made = TRY(session::issuePerson(session, what));
            return {};
        }, tr("The person is enrolled, and the roster is signed"), [this, made] {
            note()->notice(tr("The person is enrolled, and the roster is signed"),
                           tr("Their key is %1, their certificate %2. Give both to them and to nobody else.").arg(text(made->key.string()), text(made->certificate.string())));
        });
    });
}

void RosterPanel::renew()
{
    const session::RosterRow *person = chosen();
    if (!person)
        return;
    auto *form = new RenewForm(theme(), person->person, text(person->name), this);
    connect(form, &RenewForm::wanted, this, [this, form](const RenewForm::Given &given) {
        submit(form, [given](session::Session &session, Progress &) -> Status {
            session::Renewal what = given.what;
            what.officePassphrase = given.officePassphrase.get();
            TRY(session::renewOnRoster(session, what));
            return {};
        }, tr("The certificate is renewed"), [this, file = given.what.certificate] {
            note()->notice(tr("The certificate is renewed"),
                           tr("It is %1, and on the roster. They take it into use themselves: My new certificate.").arg(text(file.string())));
        });
    });
}

void RosterPanel::changeRoles()
{
    const session::RosterRow *person = chosen();
    if (!person)
        return;
    auto *form = new RolesForm(theme(), *person, this);
    connect(form, &RolesForm::wanted, this, [this, form, id = person->person](const std::vector<std::string> &roles, const QString &reason) {
        submit(form, [id, roles, why = reason.toStdString()](session::Session &session, Progress &) { return session::PeopleDesk(session).setRoles(id, roles, why); },
               tr("The roles are changed, and the roster is signed"));
    });
}

void RosterPanel::askStanding(const char *question, const QString &title, const QString &what, const QString &verb,
                              std::function<Status(session::PeopleDesk &, const PersonId &, const std::string &)> change, const QString &done)
{
    const session::RosterRow *person = chosen();
    if (!person)
        return;
    Question asked{QLatin1String(question), title.arg(text(person->name)), what, verb, {}};
    asked.reasonLabel = tr("Reason");
    ask(theme(), this, asked, [this, id = person->person, change, done](const Reply &reply) {
        if (!reply.accepted)
            return;
        act([id, change, why = reply.reason.toStdString()](session::Session &session, Progress &) {
            session::PeopleDesk desk(session);
            return change(desk, id, why);
        }, done);
    });
}

void RosterPanel::suspend()
{
    askStanding("people.suspend", tr("Suspend %1?"), tr("They cannot sign in until they are restored. Their keys and what they recorded stay as they are."), tr("Suspend"),
                [](session::PeopleDesk &desk, const PersonId &id, const std::string &why) { return desk.suspend(id, why); },
                tr("The person is suspended, and the roster is signed"));
}

void RosterPanel::restore()
{
    askStanding("people.restore", tr("Restore %1?"), tr("They can sign in again, as before."), tr("Restore"),
                [](session::PeopleDesk &desk, const PersonId &id, const std::string &why) { return desk.restore(id, why); },
                tr("The person is restored, and the roster is signed"));
}

void RosterPanel::removePerson()
{
    askStanding("people.remove", tr("Remove %1?"),
                tr("The vault gets a new key they do not have, and each of their cases gets one when somebody next opens it. What they recorded stays."), tr("Remove"),
                [](session::PeopleDesk &desk, const PersonId &id, const std::string &why) { return desk.remove(id, why); },
                tr("The person is removed, the vault has a new key, and the roster is signed"));
}

void RosterPanel::replaceOwn()
{
    auto *form = new ReplaceForm(theme(), this);
    connect(form, &ReplaceForm::wanted, this, [this, form](const QString &certificate, const QString &key) {
        submit(form, [certificate = Path(certificate.toStdString()), key = Path(key.toStdString())](session::Session &session, Progress &) -> Status {
            TRY(session::PeopleDesk(session).replaceOwn(certificate, key));
            return {};
        }, tr("Your new certificate is in place. Sign in with it from now on."));
    });
}

QString RosterPanel::whyNotRecover() const
{
    const std::vector<std::string> &roles = model()->signedIn().roles;
    if (!isOfficer(roles) && !has(roles, "recovery"))
        return tr("A lost key is recovered by a security officer or supervisor, together with the holder of the recovery key.");
    return std::any_of(m_people.begin(), m_people.end(), holdsRecovery)
               ? QString() : tr("No recovery certificate is enrolled here: a lost key cannot be recovered.");
}

void RosterPanel::recover()
{
    if (!whyNotRecover().isEmpty())
        return;
    const session::SignedIn &me = model()->signedIn();
    RecoverForm::People people{{}, {}, currentKey()};
    for (const session::RosterRow &one : m_people) {
        if (one.person == me.person || !one.member)
            continue;
        if (!has(one.roles, "recovery") && one.standing != model::Standing::Removed)
            people.lost.push_back(one);
        if (one.standing == model::Standing::Active && ((isOfficer(me.roles) && has(one.roles, "recovery")) || (has(me.roles, "recovery") && isOfficer(one.roles))))
            people.beside.push_back(one);
    }
    auto *form = new RecoverForm(theme(), people, this);
    connect(form, &RecoverForm::wanted, this, [this, form](const RecoverForm::Given &given) {
        submit(form, [given](session::Session &session, Progress &) -> Status {
            session::AccessDesk desk(session);
            session::UnlockRequest request;
            request.person = given.second;
            request.keyFile = given.secondKey;
            request.passphrase = given.passphrase.get();
            TRY(desk.admitSecond(request));
            const auto done = session::PeopleDesk(session).recover(given.person, given.certificate, given.keyFile, given.reason);
            desk.dismissSecond(); // the recovery key opens everything: not a moment longer than it is needed
            TRY(done);
            return {};
        }, tr("The key is recovered: they sign in with the new one, and have every case they had. Put the recovery key back into its safe."),
           [this] { model()->close(); });
    });
}

void RosterPanel::changePassphrase()
{
    auto *form = new PassphraseForm(theme(), text(session::passphraseRule()), this);
    connect(form, &PassphraseForm::wanted, this, [this, form](const PassphraseForm::Secrets &secrets, const QString &keyFile) {
        submit(form, [secrets, file = Path(keyFile.toStdString())](session::Session &session, Progress &) {
            return session::changeOwnPassphrase(session, file, {secrets.old.get(), secrets.fresh.get()});
        }, tr("Your passphrase is changed"));
    });
}

} // namespace caseward::ui
