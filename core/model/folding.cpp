// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/folding.h"

#include "core/ledger/ledger.h"
#include "core/model/fold.h"

#include <utility>

namespace caseward::model {

namespace {

Digest leafOf(const Entry &entry)
{
    return ledger::leafHash(viewOf(encodeEntry(entry)));
}

} // namespace

Folding::Folding() : m_fold(std::make_unique<Fold>()) {}
Folding::Folding(Folding &&) noexcept = default;
Folding &Folding::operator=(Folding &&) noexcept = default;
Folding::~Folding() = default;

Result<Folding> Folding::of(const HistoryView &history)
{
    const std::vector<Event> events = TRY(decodeHistory(history));
    Folding folding;
    TRY(foldInto(*folding.m_fold, history, events));
    folding.m_size = events.size();
    folding.m_head = leafOf(history[events.size() - 1]);
    return folding;
}

bool Folding::isOf(const HistoryView &history) const
{
    if (m_size == 0 || m_size > history.size())
        return false;
    return m_head == (m_size < history.size() ? history[m_size].prev : leafOf(history[m_size - 1]));
}

Status Folding::follow(const HistoryView &history)
{
    if (history.size() == m_size)
        return {};
    const std::size_t from = std::exchange(m_size, 0); // it is only sound again when everything was taken
    if (from == 0 || history.size() < from)
        return fail(FaultCode::HistoryBroken, "a history that is followed goes on");
    if (history.size() > limits::caseEntries)
        return fail(FaultCode::TooLarge, "a history of " + std::to_string(history.size()) + " entries");
    for (std::size_t i = from; i < history.size(); ++i) {
        const Event event = TRY(decodeEntryOf(history, i));
        if (std::holds_alternative<EntryWithdrawn>(event)) {
            *this = TRY(of(history));
            return {};
        }
        TRY(m_fold->take(history[i], event, Fold::Effect::Stands));
    }
    m_size = history.size();
    m_head = leafOf(history[m_size - 1]);
    return {};
}

Dossier Folding::dossier() const
{
    Dossier dossier = m_fold->snapshot();
    dossier.head = m_head;
    return dossier;
}

} // namespace caseward::model
