// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors: a place in a stored text layer with its exact words around it, so that offsets and quote vouch for each
// other (FORMATS.md, "An entry of a history"). Pure over the layer; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/model/page.h"
#include "core/model/spot.h"

#include <optional>

namespace caseward::evidence {

// QuoteNotFound for an empty or impossible span, TooLarge above limits::quoteCharacters.
[[nodiscard]] Result<model::Anchor> makeAnchor(const model::DocumentAdded &document, const model::PageText &page,
                                               const model::Span &span);

// A part of the page's picture, for places without words to quote; rounded to 0.01 pt. QuoteNotFound for a document whose pages are
// no pictures and for a rectangle that is not within the page.
[[nodiscard]] Result<model::Anchor> makeArea(const model::DocumentAdded &document, const model::PageSize &size,
                                             const model::Spot &place);

// Whether quote, before and after still stand where the anchor says. Of a part of a picture, whether the document has pictures and
// the part is within the page, which is of that size. QuoteNotFound otherwise; never moves anything.
[[nodiscard]] Status checkAnchor(const model::Anchor &anchor, const model::DocumentAdded &document, const model::PageText &page,
                                 const model::PageSize &size);

// The n-th place (from 1) of `quote` in a page's text; runs of white space on either side count as one space.
[[nodiscard]] std::optional<model::Span> findQuote(const std::string &pageText, std::uint32_t page,
                                                   const std::string &quote, std::uint32_t &occurrence);

} // namespace caseward::evidence
