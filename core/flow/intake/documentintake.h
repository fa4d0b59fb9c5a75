// SPDX-License-Identifier: GPL-3.0-or-later
// Intake: a document is hashed at the door, opened only in the reader child, and kept unmodified with the text layer
// that was read once. Worker thread.
#pragma once

#include "core/base/progress.h"
#include "core/flow/types.h"
#include "core/model/dossier.h"
#include "core/reading/documentreader.h"
#include "core/store/casefile.h"

#include <functional>

namespace caseward::flow {

struct ReadDocument {
    model::DocumentAdded facts;
    store::TextLayer layer;
    Bytes content;
};

struct IntakeSetup {
    const model::Dossier &dossier;
    const reading::ReaderSetup &reader;
    std::function<DocumentId()> newId;
    // Takes each document as it has been read, a carrier before what it carries; only one is in memory at a time.
    std::function<Status(ReadDocument)> keep;
};

// Reads the whole text layer in the reader child, and then, each in a child of its own, the attachments of an e-mail and the
// members of an archive, down to limits::partDepth: what cannot be opened in there is kept with the reason, what is empty or in the
// case already is passed over. Gives the id of the document itself. Every fault of reading::DocumentReader::open, and AlreadyExists when
// the case holds a document with these very bytes; a child that dies is started limits::readerStarts times. Progress counts pages.
[[nodiscard]] Result<DocumentId> takeIn(const NewDocument &untrusted, const IntakeSetup &setup, Progress &progress);

// A kind guessed from words in the file name, for a person to correct.
[[nodiscard]] model::DocumentKind guessKind(const std::string &name);

} // namespace caseward::flow
