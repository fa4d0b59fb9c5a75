// SPDX-License-Identifier: GPL-3.0-or-later
// The text layer of a document as it is stored once at intake and carried in bundles: one canonical JSON line a page,
//   {"boxes":"<base64>","height":792,"page":1,"text":"…","width":612}
// boxes is empty or four little-endian 16-bit numbers a code point: x, y, width, height in 1/65535 of the page's
// width and height. The digest of the layer is SHA-256 over all lines, each ended by '\n'. Pure; any thread.
#pragma once

#include "core/base/ids.h"
#include "core/model/page.h"

namespace caseward::store {

struct PageLayer {
    model::PageSize size;
    model::PageText text;
};
using TextLayer = std::vector<PageLayer>;

[[nodiscard]] std::string encodePage(const PageLayer &page, std::uint32_t number);
[[nodiscard]] Result<PageLayer> decodePage(std::string_view untrustedLine, std::uint32_t number); // Malformed, NotCanonical
[[nodiscard]] std::string encodeTextLayer(const TextLayer &layer);
[[nodiscard]] Result<TextLayer> decodeTextLayer(std::string_view untrustedText);
[[nodiscard]] Digest textLayerDigest(const TextLayer &layer);

} // namespace caseward::store
