// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of screening: what the forms of this station find in a case, what people say of it, and the way back to the sender of a
// file that falls short. What is found is computed whenever it is asked for; only what people say is written. Worker thread; the session
// must outlive it. Failure: a Fault, and nothing changed, but for returnDeficient().
#pragma once

#include "core/rules/screening.h"
#include "core/session/session.h"

namespace caseward::session {

using rules::dayText;
using rules::FileItem;
using rules::FormScreening;
using rules::Hint;
using rules::HintPlace;
using rules::Screening;
using rules::SectionResult;
using rules::SectionState;
using rules::stateWords;

// The forms are what the screening points into.
struct Screened {
    packs::FormsPtr forms;
    Screening found;
    // The hint of that id, flags and the coverage among them; null when there is none now.
    [[nodiscard]] const Hint *hint(const std::string &id) const;
    [[nodiscard]] const FormScreening *form(const DocumentId &document) const;
};

// What goes back to the sender, in words, and the codes it is made of.
struct DeficiencyLetter {
    std::string to, reference, subject, date, words;
    struct Item { std::string code, title, section, sectionTitle, text; };
    std::vector<Item> items;           // those that are not settled, by section
    [[nodiscard]] std::string text() const; // plain text, one item a paragraph
};

class ScreeningDesk {
public:
    explicit ScreeningDesk(Session &session) : m_session(session) {}

    // NotFound when this station has no forms file.
    Result<packs::FormsPtr> forms();
    // As of a day (YYYY-MM-DD; empty: today, UTC); Malformed for what is none.
    Result<Screened> screen(const CaseId &id, const std::string &asOf);

    // SectionJudged, ReleaseRecorded, IdentityRecorded, ComponentRecorded, FlagRaised, FlagDismissed, DeficiencyNoted and
    // DeficiencySettled, checked against the forms too: NotFound for a section, release, component, code or hint that is not there.
    // `asOf`: the day of the screening that found the hint, as screen() takes it.
    Result<DossierPtr> record(const CaseId &id, const model::Event &event, const std::string &asOf = {});
    [[nodiscard]] model::FlagId newFlagId();

    // NotAllowed when no deficiency is open.
    Result<DeficiencyLetter> letter(const CaseId &id, const std::string &to, const std::string &words);
    // Writes down what is asked for, then seals the case for the sender with the purpose "deficient"; custody goes with it. A case that
    // is in screening is then at the stage "returned as deficient". When the bundle
    // cannot be made the fault says so and the entry stands; tried again with the same words it is not written twice.
    Result<BundleSent> returnDeficient(const CaseId &id, const std::string &to, const std::string &words, ExportRequest request, Progress &progress);

private:
    Session &m_session;
};

} // namespace caseward::session
