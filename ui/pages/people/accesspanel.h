// SPDX-License-Identifier: GPL-3.0-or-later
// Who can open the case that is open: since when, why and until when; granting and withdrawing. GUI thread.
#pragma once

#include "core/session/access.h"
#include "ui/pages/people/deskpanel.h"

namespace caseward::ui {

class AccessPanel final : public DeskPanel {
    Q_OBJECT
public:
    AccessPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void reload() override;
    [[nodiscard]] QString whyNotGrant() const;            // empty: may say who else can open the case

public slots:
    void grant();

private:
    void showAccess(const std::vector<session::CaseAccess> &access);
    void withdraw();
    std::vector<session::CaseAccess> m_access;
};

} // namespace caseward::ui
