// SPDX-License-Identifier: GPL-3.0-or-later
// A thin bar: pages read, work under way. Widget and painting for delegates. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

class QPainter;

namespace caseward::ui {

// `rect` is the bar itself. Full is drawn in the mitigating teal ("done"), less in the accent.
void paintProgress(QPainter &painter, const QRect &rect, const Theme &theme, quint64 done, quint64 total);

class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(Theme *theme, QWidget *parent = nullptr);
    void setProgress(quint64 done, quint64 total); // total 0: empty bar
    [[nodiscard]] QSize sizeHint() const override { return {130, 6}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {32, 6}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    quint64 m_done = 0, m_total = 0;
};

} // namespace caseward::ui
