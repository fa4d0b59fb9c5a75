// SPDX-License-Identifier: GPL-3.0-or-later
// What goes in and out of a vault. Plain values; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/crypto/revocation.h"

#include <string>
#include <vector>

namespace caseward::store {

// vault.json: {"created","format":"caseward-vault/1","name","station","vault"}
struct VaultFacts {
    VaultId vault;
    StationId station;
    std::string name;
    Instant created;
};

struct MemberFile {
    crypto::Certificate certificate;
    Path keyFile;                       // people/<id>.p8; may not exist when the key is elsewhere
    std::string untrustedTokenUri;      // people/<id>.token: the key is on a card, at this RFC 7512 address; empty: a file
};

// people/<id>.token: {"format":"caseward-token/1","uri":"pkcs11:…"}
[[nodiscard]] std::string encodeTokenFile(const std::string &uri);

// Where a member's key is kept; both empty: neither here nor known.
struct KeptKey {
    Bytes file;                         // for people/<id>.p8
    std::string tokenUri;               // for people/<id>.token
};

struct NewVaultFiles {
    Path folder;
    std::string name;
    std::vector<crypto::Certificate> members;
    std::vector<Bytes> memberKeyFiles;  // in the order of members; empty where the key lives elsewhere
    std::vector<std::string> memberTokens; // in the same order: the address of the key on a card; empty where it is a file
    std::vector<crypto::Certificate> contacts;
    std::vector<crypto::Certificate> anchors;
};

struct PersonRow { crypto::Certificate certificate; bool member = false; };

struct TrustMaterial {
    std::vector<crypto::Certificate> anchors, intermediates;
    std::vector<crypto::RevocationList> lists;
};

struct CaseRow { CaseId id; std::string summary; };

struct ExchangeRecord {
    BundleId bundle;
    bool sent = false;
    std::string lane;                   // fingerprint of the other side's certificate
    std::uint64_t number = 0;           // on that lane and direction, from 1
    Digest label;                       // SHA-256 of label.json
    Instant at;
    std::string facts;                  // canonical JSON for people: office, person, purpose, file, references, outcome
};

// A bundle whose cases are being handed over and whose file has no name yet.
struct Sealing {
    BundleId bundle;
    Path file;
    Digest label;                       // SHA-256 of label.json
    std::vector<CaseId> cases;
};

} // namespace caseward::store
