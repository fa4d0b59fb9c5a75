// SPDX-License-Identifier: GPL-3.0-or-later
// While a machine reads scans: how far it is, and a button to stop it; then what came of it, until it is closed. Starts the
// reading through the case door and owns it. GUI thread; a failure is said here.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/review/casedoor.h"

#include <QWidget>

class QPushButton;

namespace caseward::ui {

class ProgressLine;
class ThemedLabel;

class ScanStrip final : public QWidget {
    Q_OBJECT
public:
    ScanStrip(Theme *theme, CaseDoor *door, QWidget *parent);
    void start(const DocumentId &document);           // null: the whole case. Not while one is under way
    void forget();                                    // stops without a word: the case is closed
    [[nodiscard]] bool isReading() const { return m_reading != nullptr; }

signals:
    void pagesRead();                                 // some pages more, also while it goes on

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showEnd(const QString &words);
    Theme *m_theme;
    CaseDoor *m_door;
    ThemedLabel *m_words;
    ProgressLine *m_progress;
    QPushButton *m_button;
    std::unique_ptr<ScanReading> m_reading;
};

} // namespace caseward::ui
