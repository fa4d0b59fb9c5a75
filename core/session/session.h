// SPDX-License-Identifier: GPL-3.0-or-later
// The one door of the window and of the command line: who is signed in, what is open, run a use case. Every change is
// authorised, checked by the rules, appended to the history and on disk before the new dossier is returned.
// Lives on one thread (the worker); values it returns may go anywhere. Failure: a Fault, and nothing changed.
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/crypto/certificate.h"
#include "core/crypto/secret.h"
#include "core/model/changes.h"
#include "core/model/dossier.h"
#include "core/packs/pack.h"
#include "core/reading/documentreader.h"
#include "core/rules/completeness.h"
#include "core/rules/permissions.h"
#include "core/session/sessiontypes.h"

#include <memory>

namespace caseward::session {

class Session {
public:
    explicit Session(Environment environment);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    // ---- signing in -------------------------------------------------------------------------------------------
    // The people whose key is in the vault folder, readable without any key (names come from their certificates).
    static Result<std::vector<VaultPerson>> peopleOf(const Path &vault);
    // WrongPassphrase, NotEnrolled, VaultLocked, VaultDamaged, VaultTruncated, VaultForeign, CertificateExpired, …
    Result<SignedIn> unlock(const UnlockRequest &request);
    void lock();                                        // wipes keys, closes every case; ends up as before unlock()
    [[nodiscard]] bool isUnlocked() const;
    [[nodiscard]] const SignedIn &signedIn() const;     // only while unlocked
    [[nodiscard]] const std::vector<packs::PackPtr> &packs() const;
    Result<packs::PackPtr> packOf(const CaseId &id);    // the pack a case pins; PackMismatch when this station lacks it

    // ---- queue and intake -------------------------------------------------------------------------------------
    Result<std::vector<DocketRow>> docket();
    Result<CaseId> createCase(const NewCase &facts);
    Result<CaseId> findCase(std::string_view idOrReference);
    Result<DossierPtr> openCase(const CaseId &id);
    Result<DocumentId> addDocument(const CaseId &id, const NewDocument &document, Progress &progress);

    // ---- reading ----------------------------------------------------------------------------------------------
    Result<model::PageText> pageText(const CaseId &id, const DocumentId &document, std::uint32_t page);
    Result<std::vector<model::PageSize>> pageSizes(const CaseId &id, const DocumentId &document);
    // A fresh reader child on the document's bytes, for the caller's own (render) thread.
    Result<std::unique_ptr<reading::DocumentReader>> openReader(const CaseId &id, const DocumentId &document);
    Result<Bytes> documentBytes(const CaseId &id, const DocumentId &document); // digest checked
    Result<std::vector<Hit>> find(const CaseId &id, const std::string &text, std::size_t most);
    Result<model::Anchor> anchorAt(const CaseId &id, const DocumentId &document, const model::Span &span);
    // QuoteNotFound when the quote is not on the page (white space runs count as one space); NotFound for no such page;
    // `page` 0 looks on every page. The n-th occurrence, from 1.
    Result<model::Anchor> anchorOf(const CaseId &id, const DocumentId &document, std::uint32_t page,
                                   const std::string &quote, std::uint32_t occurrence = 1);

    // ---- review and weighing ----------------------------------------------------------------------------------
    // Appends one event of the reading and weighing kinds after checking it against pack, dossier and permissions.
    // (DocumentAdded, DecisionSigned, Review…, Custody… have their own use cases and are refused here.)
    Result<DossierPtr> record(const CaseId &id, const model::Event &event);
    // Several at once, all or nothing (one transaction).
    Result<DossierPtr> record(const CaseId &id, const std::vector<model::Event> &events);
    PassageId newPassageId();
    ContradictionId newContradictionId();
    GapId newGapId();
    Result<rules::Gate> gate(const CaseId &id);

    // ---- decision and supervision -----------------------------------------------------------------------------
    // Incomplete (with the open checks as arguments) unless the gate is closed. `confirmWord` must be the outcome's.
    Result<DossierPtr> sign(const CaseId &id, const std::string &confirmWord);
    Result<DecisionFiles> decisionFiles(const CaseId &id); // the newest decision; NotFound when none is signed
    Result<std::vector<model::Change>> changes(const CaseId &id, Since since);
    Result<DossierPtr> returnCase(const CaseId &id, const std::string &reason, std::vector<model::ReviewNote> notes);
    Result<DossierPtr> concur(const CaseId &id, const std::string &reason);
    Result<DossierPtr> countersign(const CaseId &id); // after concur()

    // ---- exchange ---------------------------------------------------------------------------------------------
    Result<std::vector<Contact>> contacts();            // people of the roster a bundle can be sealed for
    Result<BundleSent> exportBundle(const ExportRequest &request, Progress &progress);
    Result<BundleInspection> inspectBundle(const Path &bundle, Progress &progress); // verifies everything, keeps nothing
    Result<BundleReceived> importBundle(const Path &bundle, Progress &progress);
    Result<std::vector<ExchangeRow>> exchangeRegister();

    // ---- audit ------------------------------------------------------------------------------------------------
    Result<std::vector<model::Entry>> history(const CaseId &id);
    Result<VaultReport> checkVault(Progress &progress); // recomputes everything from stored bytes
    Result<std::vector<model::Entry>> stationLedger();

    struct State;                                       // shared by the files of core/session only
    [[nodiscard]] State &state() { return *m_state; }   // for the further desks of core/session (people, backups, …)

private:
    std::unique_ptr<State> m_state;
};

} // namespace caseward::session
