// SPDX-License-Identifier: GPL-3.0-or-later
// The second person of a case that two must open together gives their key: who, where it is, the passphrase. GUI thread.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/formcard.h"

#include <memory>

class QComboBox;

namespace caseward::ui {

class PassphraseEdit;
class PathLine;

class SecondForm final : public FormCard {
    Q_OBJECT
public:
    // `others`: members of this vault but the one signed in.
    SecondForm(Theme *theme, const std::vector<session::Contact> &others, QWidget *anywhere);
    struct Given { PersonId person; QString keyFile; std::shared_ptr<crypto::Secret> passphrase; };

signals:
    void wanted(const caseward::ui::SecondForm::Given &given);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    QComboBox *m_person;
    PathLine *m_key;
    PassphraseEdit *m_passphrase;
};

} // namespace caseward::ui
