// SPDX-License-Identifier: GPL-3.0-or-later
// Withdrawing certificates: a new revocation list of the office, made with the office's key, which is on a medium of its own.
// GUI thread.
#pragma once

#include "core/crypto/secret.h"
#include "core/session/trust.h"
#include "ui/base/formcard.h"

#include <memory>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace caseward::ui {

class PassphraseEdit;
class PathLine;

class WithdrawForm final : public FormCard {
    Q_OBJECT
public:
    struct Given { session::OfficeWithdrawal what; std::shared_ptr<crypto::Secret> passphrase; };
    WithdrawForm(Theme *theme, QWidget *anywhere);

signals:
    void wanted(const caseward::ui::WithdrawForm::Given &given);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    PathLine *m_office, *m_certificate;
    PassphraseEdit *m_passphrase;
    QComboBox *m_reason;
    QLineEdit *m_since;
    QSpinBox *m_days;
};

} // namespace caseward::ui
