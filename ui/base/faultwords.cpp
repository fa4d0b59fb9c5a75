// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/faultwords.h"

#include <QCoreApplication>

namespace caseward::ui {

namespace {

struct Row { FaultCode code; const char *title, *safe, *advice; };

// {detail} stands for the sentence the rules or the store gave.
constexpr Row rows[] = {
    {FaultCode::Internal, QT_TRANSLATE_NOOP("FaultWords", "Something went wrong inside Caseward"),
     QT_TRANSLATE_NOOP("FaultWords", "Everything recorded before this is on disk."),
     QT_TRANSLATE_NOOP("FaultWords", "Do it again; if it comes back, give the code below to your administrator.")},
    {FaultCode::Usage, QT_TRANSLATE_NOOP("FaultWords", "The request could not be understood"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Check what was entered.")},
    {FaultCode::Cancelled, QT_TRANSLATE_NOOP("FaultWords", "Stopped on request"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was kept of it."),
     ""},
    {FaultCode::NotFound, QT_TRANSLATE_NOOP("FaultWords", "It is not there"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Check the name or choose it again: {detail}")},
    {FaultCode::AlreadyExists, QT_TRANSLATE_NOOP("FaultWords", "It is there already"),
     QT_TRANSLATE_NOOP("FaultWords", "It was not touched: Caseward never overwrites."),
     QT_TRANSLATE_NOOP("FaultWords", "Choose another name, or look whether it is what you want.")},
    {FaultCode::IoFailed, QT_TRANSLATE_NOOP("FaultWords", "The disk could not be read or written"),
     QT_TRANSLATE_NOOP("FaultWords", "What was recorded before is safe; this was not kept."),
     QT_TRANSLATE_NOOP("FaultWords", "Check the medium and do it again.")},
    {FaultCode::DiskFull, QT_TRANSLATE_NOOP("FaultWords", "The disk is full"),
     QT_TRANSLATE_NOOP("FaultWords", "What was recorded before is safe; this was not kept."),
     QT_TRANSLATE_NOOP("FaultWords", "Make room, then do it again.")},
    {FaultCode::PermissionDenied, QT_TRANSLATE_NOOP("FaultWords", "This file or folder may not be used"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask for the rights to it, or choose another place.")},
    {FaultCode::WrongPassphrase, QT_TRANSLATE_NOOP("FaultWords", "The passphrase is wrong"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was opened."),
     QT_TRANSLATE_NOOP("FaultWords", "Type it again; check Caps Lock.")},
    {FaultCode::NotEnrolled, QT_TRANSLATE_NOOP("FaultWords", "This vault or case is not open to you"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was opened."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask the security officer to enrol you, or choose another person.")},
    {FaultCode::VaultLocked, QT_TRANSLATE_NOOP("FaultWords", "Another program has this vault open"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was opened."),
     QT_TRANSLATE_NOOP("FaultWords", "Close the other Caseward, then unlock again.")},
    {FaultCode::VaultDamaged, QT_TRANSLATE_NOOP("FaultWords", "Stored bytes of this vault do not verify"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed, and nothing damaged is shown as good."),
     QT_TRANSLATE_NOOP("FaultWords", "Keep the folder as it is and call your administrator; restore from the last backup.")},
    {FaultCode::VaultTruncated, QT_TRANSLATE_NOOP("FaultWords", "A part of this vault is missing or cut short"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Keep the folder as it is and call your administrator; restore from the last backup.")},
    {FaultCode::VaultForeign, QT_TRANSLATE_NOOP("FaultWords", "This folder is not a vault this version can open"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Choose a folder whose name ends in .caseward, or update Caseward.")},
    {FaultCode::NotSignedIn, QT_TRANSLATE_NOOP("FaultWords", "You are not signed in"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Unlock the vault, then do it again.")},
    {FaultCode::TooManyAttempts, QT_TRANSLATE_NOOP("FaultWords", "Signing in failed too often"),
     QT_TRANSLATE_NOOP("FaultWords", "Your vault is untouched. {detail}"),
     QT_TRANSLATE_NOOP("FaultWords", "Wait that long; if it was not you who tried, tell the security officer.")},
    {FaultCode::VaultReadOnly, QT_TRANSLATE_NOOP("FaultWords", "This vault can only be read"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Copy the vault to a disk that can be written: {detail}")},
    {FaultCode::SecondPersonNeeded, QT_TRANSLATE_NOOP("FaultWords", "Two people must open this case together"),
     QT_TRANSLATE_NOOP("FaultWords", "It stays closed."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask the second person to give their key.")},
    {FaultCode::Malformed, QT_TRANSLATE_NOOP("FaultWords", "The content does not follow its format"),
     QT_TRANSLATE_NOOP("FaultWords", "It was refused whole; nothing was kept."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask the sender for it again.")},
    {FaultCode::NotCanonical, QT_TRANSLATE_NOOP("FaultWords", "The content is not in its one agreed form"),
     QT_TRANSLATE_NOOP("FaultWords", "It was refused whole; nothing was kept."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask the sender for it again.")},
    {FaultCode::TooLarge, QT_TRANSLATE_NOOP("FaultWords", "It is larger than Caseward accepts"),
     QT_TRANSLATE_NOOP("FaultWords", "It was refused whole; nothing was kept."),
     QT_TRANSLATE_NOOP("FaultWords", "Split it, or ask the sender for a smaller one.")},
    {FaultCode::DocumentDamaged, QT_TRANSLATE_NOOP("FaultWords", "The document is damaged and cannot be read"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was added; the other documents are not affected."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask its source for it again.")},
    {FaultCode::DocumentEmpty, QT_TRANSLATE_NOOP("FaultWords", "The document has no pages or no content"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was added."),
     QT_TRANSLATE_NOOP("FaultWords", "Check that the right file was chosen.")},
    {FaultCode::DocumentTooManyPages, QT_TRANSLATE_NOOP("FaultWords", "The document has too many pages"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was added."),
     QT_TRANSLATE_NOOP("FaultWords", "Split it and add the parts.")},
    {FaultCode::DocumentMislabelled, QT_TRANSLATE_NOOP("FaultWords", "The content is not what the file name says"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was added."),
     QT_TRANSLATE_NOOP("FaultWords", "Check where the file comes from before you go on.")},
    {FaultCode::DocumentUnsupported, QT_TRANSLATE_NOOP("FaultWords", "This kind of document cannot be shown"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was added."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask for it as PDF or plain text.")},
    {FaultCode::DocumentEncrypted, QT_TRANSLATE_NOOP("FaultWords", "The document needs a password"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was added."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask its source for an open copy.")},
    {FaultCode::ReaderFailed, QT_TRANSLATE_NOOP("FaultWords", "The reader stopped while it worked on this document"),
     QT_TRANSLATE_NOOP("FaultWords", "Your keys and the record were never within its reach. Nothing was kept."),
     QT_TRANSLATE_NOOP("FaultWords", "Do it again; if it comes back, treat the file with suspicion.")},
    {FaultCode::ReaderUnsafe, QT_TRANSLATE_NOOP("FaultWords", "The document was not opened: the sandbox could not be set up"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing hostile ran."),
     QT_TRANSLATE_NOOP("FaultWords", "Tell your administrator; the kernel of this machine lacks a protection.")},
    {FaultCode::QuoteNotFound, QT_TRANSLATE_NOOP("FaultWords", "These words are not on that page"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was recorded."),
     QT_TRANSLATE_NOOP("FaultWords", "Select the passage again.")},
    {FaultCode::UnknownCondition, QT_TRANSLATE_NOOP("FaultWords", "This case's checklist has no such condition"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was recorded."),
     QT_TRANSLATE_NOOP("FaultWords", "Choose a condition of the list.")},
    {FaultCode::Incomplete, QT_TRANSLATE_NOOP("FaultWords", "The decision is not complete"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was signed."),
     QT_TRANSLATE_NOOP("FaultWords", "Close the open checks; each one leads to its place.")},
    {FaultCode::NotAllowed, QT_TRANSLATE_NOOP("FaultWords", "{detail}"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     ""},
    {FaultCode::CaseReadOnly, QT_TRANSLATE_NOOP("FaultWords", "{detail}"),
     QT_TRANSLATE_NOOP("FaultWords", "You can still read, search and copy."),
     ""},
    {FaultCode::PackMismatch, QT_TRANSLATE_NOOP("FaultWords", "This case was made with another edition of the checklist"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Install the edition it names: {detail}")},
    {FaultCode::Forked, QT_TRANSLATE_NOOP("FaultWords", "Two histories of this case have grown apart"),
     QT_TRANSLATE_NOOP("FaultWords", "Both are kept; neither was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask the other office which one continues.")},
    {FaultCode::HistoryBroken, QT_TRANSLATE_NOOP("FaultWords", "The history of this case does not verify"),
     QT_TRANSLATE_NOOP("FaultWords", "It is shown to nobody as good, and nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Keep it as it is and call your administrator.")},
    {FaultCode::ClockSetBack, QT_TRANSLATE_NOOP("FaultWords", "The clock of this machine is behind what was recorded"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was signed or changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Set the clock right, then do it again.")},
    {FaultCode::CertificateExpired, QT_TRANSLATE_NOOP("FaultWords", "The certificate has expired"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was accepted with it."),
     QT_TRANSLATE_NOOP("FaultWords", "Renew it, then do it again.")},
    {FaultCode::CertificateUntrusted, QT_TRANSLATE_NOOP("FaultWords", "The certificate is of no office this station trusts"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was accepted with it."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask the security officer to check the office and add it.")},
    {FaultCode::SignatureInvalid, QT_TRANSLATE_NOOP("FaultWords", "The signature does not verify"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was accepted."),
     QT_TRANSLATE_NOOP("FaultWords", "Treat the content as altered and tell the sender by another way.")},
    {FaultCode::CertificateUnsuitable, QT_TRANSLATE_NOOP("FaultWords", "The certificate is not meant for this use"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was accepted with it."),
     QT_TRANSLATE_NOOP("FaultWords", "Use a person whose role fits.")},
    {FaultCode::CertificateNotYetValid, QT_TRANSLATE_NOOP("FaultWords", "The certificate is not valid yet"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was accepted with it."),
     QT_TRANSLATE_NOOP("FaultWords", "Check the clock of this machine.")},
    {FaultCode::CertificateRevoked, QT_TRANSLATE_NOOP("FaultWords", "The certificate was withdrawn by its office"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was accepted with it."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask the security officer for a new certificate.")},
    {FaultCode::PersonSuspended, QT_TRANSLATE_NOOP("FaultWords", "{detail}"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask the security officer.")},
    {FaultCode::TokenAbsent, QT_TRANSLATE_NOOP("FaultWords", "The card was not found"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Put the card in and check that its reader is connected: {detail}")},
    {FaultCode::TokenRefused, QT_TRANSLATE_NOOP("FaultWords", "The card refused"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "It may be blocked; ask the security officer: {detail}")},
    {FaultCode::RosterInvalid, QT_TRANSLATE_NOOP("FaultWords", "This roster is not accepted"),
     QT_TRANSLATE_NOOP("FaultWords", "The roster held here stays as it is."),
     QT_TRANSLATE_NOOP("FaultWords", "Ask the security officer of that office: {detail}")},
    {FaultCode::BundleDamaged, QT_TRANSLATE_NOOP("FaultWords", "The bundle was altered or damaged on its way"),
     QT_TRANSLATE_NOOP("FaultWords", "It was refused whole; the vault was not changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Keep the medium, and ask the sender for a new one.")},
    {FaultCode::BundleTruncated, QT_TRANSLATE_NOOP("FaultWords", "The bundle is cut short"),
     QT_TRANSLATE_NOOP("FaultWords", "It was refused whole; the vault was not changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Copy it again; if it stays short, ask the sender for a new one.")},
    {FaultCode::BundleNotForYou, QT_TRANSLATE_NOOP("FaultWords", "The bundle is sealed for somebody else"),
     QT_TRANSLATE_NOOP("FaultWords", "It could not be opened; the vault was not changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Return it to the courier, or sign in as the addressee.")},
    {FaultCode::BundleSeenBefore, QT_TRANSLATE_NOOP("FaultWords", "This bundle has been accepted before"),
     QT_TRANSLATE_NOOP("FaultWords", "The vault was not changed."),
     QT_TRANSLATE_NOOP("FaultWords", "The register below shows when.")},
    {FaultCode::BundleMismatch, QT_TRANSLATE_NOOP("FaultWords", "The label of the bundle does not agree with what is inside"),
     QT_TRANSLATE_NOOP("FaultWords", "It was refused whole; the vault was not changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Keep the medium, and tell the sender by another way.")},
    {FaultCode::CryptoFailed, QT_TRANSLATE_NOOP("FaultWords", "The cryptographic library refused"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("FaultWords", "Do it again; if it comes back, give the code below to your administrator.")},
    {FaultCode::BackupDamaged, QT_TRANSLATE_NOOP("FaultWords", "The backup is not whole"),
     QT_TRANSLATE_NOOP("FaultWords", "Nothing was restored."),
     QT_TRANSLATE_NOOP("FaultWords", "Use another backup: {detail}")},
};

QString translated(const char *text, const Fault &fault)
{
    if (!*text)
        return {};
    QString words = QCoreApplication::translate("FaultWords", text);
    return words.replace(QStringLiteral("{detail}"), QString::fromStdString(fault.detail));
}

} // namespace

FaultWords wordsOf(const Fault &fault)
{
    const std::string_view name = faultName(fault.code);
    FaultWords words;
    for (const Row &row : rows) {
        if (row.code == fault.code)
            words = {translated(row.title, fault), translated(row.safe, fault), translated(row.advice, fault), {}};
    }
    words.code = QStringLiteral("%1 (%2)").arg(QString::fromUtf8(name.data(), static_cast<int>(name.size())))
                     .arg(static_cast<int>(fault.code));
    return words;
}

QString shortWordsOf(const Fault &fault) { return wordsOf(fault).title; }

} // namespace caseward::ui
