// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates by the office's own authority: a new person with a new key, or a new certificate for somebody's key. The office's key is on a
// medium of its own, and the person's key is made on one of theirs. GUI thread.
#pragma once

#include "core/session/issuing.h"
#include "ui/base/formcard.h"

#include <memory>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace caseward::ui {

class PassphraseEdit;
class PathLine;
class RoleTicks;

class IssueForm final : public FormCard {
    Q_OBJECT
public:
    struct Given { session::Issue what; std::shared_ptr<crypto::Secret> officePassphrase, passphrase; };
    // `rule`: what a passphrase must be.
    IssueForm(Theme *theme, const QString &rule, QWidget *anywhere);

signals:
    void wanted(const caseward::ui::IssueForm::Given &given);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    QLineEdit *m_name;
    RoleTicks *m_roles;
    PathLine *m_office, *m_folder;
    PassphraseEdit *m_officePassphrase, *m_passphrase, *m_again;
    FormField *m_againField;
    QSpinBox *m_days;
    QCheckBox *m_member;
};

class RenewForm final : public FormCard {
    Q_OBJECT
public:
    struct Given { session::Renewal what; std::shared_ptr<crypto::Secret> officePassphrase; };
    RenewForm(Theme *theme, const PersonId &person, const QString &name, QWidget *anywhere);

signals:
    void wanted(const caseward::ui::RenewForm::Given &given);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    PersonId m_person;
    QString m_stem;
    PathLine *m_office, *m_folder;
    PassphraseEdit *m_officePassphrase;
    QSpinBox *m_days;
};

} // namespace caseward::ui
