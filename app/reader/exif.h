// SPDX-License-Identifier: GPL-3.0-or-later
// The two things of an Exif block that decide how a picture is shown: which way is up, and how many dots an inch. Pure.
#pragma once

#include "core/base/bytes.h"

namespace caseward::reader {

struct ExifFacts {
    int orientation = 1;       // 1 to 8
    double xDpi = 0, yDpi = 0; // 0: not said
};

// `tiff`: from the byte order mark on (after "Exif\0\0" in a JPEG). What is broken counts as not said.
ExifFacts exifFacts(BytesView tiff);

// Dots an inch of what TIFF and Exif call ResolutionUnit (2: inch, 3: centimetre; else nothing is said).
double dotsPerInch(double resolution, unsigned unit);

} // namespace caseward::reader
