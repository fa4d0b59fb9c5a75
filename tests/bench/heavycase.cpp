// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/heavycase.h"

namespace caseward::bench {

namespace {

constexpr std::size_t pagesEach = 40;

} // namespace

HeavyCase::HeavyCase(const PersonId &person)
{
    for (const packs::PackPtr &one : need(packs::loadPacks(Path(CASEWARD_RESOURCES) / "packs"), "packs"))
        if (one->id == "us-sead4-2017")
            pack = one;
    intake(person);
    tieAll();
    weigh();
    allege();
    fill();
}

void HeavyCase::intake(const PersonId &person)
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

void HeavyCase::tieAll()
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

void HeavyCase::weigh()
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

void HeavyCase::allege()
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
void HeavyCase::fill()
{
    for (std::size_t turn = 0; events.size() < wantedEntries; ++turn)
        events.push_back(turn % 2 == 0 ? model::Event(model::PassageWeighed{tied[turn % passages], model::Weight::Substantial})
                                       : model::Event(model::PassageNoted{tied[turn % passages], "the account was opened in the year before the interview"}));
}

} // namespace caseward::bench
