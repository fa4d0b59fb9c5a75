// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of letters: which may be made of a case, what one would say, and the signed PDF that leaves; and the templates a site may
// change, taken in with a security officer's signature as packs are. A letter that is signed is an entry in the case's history.
// Worker thread; the session must outlive it. Failure: a Fault, and nothing changed.
#pragma once

#include "core/letters/content.h"
#include "core/rules/letters.h"
#include "core/session/session.h"

namespace caseward::session {

using letters::Line;
using letters::LineKind;
using rules::LetterUse;

enum class LetterOrigin { Program, Imported };

struct LetterForm {
    letters::Template form;
    Digest digest;                       // of its text
    LetterOrigin origin = LetterOrigin::Program;
    std::string signer, doubt;           // of what was imported; doubt: a newer one is held whose signature holds no more, so it does not count
};

struct LetterChoice {
    model::LetterKind kind;
    std::string draftMissing, issueMissing; // why not now; empty: it may be made
    bool hasDays = false;                // it says how long there is to answer
    std::uint32_t days = 0;              // by the packs of the case; 0: whoever makes it says
    std::string unit;                    // "calendar" or "business"
};

struct LetterWish {
    model::LetterKind kind = model::LetterKind::StatementOfReasons;
    std::string addressee, words;
    std::uint32_t days = 0;              // calendar days; 0: what the packs say
    std::vector<std::string> questions;
    LetterUse use = LetterUse::Issue;
};

// A letter in words, ready to be set on paper.
struct PreparedLetter {
    LetterWish wish;
    std::string title, reference, marking, office, signer, role, on, version;
    bool demonstration = false;
    Digest form;                         // of the template
    std::vector<Line> lines;
    std::uint64_t entries = 0;           // of the history it was made from
};

struct SignedLetter { Path file; Digest paper; DossierPtr dossier; };

class LetterDesk {
public:
    explicit LetterDesk(Session &session) : m_session(session) {}

    Result<std::vector<LetterChoice>> choices(const CaseId &id);
    // NotAllowed with why not now; Malformed without an addressee, days or questions where the letter needs them.
    Result<PreparedLetter> prepare(const CaseId &id, const LetterWish &wish);
    // Signs `pdf`, which was set from `letter`, writes it and enters it in the history: all or none of it. NotAllowed for a draft, or when
    // the case went on since; AlreadyExists; the faults of signing.
    Result<SignedLetter> issue(const CaseId &id, const PreparedLetter &letter, BytesView pdf, const Path &file);

    // ---- templates ----------------------------------------------------------------------------------------------------
    Result<std::vector<LetterForm>> forms();                       // the one that counts, of each kind
    Result<LetterForm> form(model::LetterKind kind);
    // Writes `<kind>.letter` into `folder`. AlreadyExists.
    Result<Path> exportForm(model::LetterKind kind, const Path &folder);
    // Writes the signature beside it, `file`.p7s. NotAllowed for anyone but a security officer; AlreadyExists.
    Result<Path> signForm(const Path &file);
    // `file` and its signature. SignatureInvalid, CertificateUnsuitable, Malformed with the line, VaultReadOnly, NotAllowed.
    Result<LetterForm> importForm(const Path &file);

private:
    [[nodiscard]] Status mayManage() const;
    Session &m_session;
};

// A template file as it is, without any station. Any thread.
[[nodiscard]] Result<letters::Template> readLetterForm(const Path &file);

} // namespace caseward::session
