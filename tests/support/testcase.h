// SPDX-License-Identifier: GPL-3.0-or-later
// A small case through the one door: two documents of plain text, one concern, everything the completeness gate wants.
#pragma once

#include "tests/support/testoffice.h"

namespace caseward::tests {

inline constexpr char caseReport[] = "Report of investigation.\nThere were unpaid debts of 11,842 dollars in 2022.\nMARKER-REPORT\n";
inline constexpr char caseLetter[] = "Dear office,\nI have paid every month since.\nMARKER-LETTER\n";
inline constexpr char denyWord[] = "DENY";

inline session::NewCase caseFacts(const std::string &reference)
{
    session::NewCase facts;
    facts.reference = reference;
    facts.subject = "MARKER-SUBJECT";
    facts.access = "Secret";
    facts.due = "2026-12-31";
    facts.demonstration = true;
    return facts;
}

inline session::NewDocument textDocument(const std::string &name, const std::string &content)
{
    session::NewDocument document;
    document.name = name;
    document.content = toBytes(content);
    document.kind = model::DocumentKind::Letter;
    return document;
}

// A case with its two documents, nothing read yet.
inline CaseId intake(session::Session &session, const std::string &reference)
{
    NoProgress progress;
    const CaseId id = must(session.createCase(caseFacts(reference)));
    must(session.addDocument(id, textDocument("report.txt", caseReport), progress));
    must(session.addDocument(id, textDocument("letter.txt", caseLetter), progress));
    return id;
}

// What is said on every condition of Guideline F, as the gate wants it.
inline std::vector<model::Event> findings(const packs::Pack &pack)
{
    std::vector<model::Event> events;
    events.emplace_back(model::ConditionFound{{pack.id, "19(a)"}, model::ConditionFinding::Established, "MARKER-FINDING"});
    for (const packs::Condition &condition : pack.guideline("F")->mitigating)
        events.emplace_back(model::ConditionFound{{pack.id, condition.id}, model::ConditionFinding::NoEvidence, ""});
    events.emplace_back(model::GuidelineFound{pack.id, "F", model::GuidelineFinding::AgainstSubject, "not mitigated"});
    for (const packs::Factor &factor : pack.factors)
        if (factor.required)
            events.emplace_back(model::FactorWeighed{pack.id, factor.id, "weighed"});
    return events;
}

// Reads, ties, weighs and proposes: afterwards nothing is missing.
inline PassageId review(session::Session &session, const CaseId &id)
{
    const auto dossier = must(session.openCase(id));
    for (const auto &document : dossier->documents)
        must(session.record(id, model::PagesDisplayed{document.facts.document, {1}}));
    const auto pack = must(session.packOf(id));
    const PassageId passage = session.newPassageId();
    const auto anchor = must(session.anchorOf(id, dossier->documents.front().facts.document, 1, "unpaid debts of 11,842 dollars"));
    must(session.record(id, model::PassageTied{passage, anchor, {pack->id, "19(a)"}, model::Weight::Substantial, "MARKER-NOTE"}));
    std::vector<model::Event> events = findings(*pack);
    events.emplace_back(model::ReasonsWritten{{{"MARKER-REASON The debts stand, and the whole person does not outweigh them.", {passage}}}});
    events.emplace_back(model::OutcomeProposed{"deny", "", {}});
    events.emplace_back(model::CheckExplained{"adverse-without-statement", "deny", "told under the rules before these"});
    events.emplace_back(model::CheckExplained{"review-levels", "deny", "S. Senior; advice of L. Legal"});
    must(session.record(id, events));
    return passage;
}

inline session::ExportRequest sendTo(const Path &file, const std::vector<CaseId> &cases, const Member &recipient)
{
    session::ExportRequest request;
    request.cases = cases;
    request.recipients = {recipient.fingerprint()};
    request.file = file;
    request.purpose = "for review";
    request.legalBasis = "test";
    return request;
}

} // namespace caseward::tests
