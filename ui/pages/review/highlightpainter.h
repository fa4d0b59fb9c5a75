// SPDX-License-Identifier: GPL-3.0-or-later
// Draws what lies over a page: tints and underlines of passages, the selection, search places, and in the strip beside
// it the stripes. Disqualifying is orange and solid, mitigating teal and dashed. GUI thread; never fails.
#pragma once

#include "ui/base/theme.h"

#include <QPen>
#include <QRectF>

#include <vector>

class QPainter;

namespace caseward::ui {

// Image: pixels of the record, always light paper, tinted by multiplication over it. Laid out: our own paper in the colours
// of the theme, tinted before the text is drawn.
enum class Paper { Image, LaidOut };
enum class Emphasis { Normal, Chosen };

class HighlightPainter final {
public:
    HighlightPainter(const Tokens &tokens, Theme::Scheme scheme, Paper paper);

    void passageTint(QPainter &painter, const std::vector<QRectF> &rects, bool disqualifying, Emphasis emphasis) const;
    void passageLine(QPainter &painter, const std::vector<QRectF> &rects, bool disqualifying, Emphasis emphasis) const;
    // The frame of a part of the picture, as solid or dashed as the line under words.
    void areaFrame(QPainter &painter, const QRectF &area, bool disqualifying, Emphasis emphasis) const;
    void selectionFrame(QPainter &painter, const QRectF &area) const;
    void selection(QPainter &painter, const std::vector<QRectF> &rects) const;
    void place(QPainter &painter, const std::vector<QRectF> &rects, Emphasis emphasis) const;   // of a search
    // `lane` 0 is next to the page; `area` spans the passage's height and starts at the strip.
    void stripe(QPainter &painter, const QRectF &area, int lane, bool disqualifying, Emphasis emphasis) const;

    static constexpr double laneWidth = 6;

private:
    [[nodiscard]] QPen linePen(bool disqualifying, Emphasis emphasis) const;
    void fill(QPainter &painter, const std::vector<QRectF> &rects, const QColor &colour) const;
    const Tokens &m_tokens;
    bool m_dark;
    Paper m_paper;
};

} // namespace caseward::ui
