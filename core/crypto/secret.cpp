// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secret.h"

#include "core/crypto/ossl.h"
#include "core/crypto/tokenprompt.h"

#include <openssl/rand.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <utility>

namespace caseward::crypto {

namespace {

constexpr std::size_t largestHeap = 1u << 20;
constexpr std::size_t smallestHeap = 64u << 10;
constexpr std::size_t smallestBlock = 32; // one AES-256 key

// Variables that make OpenSSL or a PKCS#11 module load code, read a configuration or trust a certificate of
// somebody else's choosing.
constexpr const char *foreignVariables[] = {
    "OPENSSL_CONF",          "OPENSSL_CONF_INCLUDE",  "OPENSSL_MODULES",        "OPENSSL_ENGINES",
    "OPENSSL_TRACE",         "RANDFILE",              "SSL_CERT_FILE",          "SSL_CERT_DIR",
    "PKCS11_PROVIDER_MODULE", "PKCS11_PROVIDER_DEBUG", "PKCS11_MODULE_PATH",     "PKCS11SPY",
    "PKCS11SPY_OUTPUT",      "SOFTHSM2_CONF",         "OPENSC_CONF",            "OPENSC_DEBUG",
    "P11_KIT_DEBUG",         "P11_KIT_STRICT",        "P11_MODULE_CONFIGS",
};

// The memory lock limit of a station may be below 1 MiB: a smaller heap still holds hundreds of keys.
Status setUpHeap()
{
    if (CRYPTO_secure_malloc_initialized())
        return {};
    for (std::size_t size = largestHeap; size >= smallestHeap; size /= 2) {
        const int outcome = CRYPTO_secure_malloc_init(size, smallestBlock);
        if (outcome == 1)
            return {};
        if (outcome == 2) // there, but not locked
            CRYPTO_secure_malloc_done();
        ERR_clear_error();
    }
    return fail(FaultCode::CryptoFailed, "no memory can be locked for secrets (RLIMIT_MEMLOCK below 64 KiB)");
}

std::uint8_t *allocate(std::size_t size)
{
    if (size == 0)
        return nullptr;
    void *memory = OPENSSL_secure_zalloc(size);
    // A full heap must not cost a person their work: such a secret lies in ordinary memory, is wiped all the
    // same, and the process is never dumped.
    if (!memory)
        memory = OPENSSL_zalloc(size);
    if (!memory)
        std::abort();
    return static_cast<std::uint8_t *>(memory);
}

} // namespace

Status prepareProcess()
{
    for (const char *name : foreignVariables)
        unsetenv(name);
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return fail(FaultCode::CryptoFailed, "core dumps cannot be turned off");
    TRY(setUpHeap());
    // A missing passphrase must fail, never ask on /dev/tty.
    answerQuestionsOfOpenSsl();
    return {};
}

Secret::Secret(std::size_t size) : m_data(allocate(size)), m_size(size) {}

Secret Secret::copyOf(BytesView bytes)
{
    Secret secret(bytes.size());
    std::copy(bytes.begin(), bytes.end(), secret.m_data);
    return secret;
}

Secret Secret::fromText(std::string_view text)
{
    return copyOf(BytesView(reinterpret_cast<const std::uint8_t *>(text.data()), text.size()));
}

Result<Secret> Secret::random(std::size_t size)
{
    Secret secret(size);
    if (size > 0 && RAND_priv_bytes_ex(nullptr, secret.m_data, size, 0) != 1)
        return cryptoFault("drawing random bytes");
    return secret;
}

Secret::Secret(Secret &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret::~Secret()
{
    OPENSSL_secure_clear_free(m_data, m_size);
}

Secret Secret::clone() const
{
    return copyOf(view());
}

std::string_view Secret::textView() const
{
    return {reinterpret_cast<const char *>(m_data), m_size};
}

void wipe(std::span<std::uint8_t> bytes)
{
    OPENSSL_cleanse(bytes.data(), bytes.size());
}

void wipe(std::string &text)
{
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

} // namespace caseward::crypto
