// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/withdrawals.h"

namespace caseward::model {

namespace {

// A kind of a newer version may well be one that it allows to withdraw, and has no effect here anyway.
bool mayBeWithdrawn(const Event &event)
{
    return std::holds_alternative<EntryWithdrawn>(event) || std::holds_alternative<UnknownEvent>(event)
           || isWeighingKind(eventKind(event));
}

} // namespace

Result<std::vector<bool>> effectiveEntries(const std::vector<Event> &events)
{
    std::vector<bool> effective(events.size(), true);
    // Backwards: whether a withdrawal stands is decided by later entries only, so one pass is enough.
    for (std::size_t i = events.size(); i-- > 0;) {
        const auto *withdrawal = std::get_if<EntryWithdrawn>(&events[i]);
        if (withdrawal == nullptr)
            continue;
        const std::string place = "entry " + std::to_string(i) + " withdraws entry " + std::to_string(withdrawal->seq);
        if (withdrawal->seq >= i)
            return fail(FaultCode::HistoryBroken, place + ", which is not before it");
        const auto target = static_cast<std::size_t>(withdrawal->seq);
        if (!mayBeWithdrawn(events[target]))
            return fail(FaultCode::HistoryBroken, place + ", a " + eventKind(events[target]));
        if (effective[i])
            effective[target] = false;
    }
    return effective;
}

std::vector<std::size_t> rootsOfWithdrawals(const std::vector<Event> &events)
{
    std::vector<std::size_t> roots(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto *withdrawal = std::get_if<EntryWithdrawn>(&events[i]);
        roots[i] = withdrawal == nullptr ? i : roots[static_cast<std::size_t>(withdrawal->seq)];
    }
    return roots;
}

} // namespace caseward::model
