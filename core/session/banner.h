// SPDX-License-Identifier: GPL-3.0-or-later
// The warning that stands before signing in: <vault>/banner.txt, in clear because nobody is signed in yet, or the built-in one.
// Its digest is what a person acknowledges and what the station ledger keeps. Any thread.
#pragma once

#include "core/session/session.h"

namespace caseward::session {

struct Banner { std::string text; Digest digest; bool own = false; };  // own: the office's, not the built-in one

// Malformed when the file is no UTF-8 text of at most limits::bannerBytes.
[[nodiscard]] Result<Banner> bannerOf(const Path &vault);

[[nodiscard]] Result<Banner> bannerOf(Session &session);       // of the open vault

// By a security officer; empty text: the built-in one again. In the station ledger.
[[nodiscard]] Status setBanner(Session &session, const std::string &text);

} // namespace caseward::session
