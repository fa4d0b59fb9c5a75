// SPDX-License-Identifier: GPL-3.0-or-later
// What a card says of its PIN before that is typed.
#include "ui/pages/unlock/unlockpage.h"

#include "ui/base/faultnote.h"
#include "ui/base/formfield.h"

namespace caseward::ui {

void UnlockPage::askCard()
{
    m_passphraseField->setHelp({});
    const session::UnlockRequest asked = request();
    if (asked.tokenModule.empty() || asked.vault.empty() || asked.person.isNull())
        return;
    m_worker->run<session::TriesLeft>(
        this, [asked](session::Session &, Progress &) { return session::triesLeft(asked); },
        [this, asked](const Result<session::TriesLeft> &left) {
            const session::UnlockRequest now = request();
            if (now.tokenModule != asked.tokenModule || now.person != asked.person || now.vault != asked.vault || m_busy)
                return;
            if (left.ok())
                showTries(*left);
            else if (left.fault().code == FaultCode::TokenRefused) // blocked; that none is in yet is no news before the PIN is typed
                m_fault->show(left.fault());
        });
}

void UnlockPage::showTries(session::TriesLeft left)
{
    m_passphraseField->setHelp(left == session::TriesLeft::Few ? tr("A wrong PIN was given before. A few in a row block the card.") : QString());
    if (left == session::TriesLeft::One)
        m_passphraseField->setError(tr("One more wrong PIN blocks the card."));
}

} // namespace caseward::ui
