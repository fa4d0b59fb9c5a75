// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/page.h"

#include <cmath>

namespace caseward::model {

std::string_view mediaTypeName(MediaType type)
{
    switch (type) {
    case MediaType::Pdf: return "application/pdf";
    case MediaType::PlainText: return "text/plain";
    }
    return {};
}

Result<MediaType> parseMediaType(std::string_view name)
{
    if (name == "application/pdf")
        return MediaType::Pdf;
    if (name == "text/plain")
        return MediaType::PlainText;
    return fail(FaultCode::Malformed, "not a media type of ours: " + std::string(name));
}

Rect roundedToHundredths(const Rect &rect)
{
    // Adding 0.0 turns -0.0 into 0.0, so that a rectangle and what JSON keeps of it compare equal.
    const auto rounded = [](double value) { return std::round(value * 100.0) / 100.0 + 0.0; };
    return {rounded(rect.x), rounded(rect.y), rounded(rect.width), rounded(rect.height)};
}

} // namespace caseward::model
