// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/digest.h"

#include <openssl/evp.h>

#include <array>
#include <cstdlib>

namespace caseward::crypto {

namespace {

// Fetched once: an implicit fetch costs more than hashing a short message.
const EVP_MD *algorithm()
{
    static EVP_MD *const md = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return md;
}

// Hashing fails only without memory or without a working libcrypto; nothing sensible can follow.
void require(int outcome)
{
    if (outcome != 1)
        std::abort();
}

} // namespace

Digest sha256(BytesView bytes)
{
    // One context a thread, used again: making one costs more than hashing a short entry.
    static thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::array<std::uint8_t, 32> value{};
    require(context && EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) && EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) &&
            EVP_DigestFinal_ex(context.get(), value.data(), nullptr));
    return Digest(value);
}

void Sha256::Free::operator()(void *context) const
{
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX *>(context));
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    require(m_context && EVP_DigestInit_ex2(static_cast<EVP_MD_CTX *>(m_context.get()), algorithm(), nullptr));
}

Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(BytesView bytes)
{
    require(EVP_DigestUpdate(static_cast<EVP_MD_CTX *>(m_context.get()), bytes.data(), bytes.size()));
}

Digest Sha256::finish()
{
    std::array<std::uint8_t, 32> value{};
    require(EVP_DigestFinal_ex(static_cast<EVP_MD_CTX *>(m_context.get()), value.data(), nullptr));
    return Digest(value);
}

} // namespace caseward::crypto
