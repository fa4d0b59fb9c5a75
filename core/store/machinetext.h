// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine read in the pictures of pages: derived, for searching, and never the text of a page. It stands in a table of its
// own beside the text layers, is in no digest of the history and goes with no bundle. One thread, as the case. Faults: those of Database.
#pragma once

#include "core/store/casefile.h"

#include <optional>

namespace caseward::store {

struct MachinePage {
    std::string engine;                // "tesseract 5.3.0"
    PageLayer layer;
};

// In place of an earlier reading of the page. NotFound for a page that the document does not have.
[[nodiscard]] Status keepMachinePage(CaseFile &file, const DocumentId &document, std::uint32_t number, const MachinePage &page);
// Nothing when no machine has read it; VaultDamaged when its digest is not that of the row.
[[nodiscard]] Result<std::optional<MachinePage>> machinePage(CaseFile &file, const DocumentId &document, std::uint32_t number);
// The numbers of the pages of a document whose own text layer has no words, in order: those a machine may read. The layer is looked
// at as it is stored; it is not proved here, as nothing is quoted from what is not there.
[[nodiscard]] Result<std::vector<std::uint32_t>> wordlessPages(CaseFile &file, const DocumentId &document);
// The numbers of the pages of a document that were read, in order.
[[nodiscard]] Result<std::vector<std::uint32_t>> machinePages(CaseFile &file, const DocumentId &document);

} // namespace caseward::store
