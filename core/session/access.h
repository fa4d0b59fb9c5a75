// SPDX-License-Identifier: GPL-3.0-or-later
// Need to know, case by case: who can open it, why, until when; granting, withdrawing (under a new key), and cases that two people
// must open together. Every change is in the station ledger. Worker thread; the session must outlive it.
// Failure: NotAllowed, NotFound, Malformed (no reason), NotSignedIn, VaultReadOnly; then nothing has changed.
#pragma once

#include "core/session/session.h"

namespace caseward::session {

enum class AccessPart { Whole, First, Second };

struct CaseAccess {
    PersonId person;
    std::string name;
    Digest fingerprint;
    AccessPart part = AccessPart::Whole;
    std::string reason;
    Instant expires;                    // 0: without end
    std::string grantedBy;              // name; empty: whoever made or received the case here
    Instant at;
    bool expired = false;
    bool recovery = false;              // the organisation's recovery certificate
};

struct Grant {
    CaseId caseId;
    PersonId person;                    // a member of this vault
    std::string reason;
    std::string expires;                // last day, YYYY-MM-DD; empty: without end
    AccessPart part = AccessPart::First; // for a case of two people: whose half
};

class AccessDesk {
public:
    explicit AccessDesk(Session &session) : m_session(session) {}
    Result<std::vector<CaseAccess>> list(const CaseId &id);
    // The cases a person of this vault may open; ids only, so that whoever keeps the people learns no case number.
    Result<std::vector<CaseId>> casesOf(const PersonId &person);
    Status grant(const Grant &grant);
    // Re-keys the case: what the person has copied so far stays readable to them, nothing later does.
    Status withdraw(const CaseId &id, const PersonId &person, const std::string &reason);
    // From now on one of `first` and one of `second` are needed together; nobody may be in both.
    Status requireTwo(const CaseId &id, const std::vector<PersonId> &first, const std::vector<PersonId> &second,
                      const std::string &reason);
    Status requireOne(const CaseId &id, const std::string &reason); // everybody of both halves by themselves again

    // The second person gives their key at this desk, until dismissed or locked. WrongPassphrase, TooManyAttempts, NotAllowed (the
    // same person), and what unlocking says.
    Result<std::string> admitSecond(const UnlockRequest &request);  // their name
    void dismissSecond();                                           // closes the cases that need them
    [[nodiscard]] const std::string &second() const;                // name of who is here beside the one signed in; empty: nobody

private:
    Session &m_session;
};

} // namespace caseward::session
