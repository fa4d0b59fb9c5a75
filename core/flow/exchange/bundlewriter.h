// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a bundle (FORMATS.md, "A bundle"): key.p7m, the parts, label.json, label.p7s, in this order, because the label can
// only be written when the parts are known and nothing but ciphertext may stand on disk meanwhile. The file appears
// under its name only when it is complete and synced. Worker thread.
#pragma once

#include "core/base/files.h"
#include "core/base/progress.h"
#include "core/crypto/credential.h"
#include "core/flow/exchange/label.h"
#include "core/model/entry.h"

#include <functional>

namespace caseward::flow {

// One case as it goes into the bundle; content is asked for when it is its turn.
struct OutgoingCase {
    CaseId id;
    std::string reference;
    std::vector<model::Entry> history;  // with the custody.sent entry at its end
    struct Document { DocumentId id; Digest digest; std::uint64_t bytes = 0; Digest textDigest; std::uint64_t textBytes = 0; };
    std::vector<Document> documents;
    std::function<Result<Bytes>(const DocumentId &)> documentBytes;
    std::function<Result<std::string>(const DocumentId &)> textLayer;
};

struct OutgoingPack { Digest digest; std::string text; };

struct OutgoingRoster { Digest digest; std::string json; Bytes signature; };

struct BundleDraft {
    Label label;                        // all but key and stream
    std::string purpose, legalBasis;
    std::vector<crypto::Certificate> recipients;  // in the order of label.to
    std::vector<OutgoingCase> cases;
    std::vector<OutgoingPack> packs;
    std::vector<OutgoingRoster> rosters;
};

struct WrittenBundle { Label label; Digest labelDigest; std::uint64_t bytes = 0; };

// Writes into `pending` and syncs; the caller commits. DiskFull, IoFailed, Cancelled, CryptoFailed.
[[nodiscard]] Result<WrittenBundle> writeBundle(BundleDraft draft, const crypto::Credential &sender,
                                                const std::vector<crypto::Certificate> &chain, PendingFile &pending,
                                                Progress &progress);

// The lines of a history joined, as cases/<id>/history.jsonl holds them.
[[nodiscard]] std::string joinHistory(const std::vector<model::Entry> &entries);

} // namespace caseward::flow
