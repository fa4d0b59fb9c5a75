// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as data. A Fault is a code, an English detail for logs and tests, and named arguments.
// Words for people are made once, from the code, in ui/base and app/ctl. Plain value; any thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace caseward {

// The number is the exit status of casewardctl and is part of its contract: never renumber, only add.
// Groups of ten: 10 files, 20 sign-in and vault, 30 formats, 40 documents, 50 case rules, 60 trust, 70 bundles.
enum class FaultCode : int {
    Internal = 1,            // a promise of our own code was broken
    Usage = 2,               // the command line cannot be understood
    Cancelled = 3,           // the person stopped it; nothing was kept
    NotFound = 10,           // the named file, case, document, passage or person is not there
    AlreadyExists = 11,      // we never overwrite
    IoFailed = 12,           // read, write, sync or rename failed
    DiskFull = 13,
    PermissionDenied = 14,
    WrongPassphrase = 20,
    NotEnrolled = 21,        // the credential opens, but is not a recipient of this vault or case
    VaultLocked = 22,        // another program holds it
    VaultDamaged = 23,       // stored bytes do not verify
    VaultTruncated = 24,     // a part is missing or cut short
    VaultForeign = 25,       // not a Caseward vault, or of a newer format
    NotSignedIn = 26,
    Malformed = 30,          // bytes do not follow their format
    NotCanonical = 31,       // JSON that is valid but not RFC 8785
    TooLarge = 32,           // beyond a bound of core/base/limits.h
    DocumentDamaged = 40,    // the reader could not make sense of it
    DocumentEmpty = 41,
    DocumentTooManyPages = 42,
    DocumentMislabelled = 43,// the content is not what the name says
    DocumentUnsupported = 44,
    DocumentEncrypted = 45,  // needs a password
    ReaderFailed = 46,       // the reader child crashed, hung or was stopped by its limits
    ReaderUnsafe = 47,       // the sandbox could not be set up, so nothing was opened
    QuoteNotFound = 50,      // the quote is not on that page
    UnknownCondition = 51,   // the case's guideline pack has no such condition
    Incomplete = 52,         // signing with something missing
    NotAllowed = 53,         // the role, the state or the separation of duties forbids it
    CaseReadOnly = 54,       // custody is elsewhere, or the record is closed
    PackMismatch = 55,       // the case pins another pack digest
    Forked = 56,             // two histories grew apart
    HistoryBroken = 57,      // the chain does not verify
    CertificateExpired = 60,
    CertificateUntrusted = 61,
    SignatureInvalid = 62,
    CertificateUnsuitable = 63, // wrong purpose, key or role
    CertificateNotYetValid = 64,
    BundleDamaged = 70,      // a byte changed
    BundleTruncated = 71,
    BundleNotForYou = 72,
    BundleSeenBefore = 73,
    BundleMismatch = 74,     // inner manifest and outer label disagree
    CryptoFailed = 80,       // OpenSSL refused
};

// Stable machine name ("quote-not-found"), used in --json output.
[[nodiscard]] std::string_view faultName(FaultCode code);

// One plain English sentence saying what happened and what to do; arguments are filled in by the caller of words().
[[nodiscard]] std::string_view faultAdvice(FaultCode code);

struct Fault {
    FaultCode code = FaultCode::Internal;
    std::string detail;
    std::vector<std::pair<std::string, std::string>> arguments = {};
};

} // namespace caseward
