// SPDX-License-Identifier: GPL-3.0-or-later
// What a document claims to be by its name, held against its first bytes. This looks for markers and parses nothing;
// whether the rest is sound is for the child to say. Pure.
#pragma once

#include "core/model/page.h"

namespace caseward::reading {

struct Labelled {
    model::MediaType media = model::MediaType::PlainText;
    bool isNamed = false; // the name says this kind too: if the content is not it, the name is wrong
};

// DocumentEmpty, DocumentMislabelled, DocumentUnsupported, DocumentEncrypted (a Word file behind a password), TooLarge.
// A name without an ending goes with any content. An ending that we do not know goes with text; on content of a kind
// that we do know it is a wrong label. If it is followed by what is not text either, the child finds out.
Result<Labelled> labelOf(BytesView untrustedDocument, const std::string &name);

// The word for the child's command line; media is none of Unknown.
[[nodiscard]] std::string_view kindWord(model::MediaType media);

} // namespace caseward::reading
