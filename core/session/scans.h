// SPDX-License-Identifier: GPL-3.0-or-later
// The scan desk: pages that are only pictures are read by a machine when somebody asks for it, so that words in them can be found.
// What it makes of them is marked as machine-read wherever it is shown, belongs to no history, and no passage can be tied to it:
// anchors know the text layer only. Worker thread; failure: a Fault, and what was read until then is kept.
#pragma once

#include "core/base/progress.h"
#include "core/session/session.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace caseward::session {

struct ScansRead {
    std::uint32_t pages = 0;           // read now
    std::uint32_t withWords = 0;       // of these
    std::uint32_t before = 0;          // read already, and left as they are
    std::uint32_t failed = 0;          // that could not be read; asking again tries them again
    std::string engine;                // "tesseract 5.3.0"; empty when there was nothing to read
};

struct ScanPage {
    DocumentId document;
    std::uint32_t page = 1;
};

struct ScanList {
    std::vector<ScanPage> pages;       // to be read, document by document
    std::uint32_t before = 0;          // read already
};

// What a reader child is opened with, on whatever thread has the time: DocumentReader::open(setup, document, name).
struct ScanSource {
    reading::ReaderSetup setup;
    Bytes document;
    std::string name;
};

class Scans {
public:
    explicit Scans(Session &session) : m_session(session) {}
    // The pictured pages without a text layer, of one document or, with a null id, of the whole case. NotSignedIn, NotFound (no
    // such document; no Tesseract on this machine), Cancelled. A case that is read-only is read all the same: nothing of it changes.
    Result<ScansRead> read(const CaseId &id, const DocumentId &document, Progress &progress);
    // The steps of read(), for a window whose worker has better things to do than wait for a machine. Same failures.
    Result<ScanList> list(const CaseId &id, const DocumentId &document);
    Result<ScanSource> source(const CaseId &id, const DocumentId &document);
    Status keep(const CaseId &id, const ScanPage &page, const std::string &engine, model::PageText text);
    // Whether a document has pages without words of their own, which are what a machine may read. NotFound.
    Result<bool> isOffered(const CaseId &id, const DocumentId &document);
    // How many pages of each document of the case a machine has read; documents without any are not in it.
    Result<std::map<DocumentId, std::uint32_t>> pagesRead(const CaseId &id);
    // What a machine read on a page, with one box a character, to show where on the page it is taken to stand; nothing when none has.
    // VaultDamaged.
    Result<std::optional<model::PageText>> layer(const CaseId &id, const DocumentId &document, std::uint32_t page);

private:
    Session &m_session;
};

} // namespace caseward::session
