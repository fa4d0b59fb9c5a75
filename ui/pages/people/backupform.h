// SPDX-License-Identifier: GPL-3.0-or-later
// Where backups go, how often at sign-in, and how many are kept. GUI thread.
#pragma once

#include "core/session/backups.h"
#include "ui/base/formcard.h"

class QSpinBox;

namespace caseward::ui {

class PathLine;

class BackupForm final : public FormCard {
    Q_OBJECT
public:
    BackupForm(Theme *theme, const session::BackupSettings &now, QWidget *anywhere);

signals:
    void wanted(const caseward::session::BackupSettings &settings);

private:
    [[nodiscard]] QString whyNot() const override { return {}; }   // an empty folder: none by themselves
    void accept() override;
    PathLine *m_folder;
    QSpinBox *m_hours, *m_keep;
};

} // namespace caseward::ui
