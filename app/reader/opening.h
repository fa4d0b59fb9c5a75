// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of document, by the word on the child's command line: what each warms up, and what opens it. Main thread.
#pragma once

#include "app/reader/document.h"

namespace caseward::reader {

struct Opening {
    std::string_view kind; // "pdf", "text", "image", "mail", "word", "richtext", "table", "page", "archive", "form"
    // Before lock-down: loads what the opener needs; gives the directories that must stay readable.
    std::vector<std::string> (*warmUp)(const std::string &fonts) = nullptr;
    std::string (*engine)() = nullptr; // at most 31 characters of printable ASCII
    OpenedDocument (*open)(BytesView document) = nullptr;
};

// Null for a word that is no kind.
const Opening *openingOf(std::string_view kind);

} // namespace caseward::reader
