// SPDX-License-Identifier: GPL-3.0-or-later
// Lays a page of plain text out as paper: document font, line height 1.45, the number of every stored line in the gutter,
// and one box a code point in points, so that selection and highlights work as on a PDF page. Made and painted on the
// GUI thread; never fails.
#pragma once

#include "core/model/page.h"

#include <QColor>
#include <QFont>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace caseward::ui {

class TextPageLayout final {
public:
    struct Style {
        QFont font;            // document font, sized for 96 dpi
        QFont numberFont;
    };

    // `width` is the width of the paper in points.
    TextPageLayout(const std::string &text, double width, const Style &style);

    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double height() const { return m_height; }   // points
    [[nodiscard]] const std::vector<model::Rect> &boxes() const { return m_boxes; }

    // Paints text and line numbers; the painter's unit is the point, its origin the corner of the paper.
    void paint(QPainter &painter, const QRectF &exposed, const QColor &ink, const QColor &numbers) const;

    // The width in points that holds about `characters` characters of running text.
    static double measure(const QFont &font, int characters);

private:
    struct Paragraph {
        std::unique_ptr<QTextLayout> layout;
        double top = 0, bottom = 0;   // px at 96 dpi
        double baseline = 0;
        int number = 1;
    };
    void layParagraph(const QString &text, int number, double textWidth);
    void addBoxes(const QString &text, const Paragraph &paragraph);
    double m_width, m_height = 0;
    double m_gutter = 0;
    double m_bottom = 0;
    Style m_style;
    std::vector<Paragraph> m_paragraphs;
    std::vector<model::Rect> m_boxes;
};

} // namespace caseward::ui
