// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration case: a fictional person, twelve documents, a planted gap and two planted contradictions. Its PDFs are
// typeset here and never written to a file. Needs a QGuiApplication; one thread at a time.
#pragma once

#include "core/session/session.h"

namespace caseward::ui {

struct DemoDocument {
    std::string key;                        // as job.json names it
    session::NewDocument document;          // content filled
};
struct DemoCase {
    session::NewCase facts;
    std::vector<DemoDocument> documents;
};

[[nodiscard]] Result<DemoCase> demoCase();
[[nodiscard]] Result<std::size_t> demoDocumentCount();      // without typesetting them

// Creates it in the unlocked vault and adds every document; progress counts documents. Cancelled when asked to stop
// (the case stays, with what it has).
[[nodiscard]] Result<CaseId> createDemoCase(session::Session &session, Progress &progress);

} // namespace caseward::ui
