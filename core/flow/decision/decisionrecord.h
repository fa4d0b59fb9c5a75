// SPDX-License-Identifier: GPL-3.0-or-later
// decision.json: what is signed, complete in itself and readable without Caseward (FORMATS.md, "A signed decision").
// Pure; any thread.
#pragma once

#include "core/crypto/credential.h"
#include "core/crypto/signature.h"
#include "core/ledger/ledger.h"
#include "core/model/dossier.h"
#include "core/packs/pack.h"

namespace caseward::flow {

struct DecisionInput {
    const model::Dossier &dossier;
    const packs::Pack &pack;
    ledger::Checkpoint history;         // size and root of the history that is being decided on
    crypto::Certificate signer;
    PersonId person;
    std::string role;
    Instant at;
};

// Canonical JSON, format "caseward-decision/1".
[[nodiscard]] std::string buildDecision(const DecisionInput &input);

// What a check from outside found. Everything here was verified.
struct VerifiedDecision {
    std::string caseReference, outcomeTitle, outcomeId;
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

} // namespace caseward::flow
