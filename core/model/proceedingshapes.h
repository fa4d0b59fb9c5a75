// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of the kinds of the proceedings. Private to core/model.
#pragma once

#include "core/model/caseshapes.h"

namespace caseward::model {

// None of these is withdrawn: what was served, stopped or declared is corrected by recording what holds.
template <>
struct Shape<StageMoved> {
    static constexpr std::string_view kind = "stage.moved";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.named("from", event.from);
        io.named("to", event.to);
        io.dayOrNone("on", event.on);
        io.note("reason", event.reason);
        io.require(event.from != event.to, "to", "is where the case stands already");
    }
};

template <>
struct Shape<ClockStarted> {
    static constexpr std::string_view kind = "clock.started";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("clock", event.clock);
        io.line("title", event.title);
        io.word("counts", event.counts);
        io.day("from", event.from);
        io.day("due", event.due);
        io.number("days", event.days, 0, bounds::clockDays);
        io.wordOrNone("unit", event.unit);
        io.flag("goal", event.goal);
        io.lineOrNone("citation", event.citation);
        io.note("reason", event.reason);
        io.require(event.from <= event.due, "due", "is before the day it is counted from");
        io.require(event.unit.empty() || event.unit == "calendar" || event.unit == "business", "unit", "is neither calendar nor business");
        io.require((event.days == 0) == event.unit.empty(), "unit", "goes with a number of days");
    }
};

template <>
struct Shape<ClockExtended> {
    static constexpr std::string_view kind = "clock.extended";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("clock", event.clock);
        io.day("due", event.due);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<ClockStopped> {
    static constexpr std::string_view kind = "clock.stopped";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("clock", event.clock);
        io.day("on", event.on);
        io.flag("done", event.done);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<ClockResumed> {
    static constexpr std::string_view kind = "clock.resumed";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("clock", event.clock);
        io.day("on", event.on);
        io.day("due", event.due);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<EligibilityCondition> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &condition)
    {
        io.note("text", condition.text);
        io.dayOrNone("due", condition.due);
    }
};

template <>
struct Shape<EligibilityRecorded> {
    static constexpr std::string_view kind = "eligibility.recorded";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.line("authority", event.authority);
        io.line("access", event.access);
        io.named("status", event.status);
        io.day("since", event.since);
        io.dayOrNone("until", event.until);
        io.wordOrNone("exception", event.exception);
        io.objects("conditions", event.conditions);
        io.note("reason", event.reason);
        io.digestIfAny("decision", event.decision);
        io.require(event.until.empty() || event.since <= event.until, "until", "is before the day it holds since");
    }
};

template <>
struct Shape<EligibilityMonitored> {
    static constexpr std::string_view kind = "eligibility.monitored";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.line("authority", event.authority);
        io.line("access", event.access);
        io.number("condition", event.condition, 1, bounds::items);
        io.named("standing", event.standing);
        io.day("on", event.on);
        io.ids("evidence", event.evidence);
        io.note("words", event.words);
    }
};

template <>
struct Shape<ReciprocityAnswer> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &answer)
    {
        io.word("question", answer.question);
        io.named("reply", answer.reply);
        io.note("reason", answer.reason);
    }
};

template <>
struct Shape<ReciprocityDecided> {
    static constexpr std::string_view kind = "reciprocity.decided";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("rules", event.rules);
        io.line("authority", event.authority);
        io.line("access", event.access);
        io.line("needed", event.needed);
        io.dayOrNone("investigated", event.investigated);
        io.objects("answers", event.answers);
        io.flag("accepted", event.accepted);
        io.words("grounds", event.grounds);
        io.note("reason", event.reason);
        io.require(!event.accepted || event.grounds.empty(), "grounds", "are those of a refusal");
    }
};

template <>
struct Shape<ConflictDeclared> {
    static constexpr std::string_view kind = "conflict.declared";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("person", event.person);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<LetterIssued> {
    static constexpr std::string_view kind = "letter.issued";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.named("kind", event.kind);
        io.line("addressee", event.addressee);
        io.day("on", event.on);
        io.digest("paper", event.paper);
        io.digest("form", event.form);
        io.word("version", event.version);
    }
};

} // namespace caseward::model
