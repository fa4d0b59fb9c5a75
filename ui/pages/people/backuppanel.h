// SPDX-License-Identifier: GPL-3.0-or-later
// The backups of this vault: where they go, making one now, checking one. GUI thread.
#pragma once

#include "core/session/backups.h"
#include "ui/models/deskpanel.h"

namespace caseward::ui {

class ProgressLine;

class BackupPanel final : public DeskPanel {
    Q_OBJECT
public:
    BackupPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void reload() override;
    [[nodiscard]] QString whyNotCreate() const;           // empty: a backup can be made now

public slots:
    void create();

private:
    struct Shown { session::BackupSettings settings; std::vector<session::BackupRow> rows; };
    void showBackups(const Shown &shown);
    void check();
    void configure();
    void finish(const QString &title, const QString &words);
    void setRunning(RequestId request);          // 0: nothing runs
    session::BackupSettings m_settings;
    ProgressLine *m_progress;
    RequestId m_request = 0;
};

} // namespace caseward::ui
