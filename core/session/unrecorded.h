// SPDX-License-Identifier: GPL-3.0-or-later
// Words that whoever is signed in was writing when the lock came, the case was left or the program ended: kept for them alone under the
// case's key until they are recorded or struck out. They are no part of the record: no history, no bundle, no paper. Worker thread.
#pragma once

#include "core/session/session.h"

namespace caseward::session {

struct Unrecorded { std::string place, words; Instant at; }; // place: the name of the field, as the window has it

class UnrecordedDesk {
public:
    explicit UnrecordedDesk(Session &session) : m_session(session) {}
    Result<std::vector<Unrecorded>> of(const CaseId &id);
    // Words that are nothing but white space drop what was kept. NotSignedIn, NotFound, VaultReadOnly, TooLarge.
    Status keep(const CaseId &id, const std::string &place, const std::string &words);

private:
    Session &m_session;
};

} // namespace caseward::session
