// SPDX-License-Identifier: GPL-3.0-or-later
// How an event becomes JSON and back, said once. Shape<T>::fields(io, value) lists the fields of T; it is run with a
// BodyWriter (bodywriter.h) to encode and with a BodyReader (bodyreader.h) to decode, so the two cannot drift apart.
// Private to core/model.
#pragma once

#include "core/model/events.h"

namespace caseward::model {

// A specialisation for an event also has `kind` (its name in an entry) and `weighing` (may be withdrawn).
template <typename T>
struct Shape;

// Bounds that only bodies know; the rest stand in core/base/limits.h.
namespace bounds {
inline constexpr std::size_t wordCharacters = 100;
inline constexpr std::size_t lineCharacters = 1'000;
inline constexpr std::size_t contextCharacters = 32;
inline constexpr std::size_t rects = 2'000;
inline constexpr std::int64_t clockDays = 36'500;       // as in a pack
inline constexpr std::size_t items = 1'000;             // roles, paragraphs, cites, notes, certificates
} // namespace bounds

} // namespace caseward::model
