// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of reciprocity: the questions of this station with what the record shows on each, and the decision as an entry. As Session:
// worker thread; the session must outlive it. Failure: a Fault, and nothing changed.
#pragma once

#include "core/rules/reciprocity.h"
#include "core/session/session.h"

namespace caseward::session {

using packs::ReciprocityRulesPtr;
using rules::ReciprocityAsked;
using rules::ReciprocityShown;
using rules::reciprocityWords;

// What is shown points into the rules.
struct ReciprocityView {
    ReciprocityRulesPtr rules;
    std::vector<ReciprocityShown> shown;
    std::string due;                       // YYYY-MM-DD, when its clock runs; empty otherwise
};

class ReciprocityDesk {
public:
    explicit ReciprocityDesk(Session &session) : m_session(session) {}

    Result<ReciprocityRulesPtr> rules();   // NotFound when this station has none
    Result<ReciprocityView> show(const CaseId &id, const ReciprocityAsked &asked);
    // Records the decision; its `rules` may be left empty. With `ours`, the authority whose line it becomes here, an acceptance also records
    // "Reciprocity accepted" for what is needed. A clock of reciprocity that runs is done with it. All in one step.
    Result<DossierPtr> decide(const CaseId &id, model::ReciprocityDecided event, const std::string &ours = {});

private:
    Session &m_session;
};

} // namespace caseward::session
