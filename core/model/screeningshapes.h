// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of the kinds of screening. Private to core/model.
#pragma once

#include "core/model/caseshapes.h"

namespace caseward::model {

template <>
struct Shape<PaperPlace> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &place)
    {
        io.idIfAny("document", place.document);
        io.number("page", place.page, 0, limits::documentPages - 1);
        io.require(place.page == 0 || place.document.has_value(), "page", "is of no document");
    }
};

template <>
struct Shape<SectionJudged> {
    static constexpr std::string_view kind = "section.judged";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("document", event.document);
        io.word("section", event.section);
        io.named("complete", event.complete);
        io.named("consistent", event.consistent);
        io.named("relevant", event.relevant);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<ReleaseRecorded> {
    static constexpr std::string_view kind = "release.recorded";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("kind", event.kind);
        io.dayOrNone("signedOn", event.signedOn);
        io.dayOrNone("validUntil", event.validUntil);
        io.object("place", event.place);
        io.note("note", event.note);
    }
};

template <>
struct Shape<IdentityRecorded> {
    static constexpr std::string_view kind = "identity.recorded";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.named("matter", event.matter);
        io.flag("verified", event.verified);
        io.lineOrNone("means", event.means);
        io.object("place", event.place);
        io.note("note", event.note);
    }
};

template <>
struct Shape<ComponentRecorded> {
    static constexpr std::string_view kind = "component.recorded";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("component", event.component);
        io.named("state", event.state);
        io.object("place", event.place);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<FlagRaised> {
    static constexpr std::string_view kind = "flag.raised";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("flag", event.flag);
        io.note("text", event.text);
        io.object("place", event.place);
    }
};

template <>
struct Shape<FlagDismissed> {
    static constexpr std::string_view kind = "flag.dismissed";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.note("hint", event.hint);       // may name a path of a questionnaire, which is longer than a line
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<DeficiencyNoted> {
    static constexpr std::string_view kind = "deficiency.noted";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("code", event.code);
        io.wordOrNone("section", event.section);
        io.note("text", event.text);
    }
};

template <>
struct Shape<DeficiencySettled> {
    static constexpr std::string_view kind = "deficiency.settled";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.word("code", event.code);
        io.wordOrNone("section", event.section);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<DeficiencyItem> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &item)
    {
        io.word("code", item.code);
        io.wordOrNone("section", item.section);
        io.note("text", item.text);
    }
};

template <>
struct Shape<CaseReturnedDeficient> {
    static constexpr std::string_view kind = "case.returned-deficient";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.line("to", event.to);
        io.objects("items", event.items);
        io.note("words", event.words);
    }
};

} // namespace caseward::model
