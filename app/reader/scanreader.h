// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the letters of a page that is only a picture, by Tesseract where it is installed: a guess of a machine, for searching, and
// never the text of the page. The library is loaded when somebody asks for it, before lock-down, so that no other child carries it and
// no build needs it. One thread.
#pragma once

#include "app/reader/document.h"

namespace caseward::reader {

class ScanReader {
public:
    // Before lock-down, once: the library and what it knows of English. Null when they are not installed.
    static std::unique_ptr<ScanReader> load();
    virtual ~ScanReader() = default;
    [[nodiscard]] virtual std::string engine() const = 0; // "tesseract 5.3.0"
    // Damaged, TooLarge, Failed. Each word's box is shared out among its letters.
    virtual Outcome<LaidText> read(Document &document, std::uint32_t page) = 0;
};

} // namespace caseward::reader
