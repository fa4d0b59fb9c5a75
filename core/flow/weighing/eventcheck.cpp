// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/weighing/eventcheck.h"

#include "core/evidence/anchors.h"
#include "core/flow/weighing/allegationcheck.h"
#include "core/flow/weighing/screeningcheck.h"
#include "core/flow/weighing/textcheck.h"
#include "core/model/spot.h"

#include <algorithm>
#include <type_traits>

namespace caseward::flow {

namespace {

struct Checker {
    const model::Dossier &dossier;
    const packs::Pack &pack;
    const model::HistoryView &history;
    const PersonId &actor;
    const PageLookup &pages;

    Status condition(const model::ConditionRef &ref, const packs::Condition **found = nullptr) const
    {
        const packs::Condition *known = ref.pack == pack.id ? pack.condition(ref.id) : nullptr;
        if (!known)
            return fail(FaultCode::UnknownCondition, "pack " + pack.id + " " + pack.version + " has no condition '" + ref.id + "'",
                        {{"condition", ref.id}, {"pack", pack.id}});
        if (found)
            *found = known;
        return {};
    }
    Status anchor(const model::Anchor &place) const
    {
        const model::DocumentState *document = dossier.document(place.document);
        if (!document)
            return notFound("document " + place.document.text());
        const store::PageLayer page = TRY(pages(place.document, place.span.page));
        return evidence::checkAnchor(place, document->facts, page.text, page.size);
    }
    Status tie(const PassageId &id) const
    {
        return dossier.tie(id) ? Status() : Status(notFound("passage " + id.text()));
    }
    Status ties(const std::vector<PassageId> &ids) const
    {
        for (const PassageId &id : ids)
            TRY(tie(id));
        return {};
    }
    Status documentPages(const DocumentId &id, const std::vector<std::uint32_t> &numbers) const
    {
        const model::DocumentState *document = dossier.document(id);
        if (!document)
            return notFound("document " + id.text());
        if (numbers.empty())
            return fail(FaultCode::Malformed, "no pages named");
        for (const std::uint32_t number : numbers)
            if (number < 1 || number > document->facts.pages)
                return notFound("page " + std::to_string(number) + " of '" + document->facts.title + "'");
        return {};
    }

    Status operator()(const model::PagesDisplayed &event) const { return documentPages(event.document, event.pages); }
    Status operator()(const model::PagesWaived &event) const
    {
        TRY(documentPages(event.document, event.pages));
        return needWords(event.reason, "the reason");
    }
    Status operator()(const model::PassageTied &event) const
    {
        TRY(condition(event.condition));
        if (event.passage.isNull() || dossier.tie(event.passage))
            return fail(FaultCode::AlreadyExists, "passage id is null or taken");
        TRY(checkWords(event.note, "the note"));
        return anchor(event.anchor);
    }
    Status operator()(const model::PassageWeighed &event) const { return tie(event.passage); }
    Status operator()(const model::PassageNoted &event) const
    {
        TRY(tie(event.passage));
        return checkWords(event.note, "the note");
    }
    Status operator()(const model::PassageMoved &event) const
    {
        const model::Tie *moved = dossier.tie(event.passage);
        if (!moved)
            return tie(event.passage);
        TRY(anchor(event.anchor));
        if (model::samePlace(moved->anchor, event.anchor))
            return fail(FaultCode::AlreadyExists, "the passage is there already");
        return {};
    }
    Status operator()(const model::PassageAppraised &event) const
    {
        TRY(tie(event.passage));
        TRY(model::checkEvent(event));
        return checkConduct(event.from, event.to);
    }
    Status operator()(const model::DocumentDescribed &event) const
    {
        const model::DocumentState *described = dossier.document(event.document);
        if (!described)
            return notFound("document " + event.document.text());
        TRY(needWords(event.title, "the title"));
        return model::checkEvent(event);
    }
    Status operator()(const model::PassageUntied &event) const
    {
        TRY(tie(event.passage));
        return needWords(event.reason, "the reason");
    }
    Status operator()(const model::ContradictionLinked &event) const
    {
        TRY(anchor(event.claimed));
        TRY(anchor(event.found));
        return checkWords(event.note, "the note");
    }
    Status operator()(const model::ContradictionResolved &event) const
    {
        const auto &list = dossier.contradictions;
        if (std::ranges::find(list, event.contradiction, &model::Contradiction::id) == list.end())
            return notFound("contradiction " + event.contradiction.text());
        return needWords(event.resolution, "the resolution");
    }
    Status operator()(const model::GapNoted &event) const
    {
        TRY(needWords(event.lane, "the lane"));
        const std::int64_t from = TRY(dayNumber(event.from));
        const std::int64_t to = TRY(dayNumber(event.to));
        if (to < from)
            return fail(FaultCode::Malformed, "the gap ends before it begins");
        TRY(checkWords(event.note, "the note"));
        return event.anchor ? anchor(*event.anchor) : Status();
    }
    Status operator()(const model::GapExplained &event) const
    {
        if (std::ranges::find(dossier.gaps, event.gap, &model::Gap::id) == dossier.gaps.end())
            return notFound("gap " + event.gap.text());
        return needWords(event.explanation, "the explanation");
    }
    Status operator()(const model::ConditionFound &event) const
    {
        using model::ConditionFinding;
        const packs::Condition *known = nullptr;
        TRY(condition(event.condition, &known));
        const bool forDisqualifying = event.finding == ConditionFinding::Established || event.finding == ConditionFinding::NotEstablished;
        if (forDisqualifying != packs::isConcern(known->kind))
            return fail(FaultCode::Malformed, "'" + std::string(findingName(event.finding)) + "' is not a finding for " + known->id +
                            ": disqualifying conditions and criteria are established or not-established, what speaks for the person applies, does-not-apply or no-evidence");
        if (event.finding == ConditionFinding::Applies || event.finding == ConditionFinding::NoEvidence)
            return checkWords(event.reason, "the reason");
        return needWords(event.reason, "the reason");
    }
    Status operator()(const model::GuidelineFound &event) const
    {
        if (event.pack != pack.id || !pack.guideline(event.guideline))
            return fail(FaultCode::UnknownCondition, "pack " + pack.id + " has no guideline '" + event.guideline + "'",
                        {{"condition", event.guideline}, {"pack", pack.id}});
        return needWords(event.reason, "the reason");
    }
    Status operator()(const model::FactorWeighed &event) const
    {
        const auto known = std::ranges::find(pack.factors, event.factor, &packs::Factor::id);
        if (event.pack != pack.id || known == pack.factors.end())
            return fail(FaultCode::UnknownCondition, "pack " + pack.id + " has no factor '" + event.factor + "'",
                        {{"condition", event.factor}, {"pack", pack.id}});
        TRY(ties(event.cites));
        return needWords(event.text, "the text");
    }
    Status operator()(const model::ReasonsWritten &event) const
    {
        for (const model::Paragraph &paragraph : event.paragraphs) {
            TRY(needWords(paragraph.text, "a paragraph"));
            TRY(ties(paragraph.cites));
        }
        return {};
    }
    Status operator()(const model::OutcomeProposed &event) const
    {
        const packs::Outcome *outcome = pack.outcome(event.outcome);
        if (!outcome)
            return fail(FaultCode::UnknownCondition, "pack " + pack.id + " has no outcome '" + event.outcome + "'",
                        {{"condition", event.outcome}, {"pack", pack.id}});
        if (!event.exception.empty()) {
            if (std::ranges::find(pack.exceptions, event.exception, &packs::ExceptionCode::code) == pack.exceptions.end())
                return fail(FaultCode::UnknownCondition, "pack " + pack.id + " has no exception '" + event.exception + "'",
                            {{"condition", event.exception}, {"pack", pack.id}});
            if (!outcome->needsException)
                return fail(FaultCode::Malformed, "outcome '" + outcome->id + "' takes no exception");
        }
        for (const std::string &words : event.conditions)
            TRY(needWords(words, "a condition of the outcome"));
        return {};
    }
    Status operator()(const model::CheckExplained &event) const
    {
        TRY(needWords(event.check, "the check"));
        return needWords(event.explanation, "the explanation");
    }
    Status operator()(const model::EntryWithdrawn &event) const
    {
        if (event.seq >= history.size())
            return notFound("entry " + std::to_string(event.seq));
        if (history[event.seq].actor != actor)
            return fail(FaultCode::NotAllowed, "only the person who made an entry may withdraw it");
        return checkWords(event.reason, "the reason");
    }
    template <typename Other>
    Status operator()(const Other &event) const
    {
        if constexpr (std::is_invocable_v<AllegationChecker, const Other &>)
            return AllegationChecker(dossier, pack)(event);
        if constexpr (std::is_invocable_v<ScreeningChecker, const Other &>)
            return ScreeningChecker(dossier)(event);
        return fail(FaultCode::NotAllowed, "this kind of entry has its own use case");
    }
};

} // namespace

Status checkEvent(const model::Event &event, const model::Dossier &dossier, const packs::Pack &pack,
                  const model::HistoryView &history, const PersonId &actor, const PageLookup &pages)
{
    return std::visit(Checker{dossier, pack, history, actor, pages}, event);
}

} // namespace caseward::flow
