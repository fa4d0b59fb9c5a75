// SPDX-License-Identifier: GPL-3.0-or-later
// People & access: who works here, who can open the case that is open, the backups of this vault, whom it believes, and by which
// guideline packs it decides, here and in the open case.
// GUI thread.
#pragma once

#include "ui/base/page.h"
#include "ui/models/casemodel.h"

class QStackedWidget;

namespace caseward::ui {

class AccessPanel;
class BackupPanel;
class CasePackPanel;
class DeskPanel;
class PackPanel;
class RosterPanel;
class SegmentedControl;
class TrustPanel;

class PeoplePage final : public Page {
    Q_OBJECT
public:
    PeoplePage(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    [[nodiscard]] QString pageTitle() const override { return tr("People"); }
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;
    bool goTo(const QString &where) override;            // "roster", "access", "backups", "trust", "packs", "casepacks"
    [[nodiscard]] QString location() const override;

private:
    void showPart(int part);
    [[nodiscard]] DeskPanel *panel(int part) const;
    SegmentedControl *m_parts;
    QStackedWidget *m_panels;
    RosterPanel *m_roster;
    AccessPanel *m_access;
    BackupPanel *m_backups;
    TrustPanel *m_trust;
    PackPanel *m_packs;
    CasePackPanel *m_casePacks;
};

} // namespace caseward::ui
