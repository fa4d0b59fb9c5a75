// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a bundle in three strict steps, each over untrusted bytes only as far as the step before has vouched for them:
//   checkSeal     no key: outer archive byte for byte, seal over the label, path of the sender, key and every part digest
//   openContents  with the recipient's key: label against manifest, every file digest, every history and checkpoint
//   forEachFile   streams the (verified) files once more for keeping
// Nothing is written anywhere. Worker thread.
#pragma once

#include "core/base/files.h"
#include "core/base/progress.h"
#include "core/crypto/credential.h"
#include "core/flow/exchange/label.h"
#include "core/flow/types.h"
#include "core/model/entry.h"

#include <functional>
#include <map>

namespace caseward::flow {

// What a courier may know.
struct SealCheck {
    Label label;
    Digest labelDigest;
    crypto::Certificate sender;
    Bytes envelope;                     // key.p7m
    std::uint64_t bytes = 0;
};

// BundleTruncated, BundleDamaged, CertificateUntrusted, CertificateExpired, …; NotFound when there is no such file.
[[nodiscard]] Result<SealCheck> checkSeal(const Path &bundle, const crypto::TrustStore &trust, Progress &progress);

struct IncomingCase {
    CaseId id;
    std::string reference;
    std::vector<model::Entry> history;  // chain, root and checkpoint verified
    std::map<Digest, std::string> textLayers; // by text digest
};

struct IncomingRoster { std::string json; Bytes signature; };   // by whom it is signed is the receiver's to check

struct Contents {
    Manifest manifest;
    std::vector<IncomingCase> cases;
    std::map<Digest, std::string> packs;
    std::map<std::string, IncomingRoster> rosters; // by the digest of roster.json, in hex
    std::vector<BundleFileCheck> files;
};

// BundleNotForYou, BundleDamaged, BundleMismatch, HistoryBroken, SignatureInvalid, TooLarge, …
[[nodiscard]] Result<Contents> openContents(const Path &bundle, const SealCheck &seal, const crypto::Credential &recipient,
                                            const crypto::TrustStore &trust, Progress &progress);

// Hands over the documents of one case: name "cases/<id>/documents/<sha256>" of the verified manifest, with their bytes.
using FileSink = std::function<Status(const ManifestFile &file, Bytes content)>;
[[nodiscard]] Status forEachFile(const Path &bundle, const SealCheck &seal, const crypto::Credential &recipient,
                                 const FileSink &sink, Progress &progress);

} // namespace caseward::flow
