// SPDX-License-Identifier: GPL-3.0-or-later
// decision.json: what is signed, complete in itself and readable without Caseward (FORMATS.md, "A signed decision").
// Pure; any thread.
#pragma once

#include "core/crypto/certificate.h"
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
    std::vector<packs::PackPtr> further = {}; // packs of the case beside `pack`; findings under each stand with its id
};

// Canonical JSON, format "caseward-decision/1".
[[nodiscard]] std::string buildDecision(const DecisionInput &input);

} // namespace caseward::flow
