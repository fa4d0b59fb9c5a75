// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the engine loads from disk once, done before the doors close: fonts, character converters, Poppler's
// tables and a first page of our own. Nothing of the document is seen here. Main thread, once.
#pragma once

#include <string>
#include <vector>

namespace caseward::reader {

// Returns the directories that must stay readable: the fonts' and poppler-data's. `fonts` empty: the system's fonts;
// otherwise only that directory is known to the font finder, whatever the machine has installed.
std::vector<std::string> warmUpPdf(const std::string &fonts);

// "poppler 22.12.0", of the library that is really loaded.
std::string pdfEngineName();

} // namespace caseward::reader
