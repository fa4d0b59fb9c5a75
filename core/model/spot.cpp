// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/spot.h"

namespace caseward::model {

bool isArea(const Anchor &anchor)
{
    return anchor.span.start == 0 && anchor.span.end == 0 && anchor.rects.size() == 1;
}

Spot spotOf(const Anchor &anchor)
{
    return isArea(anchor) ? Spot(anchor.span.page, anchor.rects.front()) : Spot(anchor.span);
}

bool samePlace(const Anchor &one, const Anchor &other)
{
    return one.document == other.document && spotOf(one) == spotOf(other);
}

std::string quoteWords(const Anchor &anchor)
{
    return isArea(anchor) ? "[part of the picture]" : anchor.quote;
}

} // namespace caseward::model
