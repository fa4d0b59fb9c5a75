// SPDX-License-Identifier: GPL-3.0-or-later
// What the stages take and give. Plain values; any thread. The session hands them on under its own name.
#pragma once

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/model/events.h"

#include <string>
#include <vector>

namespace caseward::flow {

struct NewCase {
    std::string reference, subject, type = "initial", access, marking = "CUI//PRVCY", due;
    std::string pack = "us-sead4-2017";
    bool demonstration = false;
};

struct NewDocument {
    Path file;                          // read from here when content is empty
    Bytes content;
    std::string name;                   // empty: the file's name
    std::string title;                  // empty: the name without its ending
    model::DocumentKind kind = model::DocumentKind::Other;
    std::string source, agency, date, exhibit, marking, custody;
    // A document that the reader cannot open is evidence all the same: Keep takes it in as it is, with the reason.
    enum class Unreadable { Refuse, Keep } unreadable = Unreadable::Refuse;
};

struct Hit {
    DocumentId document;
    model::Span span;
    std::string before, match, after;   // one line of context
};

struct BundleCase {
    CaseId id;
    std::string reference;
    std::uint64_t entries = 0, newEntries = 0;
    std::uint32_t documents = 0;
    std::string verdict;                // "new here", "continues the one here", "nothing new"
};
struct BundleFileCheck { std::string name; std::uint64_t bytes = 0; Digest declared, found; };
struct BundleInspection {
    BundleId id;
    std::string fromOffice, fromName, toOffice, marking, purpose;
    Instant created;
    std::uint64_t bytes = 0, lane = 0;
    std::uint32_t parts = 0;
    std::string laneNote;               // "follows the last one", "a bundle is missing before this one"
    std::vector<BundleCase> cases;
    std::vector<BundleFileCheck> files;
};

} // namespace caseward::flow
