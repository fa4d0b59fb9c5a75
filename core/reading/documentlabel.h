// SPDX-License-Identifier: GPL-3.0-or-later
// What a document claims to be by its name, held against its first bytes. This looks for one marker and parses nothing;
// whether the rest is sound is for the child to say. Pure.
#pragma once

#include "core/model/page.h"

namespace caseward::reading {

// How surely the name speaks of plain text: decides what binary content under it is called.
enum class Label { Pdf, PlainText, Silent };

struct Labelled {
    model::MediaType media = model::MediaType::PlainText;
    Label label = Label::Silent;
};

// DocumentEmpty, DocumentMislabelled, TooLarge. A name without an ending, or with one we do not know, goes with either
// content; if an unknown ending is followed by what is not text, the child finds out.
Result<Labelled> labelOf(BytesView untrustedDocument, const std::string &name);

} // namespace caseward::reading
