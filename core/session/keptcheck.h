// SPDX-License-Identifier: GPL-3.0-or-later
// The check of what the vault keeps beside its cases: guideline packs and templates of letters, their digests, their signatures, and that they
// are what the station's ledger says was taken in and retired. One part for each, and one for each that is gone. Worker thread.
// Failure: none; what is wrong is the answer.
#pragma once

#include "core/session/session.h"

#include <string>
#include <vector>

namespace caseward::session {

struct KeptPart {
    std::string name;                   // "guideline pack site 1.0.0", "template denial 2"
    Status status;                      // VaultDamaged, VaultTruncated, or what is wrong with its signature
    bool isSigned = false;              // and the signature verifies
};

[[nodiscard]] std::vector<KeptPart> checkKeptPacks(Session::State &state);
[[nodiscard]] std::vector<KeptPart> checkKeptLetterForms(Session::State &state);

} // namespace caseward::session
