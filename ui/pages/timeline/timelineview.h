// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes on the screen: painted, walked with the arrows, zoomed with + and -, or the wheel with Ctrl. Every item speaks for itself to
// assistive technology. Child of the page; GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/timeline/timelinelayout.h"

#include <QAbstractScrollArea>

namespace caseward::ui {

class TimelineView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TimelineView(Theme *theme, QWidget *parent = nullptr);
    void setItems(std::vector<TimelineItem> items, std::pair<qint64, qint64> reach, qint64 asOf); // keeps zoom and, if it is still there, the item in hand
    void clear();

    [[nodiscard]] const std::vector<TimelineItem> &items() const { return m_items; }
    [[nodiscard]] int current() const { return m_current; }               // -1: none
    void setCurrent(int item);                                            // and shows it
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom);                                            // about the item in hand, else the middle
    [[nodiscard]] QRect rectOf(int item) const;                           // in the viewport
    [[nodiscard]] int itemAt(const QPoint &viewportPoint) const;

signals:
    void currentChanged(int item);
    void opened(int item);                                                // Enter, double click
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void arrange();
    void zoomAbout(double zoom, qreal viewportX);
    void step(int by);
    void stepLane(int by);
    void stepToEnd(bool last);
    [[nodiscard]] bool sameLane(std::size_t a, std::size_t b) const;
    [[nodiscard]] QPoint offset() const;
    void paintLanes(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintItem(QPainter &painter, std::size_t item) const;
    void paintStretch(QPainter &painter, const TimelineItem &item, const QRectF &rect) const;
    void paintGap(QPainter &painter, const TimelineItem &item, const QRectF &rect) const;
    void paintPoint(QPainter &painter, const TimelineItem &item, const QRectF &rect) const;

    Theme *m_theme;
    std::vector<TimelineItem> m_items;
    std::pair<qint64, qint64> m_reach{0, 0};
    qint64 m_asOf = 0;
    TimelineLayout m_layout;
    double m_zoom = 1;
    int m_current = -1;
};

} // namespace caseward::ui
