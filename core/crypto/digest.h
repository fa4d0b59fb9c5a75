// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4) by OpenSSL. One thread per hasher.
#pragma once

#include "core/base/ids.h"

#include <memory>

namespace caseward::crypto {

[[nodiscard]] Digest sha256(BytesView bytes);

class Sha256 {
public:
    Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    ~Sha256();
    void update(BytesView bytes);
    [[nodiscard]] Digest finish(); // once

private:
    struct Free { void operator()(void *context) const; };
    std::unique_ptr<void, Free> m_context;
};

} // namespace caseward::crypto
