// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/twoform.h"

#include "ui/base/formfield.h"
#include "ui/base/ticklist.h"
#include "ui/models/casewords.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

std::vector<PersonId> idsOf(const TickList *list)
{
    std::vector<PersonId> ids;
    for (const QString &key : list->ticked()) {
        if (const auto id = PersonId::parse(key.toStdString()); id.ok())
            ids.push_back(*id);
    }
    return ids;
}

bool has(const session::Contact &contact, const char *role)
{
    return std::find(contact.roles.begin(), contact.roles.end(), role) != contact.roles.end();
}

bool reads(const session::Contact &contact)
{
    return has(contact, "adjudicator") || has(contact, "supervisor") || has(contact, "auditor") || has(contact, "privacy-officer");
}

// A list in a frame of its own, as the lists of Exchange stand in theirs.
QFrame *framed(TickList *list)
{
    auto *frame = new QFrame;
    frame->setObjectName(list->objectName() + QStringLiteral("Frame"));
    frame->setProperty("cls", "panel");
    frame->setFixedHeight(156);
    frame->setFocusProxy(list);
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->addWidget(list);
    return frame;
}

QString rolesOf(const session::Contact &contact)
{
    QStringList roles;
    for (const std::string &role : contact.roles)
        roles << roleWord(role);
    return roles.join(QStringLiteral(", "));
}

} // namespace

TwoForm::TwoForm(Theme *theme, const People &people, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("people.twoForm"),
               {tr("Two people open this case together"),
                tr("The case gets a new key in two halves. From then on one person of each half must be present, each with their key and "
                   "passphrase. The recovery key stands in for either half."),
                tr("Set up")},
               anywhere),
      m_people(people), m_first(new TickList(theme, QStringLiteral("people.two.first"), tr("First half"), this)),
      m_second(new TickList(theme, QStringLiteral("people.two.second"), tr("Second half"), this)),
      m_leftOut(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Warning, false}, this)), m_reason(new QLineEdit)
{
    setCardWidth(640);
    for (const session::Contact &contact : people.members) {
        if (has(contact, "recovery")) // stands in for either half anyway
            continue;
        const QString key = text(contact.person.text());
        const bool now = std::find(people.now.begin(), people.now.end(), contact.person) != people.now.end();
        if (reads(contact))
            m_first->addChoice(text(contact.name), rolesOf(contact), key, now);
        m_second->addChoice(text(contact.name), rolesOf(contact), key);
    }
    for (TickList *list : {m_first, m_second})
        connect(list, &TickList::tickedChanged, this, [this] { showLeftOut(); });
    FormField *first = addField(tr("&First half"), framed(m_first), tr("Who works on the case."));
    FormField *second = addField(tr("S&econd half"), framed(m_second), tr("Whose key is needed as well."));
    sideBySide(first, second);
    m_leftOut->setObjectName(QStringLiteral("people.two.leftOut"));
    m_leftOut->setFit(ThemedLabel::Fit::Elide);
    fields()->addWidget(m_leftOut);
    m_reason->setObjectName(QStringLiteral("people.two.reason"));
    m_reason->setMaxLength(400);
    addField(tr("&Reason"), m_reason);
    showLeftOut();
    present(m_first);
}

QString TwoForm::nameOf(const QString &key) const
{
    const auto found = std::find_if(m_people.members.begin(), m_people.members.end(), [&key](const session::Contact &one) { return text(one.person.text()) == key; });
    return found == m_people.members.end() ? key : text(found->name);
}

void TwoForm::showLeftOut()
{
    const QStringList in = m_first->ticked() + m_second->ticked();
    QStringList out;
    for (const PersonId &one : m_people.now) {
        if (!in.contains(text(one.text())))
            out << nameOf(text(one.text()));
    }
    m_leftOut->setText(out.isEmpty() ? QString() : tr("In neither half, and cannot open the case any more: %1").arg(out.join(QStringLiteral(", "))));
    check();
}

QString TwoForm::whyNot() const
{
    const QStringList first = m_first->ticked(), second = m_second->ticked();
    if (first.isEmpty())
        return tr("Tick at least one person of the first half.");
    if (second.isEmpty())
        return tr("Tick at least one person of the second half.");
    for (const QString &key : first) {
        if (second.contains(key))
            return tr("%1 stands in both halves: nobody may open the case alone.").arg(nameOf(key));
    }
    return m_reason->text().trimmed().isEmpty() ? tr("Say why two people are needed.") : QString();
}

void TwoForm::accept()
{
    const Halves halves{idsOf(m_first), idsOf(m_second)};
    setBusy(true);
    emit wanted(halves, m_reason->text().trimmed());
}

} // namespace caseward::ui
