// SPDX-License-Identifier: GPL-3.0-or-later
// The guideline packs of this station: where each stands, how sure its words are, who signed it; looking one up and comparing two is
// everybody's; taking in, signing and retiring is the security officer's. GUI thread.
#pragma once

#include "core/session/packdesk.h"
#include "ui/models/deskpanel.h"

namespace caseward::ui {

class PackPanel final : public DeskPanel {
    Q_OBJECT
public:
    PackPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void reload() override;
    [[nodiscard]] QString whyNotManage() const;           // empty: may take in, sign and retire
    [[nodiscard]] QString whyNotLook() const;             // empty: a pack is chosen

public slots:
    void lookUp();
    void compare();
    void import();
    void sign();
    void retire();

private:
    struct Shown { std::vector<session::PackRow> rows; std::vector<session::LostPack> lost; };
    void showPacks(const Shown &shown);
    [[nodiscard]] const session::PackRow *chosen() const;
    void readOn(const QString &title, std::function<QString()> words);
    std::vector<session::PackRow> m_rows;
};

} // namespace caseward::ui
