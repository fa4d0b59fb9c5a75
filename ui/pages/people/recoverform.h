// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody lost their key: who, their new certificate and key, why; and the second of the two people that it takes, who gives
// their key here: the holder of the recovery key, or a security officer or supervisor beside them. GUI thread.
#pragma once

#include "core/session/people.h"
#include "ui/base/formcard.h"

#include <memory>

class QComboBox;
class QLineEdit;

namespace caseward::ui {

class FormField;
class PassphraseEdit;
class PathLine;

class RecoverForm final : public FormCard {
    Q_OBJECT
public:
    struct People { std::vector<session::RosterRow> lost, beside; QString chosen; }; // who may have lost it; the second person
    struct Given {
        PersonId person, second;
        Path certificate, keyFile, secondKey;
        std::string reason;
        std::shared_ptr<crypto::Secret> passphrase;
    };
    RecoverForm(Theme *theme, const People &people, QWidget *anywhere);

signals:
    void wanted(const caseward::ui::RecoverForm::Given &given);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    QComboBox *m_person, *m_second;
    PathLine *m_certificate, *m_key, *m_secondKey;
    PassphraseEdit *m_passphrase;
    QLineEdit *m_reason;
};

} // namespace caseward::ui
