// SPDX-License-Identifier: GPL-3.0-or-later
// The adjudicator's work on a case as data, and its way through the one door. scriptedReview() is the work a person
// wrote down for the demonstration case (resources/demo/job.json); mechanicalReview() fills every box of an arbitrary case
// with words that say that no judgement was made, so that the whole job can be run on real files. One thread.
#pragma once

#include "core/session/session.h"

#include <map>

namespace caseward::ui {

struct ScriptedPlace {
    std::string document;               // file name in the record, or a document id
    std::uint32_t page = 0;             // 0: any
    std::string quote;
};
struct ScriptedTie {
    std::string key;                    // what reasons and contradictions call it
    ScriptedPlace place;
    std::string condition;              // id in the pack
    model::Weight weight = model::Weight::Moderate;
    std::string note;
};
struct ScriptedContradiction { ScriptedPlace claimed, found; std::string note, resolution; };
struct ScriptedGap { std::string lane, from, to, note, explanation; std::optional<ScriptedPlace> anchor; };
struct ScriptedCondition { std::string condition; model::ConditionFinding finding; std::string reason; };
struct ScriptedGuideline { std::string guideline; model::GuidelineFinding finding; std::string reason; };
struct ScriptedFactor { std::string factor, text; std::vector<std::string> cites = {}; };  // keys of ties
struct ScriptedComponent { std::string component, document; };                   // present, and where it is
struct ScriptedParagraph { std::string text; std::vector<std::string> cites; };   // keys of ties

struct ScriptedReview {
    std::vector<ScriptedTie> ties;
    std::vector<ScriptedContradiction> contradictions;
    std::vector<ScriptedGap> gaps;
    std::vector<ScriptedCondition> conditions;
    std::vector<ScriptedGuideline> guidelines;
    std::vector<ScriptedFactor> factors;
    std::vector<ScriptedParagraph> reasons;
    model::OutcomeProposed outcome;
    std::vector<model::CheckExplained> explanations;
    std::vector<ScriptedComponent> components;
};

[[nodiscard]] Result<ScriptedReview> scriptedReview();  // Malformed with what is wrong in job.json

inline constexpr char mechanicalWords[] = "Mechanical trial run, not a judgement.";
// Ties one passage of each document that has text (its first sentence long enough) to conditions of Guidelines E and F in
// turn, finds nothing established, and proposes "no determination made". NotFound when no document has text.
[[nodiscard]] Result<ScriptedReview> mechanicalReview(session::Session &session, const CaseId &id);

// The steps of the work, each on disk when it returns; to be called in this order.
class ReviewRun {
public:
    ReviewRun(session::Session &session, CaseId id, ScriptedReview review);
    Status readEveryPage();             // reads each page and records it as displayed
    Status tiePassages();               // QuoteNotFound names the passage
    Status notePoints();                // contradictions and gaps, still open
    Status settlePoints();              // resolutions and explanations
    Status weigh();                     // findings, factors, reasons, outcome, explained checks

private:
    [[nodiscard]] Result<DocumentId> documentOf(const std::string &name) const;
    [[nodiscard]] Result<model::Anchor> anchorOf(const ScriptedPlace &place) const;
    [[nodiscard]] Result<std::vector<PassageId>> tied(const std::vector<std::string> &keys) const; // NotFound names the key

    session::Session &m_session;
    CaseId m_id;
    ScriptedReview m_review;
    session::DossierPtr m_dossier;
    std::map<std::string, PassageId> m_ties;
    std::vector<ContradictionId> m_contradictions;
    std::vector<GapId> m_gaps;
};

// All steps. The case must be open for review by the signed-in adjudicator.
[[nodiscard]] Status performReview(session::Session &session, const CaseId &id, const ScriptedReview &review);

} // namespace caseward::ui
