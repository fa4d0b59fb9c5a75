// SPDX-License-Identifier: GPL-3.0-or-later
// What the statement of reasons needs beside Session::record(): fresh ids, and sub-paragraphs by their label. As Session: worker thread.
#pragma once

#include "core/session/session.h"

namespace caseward::session {

class Allegations {
public:
    explicit Allegations(Session &session) : m_session(session) {}
    [[nodiscard]] AllegationId newId();
    // As it stands now; NotFound, and as openCase().
    Result<model::AllegationState> labelled(const CaseId &id, const std::string &label);
    Result<std::vector<AllegationId>> idsOf(const CaseId &id, const std::vector<std::string> &labels);

private:
    Session &m_session;
};

} // namespace caseward::session
