// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/textlayer.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/codec/objectreader.h"
#include "core/crypto/digest.h"

#include <algorithm>
#include <cmath>

namespace caseward::store {

namespace {

constexpr double unit = 65535.0;

void putNumber(Bytes &out, double value, double whole)
{
    const double scaled = whole > 0 ? std::clamp(value / whole, 0.0, 1.0) * unit : 0.0;
    const auto number = static_cast<std::uint16_t>(std::lround(scaled));
    out.push_back(static_cast<std::uint8_t>(number & 0xff));
    out.push_back(static_cast<std::uint8_t>(number >> 8));
}

double takeNumber(const Bytes &bytes, std::size_t at, double whole)
{
    return static_cast<double>(bytes[at] | (bytes[at + 1] << 8)) / unit * whole;
}

} // namespace

std::string encodePage(const PageLayer &page, std::uint32_t number)
{
    Bytes boxes;
    boxes.reserve(page.text.boxes.size() * 8);
    for (const model::Rect &box : page.text.boxes) {
        putNumber(boxes, box.x, page.size.width);
        putNumber(boxes, box.y, page.size.height);
        putNumber(boxes, box.width, page.size.width);
        putNumber(boxes, box.height, page.size.height);
    }
    codec::Json::Object line;
    line["boxes"] = toBase64(boxes);
    line["height"] = page.size.height;
    line["page"] = number;
    line["text"] = page.text.text;
    line["width"] = page.size.width;
    return codec::canonicalJson(codec::Json(std::move(line)));
}

Result<PageLayer> decodePage(std::string_view untrustedLine, std::uint32_t number)
{
    const codec::Json json = TRY(codec::parseCanonicalJson(viewOf(untrustedLine), limits::textLayerBytes));
    codec::ObjectReader reader(json, "text layer page " + std::to_string(number));
    PageLayer page;
    const Bytes boxes = reader.base64("boxes");
    page.size.width = reader.number("width");
    page.size.height = reader.number("height");
    if (reader.integer("page", 1, limits::documentPages) != number)
        reader.problem("page", "is out of order");
    page.text.text = reader.text("text");
    const auto sane = [](double side) { return side > 0 && side <= limits::pagePointsSide; };
    if (!sane(page.size.width) || !sane(page.size.height))
        reader.problem("width", "is not a page size");
    const std::size_t characters = codePointCount(page.text.text);
    if (!boxes.empty() && boxes.size() != characters * 8)
        reader.problem("boxes", "does not have one box a character");
    TRY(reader.finish());
    for (std::size_t at = 0; at + 8 <= boxes.size(); at += 8)
        page.text.boxes.push_back({takeNumber(boxes, at, page.size.width), takeNumber(boxes, at + 2, page.size.height),
                                   takeNumber(boxes, at + 4, page.size.width),
                                   takeNumber(boxes, at + 6, page.size.height)});
    return page;
}

std::string encodeTextLayer(const TextLayer &layer)
{
    std::string text;
    for (std::size_t index = 0; index < layer.size(); ++index)
        text += encodePage(layer[index], static_cast<std::uint32_t>(index + 1)) + "\n";
    return text;
}

Result<TextLayer> decodeTextLayer(std::string_view untrustedText)
{
    TextLayer layer;
    while (!untrustedText.empty()) {
        const std::size_t end = untrustedText.find('\n');
        if (end == std::string_view::npos)
            return fail(FaultCode::Malformed, "the text layer does not end with a line break");
        if (layer.size() >= limits::documentPages)
            return fail(FaultCode::TooLarge, "the text layer has too many pages");
        layer.push_back(TRY(decodePage(untrustedText.substr(0, end), static_cast<std::uint32_t>(layer.size() + 1))));
        untrustedText.remove_prefix(end + 1);
    }
    return layer;
}

Digest textLayerDigest(const TextLayer &layer)
{
    crypto::Sha256 hash;
    for (std::size_t index = 0; index < layer.size(); ++index) {
        hash.update(viewOf(encodePage(layer[index], static_cast<std::uint32_t>(index + 1))));
        hash.update(viewOf("\n"));
    }
    return hash.finish();
}

} // namespace caseward::store
