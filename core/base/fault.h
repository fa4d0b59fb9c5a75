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
// Groups of ten: 10 files, 20 sign-in and vault, 30 formats, 40 documents, 50 case rules, 60 trust, 70 bundles, 80 cryptography, 90 backups.
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
    TooManyAttempts = 27,    // signing in is held back after failures
    VaultReadOnly = 28,      // the medium or the file system lets nothing be written
    SecondPersonNeeded = 29, // two people must open this together
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
    ClockSetBack = 58,       // this computer's clock is behind what was already recorded
    CertificateExpired = 60,
    CertificateUntrusted = 61,
    SignatureInvalid = 62,
    CertificateUnsuitable = 63, // wrong purpose, key or role
    CertificateNotYetValid = 64,
    CertificateRevoked = 65,
    PersonSuspended = 66,    // the roster suspends or has removed this person
    TokenAbsent = 67,        // no such card, reader or PKCS#11 module
    TokenRefused = 68,       // the card is blocked or does not do what is needed
    RosterInvalid = 69,      // not signed by a security officer of this office, or older than the one held
    BundleDamaged = 70,      // a byte changed
    BundleTruncated = 71,
    BundleNotForYou = 72,
    BundleSeenBefore = 73,
    BundleMismatch = 74,     // inner manifest and outer label disagree
    CryptoFailed = 80,       // OpenSSL refused
    BackupDamaged = 90,      // a file of the backup is not what its signed list says
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
