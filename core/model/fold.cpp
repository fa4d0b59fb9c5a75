// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold.h"

#include "core/ledger/ledger.h"
#include "core/model/withdrawals.h"

#include <algorithm>

namespace caseward::model {

namespace {

// Whoever moves a case on, keeps its clocks or records eligibility weighs nothing.
template <typename Kind>
constexpr bool isProceeding = std::is_same_v<Kind, StageMoved> || std::is_same_v<Kind, ClockStarted> || std::is_same_v<Kind, ClockExtended> ||
                              std::is_same_v<Kind, ClockStopped> || std::is_same_v<Kind, ClockResumed> || std::is_same_v<Kind, EligibilityRecorded> ||
                              std::is_same_v<Kind, EligibilityMonitored> || std::is_same_v<Kind, ReciprocityDecided> || std::is_same_v<Kind, ConflictDeclared> || std::is_same_v<Kind, LetterIssued>;

// Reading, receiving and reviewing make nobody an author; weighing does, and taking back what was weighed.
bool makesAuthor(const Event &event)
{
    return std::visit(
        [](const auto &it) {
            using Kind = std::decay_t<decltype(it)>;
            return !(std::is_same_v<Kind, CaseOpened> || std::is_same_v<Kind, PersonIntroduced> || std::is_same_v<Kind, DocumentAdded> ||
                     std::is_same_v<Kind, PagesDisplayed> || std::is_same_v<Kind, PagesWaived> || std::is_same_v<Kind, ReviewReturned> ||
                     std::is_same_v<Kind, ReviewConcurred> || std::is_same_v<Kind, DecisionCountersigned> || std::is_same_v<Kind, CustodySent> ||
                     std::is_same_v<Kind, CustodyReceived> || std::is_same_v<Kind, CaseReturnedDeficient> || std::is_same_v<Kind, UnknownEvent> || isProceeding<Kind>);
        },
        event);
}

} // namespace

Status Fold::take(const Entry &entry, const Event &event, Effect effect)
{
    m_trace = {entry.seq, entry.at, entry.actor};
    m_effect = effect;
    stepBefore(event);
    const Status status = std::visit([this](const auto &it) { return on(it); }, event);
    if (!status.ok())
        return fail(status.fault().code, "entry " + std::to_string(entry.seq) + " (" + entry.kind + "): " + status.fault().detail,
                    {{"entry", std::to_string(entry.seq)}});
    m_dossier.size = entry.seq + 1;
    m_dossier.last = entry.at;
    m_dossier.lastActor = entry.actor;
    if (makesAuthor(event))
        m_dossier.authors.insert(entry.actor);
    return {};
}

Dossier Fold::finish()
{
    m_dossier.ties = m_ties.take();
    m_dossier.contradictions = m_contradictions.take();
    m_dossier.gaps = m_gaps.take();
    m_dossier.allegations = m_allegations.take();
    return std::move(m_dossier);
}

Dossier Fold::snapshot() const
{
    Dossier dossier = m_dossier;
    dossier.ties = m_ties.copy();
    dossier.contradictions = m_contradictions.copy();
    dossier.gaps = m_gaps.copy();
    dossier.allegations = m_allegations.copy();
    return dossier;
}

Status Fold::referTo(bool known, const char *what, const std::string &id) const
{
    // Once a kind we cannot read is in the history, a thing we never saw may be its doing: pass over it.
    if (known || m_dossier.readOnly)
        return {};
    return fail(FaultCode::HistoryBroken, std::string("there is no ") + what + " " + id);
}

Fault Fold::repeated(const char *what, const std::string &id)
{
    return fail(FaultCode::HistoryBroken, std::string("there is already a ") + what + " " + id);
}

Result<Event> decodeEntryOf(const HistoryView &history, std::size_t seq)
{
    const Entry &entry = history[seq];
    const std::string place = "entry " + std::to_string(seq);
    if (entry.seq != seq)
        return fail(FaultCode::HistoryBroken, place + " says that it is " + std::to_string(entry.seq));
    auto event = decodeEvent(entry.kind, entry.body);
    if (!event.ok())
        return fail(event.fault().code, place + ": " + event.fault().detail, {{"entry", std::to_string(seq)}});
    if (std::holds_alternative<CaseOpened>(*event) != (seq == 0))
        return fail(FaultCode::HistoryBroken, place + " is a " + entry.kind);
    return event;
}

Result<std::vector<Event>> decodeHistory(const HistoryView &history)
{
    if (history.size() == 0)
        return fail(FaultCode::HistoryBroken, "a history without entries");
    if (history.size() > limits::caseEntries)
        return fail(FaultCode::TooLarge, "a history of " + std::to_string(history.size()) + " entries");
    std::vector<Event> events;
    events.reserve(history.size());
    for (std::size_t i = 0; i < history.size(); ++i)
        events.push_back(TRY(decodeEntryOf(history, i)));
    return events;
}

Status foldInto(Fold &fold, const HistoryView &history, const std::vector<Event> &events)
{
    const std::vector<bool> effective = TRY(effectiveEntries(events));
    for (std::size_t i = 0; i < events.size(); ++i)
        TRY(fold.take(history[i], events[i], effective[i] ? Fold::Effect::Stands : Fold::Effect::Withdrawn));
    return {};
}

Result<Dossier> foldEvents(const HistoryView &history, const std::vector<Event> &events)
{
    Fold fold;
    TRY(foldInto(fold, history, events));
    Dossier dossier = fold.finish();
    dossier.head = ledger::leafHash(viewOf(encodeEntry(history[events.size() - 1])));
    return dossier;
}

Result<Dossier> foldPrefix(const std::vector<Entry> &entries, std::uint64_t size)
{
    if (size == 0 || size > entries.size())
        return fail(FaultCode::HistoryBroken, "a history of " + std::to_string(entries.size()) + " entries has no first "
                                                  + std::to_string(size));
    const HistoryView history = HistoryView(entries).first(static_cast<std::size_t>(size));
    return foldEvents(history, TRY(decodeHistory(history)));
}

Result<Dossier> foldHistory(const std::vector<Entry> &entries) { return foldPrefix(entries, entries.size()); }

} // namespace caseward::model
