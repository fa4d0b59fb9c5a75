// SPDX-License-Identifier: GPL-3.0-or-later
// Intake: a document is hashed at the door, opened only in the reader child, and kept unmodified with the text layer
// that was read once. Worker thread.
#pragma once

#include "core/base/progress.h"
#include "core/flow/types.h"
#include "core/model/dossier.h"
#include "core/reading/documentreader.h"
#include "core/store/casefile.h"

namespace caseward::flow {

struct ReadDocument {
    model::DocumentAdded facts;
    store::TextLayer layer;
    Bytes content;
};

// Reads the whole text layer in the reader child. Every fault of reading::DocumentReader::open, and AlreadyExists when
// the case holds a document with these very bytes. Progress counts pages.
[[nodiscard]] Result<ReadDocument> readDocument(const NewDocument &untrusted, const model::Dossier &dossier,
                                                const reading::ReaderSetup &setup, const DocumentId &id,
                                                Progress &progress);

// A kind guessed from words in the file name, for a person to correct.
[[nodiscard]] model::DocumentKind guessKind(const std::string &name);

} // namespace caseward::flow
