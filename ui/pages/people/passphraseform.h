// SPDX-License-Identifier: GPL-3.0-or-later
// Changing one's own passphrase: the old one, and the new one twice. Both go straight into secrets. GUI thread.
#pragma once

#include "core/crypto/secret.h"
#include "ui/base/formcard.h"

#include <memory>

namespace caseward::ui {

class FormField;
class PassphraseEdit;
class PathLine;

class PassphraseForm final : public FormCard {
    Q_OBJECT
public:
    struct Secrets { std::shared_ptr<crypto::Secret> old, fresh; };
    // `rule` says in one sentence what a new passphrase must be.
    PassphraseForm(Theme *theme, const QString &rule, QWidget *anywhere);

signals:
    // `keyFile` empty: the key in the vault.
    void wanted(const caseward::ui::PassphraseForm::Secrets &secrets, const QString &keyFile);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    PassphraseEdit *m_old, *m_fresh, *m_again;
    FormField *m_againField = nullptr;
    PathLine *m_key;
};

} // namespace caseward::ui
