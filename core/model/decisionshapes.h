// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of the kinds that weigh, decide and review. Private to core/model.
#pragma once

#include "core/base/limits.h"
#include "core/model/passageshapes.h"

namespace caseward::model {

template <>
struct Shape<ConditionFound> {
    static constexpr std::string_view kind = "condition.found";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.object("condition", event.condition);
        io.named("finding", event.finding);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<GuidelineFound> {
    static constexpr std::string_view kind = "guideline.found";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("pack", event.pack);
        io.word("guideline", event.guideline);
        io.named("finding", event.finding);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<FactorWeighed> {
    static constexpr std::string_view kind = "factor.weighed";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("pack", event.pack);
        io.word("factor", event.factor);
        io.note("text", event.text);
        io.idsIfAny("cites", event.cites);
    }
};

template <>
struct Shape<Paragraph> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &paragraph)
    {
        io.note("text", paragraph.text);
        io.ids("cites", paragraph.cites);
        io.flagIfSet("internal", paragraph.internal);
    }
};

template <>
struct Shape<ReasonsWritten> {
    static constexpr std::string_view kind = "reasons.written";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event) { io.objects("paragraphs", event.paragraphs); }
};

template <>
struct Shape<OutcomeProposed> {
    static constexpr std::string_view kind = "outcome.proposed";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("outcome", event.outcome);
        io.wordOrNone("exception", event.exception);
        io.notes("conditions", event.conditions);
    }
};

template <>
struct Shape<CheckExplained> {
    static constexpr std::string_view kind = "check.explained";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("check", event.check);
        io.lineOrNone("target", event.target);
        io.note("explanation", event.explanation);
    }
};

template <>
struct Shape<DecisionSigned> {
    static constexpr std::string_view kind = "decision.signed";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.digest("digest", event.digest);
        io.canonicalText("decision", event.decision);
        io.bytes("signature", event.signature, limits::cmsBytes);
        io.word("outcome", event.outcome);
    }
};

template <>
struct Shape<ReviewNote> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &note)
    {
        io.lineOrNone("target", note.target);
        io.note("text", note.text);
    }
};

template <>
struct Shape<ReviewReturned> {
    static constexpr std::string_view kind = "review.returned";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.digest("decision", event.decision);
        io.note("reason", event.reason);
        io.objects("notes", event.notes);
    }
};

template <>
struct Shape<ReviewConcurred> {
    static constexpr std::string_view kind = "review.concurred";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.digest("decision", event.decision);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<DecisionCountersigned> {
    static constexpr std::string_view kind = "decision.countersigned";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.digest("decision", event.decision);
        io.bytes("signature", event.signature, limits::cmsBytes);
    }
};

} // namespace caseward::model
