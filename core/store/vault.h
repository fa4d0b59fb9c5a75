// SPDX-License-Identifier: GPL-3.0-or-later
// A station's vault as FORMATS.md has it: vault.json, key.p7m, people/, vault.db, cases/, lock. Whoever can open
// key.p7m can open vault.db; each case key is a CMS envelope of its own in vault.db. One thread.
#pragma once

#include "core/crypto/credential.h"
#include "core/base/random.h"
#include "core/store/accesstable.h"
#include "core/store/casefile.h"
#include "core/store/dockettable.h"
#include "core/store/casekey.h"
#include "core/store/lettertable.h"
#include "core/store/packtable.h"
#include "core/store/vaultlock.h"
#include "core/store/vaultrows.h"

namespace caseward::store {

class Vault {
public:
    // ---- without any key --------------------------------------------------------------------------------------
    // VaultForeign, VaultDamaged, NotFound.
    static Result<VaultFacts> facts(const Path &folder);
    // Certificates in people/ (each beside its key file, unless the key is elsewhere).
    static Result<std::vector<MemberFile>> members(const Path &folder);

    // ---- founding and opening ---------------------------------------------------------------------------------
    static Result<VaultFacts> create(const NewVaultFiles &files, const Clock &clock, Random &random);
    // Takes the lock. Where nothing can be written (read-only medium, no right to, full disk) it opens for reading alone.
    // NotEnrolled, VaultLocked, VaultDamaged, VaultTruncated, VaultForeign; VaultReadOnly for an older schema on such a medium.
    static Result<std::unique_ptr<Vault>> open(const Path &folder, const crypto::Credential &credential,
                                               OpenMode mode = OpenMode::Existing);
    [[nodiscard]] bool isReadOnly() const { return m_database.isReadOnly(); }
    [[nodiscard]] Status needWritable() const { return m_database.needWritable(); }

    [[nodiscard]] const VaultFacts &facts() const { return m_facts; }
    [[nodiscard]] const Path &folder() const { return m_folder; }
    [[nodiscard]] const History &ledger() const { return m_ledger; }
    Status appendLedger(const std::vector<Draft> &drafts);

    // ---- people and trust -------------------------------------------------------------------------------------
    Result<std::vector<PersonRow>> people();
    Status addPerson(const crypto::Certificate &certificate, bool member);
    Result<crypto::TrustStore> trust();                          // anchors, authorities below them, revocation lists
    Status addAnchor(const crypto::Certificate &office);
    // What was checked against trust() already, and the entry of the ledger that names it, in one transaction.
    Status keepTrust(const TrustMaterial &material, const Draft &entry);
    Status storePack(const model::PackRef &pack, const std::string &canonical);
    Result<std::string> packText(const Digest &digest);          // NotFound
    [[nodiscard]] PackTable packTable() { return PackTable(m_database); }
    // A pack with its signature, or its end for new cases, and the entry of the ledger that names it, in one transaction.
    Status keepPack(const KeptPack &pack, const Draft &entry);
    Status retirePack(const KeptPack &pack, const Draft &entry);
    [[nodiscard]] LetterTable letterTable() { return LetterTable(m_database); }
    Status keepLetterForm(const KeptLetterForm &form, const Draft &entry); // with its entry of the ledger, in one transaction

    // ---- keys (vaultkeys.cpp) ---------------------------------------------------------------------------------
    // For whom key.p7m is sealed, of the certificates in people().
    Result<std::vector<crypto::Certificate>> keyHolders();
    // Seals the same key for others; whoever is left out could still open a copy made before.
    Status resealKey(const crypto::Credential &credential, const std::vector<crypto::Certificate> &holders);
    // A new key for vault.db: whoever is left out opens nothing written from now on. When it fails, nothing has changed; the
    // vault must be closed and opened again when `lost` is set (its database could not be opened again).
    Status changeKey(const crypto::Credential &credential, const std::vector<crypto::Certificate> &holders, bool &lost);
    // people/<id>.pem and, unless empty, .p8 or .token, which take each other's place; replaces what is there.
    Status keepMember(const crypto::Certificate &certificate, const KeptKey &key);
    Status dropMember(const PersonId &person);
    Status retire(const crypto::Certificate &certificate);      // known still, but no member's any more
    Result<Bytes> caseEnvelope(const CaseId &id);                // NotFound
    Result<Opening> openingOf(const CaseId &id);
    Result<crypto::Secret> caseKey(const CaseId &id, const Keyring &keyring);
    // The same key for others; `rows` take the place of those in access(), in the same transaction.
    Status resealCase(const CaseId &id, const crypto::Secret &key, const KeyHolders &holders, const std::vector<AccessRow> &rows);
    // A new key for case.db, whose file must be closed. When it fails, the old one counts.
    Status changeCaseKey(const CaseId &id, const crypto::Secret &key, const KeyHolders &holders, const std::vector<AccessRow> &rows);
    // Rows for cases of an older schema, whose envelopes alone say who may open them. Does nothing a second time.
    Status fillAccess(Instant at);
    // The roster and the entry of the ledger that names it, in one transaction.
    Status keepRoster(const SignedRoster &roster, const Draft &entry);
    [[nodiscard]] AccessTable access() { return AccessTable(m_database); }
    [[nodiscard]] RosterTable rosters() { return RosterTable(m_database); }
    [[nodiscard]] SettingsTable settings() { return SettingsTable(m_database); }

    // ---- cases ------------------------------------------------------------------------------------------------
    // Makes the folder, database and key of a case and enters it in the docket in one go; its first entries are
    // `entries` with `documents` sealed by `fill` (called with the open file before anything is entered); `row` is
    // read after that. `noted` enters the station's ledger in the same transaction. A folder of that name which the register does
    // not know was left by a stopped program and is moved to "<id>.left-<n>" first. AlreadyExists: the register knows the case.
    using Fill = std::function<Status(CaseFile &)>;
    struct NewCaseRow { std::string summary; DocketLine docket; };
    Result<std::unique_ptr<CaseFile>> createCase(const CaseId &id, const std::vector<crypto::Certificate> &needToKnow, Instant at,
                                                 const Fill &fill, const NewCaseRow &row, const std::vector<Draft> &noted = {});
    // NotEnrolled, SecondPersonNeeded, and what CaseFile::open says.
    Result<std::unique_ptr<CaseFile>> openCase(const CaseId &id, const Keyring &keyring);
    [[nodiscard]] Path caseFolder(const CaseId &id) const { return m_folder / "cases" / id.text(); }
    Result<std::vector<CaseRow>> cases();
    Result<std::string> summary(const CaseId &id);               // NotFound
    [[nodiscard]] DocketTable docket() { return DocketTable(m_database); } // summaries are written there

    // ---- exchange register ------------------------------------------------------------------------------------
    Result<std::vector<ExchangeRecord>> exchange();
    Status recordExchange(const ExchangeRecord &record);
    Status recordReceived(const ExchangeRecord &record, const Draft &entry); // with its entry of the ledger, in one transaction
    // The newest record of a direction with that counterpart office certificate; nothing when there is none.
    Result<std::optional<ExchangeRecord>> lastOnLane(bool sent, const std::string &lane);
    Result<bool> hasSeen(const BundleId &bundle);
    // Sealing a bundle (sealings.cpp): its rows are there, with their lane numbers, before custody goes. Each is one transaction.
    Status beginSealing(const Sealing &sealing, const std::vector<ExchangeRecord> &rows);
    Result<std::vector<Sealing>> sealings();
    // `rows` take the place of those of the bundle; the entry is for the station's ledger.
    Status endSealing(const BundleId &bundle, const std::vector<ExchangeRecord> &rows, const Draft &entry);

    Status checkIntegrity() { return m_database.checkIntegrity(); }
    [[nodiscard]] Database &database() { return m_database; }   // for the further tables of core/store, never above it

private:
    Status setAsideUnentered(const CaseId &id);
    static Result<std::unique_ptr<Vault>> openAs(const Path &folder, const VaultFacts &facts, const crypto::Secret &key, OpenMode mode);
    Vault(Path folder, VaultFacts facts, VaultLock lock, Database database)
        : m_folder(std::move(folder)), m_facts(std::move(facts)), m_lock(std::move(lock)), m_database(std::move(database)) {}
    Path m_folder;
    VaultFacts m_facts;
    VaultLock m_lock;
    Database m_database;
    History m_ledger;
};

} // namespace caseward::store
