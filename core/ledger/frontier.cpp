// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"

#include "core/crypto/digest.h"

#include <bit>

namespace caseward::ledger {

void MerkleFrontier::append(const Digest &leaf)
{
    // The set bits of the size are the perfect subtrees of the edge; adding one carries like binary addition.
    Digest carried = leaf;
    for (int carries = std::countr_one(m_size); carries > 0; --carries) {
        carried = nodeHash(m_edge.back(), carried);
        m_edge.pop_back();
    }
    m_edge.push_back(carried);
    ++m_size;
}

Digest MerkleFrontier::root() const
{
    if (m_edge.empty())
        return crypto::sha256({});
    Digest root = m_edge.back();
    for (std::size_t i = m_edge.size() - 1; i > 0; --i)
        root = nodeHash(m_edge[i - 1], root);
    return root;
}

} // namespace caseward::ledger
