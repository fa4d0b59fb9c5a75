// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/accesspanel.h"

#include "core/rules/permissions.h"
#include "ui/base/ask.h"
#include "ui/base/sectionheader.h"
#include "ui/models/casewords.h"
#include "ui/pages/people/grantform.h"
#include "ui/pages/people/secondform.h"
#include "ui/pages/people/twoform.h"

#include <algorithm>
#include <optional>

namespace caseward::ui {

namespace {

QString partOf(const session::CaseAccess &one)
{
    if (one.recovery)
        return AccessPanel::tr("For recovery only");
    switch (one.part) {
    case session::AccessPart::Whole: return AccessPanel::tr("Alone");
    case session::AccessPart::First: return AccessPanel::tr("With one of the second half");
    case session::AccessPart::Second: return AccessPanel::tr("With one of the first half");
    }
    return {};
}

QString untilOf(const session::CaseAccess &one)
{
    if (one.expires.milliseconds == 0)
        return AccessPanel::tr("Without end");
    const QString day = momentWord(one.expires).section(QLatin1Char(' '), 0, 2);
    return one.expired ? AccessPanel::tr("Ended %1").arg(day) : day;
}

// Nobody granted it to whoever made or received the case here, nor to the recovery key.
bool isOwn(const session::CaseAccess &one) { return one.grantedBy.empty() && !one.recovery; }

QString reasonOf(const session::CaseAccess &one)
{
    if (one.recovery)
        return AccessPanel::tr("So that a lost key loses no case");
    return one.reason.empty() && isOwn(one) ? AccessPanel::tr("Made or received the case here") : text(one.reason);
}

QString granterOf(const session::CaseAccess &one)
{
    if (one.recovery)
        return AccessPanel::tr("The office");
    return isOwn(one) ? AccessPanel::tr("From the start") : text(one.grantedBy);
}

} // namespace

AccessPanel::AccessPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : DeskPanel(theme, model,
                {QStringLiteral("people.access"), tr("Who can open this case"),
                 {{tr("Name"), 200}, {tr("Opens it"), 200}, {tr("Until"), 140}, {tr("Reason"), 300}, {tr("Granted by"), 200}}},
                parent)
{
    addAct(QStringLiteral("grant"), tr("Grant…"), [this] { grant(); }, [this] { return whyNotGrant(); });
    addAct(QStringLiteral("withdraw"), tr("Withdraw…"), [this] { withdraw(); }, [this] {
        const QString why = whyNotGrant();
        return !why.isEmpty() ? why : currentKey().isEmpty() ? tr("Choose a person first.") : QString();
    });
    addAct(QStringLiteral("two"), tr("Two people…"), [this] { needTwo(); }, [this] { return whyNotTwo(); });
    addAct(QStringLiteral("one"), tr("One person again…"), [this] { needOne(); }, [this] { return whyNotOne(); });
    addActSpace();
    addAct(QStringLiteral("second"), tr("Second person…"), [this] { admitSecond(); },
           [this] { return m_second.isEmpty() ? QString() : tr("%1 is here already.").arg(m_second); });
    addAct(QStringLiteral("secondLeaves"), tr("Second person leaves"), [this] { dismissSecond(); },
           [this] { return m_second.isEmpty() ? tr("No second person is here.") : QString(); });
    const auto again = [this] {
        if (isVisible())
            reload();
    };
    connect(model, &CaseModel::opened, this, again);
    connect(model, &CaseModel::closed, this, again);
    showActs();
}

void AccessPanel::reload()
{
    const std::optional<CaseId> id = model()->isOpen() ? std::optional(model()->id()) : std::nullopt;
    fetch<Shown>(
        [id](session::Session &session, Progress &) -> Result<Shown> {
            session::AccessDesk desk(session);
            Shown shown{{}, desk.second()};
            if (id)
                shown.access = TRY(desk.list(*id));
            return shown;
        },
        [this](const Shown &shown) { showAccess(shown); });
}

void AccessPanel::showAccess(const Shown &shown)
{
    const QString keep = currentKey();
    const std::vector<session::CaseAccess> &access = shown.access;
    m_access = access;
    m_second = text(shown.second);
    clearRows();
    for (const session::CaseAccess &one : access)
        addRow({text(one.name), partOf(one), untilOf(one), reasonOf(one), granterOf(one)}, text(one.person.text()), one.expired || one.recovery);
    const bool open = model()->isOpen();
    head()->setTitle(open ? tr("Who can open case %1").arg(text(model()->dossier()->facts.reference)) : tr("Who can open a case"));
    head()->setDetail(open ? access.size() == 1 ? tr("1 person") : tr("%1 people").arg(access.size()) : tr("open a case to see it here"));
    chooseKey(keep);
}

QString AccessPanel::whyNotGrant() const
{
    if (!model()->isOpen())
        return tr("Open a case first.");
    const Status may = model()->mayAct(rules::Act::GrantAccess);
    return may.ok() ? QString() : text(may.fault().detail);
}

bool AccessPanel::needsTwo() const
{
    return std::any_of(m_access.begin(), m_access.end(), [](const session::CaseAccess &one) { return one.part != session::AccessPart::Whole && !one.recovery; });
}

QString AccessPanel::whyNotTwo() const
{
    const QString why = whyNotGrant();
    return !why.isEmpty() ? why : needsTwo() ? tr("Two people open this case already.") : QString();
}

QString AccessPanel::whyNotOne() const
{
    const QString why = whyNotGrant();
    return !why.isEmpty() ? why : needsTwo() ? QString() : tr("One person opens this case already.");
}

void AccessPanel::needTwo()
{
    if (!whyNotTwo().isEmpty())
        return;
    withMembers(Self::With, [this](const std::vector<session::Contact> &members) {
        TwoForm::People people{members, {}};
        for (const session::CaseAccess &one : m_access) {
            if (!one.recovery && !one.expired)
                people.now.push_back(one.person);
        }
        auto *form = new TwoForm(theme(), people, this);
        connect(form, &TwoForm::wanted, this, [this, form, id = model()->id()](const TwoForm::Halves &halves, const QString &reason) {
            submit(form, [id, halves, why = reason.toStdString()](session::Session &session, Progress &) {
                return session::AccessDesk(session).requireTwo(id, halves.first, halves.second, why);
            }, tr("Two people open this case from now on. It is closed: open it again when both are here"), [this] { model()->close(); });
        });
    });
}

void AccessPanel::needOne()
{
    if (!whyNotOne().isEmpty())
        return;
    Question asked{QStringLiteral("people.one"), tr("One person opens this case again?"),
                   tr("The case gets a new key that everybody of both halves has by themselves. Whoever is here only as a second key and does not read cases is left out."),
                   tr("One person"), {}};
    asked.reasonLabel = tr("Reason");
    ask(theme(), this, asked, [this, id = model()->id()](const Reply &reply) {
        if (!reply.accepted)
            return;
        act([id, why = reply.reason.toStdString()](session::Session &session, Progress &) { return session::AccessDesk(session).requireOne(id, why); },
            tr("One person opens this case from now on"));
    });
}

void AccessPanel::grant()
{
    if (!whyNotGrant().isEmpty())
        return;
    withMembers(Self::With,
        [this](const std::vector<session::Contact> &members) {
            auto *form = new GrantForm(theme(), model()->id(), members, needsTwo() ? GrantForm::Halves::Ask : GrantForm::Halves::None, this);
            connect(form, &GrantForm::wanted, this, [this, form](const session::Grant &grant) {
                submit(form, [grant](session::Session &session, Progress &) { return session::AccessDesk(session).grant(grant); },
                       tr("The case is open to them from now on"));
            });
        });
}

void AccessPanel::withMembers(Self self, std::function<void(const std::vector<session::Contact> &)> then)
{
    fetch<std::vector<session::Contact>>(
        [](session::Session &session, Progress &) { return session.contacts(); },
        [this, self, then = std::move(then)](const std::vector<session::Contact> &contacts) {
            std::vector<session::Contact> members;
            for (const session::Contact &contact : contacts) {
                if (contact.here && (self == Self::With || contact.person != model()->signedIn().person))
                    members.push_back(contact);
            }
            then(members);
        });
}

void AccessPanel::admitSecond()
{
    withMembers(Self::Without, [this](const std::vector<session::Contact> &others) {
        auto *form = new SecondForm(theme(), others, this);
        connect(form, &SecondForm::wanted, this, [this, form](const SecondForm::Given &given) {
            submit(form, [given](session::Session &session, Progress &) -> Status {
                session::UnlockRequest request;
                request.person = given.person;
                request.keyFile = Path(given.keyFile.toStdString());
                request.passphrase = given.passphrase.get();
                TRY(session::AccessDesk(session).admitSecond(request));
                return {};
            }, tr("The second person is here: cases that two people open together can be opened now"));
        });
    });
}

void AccessPanel::dismissSecond()
{
    act([](session::Session &session, Progress &) -> Status {
        session::AccessDesk(session).dismissSecond();
        return {};
    }, tr("The second person has left; the cases that need them are closed"), [this] {
        if (needsTwo())
            model()->close();
    });
}

void AccessPanel::withdraw()
{
    const std::string key = currentKey().toStdString();
    const auto chosen = std::find_if(m_access.begin(), m_access.end(), [&key](const session::CaseAccess &one) { return one.person.text() == key; });
    if (chosen == m_access.end() || !model()->isOpen())
        return;
    Question asked{QStringLiteral("people.withdraw"), tr("Withdraw the case from %1?").arg(text(chosen->name)),
                   tr("The case gets a new key they do not have. What they have copied so far stays readable to them; nothing that is recorded later does."),
                   tr("Withdraw"), {}};
    asked.reasonLabel = tr("Reason");
    ask(theme(), this, asked, [this, id = model()->id(), person = chosen->person](const Reply &reply) {
        if (!reply.accepted)
            return;
        act([id, person, why = reply.reason.toStdString()](session::Session &session, Progress &) { return session::AccessDesk(session).withdraw(id, person, why); },
            tr("The case has a new key that they do not have"));
    });
}

} // namespace caseward::ui
