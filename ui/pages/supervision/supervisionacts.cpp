// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor's page: what can be done with the case. Each act asks first; the core has the last word.
#include "core/rules/documentation.h"
#include "ui/base/ask.h"
#include "ui/evidence/returnnotes.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/supervision/changelist.h"
#include "ui/pages/supervision/pendingnotes.h"
#include "ui/pages/supervision/supervisionpage.h"

#include <QPushButton>

namespace caseward::ui {

namespace {

// In groups, so that it can be compared with another print of it, and can break into lines.
QString readable(const Digest &digest)
{
    constexpr int group = 8;
    const QString hex = text(digest.hex());
    QStringList groups;
    for (int at = 0; at < hex.size(); at += group)
        groups << hex.mid(at, group);
    return groups.join(QLatin1Char(' '));
}

} // namespace

QString SupervisionPage::refusal(rules::Act act) const
{
    if (!m_model->isOpen())
        return tr("No case is open");
    const Status may = m_model->mayAct(act);
    return may.ok() ? QString() : text(may.fault().detail);
}

const model::Change *SupervisionPage::current() const { return m_changes->change(m_list->currentIndex().row()); }

void SupervisionPage::activate() { (m_changes->rowCount() > 0 ? static_cast<QWidget *>(m_list) : this)->setFocus(); }

void SupervisionPage::returnCase()
{
    const auto notes = m_notes->notes();
    const QString count = notes.empty()     ? tr("No notes go with it; “Note…” on a change adds one.")
                          : notes.size() == 1 ? tr("1 note goes with it.")
                                            : tr("%1 notes go with it.").arg(notes.size());
    Question question{QStringLiteral("return-case"), tr("Return this case?"),
                      tr("The adjudicator can weigh again and must sign again. The signed decision stays in the history. %1").arg(count), tr("Return"), {}};
    question.reasonLabel = tr("Reason");
    ask(theme(), this, question, [this, id = m_model->id(), notes](const Reply &reply) {
        if (!reply.accepted || id != m_model->id())
            return;
        m_model->perform([id, notes, reason = reply.reason.toStdString()](session::Session &session, Progress &) { return session.returnCase(id, reason, notes); },
                         [this] {
                             m_notes->clear();
                             showRefusals();
                         });
    });
}

// What was weighed and the reasons do not name, explained or not: the last look before concurring.
QStringList SupervisionPage::notNamed() const
{
    QStringList list;
    if (!m_model->isOpen())
        return list;
    for (const rules::DocumentationItem &item : rules::documentation(*m_model->dossier(), m_model->packs()))
        if (item.naming == rules::Naming::NotNamed || (item.naming == rules::Naming::Explained && item.id != "documentation.outcome"))
            list << text(item.text);
    return list;
}

void SupervisionPage::concur()
{
    Question question{QStringLiteral("concur"), tr("Concur with this decision?"),
                      tr("Your reason goes into the history. You can countersign afterwards; the case can no longer be returned."), tr("Concur"), {}};
    const QStringList unnamed = notNamed();
    if (!unnamed.isEmpty())
        question.text += tr(" The reasons do not name: %1.").arg(unnamed.join(QStringLiteral("; ")));
    if (!m_notes->notes().empty())
        question.text += tr(" The notes you collected are for a return and are not sent.");
    question.reasonLabel = tr("Reason");
    ask(theme(), this, question, [this, id = m_model->id()](const Reply &reply) {
        if (reply.accepted && id == m_model->id())
            m_model->perform([id, reason = reply.reason.toStdString()](session::Session &session, Progress &) { return session.concur(id, reason); });
    });
}

void SupervisionPage::countersign()
{
    if (!m_model->isOpen() || m_model->dossier()->decisions.empty())
        return;
    const model::SignedDecision &decision = m_model->dossier()->decisions.back();
    const QString signedBy = text(m_model->dossier()->personName(decision.when.actor));
    const Question question{QStringLiteral("countersign"), tr("Countersign this decision?"),
                            tr("%1\nSigned by %2, %3\n\nSHA-256 of decision.json\n%4\n\nYou sign as %5, over the decision and its signature as they are stored. The record is closed by it.")
                                .arg(outcomeTitle(m_model->pack().get(), decision.what.outcome), signedBy, momentWord(decision.when.at),
                                     readable(decision.what.digest), text(m_model->signedIn().name)),
                            tr("Countersign"), {}};
    ask(theme(), this, question, [this, id = m_model->id()](const Reply &reply) {
        if (reply.accepted && id == m_model->id())
            m_model->perform([id](session::Session &session, Progress &) { return session.countersign(id); });
    });
}

void SupervisionPage::noteOnChange()
{
    if (current())
        askNote(changeTarget(*current()), noteTargetWords(changeTarget(*current()), *m_model->dossier(), m_model->pack().get()));
}

void SupervisionPage::askNote(const QString &target, const QString &about)
{
    Question question{QStringLiteral("note"), tr("Note for the adjudicator"), about, tr("Add note"), {}};
    question.reasonLabel = tr("Note");
    ask(theme(), this, question, [this, id = m_model->id(), target, about](const Reply &reply) {
        if (reply.accepted && id == m_model->id())
            m_notes->add(target, about, reply.reason);
    });
}

QList<PageAction> SupervisionPage::pageActions()
{
    return {
        {QStringLiteral("supervision.act.note"), tr("Note on the change"), QKeySequence(Qt::Key_N), [this] { noteOnChange(); },
         [this] { return current() ? refusal(rules::Act::Return) : tr("No change is chosen"); }, m_list, tr("note")},
        {QStringLiteral("supervision.act.return"), tr("Return the case"), {}, [this] { returnCase(); }, [this] { return refusal(rules::Act::Return); }, nullptr, {}},
        {QStringLiteral("supervision.act.concur"), tr("Concur with the decision"), {}, [this] { concur(); }, [this] { return refusal(rules::Act::Concur); }, nullptr, {}},
        {QStringLiteral("supervision.act.countersign"), tr("Countersign the decision"), {}, [this] { countersign(); },
         [this] { return refusal(rules::Act::Countersign); }, nullptr, {}},
    };
}

} // namespace caseward::ui
