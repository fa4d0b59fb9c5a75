// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline as the command line shows it. Plain functions; any thread.
#pragma once

#include "app/ctl/command.h"
#include "core/session/answers.h"

namespace caseward::ctl {

inline Json::Object placeFacts(const DocumentId &document, const model::Span &place)
{
    Json::Object facts{{"document", Json(document.text())}, {"page", Json(place.page)}};
    if (place.start < place.end) {
        facts.emplace("start", Json(place.start));
        facts.emplace("end", Json(place.end));
    }
    return facts;
}

inline Json markFacts(const session::Mark &mark, bool dated)
{
    static constexpr const char *kinds[] = {"claimed", "document", "passage", "contradiction"};
    Json::Object facts{{"kind", Json(kinds[static_cast<std::size_t>(mark.kind)])}, {"lane", Json(std::string(session::laneName(mark.lane)))},
                       {"label", Json(mark.label)}, {"from", Json(mark.from)}, {"to", Json(mark.to)}, {"about", Json(mark.isAbout())},
                       {"trouble", Json(std::string(session::troubleWords(mark.trouble)))}, {"place", Json(placeFacts(mark.document, mark.place))}};
    if (dated) {
        facts.emplace("first", Json(session::dayText(mark.first)));
        facts.emplace("last", Json(session::dayText(mark.last)));
    }
    if (mark.passage)
        facts.emplace("passage", Json(mark.passage->text()));
    if (mark.contradiction)
        facts.emplace("contradiction", Json(mark.contradiction->text()));
    return Json(std::move(facts));
}

inline Json gapFacts(const session::GapMark &gap, const session::Timeline &timeline)
{
    Json::Object facts{{"lane", Json(std::string(session::laneName(gap.lane)))}, {"first", Json(session::dayText(gap.first))},
                       {"last", Json(session::dayText(gap.last))}, {"days", Json(gap.days())}, {"found", Json(gap.found)}, {"tail", Json(gap.tail)},
                       {"words", Json(session::sentenceOf(gap, timeline))}, {"note", Json(gap.note)}, {"explanation", Json(gap.explanation)}};
    if (gap.noted)
        facts.emplace("gap", Json(gap.noted->text()));
    return Json(std::move(facts));
}

inline std::string gapLine(const session::GapMark &gap, const session::Timeline &timeline)
{
    return (gap.isExplained() ? "explained  " : gap.noted ? "noted      " : "OPEN       ") + session::sentenceOf(gap, timeline)
        + (gap.noted ? "  [" + gap.noted->text() + "]" : "") + (gap.isExplained() ? "\n           " + oneLine(gap.explanation, 200) : "") + "\n";
}

} // namespace caseward::ctl
