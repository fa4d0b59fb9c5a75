// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a session, shared by the files that make up its door. Worker thread.
#pragma once

#include "core/crypto/credential.h"
#include "core/model/folding.h"
#include "core/model/roster.h"
#include "core/session/docketindex.h"
#include "core/session/session.h"
#include "core/store/vault.h"

#include <map>

namespace caseward::session {

// A case while it is open here.
struct OpenCase {
    std::unique_ptr<store::CaseFile> file;
    DossierPtr dossier;
    packs::PackPtr pack;                                   // the one that leads
    std::vector<packs::PackPtr> packs = {};                // all of the case, that one first
    std::map<DocumentId, std::shared_ptr<const std::vector<model::Answer>>> answers = {}; // of questionnaires that were asked for
    void use(std::vector<packs::PackPtr> those);           // at least one
    std::optional<model::Folding> folding = {};           // may be ahead of the file after something failed: see follow()
};

// Somebody who has shown their key: the person signed in, or a second one beside them.
struct Identity {
    crypto::Credential credential;
    PersonId person;
    std::string name;
    std::vector<std::string> roles;         // as the roster has them
    [[nodiscard]] bool has(std::string_view role) const;
};

struct Session::State {
    explicit State(Environment environment) : env(std::move(environment)) {}

    Environment env;
    std::vector<packs::PackPtr> packs;
    std::unique_ptr<store::Vault> vault;      // null while locked
    crypto::Credential credential;
    crypto::TrustStore trust;
    std::optional<model::Roster> roster;      // of this office, its signature verified; nothing until one is signed
    Digest rosterDigest;
    SignedIn who;
    Identity second;                          // null credential: nobody
    std::map<CaseId, OpenCase> open;
    std::unique_ptr<DocketIndex> docket;      // null until the queue is asked for

    [[nodiscard]] rules::Actor actor() const { return {who.person, who.roles}; }
    [[nodiscard]] store::Keyring keyring() const { return {credential, second.credential.isNull() ? nullptr : &second.credential}; }
    [[nodiscard]] Status needUnlocked() const;
    Status loadRoster();                                  // RosterInvalid when what is kept does not verify
    [[nodiscard]] Result<std::vector<std::string>> rolesOf(const crypto::Certificate &certificate) const;
    [[nodiscard]] Result<std::vector<crypto::Certificate>> recoveryCertificates();
    [[nodiscard]] Result<std::vector<crypto::Certificate>> keyHolders();  // of a case that begins here: its maker and recovery
    // The certificates behind rows of access; of two halves the recovery certificate belongs to both.
    [[nodiscard]] Result<store::KeyHolders> holdersOf(const std::vector<store::AccessRow> &rows);
    // Whoever the roster has removed opens the vault no more; ends what a crash has left half done.
    Status finishRemovals();
    // Before a case is opened: whoever may no longer open it is left out under a new key, recovery certificates are added.
    Status tendAccess(const CaseId &id);
    Result<const DocketIndex *> docketIndex();            // reads it when there is none or it is out of date (docket.cpp)
    Result<OpenCase *> caseOf(const CaseId &id);          // opens it when it is not
    Result<packs::PackPtr> packFor(const model::PackRef &ref);
    Result<std::vector<packs::PackPtr>> packsFor(const std::vector<model::PackRef> &refs);
    Status keepPack(const packs::Pack &pack);             // in the vault, where it stays; does nothing when it is there
    // Appends events in one transaction (introducing the actor first when the history does not know them), folds them
    // and refreshes the docket row. The caller has authorised and checked.
    Result<DossierPtr> append(OpenCase &target, const std::vector<model::Event> &events,
                              std::vector<store::SealedDocument> documents = {});
    // The entries append() would write, for those who must name them before they are on disk.
    [[nodiscard]] std::vector<model::Entry> draft(const OpenCase &target, const std::vector<model::Event> &events) const;
    Status appendEntries(OpenCase &target, const std::vector<model::Entry> &entries,
                         std::vector<store::SealedDocument> documents);
    [[nodiscard]] std::vector<model::Event> introduced(const model::Dossier *dossier, std::vector<model::Event> events) const;
    // The case's folding, taken on to `history`, which begins with the entries of the file.
    Result<model::Folding *> follow(OpenCase &target, const model::HistoryView &history);
    Status noteShortened(const store::CaseFile &file);    // in the ledger, when a case has lost entries at its end
    Status refresh(OpenCase &target);                     // follow what is on disk, then show()
    void show(OpenCase &target);                          // dossier and docket row
    Status note(const std::string &kind, codec::Json::Object body); // station ledger
    Result<model::PageText> page(OpenCase &target, const DocumentId &document, std::uint32_t number);
    [[nodiscard]] std::vector<crypto::Certificate> chain() const;   // the office certificate of the credential
};

// Malformed for a blank one: whoever changes what others may do says why.
[[nodiscard]] Status needReason(const std::string &reason);
// `entries`: how long the history was when the row was written, later than the history itself: a shorter one has lost its end.
[[nodiscard]] std::string encodeSummary(const DocketRow &row, std::uint64_t entries);
[[nodiscard]] std::uint64_t entriesInSummary(const std::string &text);                     // 0: not known
[[nodiscard]] store::Vault::NewCaseRow newRow(const DocketRow &row, std::uint64_t entries); // as a new case enters the docket
[[nodiscard]] DocketRow decodeSummary(const CaseId &id, const std::string &text); // readable=false when damaged
[[nodiscard]] DocketRow summarise(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const std::vector<model::Entry> &history);
// Of the packs of a case, the one an event names; the leading one for those that name none, or one the case has not.
[[nodiscard]] const packs::Pack &packNamedBy(const model::Event &event, const model::Dossier &dossier, const OpenCase &target);

} // namespace caseward::session
