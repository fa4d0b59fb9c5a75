// SPDX-License-Identifier: GPL-3.0-or-later
// The open case as the pages share it: dossier, pack and gate, refreshed after every accepted entry. Owned by the
// shell; GUI thread only. A change shows only after it is on disk; a refused one comes as failed().
#pragma once

#include "core/packs/pack.h"
#include "core/rules/completeness.h"
#include "core/session/sessiontypes.h"
#include "ui/work/worker.h"

#include <QObject>

#include <vector>

namespace caseward::ui {

class CaseModel final : public QObject {
    Q_OBJECT
public:
    explicit CaseModel(Worker *worker, QObject *parent = nullptr);

    void open(const CaseId &id);                 // ends in opened() or failed()
    void close();                                // forgets everything shown (lock, back to the queue)
    void reload();                               // after an import or a signature
    [[nodiscard]] bool isOpen() const { return m_dossier != nullptr; }
    [[nodiscard]] const CaseId &id() const { return m_id; }
    [[nodiscard]] const session::DossierPtr &dossier() const { return m_dossier; } // null when nothing is open
    [[nodiscard]] const packs::PackPtr &pack() const { return m_pack; } // the one that leads
    [[nodiscard]] const std::vector<packs::PackPtr> &packs() const { return m_packs; } // all it is held against, that one first
    [[nodiscard]] const rules::Gate &gate() const { return m_gate; }
    [[nodiscard]] Worker *worker() const { return m_worker; }
    void setSignedIn(const session::SignedIn &who) { m_signedIn = who; }
    [[nodiscard]] const session::SignedIn &signedIn() const { return m_signedIn; }

    // Appends; `then` (may be empty) runs after changed() when accepted.
    void record(std::vector<model::Event> events, std::function<void()> then = {});
    void undo();                                 // withdraws my last weighing entry of this sitting
    void redo();
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    // Any other use case of the session that ends in a new dossier (sign, return, concur, …).
    void perform(std::function<Result<session::DossierPtr>(session::Session &, Progress &)> job,
                 std::function<void()> then = {});

    // Whether the signed-in person may do this now; the detail of the fault is the sentence to show.
    [[nodiscard]] Status mayAct(rules::Act act) const;

signals:
    void opened();
    void closed();
    void changed();                              // dossier and gate are new
    void saved(qint64 milliseconds);             // when the last entry went to disk
    void failed(const caseward::Fault &fault);

private:
    struct Snapshot { session::DossierPtr dossier; packs::PackPtr pack; std::vector<packs::PackPtr> packs; rules::Gate gate; };
    using Job = std::function<Result<session::DossierPtr>(session::Session &, Progress &)>;
    void run(Job job, std::function<void(const Snapshot &before)> accepted);
    void accept(const Snapshot &snapshot);
    using Pile = std::vector<std::vector<std::uint64_t>>;
    void withdraw(Pile CaseModel::*from, Pile CaseModel::*to);
    Worker *m_worker;
    CaseId m_id;
    session::DossierPtr m_dossier;
    packs::PackPtr m_pack;
    std::vector<packs::PackPtr> m_packs;
    rules::Gate m_gate;
    session::SignedIn m_signedIn;
    // Entry numbers, one group a command: a command of several events is undone as a whole.
    Pile m_undo, m_redo;
};

} // namespace caseward::ui

Q_DECLARE_METATYPE(caseward::Fault)
