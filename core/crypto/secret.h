// SPDX-License-Identifier: GPL-3.0-or-later
// Secret bytes in OpenSSL's secure heap (locked, not dumped), wiped on destruction; in ordinary memory, wiped all the
// same, when that heap is full or not set up (tests). Move only. One thread at a time.
#pragma once

#include "core/base/bytes.h"

#include <memory>

namespace caseward::crypto {

// Call once in main() before any secret exists and any thread runs: sets up the secure heap (1 MiB, locked; down to
// 64 KiB where less may be locked), turns core dumps off, PR_SET_DUMPABLE=0, keeps OpenSSL from ever asking on the
// terminal, and takes OpenSSL's and PKCS#11's variables out of the environment (TOOLING.md section 7).
// CryptoFailed when not even 64 KiB can be locked.
[[nodiscard]] Status prepareProcess();

class Secret {
public:
    Secret() = default;
    explicit Secret(std::size_t size);                  // zeroed
    static Secret copyOf(BytesView bytes);              // the caller wipes its own copy
    static Secret fromText(std::string_view text);
    static Result<Secret> random(std::size_t size);     // RAND_priv_bytes
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    [[nodiscard]] Secret clone() const;
    [[nodiscard]] std::span<std::uint8_t> bytes() { return {m_data, m_size}; }
    [[nodiscard]] BytesView view() const { return {m_data, m_size}; }
    [[nodiscard]] std::string_view textView() const;
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
};

// Overwrites memory the compiler might think dead (OPENSSL_cleanse).
void wipe(std::span<std::uint8_t> bytes);
void wipe(std::string &text);

} // namespace caseward::crypto
