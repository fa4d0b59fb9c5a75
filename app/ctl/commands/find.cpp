// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/casesearch.h"

namespace caseward::ctl {

namespace {

Json::Object factsOf(const session::CaseHit &hit, const std::string &title)
{
    Json::Object facts{{"in", Json(std::string(evidence::hitInName(hit.in)))}, {"match", Json(hit.match)}, {"before", Json(hit.before)}, {"after", Json(hit.after)}};
    if (!hit.document.isNull()) {
        facts.emplace("document", Json(hit.document.text()));
        facts.emplace("title", Json(title));
    }
    if (hit.span.page > 0) {
        facts.emplace("page", Json(hit.span.page));
        facts.emplace("start", Json(hit.span.start));
        facts.emplace("end", Json(hit.span.end));
    }
    if (hit.area)
        facts.emplace("area", Json(Json::Object{{"x", Json(hit.area->x)}, {"y", Json(hit.area->y)}, {"width", Json(hit.area->width)}, {"height", Json(hit.area->height)}}));
    if (!hit.field.empty())
        facts.emplace("field", Json(hit.field));
    if (!hit.label.empty())
        facts.emplace("label", Json(hit.label));
    if (!hit.target.empty())
        facts.emplace("target", Json(hit.target));
    return facts;
}

// "Decision, p. 8", "title of Decision", "note of a passage, Decision, p. 8", "explanation of a gap"
std::string placeOf(const session::CaseHit &hit, const std::string &title)
{
    const std::string page = hit.span.page > 0 ? ", p. " + std::to_string(hit.span.page) : "";
    switch (hit.in) {
    case session::HitIn::Page: return title + page;
    case session::HitIn::Scan: return title + page + ", read by a machine";
    case session::HitIn::Fact: return hit.field + " of " + title + page;
    case session::HitIn::Finding: return "finding, " + hit.field + " " + hit.target;
    case session::HitIn::Reasons: return "reasons, paragraph " + hit.target;
    case session::HitIn::Review: return "review, " + hit.field;
    case session::HitIn::Allegation: return "sub-paragraph " + hit.label + ", " + hit.field;
    default: return hit.field + " of a " + std::string(evidence::hitInName(hit.in)) + (title.empty() ? "" : ", " + title + page);
    }
}

} // namespace

Command find()
{
    return {"find", "<words>", "find words in a case: pages, facts of documents, notes, reasons", {caseOption(), {"most", "number", "at most so many; 100 when not said"}}, true,
            [](Call &call) -> Result<Reply> {
                session::SearchWanted wanted;
                wanted.words = TRY(call.argument(0, "words to find"));
                wanted.most = TRY(call.number("most", 100));
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto dossier = TRY(session.openCase(id));
                Json::Array hits;
                std::string lines;
                std::uint32_t withoutText = 0, damaged = 0;
                session::SearchRound round;
                while (!round.done) {
                    round = TRY(session::searchCase(session, id, wanted, round.next, call.progress()));
                    wanted.most -= round.hits.size();
                    withoutText += round.withoutText;
                    damaged += round.damaged;
                    for (const session::CaseHit &hit : round.hits) {
                        const auto *state = dossier->document(hit.document);
                        const std::string title = state ? state->facts.title : std::string();
                        hits.emplace_back(factsOf(hit, title));
                        lines += placeOf(hit, title) + ": …" + oneLine(hit.before + "[" + hit.match + "]" + hit.after, 140) + "…\n";
                    }
                }
                if (round.cut)
                    lines += "there are more: say --most\n";
                if (withoutText > 0)
                    lines += std::to_string(withoutText) + " pages have no text to search\n";
                if (damaged > 0)
                    lines += "the text of " + std::to_string(damaged) + " pages could not be read: casewardctl check\n";
                const bool nothing = hits.empty();
                return Reply{{{"hits", Json(std::move(hits))}, {"more", Json(round.cut)}, {"pagesWithoutText", Json(withoutText)}, {"pagesDamaged", Json(damaged)}},
                             nothing ? "not found\n" + lines : lines};
            }};
}

} // namespace caseward::ctl
