// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen computes again after each entry: the fold, the gate, the matrix and what carries the decision, on a case of 40
// sub-paragraphs, 400 passages and 5,000 entries.
#include "core/model/dossier.h"
#include "core/rules/completeness.h"
#include "core/rules/matrix.h"
#include "core/rules/support.h"
#include "tests/bench/scale.h"
#include "tests/bench/station.h"

namespace caseward::bench {

namespace {

constexpr std::size_t subparagraphs = 40, passages = 400, wantedEntries = 5'000, documents = 12, pagesEach = 40;

struct Heavy {
    packs::PackPtr pack;
    std::vector<model::Event> events;
    std::vector<PassageId> tied;
    std::vector<DocumentId> records;
    SystemClock clock;
    SystemRandom random;

    void intake(const PersonId &person);
    void tieAll();
    void weigh();
    void allege();
    void fill();
};

void Heavy::intake(const PersonId &person)
{
    events.push_back(model::CaseOpened{CaseId::make(clock, random), "BENCH-1", "S-BENCH", "initial", "Secret", "CUI//PRVCY", "2027-01-31", pack->ref(), true});
    events.push_back(model::PersonIntroduced{person, "A. Measurer", {"adjudicator"}, Bytes(900, 7)});
    for (std::size_t number = 0; number < documents; ++number) {
        model::DocumentAdded facts;
        facts.document = DocumentId::make(clock, random);
        facts.name = facts.title = "Document " + std::to_string(number);
        facts.digest = crypto::sha256(viewOf(facts.document.text()));
        facts.bytes = facts.document.text().size();
        facts.pages = pagesEach;
        facts.engine = "poppler 22.12.0";
        records.push_back(facts.document);
        events.push_back(facts);
        for (std::uint32_t page = 1; page <= pagesEach; ++page)
            events.push_back(model::PagesDisplayed{facts.document, {page}});
    }
}

void Heavy::tieAll()
{
    const auto conditions = pack->allConditions();
    for (std::size_t number = 0; number < passages; ++number) {
        tied.push_back(PassageId::make(clock, random));
        model::Anchor anchor;
        anchor.document = records[number % documents];
        anchor.documentDigest = crypto::sha256(viewOf(anchor.document.text()));
        anchor.span = {static_cast<std::uint32_t>(number % pagesEach) + 1, 100, 136};
        anchor.quote = "the account was opened in that year.";
        events.push_back(model::PassageTied{tied.back(), anchor, {pack->id, conditions[number % conditions.size()]->id}, model::Weight::Moderate, "see the credit report"});
        const std::string year = std::to_string(2004 + number % 22);
        events.push_back(model::PassageAppraised{tied.back(), "B", 2, "disputed", year, number % 3 == 0 ? "2026" : year, true});
    }
}

void Heavy::weigh()
{
    for (const packs::Guideline &guideline : pack->guidelines) {
        for (const packs::Condition &it : guideline.disqualifying)
            events.push_back(model::ConditionFound{{pack->id, it.id}, model::ConditionFinding::Established, "as the record says"});
        for (const packs::Condition &it : guideline.mitigating)
            events.push_back(model::ConditionFound{{pack->id, it.id}, model::ConditionFinding::DoesNotApply, "nothing speaks for it"});
        events.push_back(model::GuidelineFound{pack->id, guideline.letter, model::GuidelineFinding::AgainstSubject, "weighed"});
    }
    for (const packs::Factor &factor : pack->factors)
        events.push_back(model::FactorWeighed{pack->id, factor.id, "considered", {tied[0], tied[7]}});
    std::vector<model::Paragraph> reasons;
    for (std::size_t number = 0; number < 40; ++number)
        reasons.push_back({"A paragraph of the reasons.", {tied[number], tied[number + 40]}});
    events.push_back(model::ReasonsWritten{reasons});
}

void Heavy::allege()
{
    std::vector<AllegationId> made;
    for (std::size_t number = 0; number < subparagraphs; ++number) {
        const packs::Guideline &guideline = pack->guidelines[number % 4];
        model::AllegationMade it{AllegationId::make(clock, random), {}};
        it.states.label = std::to_string(number % 4 + 1) + "." + std::string(1 + number / 4 / 26, static_cast<char>('a' + number / 4 % 26));
        it.states.pack = pack->id;
        it.states.guideline = guideline.letter;
        it.states.text = "You owe 24,303 dollars to a bank, and did not answer its letters.";
        it.states.conditions = {guideline.disqualifying.front().id};
        for (std::size_t at = 0; at < 10; ++at)
            it.states.evidence.push_back(tied[(number * 10 + at) % passages]);
        if (!made.empty() && number % 4 == 3)
            it.states.repeats = {made.back()};
        made.push_back(it.allegation);
        events.push_back(it);
        events.push_back(model::AllegationAnswered{it.allegation, model::AllegationAnswer::Denied, "I deny it."});
        for (const packs::Condition &mitigating : guideline.mitigating)
            events.push_back(model::MitigatorWeighed{it.allegation, mitigating.id, model::MitigatorStanding::Refuted, {tied[number]}, "no proof"});
        events.push_back(model::AllegationFound{it.allegation, model::AllegationFinding::Against, {guideline.disqualifying.front().id}, "shown"});
    }
}

// What a long review is made of.
void Heavy::fill()
{
    for (std::size_t turn = 0; events.size() < wantedEntries; ++turn)
        events.push_back(turn % 2 == 0 ? model::Event(model::PassageWeighed{tied[turn % passages], model::Weight::Substantial})
                                       : model::Event(model::PassageNoted{tied[turn % passages], "the account was opened in the year before the interview"}));
}

} // namespace

void benchWeighing(const Path &)
{
    Times times;
    Heavy heavy;
    for (const packs::PackPtr &pack : need(packs::loadPacks(Path(CASEWARD_RESOURCES) / "packs"), "packs"))
        if (pack->id == "us-sead4-2017")
            heavy.pack = pack;
    const PersonId person = PersonId::make(heavy.clock, heavy.random);
    heavy.intake(person);
    heavy.tieAll();
    heavy.weigh();
    heavy.allege();
    heavy.fill();
    const auto entries = chained(heavy.events, person);
    for (int round = 0; round < 30; ++round) {
        times.of("fold 5,000 entries", [&] { return model::foldHistory(entries); });
        const model::Dossier dossier = need(model::foldHistory(entries), "fold");
        times.of("gate of that case", [&]() -> Status {
            return rules::completeness(dossier, *heavy.pack).checks.empty() ? fail(FaultCode::Malformed, "no checks") : Status();
        });
        times.of("matrix by documents", [&]() -> Status {
            return rules::conditionsByDocuments(dossier, *heavy.pack).columns.size() == documents ? Status() : fail(FaultCode::Malformed, "columns");
        });
        times.of("matrix by factors", [&]() -> Status {
            return rules::conditionsByFactors(dossier, *heavy.pack).columns.empty() ? fail(FaultCode::Malformed, "columns") : Status();
        });
        times.of("guidelines by years", [&]() -> Status { return rules::guidelinesByYears(dossier, *heavy.pack).rows.empty() ? fail(FaultCode::Malformed, "rows") : Status(); });
        times.of("what carries the decision", [&]() -> Status {
            return rules::whatCarries(dossier, *heavy.pack).findings.empty() ? fail(FaultCode::Malformed, "findings") : Status();
        });
    }
    times.print();
}

} // namespace caseward::bench
