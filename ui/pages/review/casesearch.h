// SPDX-License-Identifier: GPL-3.0-or-later
// A search through the open case: round after round through the door until it ends, is stopped or another one begins. What
// it has found stays until then. Owned by the search panel; GUI thread, the looking happens elsewhere. A round that fails
// ends the search and says so.
#pragma once

#include "ui/pages/review/casedoor.h"

namespace caseward::ui {

class CaseSearch final : public QObject {
    Q_OBJECT
public:
    enum class Outcome { None, Running, Done, Cut, Stopped, Failed };   // Cut: there are more than are kept
    explicit CaseSearch(CaseDoor *door, QObject *parent = nullptr);

    void start(const QString &words);            // blank words: as forget()
    void stop();
    void forget();                               // nothing looked for, nothing found
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] const std::vector<session::CaseHit> &hits() const { return m_hits; }
    [[nodiscard]] std::uint32_t pagesSearched() const { return m_searched; }
    [[nodiscard]] std::uint32_t pagesTotal() const { return m_total; }
    [[nodiscard]] std::uint32_t pagesWithoutText() const { return m_withoutText; }
    [[nodiscard]] std::uint32_t pagesDamaged() const { return m_damaged; }

    static constexpr std::size_t mostHits = 500;

signals:
    void began();                                // older hits are gone
    void found(std::size_t first);               // hits from here on are new
    void changed();                              // progress or outcome

private:
    void round(const session::SearchFrom &from);
    void take(const session::SearchRound &round);
    CaseDoor *m_door;
    quint64 m_number = 0;                        // the newest search; answers to older ones are dropped
    QString m_words;
    Outcome m_outcome = Outcome::None;
    std::vector<session::CaseHit> m_hits;
    std::uint32_t m_searched = 0, m_total = 0, m_withoutText = 0, m_damaged = 0;
};

} // namespace caseward::ui
