// SPDX-License-Identifier: GPL-3.0-or-later
// label.json (in clear, what a courier reads; never a name or a case number) and manifest.json (inside the sealed
// stream). Both canonical JSON with typed, strict decoders. Pure; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/crypto/sealedstream.h"

#include <string>
#include <vector>

namespace caseward::flow {

struct Party {
    std::string office;
    Digest certificate;                 // fingerprint
    std::uint64_t lane = 0;             // recipients: number of this bundle on the way from sender to this recipient, from 1
    std::string previous;               // recipients: SHA-256 of the label of the bundle before it, or empty
};

struct Label {
    BundleId bundle;
    Instant created;
    Party from;
    std::vector<Party> to;
    std::string marking;
    std::uint32_t cases = 0;
    bool receiptWanted = true;
    Digest key;                         // of key.p7m
    crypto::StreamSeal stream;          // parts in order; plainBytes and plainDigest of the joined plaintext are not in the label
};

[[nodiscard]] std::string encodeLabel(const Label &label);
[[nodiscard]] Result<Label> decodeLabel(BytesView untrustedLabel); // Malformed, NotCanonical, TooLarge
[[nodiscard]] std::string partName(std::size_t index);             // "part-000000.p7m"

struct ManifestFile { std::string name; std::uint64_t bytes = 0; Digest digest; };
struct ManifestCase { CaseId id; std::string reference; std::uint64_t size = 0; Digest root; };

struct Manifest {
    BundleId bundle;
    Digest from;                        // certificate fingerprints, as on the label
    std::vector<Digest> to;
    std::string purpose, legalBasis;
    std::vector<ManifestCase> cases;
    std::vector<ManifestFile> files;    // in the order of the archive, manifest.json itself not among them
};

[[nodiscard]] std::string encodeManifest(const Manifest &manifest);
[[nodiscard]] Result<Manifest> decodeManifest(BytesView untrustedManifest);

// BundleMismatch unless bundle, sender, recipients and number of cases agree, so that nobody can put a new label on a
// stranger's content.
[[nodiscard]] Status compare(const Label &label, const Manifest &manifest);

} // namespace caseward::flow
