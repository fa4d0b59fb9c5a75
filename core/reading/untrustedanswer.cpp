// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/untrustedanswer.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace caseward::reading {

namespace {

Fault lie(const char *what)
{
    return fail(FaultCode::ReaderFailed, std::string("the reader's answer is wrong: ") + what);
}

bool isForbiddenControl(unsigned char first, unsigned char second)
{
    if (first < 0x20)
        return first != '\n' && first != '\t';
    // C1 is C2 80 … C2 9F in UTF-8.
    return first == 0x7f || (first == 0xc2 && second < 0xa0);
}

bool hasForbiddenControl(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : '\xff'; };
        if (isForbiddenControl(static_cast<unsigned char>(at(i)), static_cast<unsigned char>(at(i + 1))))
            return true;
    }
    return false;
}

bool isSide(double points)
{
    return std::isfinite(points) && points > 0 && points <= limits::pagePointsSide;
}

// Nothing when the box is not finite or turned inside out.
std::optional<model::Rect> clippedBox(const wire::Box &untrusted, const model::PageSize &page)
{
    const bool finite = std::isfinite(untrusted.x) && std::isfinite(untrusted.y) && std::isfinite(untrusted.width)
        && std::isfinite(untrusted.height);
    if (!finite || untrusted.width < 0 || untrusted.height < 0)
        return std::nullopt;
    const double left = std::clamp(untrusted.x, 0.0, page.width);
    const double top = std::clamp(untrusted.y, 0.0, page.height);
    const double right = std::clamp(untrusted.x + untrusted.width, left, page.width);
    const double bottom = std::clamp(untrusted.y + untrusted.height, top, page.height);
    return model::Rect{left, top, right - left, bottom - top};
}

Result<std::vector<model::Rect>> checkedBoxes(BytesView untrusted, std::size_t count, const model::PageSize &page)
{
    std::vector<model::Rect> boxes;
    boxes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        wire::Box box;
        std::memcpy(&box, untrusted.data() + i * sizeof box, sizeof box);
        const std::optional<model::Rect> good = clippedBox(box, page);
        if (!good)
            return lie("a box is not a rectangle");
        boxes.push_back(*good);
    }
    return boxes;
}

bool isWithinOne(std::uint32_t untrustedPixels, double expected)
{
    return std::abs(static_cast<double>(untrustedPixels) - expected) <= 1.0;
}

} // namespace

Result<std::vector<model::PageSize>> checkedPages(const Answer &untrusted)
{
    const std::uint32_t count = untrusted.untrusted.first;
    if (count == 0 || count >= limits::documentPages)
        return lie("number of pages");
    const Mapping memory = TRY(mapSealedMemory(untrusted.memory, count * sizeof(wire::Size)));
    std::vector<model::PageSize> pages;
    pages.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        wire::Size size;
        std::memcpy(&size, memory.start.get() + i * sizeof size, sizeof size);
        if (!isSide(size.width) || !isSide(size.height))
            return lie("size of a page");
        pages.push_back({size.width, size.height});
    }
    return pages;
}

Result<model::PageText> checkedText(const Answer &untrusted, const model::PageSize &page)
{
    const std::size_t textBytes = untrusted.untrusted.first;
    const std::size_t boxCount = untrusted.untrusted.second;
    if (textBytes > limits::codePointsPerPage * std::size_t(4) || boxCount > limits::codePointsPerPage)
        return fail(FaultCode::TooLarge, "the page has more text than this program reads");
    model::PageText result;
    if (textBytes == 0) {
        if (boxCount != 0 || untrusted.memory.isOpen())
            return lie("boxes without text");
        return result;
    }
    const std::size_t offset = wire::boxesOffset(textBytes);
    const Mapping memory = TRY(mapSealedMemory(untrusted.memory, offset + boxCount * sizeof(wire::Box)));
    result.text = toText(memory.bytes().first(textBytes));
    if (!isUtf8(result.text) || hasForbiddenControl(result.text))
        return lie("text");
    const std::size_t codePoints = codePointCount(result.text);
    if (codePoints > limits::codePointsPerPage)
        return fail(FaultCode::TooLarge, "the page has more text than this program reads");
    if (boxCount != 0 && boxCount != codePoints)
        return lie("number of boxes");
    result.boxes = TRY(checkedBoxes(memory.bytes().subspan(offset), boxCount, page));
    return result;
}

Result<PixelSize> pixelSizeOf(const model::PageSize &page, double dpi)
{
    if (!std::isfinite(dpi) || dpi <= 0)
        return fail(FaultCode::Usage, "a resolution is a positive number");
    const PixelSize size = {page.width * dpi / 72.0, page.height * dpi / 72.0};
    // One pixel more each way, for the engine's rounding.
    const double width = size.width + 1, height = size.height + 1;
    if (width > limits::pagePixelsSide || height > limits::pagePixelsSide
        || width * height > static_cast<double>(limits::pagePixels))
        return fail(FaultCode::TooLarge, "the page would have too many pixels at this resolution");
    return size;
}

Result<CheckedPixels> checkedPixels(const Answer &untrusted, const model::PageSize &page, double dpi)
{
    const PixelSize expected = TRY(pixelSizeOf(page, dpi));
    CheckedPixels pixels;
    pixels.width = untrusted.untrusted.first;
    pixels.height = untrusted.untrusted.second;
    if (pixels.width == 0 || pixels.height == 0 || !isWithinOne(pixels.width, expected.width)
        || !isWithinOne(pixels.height, expected.height))
        return lie("size of the image");
    if (untrusted.memory.isOpen())
        return lie("memory with pixels");
    return pixels;
}

::caseward::Status checkedRows(const Answer &untrusted, std::uint32_t rows)
{
    if (untrusted.untrusted.first != rows || untrusted.memory.isOpen())
        return lie("rows of the image");
    return {};
}

Result<std::vector<PartFacts>> checkedParts(const Answer &untrusted)
{
    const std::uint32_t count = untrusted.untrusted.first;
    const std::uint64_t nameBytes = untrusted.untrusted.second;
    if (count > limits::documentParts || nameBytes > count * std::uint64_t(limits::partNameBytes))
        return lie("number of parts");
    std::vector<PartFacts> parts;
    if (count == 0) {
        if (untrusted.memory.isOpen())
            return lie("memory without parts");
        return parts;
    }
    const std::size_t namesAt = count * sizeof(wire::PartEntry);
    const Mapping memory = TRY(mapSealedMemory(untrusted.memory, namesAt + nameBytes));
    BytesView names = memory.bytes().subspan(namesAt);
    std::uint64_t total = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        wire::PartEntry entry;
        std::memcpy(&entry, memory.start.get() + i * sizeof entry, sizeof entry);
        if (entry.bytes > wire::largestAnswer || (total += entry.bytes) > limits::documentBytes)
            return lie("size of a part");
        if (entry.nameBytes == 0 || entry.nameBytes > limits::partNameBytes || entry.nameBytes > names.size())
            return lie("length of a part's name");
        PartFacts part = {toText(names.first(entry.nameBytes)), entry.bytes};
        names = names.subspan(entry.nameBytes);
        const bool hasBreak = part.untrustedName.find_first_of("\n\t") != std::string::npos;
        if (!isUtf8(part.untrustedName) || hasForbiddenControl(part.untrustedName) || hasBreak)
            return lie("name of a part");
        parts.push_back(std::move(part));
    }
    if (!names.empty())
        return lie("names of parts");
    return parts;
}

Result<Bytes> checkedPart(const Answer &untrusted, const PartFacts &listed)
{
    if (untrusted.untrusted.first != listed.bytes)
        return lie("size of a part");
    if (listed.bytes == 0) {
        if (untrusted.memory.isOpen())
            return lie("memory of an empty part");
        return Bytes();
    }
    const Mapping memory = TRY(mapSealedMemory(untrusted.memory, listed.bytes));
    return Bytes(memory.bytes().begin(), memory.bytes().end());
}

Result<std::vector<FieldPlace>> checkedFields(const Answer &untrusted, std::size_t pages)
{
    const std::uint32_t count = untrusted.untrusted.first;
    const std::uint64_t pathBytes = untrusted.untrusted.second;
    if (count > limits::questionnaireAnswers || pathBytes > count * std::uint64_t(limits::answerPathBytes))
        return lie("number of answers");
    std::vector<FieldPlace> places;
    if (count == 0) {
        if (untrusted.memory.isOpen())
            return lie("memory without answers");
        return places;
    }
    const std::size_t pathsAt = count * sizeof(wire::FieldEntry);
    const Mapping memory = TRY(mapSealedMemory(untrusted.memory, pathsAt + pathBytes));
    BytesView paths = memory.bytes().subspan(pathsAt);
    places.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        wire::FieldEntry entry;
        std::memcpy(&entry, memory.start.get() + i * sizeof entry, sizeof entry);
        const model::Span span = {entry.page, entry.start, entry.end};
        // Answers do not overlap, so that together they are no more than the text.
        const bool follows = places.empty() || span.page > places.back().span.page
            || (span.page == places.back().span.page && span.start >= places.back().span.end);
        if (span.page == 0 || span.page > pages || span.start >= span.end || !follows)
            return lie("place of an answer");
        if (entry.pathBytes == 0 || entry.pathBytes > limits::answerPathBytes || entry.pathBytes > paths.size())
            return lie("length of an answer's path");
        std::string path = toText(paths.first(entry.pathBytes));
        paths = paths.subspan(entry.pathBytes);
        if (!isUtf8(path) || hasForbiddenControl(path) || path.find_first_of("\n\t") != std::string::npos)
            return lie("path of an answer");
        places.push_back({std::move(path), span});
    }
    if (!paths.empty())
        return lie("paths of answers");
    return places;
}

Result<std::vector<model::Answer>> answersAt(std::span<const FieldPlace> places, const std::string &text)
{
    const std::u32string codePoints = TRY(toCodePoints(text));
    std::vector<model::Answer> answers;
    answers.reserve(places.size());
    for (const FieldPlace &place : places) {
        if (place.span.end > codePoints.size())
            return lie("end of an answer");
        answers.push_back({place.path, toUtf8(std::u32string_view(codePoints).substr(place.span.start, place.span.end - place.span.start)), place.span});
    }
    return answers;
}

Result<std::string> checkedEngine(const Answer &untrusted)
{
    const char *name = untrusted.untrusted.engine;
    const std::size_t length = ::strnlen(name, sizeof untrusted.untrusted.engine);
    const bool printable = std::all_of(name, name + length, [](char c) { return c >= 0x20 && c < 0x7f; });
    if (length == 0 || length == sizeof untrusted.untrusted.engine || !printable)
        return lie("name of the engine");
    return std::string(name, length);
}

} // namespace caseward::reading
