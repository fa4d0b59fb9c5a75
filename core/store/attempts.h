// SPDX-License-Identifier: GPL-3.0-or-later
// Failed attempts to sign in, counted per person in <vault>/attempts.json: beside the vault and in clear, because nobody is
// signed in when they happen. Each try is written down before it is made, so that killing the program saves no time.
// It slows down guessing at this keyboard; whoever can copy the vault guesses elsewhere, against scrypt. One thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/ids.h"

namespace caseward::store {

struct Attempts {
    std::uint32_t count = 0;            // failures in a row
    Instant first, last;
};

// How long after the last of `count` failures the next try must wait, in milliseconds: nothing up to three, then
// 5 s, doubling to 15 minutes.
[[nodiscard]] std::int64_t delayAfter(std::uint32_t count);

// What stands in the file; a file that cannot be read as what it should be counts as three failures now.
[[nodiscard]] Attempts attemptsOf(const Path &vault, const PersonId &person, Instant now);

// TooManyAttempts with the seconds left ("seconds"); otherwise the try is counted and may be made. A clock set back before the
// last failure waits the whole delay again. A medium that cannot be written counts nothing and lets the try pass.
[[nodiscard]] Status beginAttempt(const Path &vault, const PersonId &person, Instant now);

// After a success: forgets this person's failures. After a fault that was no wrong passphrase: takes back the last count.
void forgetAttempts(const Path &vault, const PersonId &person);
void takeBackAttempt(const Path &vault, const PersonId &person, const Attempts &before);

} // namespace caseward::store
