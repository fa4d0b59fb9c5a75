// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a signed decision is what it says: decision.json, its signature and its countersignature, checked with nothing but
// the trust anchors. Used by whoever signs, receives, audits or only looks at one. Pure; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/crypto/signature.h"

#include <string>

namespace caseward::evidence {

inline constexpr const char *decisionFormat = "caseward-decision/1";

// What a check from outside found. Everything here was verified.
struct VerifiedDecision {
    std::string caseReference, outcomeTitle, outcomeClass, outcomeId;
    std::string signerName, signerOffice, countersignerName;
    Instant signedAt, countersignedAt;
    Digest digest;
    std::uint64_t historySize = 0;
    Digest historyRoot;
    bool countersigned = false;
};

// Verifies decision.json with its signature and, when not empty, its countersignature (over decision.json || decision.p7s),
// with no vault. Malformed, NotCanonical, SignatureInvalid, Certificate…; NotAllowed when one person signed both or the
// signer of decision.json is not the one it names.
[[nodiscard]] Result<VerifiedDecision> verifyDecision(BytesView untrustedDecision, BytesView untrustedSignature,
                                                      BytesView untrustedCountersignature, const crypto::TrustStore &trust);

// decision.json followed by decision.p7s: what a countersignature covers.
[[nodiscard]] Bytes countersignedContent(BytesView decision, BytesView signature);

} // namespace caseward::evidence
