// SPDX-License-Identifier: GPL-3.0-or-later
// Sealing cases into a bundle: which cases, for whom, into which file, what for; progress and Cancel; then the receipt.
// GUI thread; the sealing runs on the worker.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/theme.h"
#include "ui/work/worker.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class CaseModel;
class TickList;
class FactsCard;
class FaultNote;
class ProgressLine;
class ThemedLabel;

class ExportPanel final : public QWidget {
    Q_OBJECT
public:
    ExportPanel(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void reload();                       // cases and contacts
    void setFile(const QString &file);

public slots:
    void start();

signals:
    void sent();

private:
    void buildForm(QVBoxLayout *column);
    void showChoices(const std::vector<session::DocketRow> &cases, const std::vector<session::Contact> &contacts);
    void chooseFile();
    [[nodiscard]] bool isDeficient() const; // back to the sender: the letter of what is asked for is recorded first
    void showPurpose();
    [[nodiscard]] QStringList namesTicked() const;
    void check();
    void finish(const Result<session::BundleSent> &result);
    void setRunning(bool running);
    Theme *m_theme;
    CaseModel *m_model;
    TickList *m_cases, *m_people;
    QLineEdit *m_file = nullptr, *m_basis = nullptr, *m_say = nullptr;
    QWidget *m_sayField = nullptr;
    QComboBox *m_purpose = nullptr;
    QPushButton *m_seal = nullptr, *m_cancel = nullptr;
    ProgressLine *m_progress = nullptr;
    ThemedLabel *m_words = nullptr;
    FaultNote *m_fault = nullptr;
    FactsCard *m_receipt = nullptr;
    RequestId m_request = 0;
    bool m_running = false;
};

} // namespace caseward::ui
