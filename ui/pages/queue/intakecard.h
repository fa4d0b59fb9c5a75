// SPDX-License-Identifier: GPL-3.0-or-later
// The card that adds documents to a case: the chosen files with a guessed kind that can be changed, then one after the
// other through the sandboxed reader. A file that is refused stays in the list with the reason; the others are kept. GUI
// thread; the work runs on the worker.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/overlay.h"
#include "ui/work/worker.h"

class QCheckBox;
class QComboBox;
class QLayout;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace caseward::ui {

class IconLabel;
class ProgressLine;
class ThemedLabel;

class IntakeCard final : public Overlay {
    Q_OBJECT
public:
    IntakeCard(Theme *theme, Worker *worker, const CaseId &id, const QString &reference, const QStringList &files, QWidget *window);
    // The files of a folder that an intake can take, by name; not those below it.
    [[nodiscard]] static QStringList filesOf(const QString &folder);

signals:
    void added(int documents);                   // when the card closes and something was added

private:
    struct Row {
        QString file;
        QComboBox *kind = nullptr;
        QLineEdit *exhibit = nullptr;
        IconLabel *icon = nullptr;
        ThemedLabel *state = nullptr;
        bool done = false;
    };
    QLayout *buildCommon();
    QWidget *buildRows(const QStringList &files);
    void addRow(QGridLayout *grid, int row, const QString &file);
    void start();
    void next();
    void finished(std::size_t row, const Result<DocumentId> &result);
    void setRunning(bool running);

    Theme *m_theme;
    Worker *m_worker;
    CaseId m_id;
    QLineEdit *m_source = nullptr, *m_agency = nullptr, *m_custody = nullptr; // of all the files
    QCheckBox *m_keep = nullptr;                 // what cannot be opened, too
    std::vector<Row> m_rows;
    std::size_t m_at = 0;
    RequestId m_request = 0;
    bool m_running = false, m_stopped = false;
    int m_added = 0;
    ProgressLine *m_progress;
    ThemedLabel *m_words;
    QPushButton *m_start, *m_close;
};

} // namespace caseward::ui
