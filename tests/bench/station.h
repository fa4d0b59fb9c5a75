// SPDX-License-Identifier: GPL-3.0-or-later
// A station of its own for a bench, and a large case made without a person reading two thousand pages.
#pragma once

#include "core/base/clock.h"
#include "core/session/office.h"
#include "core/session/session.h"
#include "core/store/vault.h"
#include "tests/bench/times.h"

namespace caseward::bench {

class Station {
public:
    explicit Station(const Path &scratch);                   // an office, one adjudicator, an empty vault
    [[nodiscard]] session::Environment environment() const;
    [[nodiscard]] std::unique_ptr<store::Vault> openVault();
    Result<session::SignedIn> signIn(session::Session &session);
    [[nodiscard]] static crypto::Secret passphrase();        // of the adjudicator
    [[nodiscard]] const crypto::Credential &credential() const { return m_credential; }

    // `entries` entries about `pages` pages in twenty documents, all read, with passages tied, noted and weighed.
    CaseId addLargeCase(std::size_t entries, std::uint32_t pages);

    Path vault;

private:
    SystemClock m_clock;
    mutable SystemRandom m_random;
    session::PersonFiles m_person;
    crypto::Credential m_credential;
};

// A page of text with a box a character, as the reader gives it.
[[nodiscard]] store::PageLayer pageOfText(std::size_t characters);
[[nodiscard]] std::vector<model::Entry> chained(const std::vector<model::Event> &events, const PersonId &actor);

} // namespace caseward::bench
