// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/placeoption.h"

#include "core/session/spots.h"

#include <array>
#include <charconv>
#include <cmath>

namespace caseward::ctl {

namespace {

Result<model::Rect> parseArea(const std::string &untrustedText)
{
    std::array<double, 4> numbers{};
    const char *at = untrustedText.data(), *end = at + untrustedText.size();
    bool sound = true;
    for (std::size_t i = 0; sound && i < numbers.size(); ++i) {
        const auto [next, error] = std::from_chars(at, end, numbers[i], std::chars_format::fixed);
        const bool last = i + 1 == numbers.size();
        sound = error == std::errc() && std::isfinite(numbers[i]) && (last ? next == end : next != end && *next == ',');
        at = sound && !last ? next + 1 : next;
    }
    if (!sound)
        return fail(FaultCode::Usage, "--area is X,Y,WIDTH,HEIGHT in points from the top left of the page, such as 72,90,200,36.5");
    return model::Rect{numbers[0], numbers[1], numbers[2], numbers[3]};
}

} // namespace

std::vector<Option> placeOptions()
{
    return {{"quote", "text", "the exact words"},
            {"area", "x,y,w,h", "instead of words a part of the page's picture, in points from its top left; needs --page"},
            {"page", "number", "page; any page when not said"},
            {"occurrence", "number", "which one, from 1"}};
}

Result<model::Anchor> placeAnchor(Call &call, const CaseId &id, const DocumentId &document)
{
    session::Session &session = *TRY(call.session());
    const std::uint32_t page = TRY(call.number("page", 0));
    if (!call.has("area"))
        return session.anchorOf(id, document, page, TRY(call.need("quote")), TRY(call.number("occurrence", 1)));
    if (call.has("quote") || call.has("occurrence"))
        return fail(FaultCode::Usage, "say --quote or --area, not both");
    if (page == 0)
        return fail(FaultCode::Usage, "--area needs --page");
    return session::anchorAt(session, id, document, {page, TRY(parseArea(call.option("area")))});
}

Json::Object placeFacts(const model::Anchor &anchor)
{
    Json::Object facts{{"page", Json(anchor.span.page)}, {"start", Json(anchor.span.start)}, {"end", Json(anchor.span.end)}};
    if (model::isArea(anchor)) {
        const model::Rect &part = anchor.rects.front();
        facts.emplace("area", Json::Array{Json(part.x), Json(part.y), Json(part.width), Json(part.height)});
    }
    return facts;
}

} // namespace caseward::ctl
