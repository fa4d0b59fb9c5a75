// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of the kinds that bring things into a case or carry it about. Private to core/model.
#pragma once

#include "core/base/limits.h"
#include "core/model/eventshape.h"

namespace caseward::model {

template <>
struct Shape<PackRef> {
    template <typename Io, typename Value>
    static void fields(Io &io, Value &pack)
    {
        io.word("id", pack.id);
        io.word("version", pack.version);
        io.digest("digest", pack.digest);
    }
};

template <>
struct Shape<CaseOpened> {
    static constexpr std::string_view kind = "case.opened";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("case", event.caseId);
        io.line("reference", event.reference);
        io.lineOrNone("subject", event.subject);
        io.word("type", event.type);
        io.lineOrNone("access", event.access);
        io.lineOrNone("marking", event.marking);
        io.dayOrNone("due", event.due);
        io.object("pack", event.pack);
        io.flag("demonstration", event.demonstration);
    }
};

template <>
struct Shape<PersonIntroduced> {
    static constexpr std::string_view kind = "person.introduced";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("person", event.person);
        io.line("name", event.name);
        io.words("roles", event.roles);
        io.bytes("certificate", event.certificate, limits::certificateBytes);
    }
};

template <>
struct Shape<DocumentAdded> {
    static constexpr std::string_view kind = "document.added";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("document", event.document);
        io.digest("digest", event.digest);
        io.number("bytes", event.bytes, 1, static_cast<std::int64_t>(limits::documentBytes));
        io.lineOrNone("name", event.name);
        io.line("title", event.title);
        io.named("kind", event.kind);
        io.named("media", event.media);
        io.lineOrNone("source", event.source);
        io.dayOrNone("date", event.date);
        io.lineOrNone("exhibit", event.exhibit);
        io.lineOrNone("marking", event.marking);
        io.number("pages", event.pages, 0, limits::documentPages - 1);
        io.digest("textDigest", event.textDigest);
        io.lineOrNone("engine", event.engine);
        io.lineIfAny("agency", event.agency);
        io.lineIfAny("custody", event.custody);
        io.idIfAny("parent", event.parent);
        io.lineIfAny("part", event.part);
        io.lineIfAny("unreadable", event.unreadable);
        io.require((event.pages == 0) == !event.unreadable.empty(), "pages", "is 0 exactly when the document is unreadable");
        io.require(event.part.empty() || event.parent.has_value(), "part", "is of no document");
    }
};

template <>
struct Shape<DocumentDescribed> {
    static constexpr std::string_view kind = "document.described";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("document", event.document);
        io.line("title", event.title);
        io.named("kind", event.kind);
        io.lineOrNone("source", event.source);
        io.lineOrNone("agency", event.agency);
        io.dayOrNone("date", event.date);
        io.lineOrNone("exhibit", event.exhibit);
        io.lineOrNone("marking", event.marking);
        io.lineOrNone("custody", event.custody);
    }
};

template <>
struct Shape<PagesDisplayed> {
    static constexpr std::string_view kind = "pages.displayed";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("document", event.document);
        io.pages("pages", event.pages);
    }
};

template <>
struct Shape<PagesWaived> {
    static constexpr std::string_view kind = "pages.waived";
    static constexpr bool weighing = true;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("document", event.document);
        io.pages("pages", event.pages);
        io.note("reason", event.reason);
    }
};

template <>
struct Shape<CustodySent> {
    static constexpr std::string_view kind = "custody.sent";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("bundle", event.bundle);
        io.line("toOffice", event.toOffice);
        io.digests("toCertificates", event.toCertificates);
        io.lineOrNone("purpose", event.purpose);
    }
};

template <>
struct Shape<CustodyReceived> {
    static constexpr std::string_view kind = "custody.received";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.id("bundle", event.bundle);
        io.digest("fromCertificate", event.fromCertificate);
    }
};

template <>
struct Shape<EntryWithdrawn> {
    static constexpr std::string_view kind = "entry.withdrawn";
    static constexpr bool weighing = false;
    template <typename Io, typename Value>
    static void fields(Io &io, Value &event)
    {
        io.number("seq", event.seq, 0, static_cast<std::int64_t>(limits::caseEntries) - 1);
        io.note("reason", event.reason);
    }
};

} // namespace caseward::model
