// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks of the proceedings: how long they are stands in the pack, from when they count in the history. A clock starts, is
// extended, stops and goes on by entries with a reason. Days are calendar or business days (Monday to Friday but for the holidays of the
// pack's jurisdiction); the day a clock counts from is not counted. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/holidays.h"
#include "core/packs/pack.h"
#include "core/rules/when.h"

namespace caseward::rules {

struct CountedDays {
    DayNumber last = 0;
    std::vector<std::string> holidays;   // that were not counted on the way: "Thanksgiving Day, 2026-11-26"
};
// 2026-11-20 and 3 business days: 2026-11-25. A holiday on a weekend moves nothing.
[[nodiscard]] CountedDays daysAfter(DayNumber from, std::uint32_t days, std::string_view unit, const packs::HolidayList &holidays = {});
// The words of a person, and after them what the program did not count: "served by hand (holiday: Thanksgiving Day, 2026-11-26)".
[[nodiscard]] std::string reasonWith(const std::string &reason, const std::vector<std::string> &holidays);
// These words again, "holiday: …"; empty when there are none.
[[nodiscard]] std::string holidayWords(std::string_view reason);

// The day a clock counts from, as the history has it; nothing while that has not happened. For "request" there is none: it is said.
[[nodiscard]] std::optional<DayNumber> beginningOf(const model::Dossier &dossier, std::string_view counts);

// What a person says when they start a clock; what the pack says is left empty.
struct ClockWish {
    std::string clock;             // id in the pack, or the office's own word: "appeal"
    std::string title, counts;     // of one the pack has not
    std::string from;              // YYYY-MM-DD; only where the history has no such day ("request")
    std::string due;               // YYYY-MM-DD; only of one the pack has not
    std::string reason;
};
// NotAllowed when what it counts from has not happened ("no service is recorded") or it runs already; Malformed when something is
// missing or said that the pack or the history says.
[[nodiscard]] Result<model::ClockStarted> startOf(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const ClockWish &wish, DayNumber today,
                                                  const packs::HolidayList &holidays = {});

// NotFound unless the clock was started and is not done; Malformed for a day that does not fit or without a reason.
[[nodiscard]] Status mayExtend(const model::Dossier &dossier, const model::ClockExtended &event);
[[nodiscard]] Status mayStop(const model::Dossier &dossier, const model::ClockStopped &event, DayNumber today);
// Goes on from `on`: the last day moves by as many days, of the clock's own kind, as it stood still.
[[nodiscard]] Result<model::ClockResumed> resumptionOf(const model::Dossier &dossier, const std::string &clock, const std::string &on,
                                                       const std::string &reason, DayNumber today, const std::vector<packs::PackPtr> &packs = {},
                                                       const packs::HolidayList &holidays = {});

} // namespace caseward::rules
