// SPDX-License-Identifier: GPL-3.0-or-later
// Checks from outside, with no vault and no key: what a courier, an auditor or an inspector can do with the certificate of
// the office alone. Nothing is written. Any thread.
#pragma once

#include "core/base/progress.h"
#include "core/session/sessiontypes.h"

namespace caseward::session {

// Certificates of offices to trust (PEM files, each may hold several), and revocation lists of theirs (DER, or PEM with any
// number). NotFound, Malformed, CertificateUntrusted for a list of somebody else.
[[nodiscard]] Result<crypto::TrustStore> trustOffices(const std::vector<Path> &certificateFiles, const std::vector<Path> &listFiles = {});

struct CheckedDecision {
    std::string reference, outcomeId, outcomeTitle;
    std::string outcomeClass;          // "favourable", "adverse", "administrative", "interim"; empty when the record says none
    std::string signerName, signerOffice, countersignerName;   // the last is empty until countersigned
    Instant signedAt, countersignedAt;
    Digest digest;
    bool countersigned = false;
};
// decision.json, decision.p7s and, unless the path is empty, countersign.p7s. SignatureInvalid, Certificate…, NotAllowed.
[[nodiscard]] Result<CheckedDecision> checkDecision(const Path &decision, const Path &signature, const Path &countersignature,
                                                    const crypto::TrustStore &trust);

struct CheckedSeal {
    BundleId bundle;
    std::string fromOffice, toOffice, marking;
    Digest sealedBy;                    // certificate fingerprint
    Instant created;
    std::uint32_t cases = 0, parts = 0;
    std::uint64_t bytes = 0;
};
// The seal and every part of a bundle, as a courier checks it. BundleDamaged, BundleTruncated, Certificate…
[[nodiscard]] Result<CheckedSeal> checkSeal(const Path &bundle, const crypto::TrustStore &trust, Progress &progress);

struct CheckedHistory { std::string reference; std::uint64_t entries = 0; Digest root, head; };
// cases/<id>/history.jsonl of a bundle. HistoryBroken, Malformed.
[[nodiscard]] Result<CheckedHistory> checkHistory(const Path &history);

// A document's kind guessed from words in its file name, for a person to correct.
[[nodiscard]] model::DocumentKind guessKind(const std::string &fileName);

} // namespace caseward::session
