// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of the people of an office: enrolling somebody, changing roles, putting a new certificate in the place of one's
// own. They ask and tell what was wanted; the panel does it and shows a fault inside. GUI thread.
#pragma once

#include "core/session/people.h"
#include "ui/base/formcard.h"

class QCheckBox;
class QLineEdit;

namespace caseward::ui {

class PathLine;

// One tick box a role, in a fixed order.
class RoleTicks final : public QWidget {
    Q_OBJECT
public:
    explicit RoleTicks(const QString &name, QWidget *parent = nullptr, int columns = 2);
    void setRoles(const std::vector<std::string> &roles);
    [[nodiscard]] std::vector<std::string> roles() const;

signals:
    void changed();

private:
    QList<QCheckBox *> m_boxes;
};

class EnrolForm final : public FormCard {
    Q_OBJECT
public:
    EnrolForm(Theme *theme, QWidget *anywhere);

signals:
    void wanted(const caseward::session::Enrolment &enrolment);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    PathLine *m_certificate, *m_key;
    QCheckBox *m_member;
};

class RolesForm final : public FormCard {
    Q_OBJECT
public:
    RolesForm(Theme *theme, const session::RosterRow &person, QWidget *anywhere);

signals:
    void wanted(const std::vector<std::string> &roles, const QString &reason);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    RoleTicks *m_roles;
    QLineEdit *m_reason;
};

class ReplaceForm final : public FormCard {
    Q_OBJECT
public:
    ReplaceForm(Theme *theme, QWidget *anywhere);

signals:
    void wanted(const QString &certificate, const QString &keyFile);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    PathLine *m_certificate, *m_key;
};

} // namespace caseward::ui
