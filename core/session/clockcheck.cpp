// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/clockcheck.h"

#include <algorithm>

namespace caseward::session {

namespace {

constexpr std::int64_t otherStations = 86'400'000;

// The latest moment that has certainly been, by this list: a clock set back and forth leaves entries out of order.
Instant latestOf(const std::vector<model::Entry> &entries, const StationId &own)
{
    Instant latest;
    for (const model::Entry &entry : entries)
        latest = std::max(latest, entry.station == own ? entry.at : Instant{entry.at.milliseconds - otherStations});
    return latest;
}

} // namespace

Status clockIsRight(const Session::State &state, const OpenCase *target)
{
    const StationId own = state.vault->facts().station;
    Instant latest = latestOf(state.vault->ledger().entries(), own);
    if (target)
        latest = std::max(latest, latestOf(target->file->history().entries(), own));
    const Instant now = state.env.clock.now();
    if (now < latest)
        return fail(FaultCode::ClockSetBack, "the clock says " + toText(now) + ", but something was recorded at " + toText(latest),
                    {{"now", toText(now)}, {"recorded", toText(latest)}});
    return {};
}

} // namespace caseward::session
