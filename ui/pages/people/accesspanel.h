// SPDX-License-Identifier: GPL-3.0-or-later
// Who can open the case that is open: since when, why and until when; granting and withdrawing. GUI thread.
#pragma once

#include "core/session/access.h"
#include "ui/models/deskpanel.h"

namespace caseward::ui {

class AccessPanel final : public DeskPanel {
    Q_OBJECT
public:
    AccessPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void reload() override;
    [[nodiscard]] QString whyNotGrant() const;            // empty: may say who else can open the case
    [[nodiscard]] QString whyNotTwo() const;              // empty: may make it a case of two people
    [[nodiscard]] QString whyNotOne() const;              // empty: may end that

public slots:
    void grant();
    void admitSecond();
    void needTwo();
    void needOne();

private:
    struct Shown { std::vector<session::CaseAccess> access; std::string second; };
    void showAccess(const Shown &shown);
    [[nodiscard]] bool needsTwo() const;                  // the case that is shown opens to two people together
    void withdraw();
    void dismissSecond();
    // The people who may open this vault, for a form; the one signed in only where `self` says so.
    enum class Self { With, Without };
    void withMembers(Self self, std::function<void(const std::vector<session::Contact> &)> then);
    std::vector<session::CaseAccess> m_access;
    QString m_second;                                     // name of the second person who is here; empty: nobody
};

} // namespace caseward::ui
