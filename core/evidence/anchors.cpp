// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/anchors.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cmath>

namespace caseward::evidence {

namespace {

constexpr std::size_t contextCharacters = 32;
constexpr double leastSide = 2;      // points: less cannot be seen, let alone hit

bool isSpace(char32_t c)
{
    return c == U' ' || c == U'\n' || c == U'\t' || c == U'\r' || c == U'\f' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x3000;
}

// Text with every run of white space as one space, and where each character came from.
struct Squeezed {
    std::u32string text;
    std::vector<std::uint32_t> from;
};

Squeezed squeeze(const std::u32string &text)
{
    Squeezed out;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const bool space = isSpace(text[index]);
        if (space && (out.text.empty() || out.text.back() == U' '))
            continue;
        out.text.push_back(space ? U' ' : text[index]);
        out.from.push_back(static_cast<std::uint32_t>(index));
    }
    return out;
}

std::vector<model::Span> places(const std::string &pageText, std::uint32_t page, const std::string &wanted, std::size_t most)
{
    std::vector<model::Span> found;
    auto text = toCodePoints(pageText);
    auto needleText = toCodePoints(wanted);
    if (!text.ok() || !needleText.ok())
        return found;
    const Squeezed hay = squeeze(*text);
    std::u32string needle = squeeze(*needleText).text;
    while (!needle.empty() && needle.back() == U' ')
        needle.pop_back();
    if (needle.empty())
        return found;
    for (std::size_t at = hay.text.find(needle); at != std::u32string::npos && found.size() < most;
         at = hay.text.find(needle, at + 1))
        found.push_back({page, hay.from[at], hay.from[at + needle.size() - 1] + 1});
    return found;
}

double round2(double value)
{
    return std::round(value * 100.0) / 100.0;
}

// One rectangle a line: neighbouring boxes that overlap vertically by half belong together.
std::vector<model::Rect> linesOf(const std::vector<model::Rect> &boxes, std::uint32_t start, std::uint32_t end)
{
    std::vector<model::Rect> lines;
    for (std::uint32_t index = start; index < end && index < boxes.size(); ++index) {
        const model::Rect &box = boxes[index];
        if (box.width <= 0 || box.height <= 0)
            continue;
        if (!lines.empty()) {
            model::Rect &line = lines.back();
            const double overlap = std::min(line.y + line.height, box.y + box.height) - std::max(line.y, box.y);
            if (overlap > 0.5 * std::min(line.height, box.height) && box.x >= line.x - 1) {
                const double right = std::max(line.x + line.width, box.x + box.width);
                const double bottom = std::max(line.y + line.height, box.y + box.height);
                line.x = std::min(line.x, box.x);
                line.y = std::min(line.y, box.y);
                line.width = right - line.x;
                line.height = bottom - line.y;
                continue;
            }
        }
        lines.push_back(box);
    }
    for (model::Rect &line : lines)
        line = {round2(line.x), round2(line.y), round2(line.width), round2(line.height)};
    return lines;
}

Fault notThere(const model::DocumentAdded &document, std::uint32_t page, const std::string &why)
{
    return fail(FaultCode::QuoteNotFound, "'" + document.title + "', page " + std::to_string(page) + ": " + why,
                {{"document", document.title}, {"page", std::to_string(page)}});
}

// A part of a page's picture: large enough to see, and within the page.
Status checkPart(const model::DocumentAdded &document, std::uint32_t page, const model::Rect &part, const model::PageSize &size)
{
    const bool finite = std::isfinite(part.x) && std::isfinite(part.y) && std::isfinite(part.width) && std::isfinite(part.height);
    if (!finite || part.width < leastSide || part.height < leastSide)
        return notThere(document, page, "the part of the picture is too small");
    // Rounded to hundredths: that much it may stand over.
    if (part.x < 0 || part.y < 0 || part.x + part.width > size.width + 0.02 || part.y + part.height > size.height + 0.02)
        return notThere(document, page, "the part of the picture is not on the page");
    return {};
}

} // namespace

Result<model::Anchor> makeAnchor(const model::DocumentAdded &document, const model::PageText &page,
                                 const model::Span &span)
{
    const std::size_t size = codePointCount(page.text);
    if (span.start >= span.end || span.end > size)
        return notThere(document, span.page, "the place is not on the page");
    if (span.end - span.start > limits::quoteCharacters)
        return fail(FaultCode::TooLarge, "a passage has at most " + std::to_string(limits::quoteCharacters) + " characters");
    model::Anchor anchor;
    anchor.document = document.document;
    anchor.documentDigest = document.digest;
    anchor.span = span;
    anchor.quote = codePointSlice(page.text, span.start, span.end);
    anchor.before = codePointSlice(page.text, span.start < contextCharacters ? 0 : span.start - contextCharacters, span.start);
    anchor.after = codePointSlice(page.text, span.end, span.end + contextCharacters);
    anchor.rects = linesOf(page.boxes, span.start, span.end);
    return anchor;
}

Result<model::Anchor> makeArea(const model::DocumentAdded &document, const model::PageSize &size, const model::Spot &place)
{
    if (!model::isPictured(document.media))
        return notThere(document, place.span.page, "its pages are text: quote the words");
    const model::Rect part = place.area ? model::roundedToHundredths(*place.area) : model::Rect();
    TRY(checkPart(document, place.span.page, part, size));
    model::Anchor anchor;
    anchor.document = document.document;
    anchor.documentDigest = document.digest;
    anchor.span = {place.span.page, 0, 0};
    anchor.rects = {part};
    return anchor;
}

Status checkAnchor(const model::Anchor &anchor, const model::DocumentAdded &document, const model::PageText &page, const model::PageSize &size)
{
    if (anchor.documentDigest != document.digest)
        return notThere(document, anchor.span.page, "the passage was taken from other bytes");
    if (model::isArea(anchor)) {
        const bool sound = model::isPictured(document.media) && anchor.quote.empty() && anchor.before.empty() && anchor.after.empty();
        return sound ? checkPart(document, anchor.span.page, anchor.rects.front(), size)
                     : Status(notThere(document, anchor.span.page, "a part of a picture where there is none"));
    }
    const model::Anchor fresh = TRY(makeAnchor(document, page, anchor.span));
    if (fresh.quote != anchor.quote || fresh.before != anchor.before || fresh.after != anchor.after)
        return notThere(document, anchor.span.page, "the quoted words do not stand at that place");
    return {};
}

std::optional<model::Span> findQuote(const std::string &pageText, std::uint32_t page, const std::string &quote,
                                     std::uint32_t &occurrence)
{
    const auto found = places(pageText, page, quote, occurrence);
    if (found.size() >= occurrence)
        return found.back();
    occurrence -= static_cast<std::uint32_t>(found.size());
    return std::nullopt;
}

} // namespace caseward::evidence
