// SPDX-License-Identifier: GPL-3.0-or-later
// The queue a page at a time: filtered, sorted and counted here, so that a hundred thousand cases cost a window no more than a
// hundred. Cases without need to know are in no row and no number. Worker thread.
#pragma once

#include "core/session/sessiontypes.h"

#include <array>
#include <optional>

namespace caseward::session {

class Session;

// Every case belongs to exactly one part. What is in review here, and what cannot be read, is Mine.
enum class DocketPart { Mine, NeedsCountersign, Returned, Elsewhere, Closed };
inline constexpr std::size_t docketParts = 5;
[[nodiscard]] DocketPart partOf(const DocketRow &row);

enum class DocketOrder { Case, Type, State, Due, Read, Open, Holder };

// A word that a case must have: in its number, subject, holder or due day, or by being of one of these types or states (whose names
// in the user's language the caller knows).
struct DocketWord {
    std::string text;                       // letter case does not count for ASCII
    std::vector<std::string> types;
    std::vector<model::CaseStatus> states;
};

struct DocketQuery {
    std::optional<DocketPart> part;         // nothing: every part; where there are words, they are looked for in every part
    std::vector<DocketWord> words;
    DocketOrder order = DocketOrder::Due;
    bool descending = false;
    std::size_t from = 0, count = 200;
};

struct DocketPage {
    std::vector<DocketRow> rows;            // at most query.count
    std::size_t matching = 0;               // cases the query finds
    std::array<std::size_t, docketParts> parts{}; // cases in each part
    std::size_t cases = 0;                  // in all
};

// NotSignedIn, and the faults of the store.
[[nodiscard]] Result<DocketPage> docketPage(Session &session, const DocketQuery &query);

} // namespace caseward::session
