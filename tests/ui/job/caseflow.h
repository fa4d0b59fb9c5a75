// SPDX-License-Identifier: GPL-3.0-or-later
// A case as a script of what is read, tied, alleged, found and decided, and its whole way through the window: made at the queue, read and tied,
// its statement issued by the second person, served and answered, decided, signed, countersigned, its paper written. For Qt Test programs.
#pragma once

#include "caseworker.h"

#include <QTemporaryDir>

namespace caseward::tests {

struct Found { const char *id; int choice; const char *reason; };
struct Alleged {
    const char *guideline, *label, *text, *from;
    std::vector<int> conditions, passages; // rows to tick; the passages of the guideline come first
    int answer;                            // 0 admitted … 3 not answered
    const char *said;
    int finding;                           // 0 for, 1 against, 2 neither
    const char *because;
};
struct Script {
    const char *reference, *subject;
    std::vector<std::pair<const char *, const char *>> files; // name and words, a passage a line
    std::vector<CaseWorker::Passage> passages;                // of the first file
    std::vector<Found> concerns, guidelines, mitigation;      // choices as the segments stand
    std::vector<Alleged> alleged;
    std::vector<const char *> reasons;                        // each cites one passage more than those before, in their order
    const char *outcome, *word;
    const char *exception, *condition;
    std::vector<std::pair<const char *, const char *>> explained; // checks by the beginning of their name in the list, and what is said
};

class CaseFlow : protected CaseWorker {
protected:
    TestOffice m_office;
    Member m_rivera = m_office.enrol("A. Rivera", {crypto::Role::Adjudicator});
    Member m_lee = m_office.enrol("M. Lee", {crypto::Role::Supervisor});
    Path m_vault = m_office.makeVault("station", {m_rivera, m_lee}, {});
    QTemporaryDir m_papers;

    QString work(const Script &script); // to the paper; what is on it, white space aside
    void showProceedings();

private:
    void begin(const Script &script);
    void openCase(const Script &script);
    void step(int number);
    void allege(const Script &script);
    void issue(const Script &script);
    void move(const char *to, const QString &reason, const QString &when = {});
    void findOnAllegations(const Script &script);
    void find(const QString &name, const Found &found);
    void weigh(const Script &script);
    void rationale(const Script &script);
    void explain(const Script &script);
    void sign(const Script &script);
    void secondLevel(const Script &script);
    QString exportPaper(const Script &script);
    [[nodiscard]] QString today() const { return QString::fromStdString(dayOf(m_office.clock.now())); }
};

} // namespace caseward::tests
