// SPDX-License-Identifier: GPL-3.0-or-later
// A signature inside a PDF (PAdES: ETSI EN 319 142-1, PDF 32000-1 section 12.8): a CMS signature, CAdES detached, over every byte of
// the file but its own place. Only for PDFs this program has just made itself: they are taken apart with libqpdf, in the process that
// holds the keys, which no file from outside ever is (core/design/decisions/0003). One thread at a time per credential.
#pragma once

#include "core/crypto/credential.h"

namespace caseward::crypto {

struct PdfSigning {
    Instant at;                    // whole seconds are kept
    std::string name, reason;      // UTF-8, for the reader's window
};

// The file anew with the signature in it; what Qt wrote as PDF/A-1b keeps its metadata, output intent and fonts as they were.
// `chain` as signDetached(). Malformed when `ownPdf` is none, TooLarge, and as signDetached().
[[nodiscard]] Result<Bytes> signPdf(BytesView ownPdf, const Credential &signer, const PdfSigning &signing, const std::vector<Certificate> &chain = {});

} // namespace caseward::crypto
