// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors: a place in a stored text layer with its exact words around it, so that offsets and quote vouch for each
// other (FORMATS.md, "An entry of a history"). Pure over the layer; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/model/page.h"

#include <optional>

namespace caseward::evidence {

// QuoteNotFound for an empty or impossible span, TooLarge above limits::quoteCharacters.
[[nodiscard]] Result<model::Anchor> makeAnchor(const model::DocumentAdded &document, const model::PageText &page,
                                               const model::Span &span);

// Whether quote, before and after still stand where the anchor says. QuoteNotFound otherwise; never moves anything.
[[nodiscard]] Status checkAnchor(const model::Anchor &anchor, const model::DocumentAdded &document,
                                 const model::PageText &page);

// The n-th place (from 1) of `quote` in a page's text; runs of white space on either side count as one space.
[[nodiscard]] std::optional<model::Span> findQuote(const std::string &pageText, std::uint32_t page,
                                                   const std::string &quote, std::uint32_t &occurrence);

} // namespace caseward::evidence
