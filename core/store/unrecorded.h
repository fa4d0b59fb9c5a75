// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has written in a field of a case and not recorded: kept under the case's key for that person alone, in no history and
// in no bundle. One thread, as the case. Faults: those of Database.
#pragma once

#include "core/store/casefile.h"

namespace caseward::store {

struct UnrecordedWords { std::string place, words; Instant at; };

inline constexpr std::size_t mostUnrecordedBytes = 100'000, mostUnrecordedPlaces = 500, longestUnrecordedPlace = 200;

// In place of earlier words there. TooLarge beyond these.
[[nodiscard]] Status keepUnrecorded(CaseFile &file, const PersonId &person, const UnrecordedWords &words);
[[nodiscard]] Status dropUnrecorded(CaseFile &file, const PersonId &person, const std::string &place); // nothing there is no failure
[[nodiscard]] Result<std::vector<UnrecordedWords>> unrecordedOf(CaseFile &file, const PersonId &person); // by place

} // namespace caseward::store
