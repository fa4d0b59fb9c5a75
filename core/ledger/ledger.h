// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of histories: leaf hash SHA-256(0x00 || entry), chain (each entry names the leaf hash before
// it), Merkle tree of RFC 6962 section 2.1. Pure functions over digests; no I/O. Any thread.
#pragma once

#include "core/base/ids.h"

#include <vector>

namespace caseward::ledger {

[[nodiscard]] Digest leafHash(BytesView canonicalEntry);
[[nodiscard]] Digest nodeHash(const Digest &left, const Digest &right);

// Root over leaves[0..n); of nothing it is SHA-256 of the empty string.
[[nodiscard]] Digest merkleRoot(std::span<const Digest> leaves);

// RFC 6962 2.1.1 and 2.1.2. Preconditions: index < size <= leaves.size(), 0 < older <= newer <= leaves.size().
[[nodiscard]] std::vector<Digest> inclusionProof(std::span<const Digest> leaves, std::size_t index, std::size_t size);
[[nodiscard]] std::vector<Digest> consistencyProof(std::span<const Digest> leaves, std::size_t older, std::size_t newer);

// HistoryBroken when the proof does not lead to the root(s).
[[nodiscard]] Status verifyInclusion(const Digest &leaf, std::size_t index, std::size_t size,
                                     std::span<const Digest> proof, const Digest &root);
[[nodiscard]] Status verifyConsistency(std::size_t older, const Digest &olderRoot, std::size_t newer,
                                       const Digest &newerRoot, std::span<const Digest> proof);

// A growing tree that keeps only the right edge: O(log n) memory, O(1) amortised append.
class MerkleFrontier {
public:
    void append(const Digest &leaf);
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] Digest root() const;

private:
    std::uint64_t m_size = 0;
    std::vector<Digest> m_edge; // roots of perfect subtrees, largest first
};

// "caseward/case/<id>\n<size>\n<base64 root>\n" after C2SP tlog-checkpoint; the signature is CMS, beside it.
struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Digest root;
    bool operator==(const Checkpoint &) const = default;
};
[[nodiscard]] std::string encodeCheckpoint(const Checkpoint &checkpoint);
[[nodiscard]] Result<Checkpoint> decodeCheckpoint(std::string_view untrustedText); // Malformed

} // namespace caseward::ledger
