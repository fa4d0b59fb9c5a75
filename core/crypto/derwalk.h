// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: reading the parts of a message that OpenSSL's interface does not give out. Only over bytes that
// OpenSSL has parsed and found to be DER. One thread.
#pragma once

#include "core/crypto/ossl.h"

namespace caseward::crypto {

// Steps through DER element by element; after a misstep every answer is empty.
class DerWalk {
public:
    explicit DerWalk(BytesView der) : m_left(der) {}

    // The next element whole, with its header.
    BytesView next() { return step(Part::Whole); }
    // The content of the next element.
    BytesView inside() { return step(Part::Content); }
    [[nodiscard]] std::uint8_t tag() const { return m_left.empty() ? std::uint8_t{0} : m_left.front(); }

private:
    enum class Part { Whole, Content };
    BytesView step(Part part)
    {
        const unsigned char *position = m_left.data();
        long size = 0;
        int tagNumber = 0, tagClass = 0;
        const int form = m_left.empty() ? 0x80
                                        : ASN1_get_object(&position, &size, &tagNumber, &tagClass, static_cast<long>(m_left.size()));
        if ((form & 0x80) != 0) {
            ERR_clear_error();
            m_left = {};
            return {};
        }
        const auto header = static_cast<std::size_t>(position - m_left.data());
        const BytesView whole = m_left.first(header + static_cast<std::size_t>(size));
        m_left = m_left.subspan(whole.size());
        return part == Part::Whole ? whole : whole.subspan(header);
    }
    BytesView m_left;
};

} // namespace caseward::crypto
