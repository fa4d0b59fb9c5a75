// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of the kinds that mark places in documents. Private to core/model.
#pragma once

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/model/eventshape.h"

namespace caseward::model {

template <>
struct Shape<ConditionRef> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &condition)
    {
        io.word("pack", condition.pack);
        io.word("id", condition.id);
    }
};

inline bool isPartOfPicture(const std::vector<Rect> &rects)
{
    return rects.size() == 1 && rects[0].x >= 0 && rects[0].y >= 0 && rects[0].width > 0 && rects[0].height > 0;
}

template <>
struct Shape<Anchor> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &anchor)
    {
        io.id("document", anchor.document);
        io.digest("digest", anchor.documentDigest);
        io.number("page", anchor.span.page, 1, limits::documentPages - 1);
        io.number("start", anchor.span.start, 0, limits::codePointsPerPage);
        io.number("end", anchor.span.end, 0, limits::codePointsPerPage);
        io.quote("quote", anchor.quote);
        io.context("before", anchor.before);
        io.context("after", anchor.after);
        io.rects("rects", anchor.rects);
        // Without words: a part of the page's picture, exactly one rectangle.
        const bool area = anchor.span.start == 0 && anchor.span.end == 0;
        io.require(area || anchor.span.start < anchor.span.end, "end", "is not after the start");
        io.require(!area || (anchor.before.empty() && anchor.after.empty()), "before", "and what is after stand beside no words");
        io.require(!area || isPartOfPicture(anchor.rects), "rects", "is not one part of a picture");
        io.require(isUtf8(anchor.quote) && codePointCount(anchor.quote) == std::size_t{anchor.span.end} - anchor.span.start,
                   "quote", "is not as long as its span");
    }
};

template <>
struct Shape<PassageTied> {
    static constexpr std::string_view kind = "passage.tied";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("passage", event.passage);
        io.object("anchor", event.anchor);
        io.object("condition", event.condition);
        io.named("weight", event.weight);
        io.note("note", event.note);
    }
};

template <>
struct Shape<PassageWeighed> {
    static constexpr std::string_view kind = "passage.weighed";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("passage", event.passage);
        io.named("weight", event.weight);
    }
};

template <>
struct Shape<PassageNoted> {
    static constexpr std::string_view kind = "passage.noted";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("passage", event.passage);
        io.note("note", event.note);
    }
};

template <>
struct Shape<PassageMoved> {
    static constexpr std::string_view kind = "passage.moved";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("passage", event.passage);
        io.object("anchor", event.anchor);
    }
};

template <>
struct Shape<PassageAppraised> {
    static constexpr std::string_view kind = "passage.appraised";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("passage", event.passage);
        io.wordOrNone("reliability", event.reliability);
        io.number("credibility", event.credibility, 0, 6);
        io.wordOrNone("standing", event.standing);
        io.dateOrNone("from", event.from);
        io.dateOrNone("to", event.to);
        io.flag("about", event.about);
        io.require(event.reliability.empty() || (event.reliability.size() == 1 && event.reliability[0] >= 'A' && event.reliability[0] <= 'F'),
                   "reliability", "is none of A to F");
        io.require(event.standing.empty() || event.standing == "admitted" || event.standing == "disputed", "standing",
                   "is neither admitted nor disputed");
    }
};

template <>
struct Shape<PassageUntied> {
    static constexpr std::string_view kind = "passage.untied";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("passage", event.passage);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<ContradictionLinked> {
    static constexpr std::string_view kind = "contradiction.linked";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("contradiction", event.contradiction);
        io.object("claimed", event.claimed);
        io.object("found", event.found);
        io.note("note", event.note);
    }
};

template <>
struct Shape<ContradictionResolved> {
    static constexpr std::string_view kind = "contradiction.resolved";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("contradiction", event.contradiction);
        io.note("resolution", event.resolution);
    }
};

template <>
struct Shape<GapNoted> {
    static constexpr std::string_view kind = "gap.noted";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("gap", event.gap);
        io.line("lane", event.lane);
        io.dateOrNone("from", event.from);
        io.dateOrNone("to", event.to);
        io.objectOrNone("anchor", event.anchor);
        io.note("note", event.note);
    }
};

template <>
struct Shape<GapExplained> {
    static constexpr std::string_view kind = "gap.explained";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("gap", event.gap);
        io.note("explanation", event.explanation);
    }
};

} // namespace caseward::model
