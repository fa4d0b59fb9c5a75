// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/events.h"

#include "core/model/allegationshapes.h"
#include "core/model/bodyreader.h"
#include "core/model/bodywriter.h"
#include "core/model/decisionshapes.h"
#include "core/model/passageshapes.h"
#include "core/model/proceedingshapes.h"
#include "core/model/screeningshapes.h"

#include <array>
#include <type_traits>
#include <utility>

namespace caseward::model {

namespace {

struct Kind {
    std::string_view name;
    bool weighing;
    Result<Event> (*decode)(const codec::Json &untrustedBody);
};

template <typename T>
Result<Event> decodeAs(const codec::Json &untrustedBody)
{
    return Event(TRY(BodyReader::read<T>(untrustedBody, std::string(Shape<T>::kind))));
}

template <std::size_t... Index>
constexpr std::array<Kind, sizeof...(Index)> kindsOf(std::index_sequence<Index...>)
{
    return {Kind{Shape<std::variant_alternative_t<Index, Event>>::kind,
                 Shape<std::variant_alternative_t<Index, Event>>::weighing,
                 &decodeAs<std::variant_alternative_t<Index, Event>>}...};
}

constexpr std::size_t knownKinds = std::variant_size_v<Event> - 1;
static_assert(std::is_same_v<std::variant_alternative_t<knownKinds, Event>, UnknownEvent>);
constexpr auto kinds = kindsOf(std::make_index_sequence<knownKinds>());

const Kind *findKind(std::string_view name)
{
    for (const Kind &kind : kinds)
        if (kind.name == name)
            return &kind;
    return nullptr;
}

} // namespace

std::string eventKind(const Event &event)
{
    if (const auto *unknown = std::get_if<UnknownEvent>(&event))
        return unknown->kind;
    return std::string(kinds.at(event.index()).name);
}

codec::Json encodeEvent(const Event &event)
{
    return std::visit(
        [](const auto &it) -> codec::Json {
            using T = std::decay_t<decltype(it)>;
            if constexpr (std::is_same_v<T, UnknownEvent>)
                return it.body;
            else
                return BodyWriter::write(it);
        },
        event);
}

Result<Event> decodeEvent(const std::string &kind, const codec::Json &untrustedBody)
{
    if (!untrustedBody.isObject())
        return fail(FaultCode::Malformed, "the body of a " + kind + " is not an object");
    if (const Kind *known = findKind(kind))
        return known->decode(untrustedBody);
    return Event(UnknownEvent{kind, untrustedBody});
}

Status checkEvent(const Event &event)
{
    if (std::holds_alternative<UnknownEvent>(event))
        return fail(FaultCode::Malformed, "this version writes no " + eventKind(event));
    TRY(decodeEvent(eventKind(event), encodeEvent(event)));
    return {};
}

bool isWeighingKind(std::string_view kind)
{
    const Kind *known = findKind(kind);
    return known != nullptr && known->weighing;
}

bool isKnownKind(std::string_view kind) { return findKind(kind) != nullptr; }

} // namespace caseward::model
