// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of the kinds that make a statement of reasons and of those that name packs. Private to core/model.
#pragma once

#include "core/model/caseshapes.h"

namespace caseward::model {

template <>
struct Shape<Allegation> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &states)
    {
        io.word("label", states.label);
        io.word("pack", states.pack);
        io.word("guideline", states.guideline);
        io.note("text", states.text);
        io.dateOrNone("from", states.from);
        io.dateOrNone("to", states.to);
        io.flag("about", states.about);
        io.words("conditions", states.conditions);
        io.ids("evidence", states.evidence);
        io.ids("repeats", states.repeats);
    }
};

template <>
struct Shape<AllegationMade> {
    static constexpr std::string_view kind = "allegation.made";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("allegation", event.allegation);
        io.object("states", event.states);
    }
};

template <>
struct Shape<AllegationAmended> {
    static constexpr std::string_view kind = "allegation.amended";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("allegation", event.allegation);
        io.object("states", event.states);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<AllegationDropped> {
    static constexpr std::string_view kind = "allegation.dropped";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("allegation", event.allegation);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<AllegationAnswered> {
    static constexpr std::string_view kind = "allegation.answered";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("allegation", event.allegation);
        io.named("answer", event.answer);
        io.note("words", event.words);
    }
};

template <>
struct Shape<AllegationAppraised> {
    static constexpr std::string_view kind = "allegation.appraised";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("allegation", event.allegation);
        io.wordOrNone("given", event.given);
        io.note("view", event.view);
        io.note("recency", event.recency);
        io.named("frequency", event.frequency);
        io.require(event.given.empty() || (event.given.size() == 1 && event.given[0] >= 'A' && event.given[0] <= 'D'), "given",
                   "is not A, B, C or D");
    }
};

template <>
struct Shape<MitigatorWeighed> {
    static constexpr std::string_view kind = "mitigator.weighed";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("allegation", event.allegation);
        io.word("condition", event.condition);
        io.named("standing", event.standing);
        io.ids("evidence", event.evidence);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<AllegationFound> {
    static constexpr std::string_view kind = "allegation.found";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("allegation", event.allegation);
        io.named("finding", event.finding);
        io.words("established", event.established);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<PackJoined> {
    static constexpr std::string_view kind = "pack.joined";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.object("pack", event.pack);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<PackMoved> {
    static constexpr std::string_view kind = "pack.moved";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.object("from", event.from);
        io.object("to", event.to);
        io.note("reason", event.reason);
        io.require(event.from.id == event.to.id, "to", "is another pack, not another version");
    }
};

} // namespace caseward::model
