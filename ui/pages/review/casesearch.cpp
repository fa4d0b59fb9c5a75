// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/casesearch.h"

namespace caseward::ui {

CaseSearch::CaseSearch(CaseDoor *door, QObject *parent) : QObject(parent), m_door(door) {}

void CaseSearch::start(const QString &words)
{
    forget();
    m_words = words.simplified();
    if (m_words.isEmpty())
        return;
    m_outcome = Outcome::Running;
    emit changed();
    round({});
}

void CaseSearch::stop()
{
    if (m_outcome != Outcome::Running)
        return;
    ++m_number;
    m_outcome = Outcome::Stopped;
    emit changed();
}

void CaseSearch::forget()
{
    ++m_number;
    m_words.clear();
    m_hits.clear();
    m_searched = m_total = m_withoutText = m_damaged = 0;
    m_outcome = Outcome::None;
    emit began();
    emit changed();
}

void CaseSearch::round(const session::SearchFrom &from)
{
    session::SearchWanted wanted;
    wanted.words = m_words.toStdString();
    wanted.most = mostHits - m_hits.size();
    QPointer<CaseSearch> self(this);
    m_door->search(wanted, from, [self, number = m_number](const Result<session::SearchRound> &round) {
        if (!self || self->m_number != number)
            return;
        if (round.ok())
            return self->take(*round);
        self->m_outcome = Outcome::Failed;
        emit self->changed();
    });
}

void CaseSearch::take(const session::SearchRound &round)
{
    const std::size_t first = m_hits.size();
    m_hits.insert(m_hits.end(), round.hits.begin(), round.hits.end());
    m_searched = round.pagesSearched;
    m_total = round.pagesTotal;
    m_withoutText += round.withoutText;
    m_damaged += round.damaged;
    if (round.done)
        m_outcome = round.cut ? Outcome::Cut : Outcome::Done;
    if (m_hits.size() > first)
        emit found(first);
    emit changed();
    if (!round.done)
        this->round(round.next);
}

} // namespace caseward::ui
