// SPDX-License-Identifier: GPL-3.0-or-later
// Whom this station believes: offices, authorities below them, revocation lists, and what of it is over its date; taking in
// files; the warning that stands before signing in. GUI thread.
#pragma once

#include "core/session/banner.h"
#include "core/session/trust.h"
#include "ui/models/deskpanel.h"
#include "ui/pages/people/trustform.h"

namespace caseward::ui {

class TrustPanel final : public DeskPanel {
    Q_OBJECT
public:
    TrustPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void reload() override;
    [[nodiscard]] QString whyNotManage() const;           // empty: may set the warning, and believe new offices

public slots:
    void import();
    void withdraw();
    void setWarning();

private:
    void showTrust(const std::vector<session::TrustRow> &rows);
    void askToBelieve(TrustForm *form, const TrustForm::Given &given);
    void take(TrustForm *form, const TrustForm::Given &given);
};

} // namespace caseward::ui
