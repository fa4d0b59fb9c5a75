// SPDX-License-Identifier: GPL-3.0-or-later
// What goes in and out of the session. Plain values; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/crypto/certificate.h"
#include "core/crypto/secret.h"
#include "core/flow/types.h"
#include "core/model/dossier.h"
#include "core/reading/documentreader.h"
#include "core/rules/dues.h"

#include <map>
#include <memory>
#include <optional>

namespace caseward::session {

using flow::BundleCase;
using flow::BundleFileCheck;
using flow::BundleInspection;
using flow::Hit;
using flow::NewCase;
using flow::NewDocument;
using DossierPtr = std::shared_ptr<const model::Dossier>;

// Wired by main(): nothing global. The references must outlive the session.
struct Environment {
    const Clock &clock;
    Random &random;
    reading::ReaderSetup reader;
    Path packsFolder;                   // resources/packs
};

struct VaultPerson {
    PersonId id;
    std::string name;
    std::vector<std::string> roles;
    Path keyFile;
    std::string tokenUri = {};          // people/<id>.token: the key is on a card; empty: it is a file
};

struct UnlockRequest {
    Path vault;                         // <name>.caseward
    PersonId person;                    // null: the only person whose key is there
    Path keyFile;                       // empty: people/<id>.p8 in the vault
    const crypto::Secret *passphrase = nullptr; // or the PIN of a card
    Path tokenModule = {};              // PKCS#11 module; empty: the key is a file
    std::string tokenUri = {};          // RFC 7512; empty: the one enrolled in people/<id>.token
    std::string acknowledged = {};      // digest of the warning banner the person has acknowledged; empty: none was shown
};

struct SignedIn {
    PersonId person;
    std::string name;
    std::vector<std::string> roles;
    std::string office;
    std::string station;                // the vault's name, for the status bar
    StationId stationId;
    crypto::Certificate certificate;
    bool readOnly = false;              // the medium lets nothing be written: every change is VaultReadOnly
    std::vector<std::string> notices;   // what to tell the person at once: failed attempts, certificate ends soon, clock …
};

struct DocketRow {
    CaseId id;
    std::string reference, subject, type, access, marking, due; // due YYYY-MM-DD or empty
    model::CaseStatus status = model::CaseStatus::InReview;
    model::Stage stage = model::Stage::Received;
    std::vector<rules::Due> dues;       // what of it has a day, by day
    bool custodyHere = true;
    std::string custodyWith;
    std::uint32_t documents = 0, pages = 0, pagesRead = 0, passages = 0;
    std::uint32_t openContradictions = 0, openGaps = 0;
    std::uint32_t checksOpen = 0, checksTotal = 0;
    std::vector<std::string> guidelinesRaised;
    std::string holder;                 // name of the last actor
    Instant lastAt;
    std::string lastKind;               // kind of the last entry
    bool demonstration = false;
    bool readable = true;               // false: no need to know, or damaged (problem says which)
    std::string problem;
};

struct DecisionFiles {
    std::string decision;               // decision.json
    Bytes signature;                    // decision.p7s
    Bytes countersignature;             // empty until countersigned
    std::string officePem;              // trust anchors of the signer's office
};

enum class Since { Import, LastReturn, LastSignature, Start };

struct Contact {
    PersonId person;
    std::string name, office;
    std::vector<std::string> roles;
    Digest fingerprint;
    bool here = false;                  // may open this vault
};

struct ExportRequest {
    std::vector<CaseId> cases;
    std::vector<Digest> recipients;     // certificate fingerprints from contacts()
    Path file;                          // must not exist; *.cwb
    std::string purpose;                // "for review", …
    std::string legalBasis;
};

struct BundleSent { BundleId id; Path file; std::uint64_t bytes = 0; std::uint32_t parts = 0; std::uint64_t lane = 0; };

struct BundleReceived { BundleId id; std::vector<BundleCase> cases; std::string laneNote; };

struct ExchangeRow {
    BundleId id;
    bool sent = false;
    std::string office, person, purpose, file;
    std::uint64_t lane = 0;
    Instant at;
    std::vector<std::string> references;
    std::string outcome;                // "sent", "accepted", "refused: …"
};

struct VaultFinding { std::string subject; std::string problem; };
struct VaultReport {
    std::uint64_t cases = 0, entries = 0, documents = 0, pages = 0, bytes = 0, signatures = 0;
    std::vector<VaultFinding> problems; // empty: everything verifies
    std::vector<std::string> orphans;   // files no entry names
};

} // namespace caseward::session
