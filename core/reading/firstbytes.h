// SPDX-License-Identifier: GPL-3.0-or-later
// The markers in the first bytes of a document. Looks, and parses nothing. Pure.
#pragma once

#include "core/model/page.h"

namespace caseward::reading {

struct FirstBytes {
    // Pdf, Png, Jpeg, Tiff, Docx, Odt, Rtf or Zip when the marker stands where such a file begins; else Unknown.
    model::MediaType kind = model::MediaType::Unknown;
    bool hasPdfMarker = false;   // anywhere in the first 1,024 bytes, where PDF readers look
    bool isZip = false;          // also for Docx and Odt
    bool isOtherOffice = false;  // a ZIP that says at once that it is a spreadsheet, a presentation, a book …
    bool hasHeaderLine = false;  // the first line that is not empty is "Name: …", or mbox's "From …"
    bool beginsAsXml = false;    // "<?xml" or "<XMP", after a mark and white space, in UTF-8 or UTF-16
    bool beginsAsHtml = false;   // "<!doctype html" or "<html"
};

FirstBytes firstBytesOf(BytesView untrustedDocument);

// A Word file behind a password is an OLE container with a stream of a certain name (MS-OFFCRYPTO).
bool isLockedOffice(BytesView untrustedDocument);

} // namespace caseward::reading
