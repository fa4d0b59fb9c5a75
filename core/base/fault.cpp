// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fault.h"

#include <algorithm>
#include <array>

namespace caseward {

namespace {

struct Row {
    FaultCode code;
    std::string_view name;
    std::string_view advice;
};

// clang-format off
constexpr std::array rows = {
    Row{FaultCode::Internal, "internal",
        "Caseward broke one of its own rules and stopped before doing harm; please report what you did and keep the log."},
    Row{FaultCode::Usage, "usage",
        "The command line cannot be understood; add --help to see what this command takes."},
    Row{FaultCode::Cancelled, "cancelled",
        "The work was stopped as asked and nothing of it was kept; start it again when you are ready."},
    Row{FaultCode::NotFound, "not-found",
        "What was named is not there; check the name or path and try again."},
    Row{FaultCode::AlreadyExists, "already-exists",
        "Something of that name is there already and is never overwritten; choose another name."},
    Row{FaultCode::IoFailed, "io-failed",
        "Reading or writing failed; check that the disk or stick is connected and healthy, then try again."},
    Row{FaultCode::DiskFull, "disk-full",
        "The disk has no room for this file, or its file system takes no file this large; free some room or use another disk."},
    Row{FaultCode::PermissionDenied, "permission-denied",
        "The system does not allow this file or folder to be used; ask whoever looks after this computer for access."},
    Row{FaultCode::WrongPassphrase, "wrong-passphrase",
        "The passphrase or PIN does not open this key; type it again and watch for caps lock."},
    Row{FaultCode::NotEnrolled, "not-enrolled",
        "Your key is sound, but nobody gave it access to this vault or case; ask an administrator to add you."},
    Row{FaultCode::VaultLocked, "vault-locked",
        "Another program has this vault open; close it there first."},
    Row{FaultCode::VaultDamaged, "vault-damaged",
        "Stored bytes of this vault do not verify; work no further in it, run a vault check and restore from a backup."},
    Row{FaultCode::VaultTruncated, "vault-truncated",
        "A part of this vault is missing or cut short; restore that part from a backup."},
    Row{FaultCode::VaultForeign, "vault-foreign",
        "This is not a Caseward vault, or a newer Caseward wrote it; choose another folder or update Caseward."},
    Row{FaultCode::NotSignedIn, "not-signed-in",
        "Nobody is signed in; sign in first."},
    Row{FaultCode::TooManyAttempts, "too-many-attempts",
        "Signing in failed too often and is held back for a while; wait the time named, then try again."},
    Row{FaultCode::VaultReadOnly, "vault-read-only",
        "This vault can be read but not written, because of its medium or its disk; copy it to a disk that can be written."},
    Row{FaultCode::SecondPersonNeeded, "second-person-needed",
        "Two people must open this case together; ask the second one to give their key as well."},
    Row{FaultCode::Malformed, "malformed",
        "The data does not follow its format; ask for it again from where it came."},
    Row{FaultCode::NotCanonical, "not-canonical",
        "The JSON is readable but not in the one spelling that signatures cover; ask the sender for the original file."},
    Row{FaultCode::TooLarge, "too-large",
        "This is larger than Caseward accepts; split it or leave a part of it out."},
    Row{FaultCode::DocumentDamaged, "document-damaged",
        "The document cannot be read because it is damaged; ask its source for a fresh copy."},
    Row{FaultCode::DocumentEmpty, "document-empty",
        "The document has nothing in it; check that the right file was sent."},
    Row{FaultCode::DocumentTooManyPages, "document-too-many-pages",
        "The document has more pages than can be taken in at once; split it into several documents."},
    Row{FaultCode::DocumentMislabelled, "document-mislabelled",
        "The content is not what the file's name says; find out what it is before taking it in."},
    Row{FaultCode::DocumentUnsupported, "document-unsupported",
        "Documents of this kind cannot be read here; ask for it as PDF, image or plain text."},
    Row{FaultCode::DocumentEncrypted, "document-encrypted",
        "The document needs a password; ask its source for a copy without one."},
    Row{FaultCode::ReaderFailed, "reader-failed",
        "The separate program that reads documents gave up on this one; nothing was taken in, so ask for another copy."},
    Row{FaultCode::ReaderUnsafe, "reader-unsafe",
        "The protected reader could not be set up, so the document was not opened; ask whoever looks after this computer."},
    Row{FaultCode::QuoteNotFound, "quote-not-found",
        "The quoted words are not on that page; mark the passage again in the document."},
    Row{FaultCode::UnknownCondition, "unknown-condition",
        "The guideline pack of this case has no such condition; choose one from its checklist."},
    Row{FaultCode::Incomplete, "incomplete",
        "Something required is still missing before this can be signed; complete what is listed."},
    Row{FaultCode::NotAllowed, "not-allowed",
        "Your role, the state of the case or the separation of duties forbids this; somebody else may have to do it."},
    Row{FaultCode::CaseReadOnly, "case-read-only",
        "This case can only be read here, because another office holds it or its record is closed; wait for its return."},
    Row{FaultCode::PackMismatch, "pack-mismatch",
        "The case was begun under another edition of the guideline pack; install exactly that edition."},
    Row{FaultCode::Forked, "forked",
        "Two histories of this case grew apart; compare them side by side and decide which one stands."},
    Row{FaultCode::HistoryBroken, "history-broken",
        "The history of this case does not verify, so an entry was changed, lost or put in; keep everything and tell security."},
    Row{FaultCode::ClockSetBack, "clock-set-back",
        "This computer's clock is behind what was already recorded; set the clock right, then do it again."},
    Row{FaultCode::CertificateExpired, "certificate-expired",
        "The certificate has run out; ask your office for a new one."},
    Row{FaultCode::CertificateUntrusted, "certificate-untrusted",
        "The certificate does not lead to an authority this vault trusts, or it was revoked; ask its holder's office."},
    Row{FaultCode::SignatureInvalid, "signature-invalid",
        "The signature does not fit the content, so one of them was changed; do not rely on it and ask the signer."},
    Row{FaultCode::CertificateUnsuitable, "certificate-unsuitable",
        "The certificate is not meant for this use or this role; choose another certificate."},
    Row{FaultCode::CertificateNotYetValid, "certificate-not-yet-valid",
        "The certificate is not valid yet; check this computer's date or wait for its first day."},
    Row{FaultCode::CertificateRevoked, "certificate-revoked",
        "The office that gave this certificate has withdrawn it; ask the security officer for a new one."},
    Row{FaultCode::PersonSuspended, "person-suspended",
        "The office's roster does not let this person work at present; ask the security officer."},
    Row{FaultCode::TokenAbsent, "token-absent",
        "The card or its reader was not found; put the card in, check the PKCS#11 module and try again."},
    Row{FaultCode::TokenRefused, "token-refused",
        "The card refused; it may be blocked or lack the right key, so ask the security officer."},
    Row{FaultCode::RosterInvalid, "roster-invalid",
        "This roster was not signed by a security officer of its office or is older than the one held; nothing was changed."},
    Row{FaultCode::BundleDamaged, "bundle-damaged",
        "Something in this bundle was changed on its way; nothing was kept, so ask the sender for it again."},
    Row{FaultCode::BundleTruncated, "bundle-truncated",
        "This bundle is cut short; nothing was kept, so copy it from the medium again."},
    Row{FaultCode::BundleNotForYou, "bundle-not-for-you",
        "This bundle was not encrypted for you or your office; hand it on to the one it is addressed to."},
    Row{FaultCode::BundleSeenBefore, "bundle-seen-before",
        "This bundle was taken in before and nothing changes; there is nothing to do."},
    Row{FaultCode::BundleMismatch, "bundle-mismatch",
        "The label and the content of this bundle disagree; nothing was kept, so tell the sender."},
    Row{FaultCode::CryptoFailed, "crypto-failed",
        "A cryptographic operation was refused; try again and report it if it happens twice."},
    Row{FaultCode::BackupDamaged, "backup-damaged",
        "A file of this backup is not what its signed list says; nothing was restored, so use another backup."},
};
// clang-format on

const Row &rowOf(FaultCode code)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [code](const Row &row) { return row.code == code; });
    return found == rows.end() ? rows.front() : *found;
}

} // namespace

std::string_view faultName(FaultCode code)
{
    return rowOf(code).name;
}

std::string_view faultAdvice(FaultCode code)
{
    return rowOf(code).advice;
}

} // namespace caseward
