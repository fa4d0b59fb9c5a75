// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of RFC 6962 against the published vectors of certificate-transparency, and every proof up to 65 leaves.
#include "core/ledger/ledger.h"

#include <QTest>

using namespace caseward;
using namespace caseward::ledger;

namespace {

constexpr std::size_t largestTree = 65; // one more than a perfect tree of six levels

Digest hex(const char *text)
{
    return Digest::parseHex(text).value();
}

std::vector<Digest> publishedLeaves()
{
    std::vector<Digest> leaves;
    for (const char *entry : {"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                              "606162636465666768696a6b6c6d6e6f"})
        leaves.push_back(leafHash(fromHex(entry).value()));
    return leaves;
}

const std::vector<const char *> publishedRoots = {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};

std::vector<Digest> madeUpLeaves(std::size_t count)
{
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < count; ++i)
        leaves.push_back(leafHash(viewOf("entry " + std::to_string(i))));
    return leaves;
}

Digest flipped(const Digest &digest, std::size_t bit)
{
    Bytes bytes(digest.bytes().begin(), digest.bytes().end());
    bytes[bit / 8 % 32] = static_cast<std::uint8_t>(bytes[bit / 8 % 32] ^ (1u << bit % 8));
    return Digest::fromBytes(bytes).value();
}

} // namespace

class TestMerkle : public QObject {
    Q_OBJECT

private:
    std::vector<Digest> m_leaves = madeUpLeaves(largestTree);
    std::vector<Digest> m_roots;

private slots:
    void initTestCase()
    {
        for (std::size_t size = 0; size <= largestTree; ++size)
            m_roots.push_back(merkleRoot(std::span<const Digest>(m_leaves).first(size)));
    }

    void publishedRootsAreFound()
    {
        const std::vector<Digest> leaves = publishedLeaves();
        MerkleFrontier frontier;
        for (std::size_t size = 0; size < publishedRoots.size(); ++size) {
            QCOMPARE(merkleRoot(std::span<const Digest>(leaves).first(size)).hex(), std::string(publishedRoots[size]));
            QCOMPARE(frontier.root().hex(), std::string(publishedRoots[size]));
            if (size < leaves.size())
                frontier.append(leaves[size]);
        }
    }

    void publishedProofsAreFound()
    {
        const std::vector<Digest> leaves = publishedLeaves();
        const std::vector<Digest> inclusion = {
            hex("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
            hex("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
            hex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")};
        QVERIFY(inclusionProof(leaves, 5, 8) == inclusion);
        QVERIFY(verifyInclusion(leaves[5], 5, 8, inclusion, hex(publishedRoots[8])).ok());
        const std::vector<Digest> fromOne = {
            hex("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
            hex("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
            hex("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")};
        QVERIFY(consistencyProof(leaves, 1, 8) == fromOne);
        QVERIFY(verifyConsistency(1, hex(publishedRoots[1]), 8, hex(publishedRoots[8]), fromOne).ok());
        const std::vector<Digest> fromSix = {
            hex("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
            hex("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
            hex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")};
        QVERIFY(consistencyProof(leaves, 6, 8) == fromSix);
        QVERIFY(verifyConsistency(6, hex(publishedRoots[6]), 8, hex(publishedRoots[8]), fromSix).ok());
    }

    void leavesAndNodesCannotBeConfused()
    {
        const Digest left = leafHash(viewOf("l"));
        const Digest right = leafHash(viewOf("r"));
        Bytes joined(left.bytes().begin(), left.bytes().end());
        joined.insert(joined.end(), right.bytes().begin(), right.bytes().end());
        QVERIFY(leafHash(joined) != nodeHash(left, right));
        QVERIFY(nodeHash(left, right) != nodeHash(right, left));
    }

    void frontierEqualsMerkleRoot()
    {
        const std::vector<Digest> leaves = madeUpLeaves(600);
        MerkleFrontier frontier;
        for (std::size_t size = 0; size < leaves.size(); ++size) {
            QCOMPARE(frontier.size(), std::uint64_t{size});
            if (size % 37 < 3 || size < 70)
                QVERIFY(frontier.root() == merkleRoot(std::span<const Digest>(leaves).first(size)));
            frontier.append(leaves[size]);
        }
    }

    void everyInclusionProof()
    {
        for (std::size_t size = 1; size <= largestTree; ++size) {
            for (std::size_t index = 0; index < size; ++index) {
                const auto proof = inclusionProof(m_leaves, index, size);
                QVERIFY(verifyInclusion(m_leaves[index], index, size, proof, m_roots[size]).ok());
                const auto broken = [&](const Digest &leaf, std::size_t at, std::size_t of, const std::vector<Digest> &path,
                                        const Digest &root) {
                    const Status status = verifyInclusion(leaf, at, of, path, root);
                    return !status.ok() && status.fault().code == FaultCode::HistoryBroken;
                };
                QVERIFY(broken(flipped(m_leaves[index], index), index, size, proof, m_roots[size]));
                QVERIFY(broken(m_leaves[index], index, size, proof, flipped(m_roots[size], size)));
                QVERIFY(broken(m_leaves[index], size, size, proof, m_roots[size]));
                if (size > 1)
                    QVERIFY(broken(m_leaves[index], (index + 1) % size, size, proof, m_roots[size]));
                for (std::size_t i = 0; i < proof.size(); ++i) {
                    auto bent = proof;
                    bent[i] = flipped(bent[i], index + i);
                    QVERIFY(broken(m_leaves[index], index, size, bent, m_roots[size]));
                }
                auto longer = proof;
                longer.push_back(m_roots[size]);
                QVERIFY(broken(m_leaves[index], index, size, longer, m_roots[size]));
                if (!proof.empty())
                    QVERIFY(broken(m_leaves[index], index, size, {proof.begin(), proof.end() - 1}, m_roots[size]));
            }
        }
    }

    void everyConsistencyProof()
    {
        for (std::size_t newer = 1; newer <= largestTree; ++newer) {
            for (std::size_t older = 1; older <= newer; ++older) {
                const auto proof = consistencyProof(m_leaves, older, newer);
                QVERIFY(verifyConsistency(older, m_roots[older], newer, m_roots[newer], proof).ok());
                const auto broken = [&](const Digest &oldRoot, const Digest &newRoot, const std::vector<Digest> &path) {
                    const Status status = verifyConsistency(older, oldRoot, newer, newRoot, path);
                    return !status.ok() && status.fault().code == FaultCode::HistoryBroken;
                };
                QVERIFY(broken(flipped(m_roots[older], older), m_roots[newer], proof));
                QVERIFY(broken(m_roots[older], flipped(m_roots[newer], older), proof));
                for (std::size_t i = 0; i < proof.size(); ++i) {
                    auto bent = proof;
                    bent[i] = flipped(bent[i], older + i);
                    QVERIFY(broken(m_roots[older], m_roots[newer], bent));
                }
                auto longer = proof;
                longer.push_back(m_roots[newer]);
                QVERIFY(broken(m_roots[older], m_roots[newer], longer));
                if (!proof.empty())
                    QVERIFY(broken(m_roots[older], m_roots[newer], {proof.begin(), proof.end() - 1}));
            }
        }
    }

    void aRewrittenHistoryHasNoProof()
    {
        auto rewritten = m_leaves;
        rewritten[10] = leafHash(viewOf("something else"));
        for (const std::size_t older : {std::size_t{11}, std::size_t{16}, std::size_t{40}, std::size_t{64}}) {
            const auto proof = consistencyProof(rewritten, older, largestTree);
            QVERIFY(!verifyConsistency(older, m_roots[older], largestTree, merkleRoot(rewritten), proof).ok());
        }
        const auto proof = consistencyProof(rewritten, 10, largestTree); // before the change there is nothing to find
        QVERIFY(verifyConsistency(10, m_roots[10], largestTree, merkleRoot(rewritten), proof).ok());
    }

    void impossibleSizes()
    {
        QVERIFY(!verifyConsistency(0, m_roots[0], 5, m_roots[5], {}).ok());
        QVERIFY(!verifyConsistency(6, m_roots[6], 5, m_roots[5], {}).ok());
        QVERIFY(!verifyConsistency(2, m_roots[2], 5, m_roots[5], {}).ok());
        QVERIFY(!verifyConsistency(3, m_roots[3], 5, m_roots[5], {}).ok());
        QVERIFY(!verifyInclusion(m_leaves[0], 0, 0, {}, m_roots[0]).ok());
    }
};

QTEST_GUILESS_MAIN(TestMerkle)
#include "tst_merkle.moc"
