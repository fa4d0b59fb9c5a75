// SPDX-License-Identifier: GPL-3.0-or-later
// What a case that arrives must be before it is kept, and how it stands to the copy here. Pure; any thread.
#pragma once

#include "core/crypto/certificate.h"
#include "core/flow/exchange/bundlereader.h"
#include "core/model/dossier.h"

namespace caseward::flow {

struct JudgedCase {
    model::Dossier dossier;             // of the whole incoming history
    std::uint64_t known = 0;            // entries the copy here has already
    std::vector<DocumentId> newDocuments;
    bool received = false;              // by an import of this very bundle that was cut off before its end
};

// Folds the incoming history and checks: it hands custody over by this very bundle to one of its recipients; every signed
// decision and countersignature verifies; every document and text layer is in the bundle under its digest; it continues `here`
// (the local entries, empty for a new case). HistoryBroken, BundleMismatch, SignatureInvalid, Forked, …
[[nodiscard]] Result<JudgedCase> judgeCase(const IncomingCase &incoming, const Contents &contents, const SealCheck &seal,
                                           const std::vector<model::Entry> &here, const crypto::TrustStore &trust);

// "new here", "continues the one here by 3 entries", "nothing new".
[[nodiscard]] std::string verdictWords(const JudgedCase &judged, std::uint64_t entries);

} // namespace caseward::flow
