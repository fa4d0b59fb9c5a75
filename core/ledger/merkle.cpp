// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 6962 section 2.1; the verifiers follow RFC 9162 sections 2.1.3.2 and 2.1.4.2, which state them as algorithms.
#include "core/ledger/ledger.h"

#include "core/crypto/digest.h"

#include <algorithm>
#include <array>
#include <bit>

namespace caseward::ledger {

namespace {

// Different first bytes, so that no entry can pass for an inner node.
constexpr std::uint8_t leafPrefix = 0x00;
constexpr std::uint8_t nodePrefix = 0x01;

// The largest power of two smaller than n; n >= 2.
std::size_t splitPoint(std::size_t n)
{
    return std::bit_floor(n - 1);
}

// PATH(index, leaves), from the leaf upwards.
void appendPath(std::vector<Digest> &proof, std::span<const Digest> leaves, std::size_t index)
{
    if (leaves.size() < 2)
        return;
    const std::size_t split = splitPoint(leaves.size());
    if (index < split) {
        appendPath(proof, leaves.first(split), index);
        proof.push_back(merkleRoot(leaves.subspan(split)));
    } else {
        appendPath(proof, leaves.subspan(split), index - split);
        proof.push_back(merkleRoot(leaves.first(split)));
    }
}

enum class OldTree { Known, Partial };

// SUBPROOF(older, leaves, known): a subtree that is the whole old tree is known to the verifier already.
void appendSubproof(std::vector<Digest> &proof, std::span<const Digest> leaves, std::size_t older, OldTree oldTree)
{
    if (older == leaves.size()) {
        if (oldTree == OldTree::Partial)
            proof.push_back(merkleRoot(leaves));
        return;
    }
    const std::size_t split = splitPoint(leaves.size());
    if (older <= split) {
        appendSubproof(proof, leaves.first(split), older, oldTree);
        proof.push_back(merkleRoot(leaves.subspan(split)));
    } else {
        appendSubproof(proof, leaves.subspan(split), older - split, OldTree::Partial);
        proof.push_back(merkleRoot(leaves.first(split)));
    }
}

Fault broken(const char *what)
{
    return fail(FaultCode::HistoryBroken, what);
}

} // namespace

Digest leafHash(BytesView canonicalEntry)
{
    // Most entries are short: in one piece they cost a third of what two pieces cost.
    std::array<std::uint8_t, 2048> whole{leafPrefix};
    if (canonicalEntry.size() < whole.size()) {
        std::ranges::copy(canonicalEntry, whole.begin() + 1);
        return crypto::sha256(std::span(whole).first(canonicalEntry.size() + 1));
    }
    crypto::Sha256 hasher;
    hasher.update(std::span(&leafPrefix, 1));
    hasher.update(canonicalEntry);
    return hasher.finish();
}

Digest nodeHash(const Digest &left, const Digest &right)
{
    std::array<std::uint8_t, 65> whole{nodePrefix};
    std::ranges::copy(left.bytes(), whole.begin() + 1);
    std::ranges::copy(right.bytes(), whole.begin() + 33);
    return crypto::sha256(whole);
}

Digest merkleRoot(std::span<const Digest> leaves)
{
    if (leaves.empty())
        return crypto::sha256({});
    if (leaves.size() == 1)
        return leaves.front();
    const std::size_t split = splitPoint(leaves.size());
    return nodeHash(merkleRoot(leaves.first(split)), merkleRoot(leaves.subspan(split)));
}

std::vector<Digest> inclusionProof(std::span<const Digest> leaves, std::size_t index, std::size_t size)
{
    std::vector<Digest> proof;
    appendPath(proof, leaves.first(size), index);
    return proof;
}

std::vector<Digest> consistencyProof(std::span<const Digest> leaves, std::size_t older, std::size_t newer)
{
    std::vector<Digest> proof;
    appendSubproof(proof, leaves.first(newer), older, OldTree::Known);
    return proof;
}

Status verifyInclusion(const Digest &leaf, std::size_t index, std::size_t size, std::span<const Digest> proof,
                       const Digest &root)
{
    if (index >= size)
        return broken("an inclusion proof for a leaf outside its tree");
    std::size_t node = index;
    std::size_t last = size - 1;
    Digest computed = leaf;
    for (const Digest &sibling : proof) {
        if (last == 0)
            return broken("an inclusion proof that is too long");
        if (node % 2 == 1 || node == last) {
            computed = nodeHash(sibling, computed);
            // The right edge of an incomplete tree has no sibling on some levels: skip those.
            while (node % 2 == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            computed = nodeHash(computed, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if (last != 0)
        return broken("an inclusion proof that is too short");
    if (computed != root)
        return broken("an inclusion proof that leads to another root");
    return {};
}

Status verifyConsistency(std::size_t older, const Digest &olderRoot, std::size_t newer, const Digest &newerRoot,
                         std::span<const Digest> proof)
{
    if (older == 0 || older > newer)
        return broken("a consistency proof between impossible sizes");
    if (older == newer) {
        if (!proof.empty() || olderRoot != newerRoot)
            return broken("two roots for one size");
        return {};
    }
    // Where the old tree is a perfect one, its root is the proof's unwritten first step.
    std::vector<Digest> path;
    if (std::has_single_bit(older))
        path.push_back(olderRoot);
    path.insert(path.end(), proof.begin(), proof.end());
    if (path.empty())
        return broken("a consistency proof that is too short");
    const std::size_t trailingOnes = static_cast<std::size_t>(std::countr_one(older - 1));
    std::size_t node = (older - 1) >> trailingOnes;
    std::size_t last = (newer - 1) >> trailingOnes;
    Digest oldComputed = path.front();
    Digest newComputed = path.front();
    for (const Digest &step : std::span<const Digest>(path).subspan(1)) {
        if (last == 0)
            return broken("a consistency proof that is too long");
        if (node % 2 == 1 || node == last) {
            oldComputed = nodeHash(step, oldComputed);
            newComputed = nodeHash(step, newComputed);
            while (node % 2 == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            newComputed = nodeHash(newComputed, step);
        }
        node >>= 1;
        last >>= 1;
    }
    if (last != 0)
        return broken("a consistency proof that is too short");
    if (oldComputed != olderRoot || newComputed != newerRoot)
        return broken("a consistency proof that leads to other roots");
    return {};
}

} // namespace caseward::ledger
