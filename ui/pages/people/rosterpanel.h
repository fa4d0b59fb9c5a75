// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the office: roles and standing from the signed roster, enrolling, suspending, removing, renewing, and
// whether lost keys can be recovered. GUI thread.
#pragma once

#include "core/session/people.h"
#include "ui/models/deskpanel.h"

namespace caseward::ui {

class ThemedLabel;

class RosterPanel final : public DeskPanel {
    Q_OBJECT
public:
    RosterPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void reload() override;
    [[nodiscard]] QString whyNotManage() const;           // empty: may manage people
    [[nodiscard]] QString whyNotRecover() const;          // empty: may be one of the two who recover a lost key

public slots:
    void issue();
    void enrol();
    void renew();
    void replaceOwn();
    void changePassphrase();
    void recover();

private:
    void showRoster(const session::RosterView &roster);
    void showRecovery(const session::RosterView &roster);
    void changeRoles();
    void askStanding(const char *question, const QString &title, const QString &what, const QString &verb,
                     std::function<Status(session::PeopleDesk &, const PersonId &, const std::string &)> change, const QString &done);
    void suspend();
    void restore();
    void removePerson();
    [[nodiscard]] const session::RosterRow *chosen() const;
    [[nodiscard]] QString whyNotChange(model::Standing wrong, const QString &words) const; // a row must be chosen, and not be so already
    ThemedLabel *m_recovery;
    std::vector<session::RosterRow> m_people;
};

} // namespace caseward::ui
