// SPDX-License-Identifier: GPL-3.0-or-later
// Receiving a bundle: choose the file, verify everything without keeping anything, see what it says and what was found,
// then accept it whole or leave it. GUI thread; the work runs on the worker.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/theme.h"
#include "ui/work/worker.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTableView;
class QVBoxLayout;

namespace caseward::ui {

class CaseModel;
class FactsCard;
class FaultNote;
class ProgressLine;
class ThemedLabel;

class ImportPanel final : public QWidget {
    Q_OBJECT
public:
    ImportPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void setFile(const QString &file);

public slots:
    void verify();
    void accept();
    void refuse();                       // forgets what was verified; the vault was never touched

signals:
    void received();

private:
    void buildLeft(QVBoxLayout *column);
    void chooseFile();
    void showInspection(const session::BundleInspection &bundle);
    void showFiles(const session::BundleInspection &bundle);
    void finish(const Result<session::BundleReceived> &result);
    void setRunning(const QString &words);   // empty: not running
    void forget();
    Theme *m_theme;
    CaseModel *m_model;
    QLineEdit *m_file = nullptr;
    QPushButton *m_verify = nullptr, *m_accept = nullptr, *m_refuse = nullptr, *m_cancel = nullptr;
    ProgressLine *m_progress = nullptr;
    ThemedLabel *m_words = nullptr;
    FaultNote *m_fault = nullptr;
    FactsCard *m_facts = nullptr;
    QStandardItemModel *m_files;
    QTableView *m_table = nullptr;
    QString m_verified;                  // the file that has passed, as long as the line says the same
    RequestId m_request = 0;
    bool m_running = false;
};

} // namespace caseward::ui
