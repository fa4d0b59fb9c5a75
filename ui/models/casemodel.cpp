// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/casemodel.h"

#include "core/session/casepacks.h"

namespace caseward::ui {

namespace {

constexpr std::size_t undoDepth = 200;

} // namespace

CaseModel::CaseModel(Worker *worker, QObject *parent) : QObject(parent), m_worker(worker) {}

void CaseModel::open(const CaseId &id)
{
    close();
    m_id = id;
    run([id](session::Session &session, Progress &) { return session.openCase(id); },
        [this](const Snapshot &) { emit opened(); });
}

void CaseModel::close()
{
    const bool was = isOpen();
    m_id = {};
    m_dossier.reset();
    m_pack.reset();
    m_packs.clear();
    m_gate = {};
    m_undo.clear();
    m_redo.clear();
    if (was)
        emit closed();
}

void CaseModel::reload()
{
    if (!m_id.isNull())
        run([id = m_id](session::Session &session, Progress &) { return session.openCase(id); }, {});
}

void CaseModel::record(std::vector<model::Event> events, std::function<void()> then)
{
    if (m_id.isNull() || events.empty())
        return;
    std::vector<bool> undoable;
    for (const model::Event &event : events)
        undoable.push_back(model::isWeighingKind(model::eventKind(event)));
    run([id = m_id, events = std::move(events)](session::Session &session, Progress &) { return session.record(id, events); },
        [this, undoable = std::move(undoable), then = std::move(then)](const Snapshot &) {
            // The events are the last entries; others (a person's introduction) may stand before them.
            std::vector<std::uint64_t> group;
            for (std::size_t i = 0; i < undoable.size(); ++i) {
                if (undoable[i])
                    group.push_back(m_dossier->size - undoable.size() + i);
            }
            if (!group.empty()) {
                m_redo.clear();
                m_undo.push_back(std::move(group));
                if (m_undo.size() > undoDepth)
                    m_undo.erase(m_undo.begin());
            }
            emit saved(m_dossier->last.milliseconds);
            emit changed();
            if (then)
                then();
        });
}

void CaseModel::undo() { withdraw(&CaseModel::m_undo, &CaseModel::m_redo); }
void CaseModel::redo() { withdraw(&CaseModel::m_redo, &CaseModel::m_undo); }

// Undo names the entries it takes back; redo takes back that undo. Both are entries themselves, so each goes on the
// other pile.
void CaseModel::withdraw(Pile CaseModel::*from, Pile CaseModel::*to)
{
    if ((this->*from).empty() || m_id.isNull())
        return;
    const std::vector<std::uint64_t> group = (this->*from).back();
    (this->*from).pop_back();
    std::vector<model::Event> events;
    for (auto seq = group.rbegin(); seq != group.rend(); ++seq)
        events.emplace_back(model::EntryWithdrawn{*seq, {}});
    run([id = m_id, events](session::Session &session, Progress &) { return session.record(id, events); },
        [this, count = events.size(), to](const Snapshot &) {
            std::vector<std::uint64_t> made;
            for (std::size_t i = 0; i < count; ++i)
                made.push_back(m_dossier->size - count + i);
            (this->*to).push_back(std::move(made));
            emit saved(m_dossier->last.milliseconds);
            emit changed();
        });
}

void CaseModel::perform(Job job, std::function<void()> then)
{
    run(std::move(job), [this, then = std::move(then)](const Snapshot &before) {
        if (before.dossier && m_dossier->size > before.dossier->size) {
            m_undo.clear(); // a signature or a review stands between: what was before it stays
            m_redo.clear();
            emit saved(m_dossier->last.milliseconds);
        }
        emit changed();
        if (then)
            then();
    });
}

Status CaseModel::mayAct(rules::Act act) const
{
    const rules::Actor actor{m_signedIn.person, m_signedIn.roles};
    return m_dossier ? rules::mayAct(*m_dossier, actor, act) : rules::mayAct(actor, act);
}

void CaseModel::run(Job job, std::function<void(const Snapshot &)> accepted)
{
    const CaseId id = m_id;
    m_worker->run<Snapshot>(
        this,
        [id, job = std::move(job)](session::Session &session, Progress &progress) -> Result<Snapshot> {
            Snapshot snapshot;
            snapshot.dossier = TRY(job(session, progress));
            snapshot.packs = TRY(session::CasePacks(session, id).packs());
            snapshot.pack = snapshot.packs.front();
            snapshot.gate = TRY(session.gate(id));
            return snapshot;
        },
        [this, id, accepted = std::move(accepted)](Result<Snapshot> result) {
            if (id != m_id)
                return; // another case, or none, has been opened since
            if (!result.ok()) {
                if (!isOpen())
                    m_id = {};
                emit failed(result.fault());
                return;
            }
            const Snapshot before{m_dossier, m_pack, m_packs, m_gate};
            accept(*result);
            if (accepted)
                accepted(before);
            else
                emit changed();
        });
}

void CaseModel::accept(const Snapshot &snapshot)
{
    m_dossier = snapshot.dossier;
    m_pack = snapshot.pack;
    m_packs = snapshot.packs;
    m_gate = snapshot.gate;
}

} // namespace caseward::ui
