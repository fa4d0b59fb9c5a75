// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/changes.h"

#include "core/model/changetexts.h"
#include "core/model/fold.h"
#include "core/model/withdrawals.h"

namespace caseward::model {

namespace {

// For each thing the newest entry from `first` on that touched it; a withdrawal touches what it withdraws.
std::map<ThingKey, Trace> touchedFrom(const std::vector<Entry> &entries, const std::vector<Event> &events, std::size_t first)
{
    const std::vector<std::size_t> roots = rootsOfWithdrawals(events);
    std::map<ThingKey, Trace> touched;
    for (std::size_t i = first; i < events.size(); ++i)
        if (const auto thing = thingOf(events[roots[i]], roots[i]))
            touched[*thing] = {i, entries[i].at, entries[i].actor};
    return touched;
}

} // namespace

Result<std::vector<Change>> changesSince(const std::vector<Entry> &entries, std::uint64_t seq)
{
    if (seq >= entries.size())
        return fail(FaultCode::HistoryBroken, "there is no entry " + std::to_string(seq));
    const auto first = static_cast<std::size_t>(seq) + 1;
    const std::vector<Event> events = TRY(decodeHistory(entries));
    const std::vector<Event> eventsThen(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(first));
    const auto then = describe(TRY(foldEvents(entries, eventsThen)));
    const auto now = describe(TRY(foldEvents(entries, events)));
    auto touched = touchedFrom(entries, events, first);

    std::map<ThingKey, Change> changes;
    for (const auto &[key, thing] : now) {
        const auto before = then.find(key);
        if (before == then.end())
            changes[key] = {Change::What::Added, {}, {}, {}, thing.words, {}};
        else if (before->second != thing)
            changes[key] = {Change::What::Changed, {}, {}, before->second.words, thing.words, {}};
    }
    for (const auto &[key, thing] : then)
        if (now.count(key) == 0)
            changes[key] = {Change::What::Removed, {}, {}, thing.words, {}, {}};

    std::vector<Change> list;
    for (auto &[key, change] : changes) {
        change.area = areaName(key.first);
        change.key = key.second;
        change.by = touched[key];
        list.push_back(std::move(change));
    }
    return list;
}

} // namespace caseward::model
