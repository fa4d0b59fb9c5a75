// SPDX-License-Identifier: GPL-3.0-or-later
// Whether this machine seems to have what reads scans. Looks for a file and loads nothing; the reader child has the last word, as
// only it ever loads the library. Any thread; never fails.
#pragma once

namespace caseward::reading {

[[nodiscard]] bool hasScanLibrary();   // libtesseract.so.5 where the dynamic linker looks on Debian and its kin

} // namespace caseward::reading
