// SPDX-License-Identifier: GPL-3.0-or-later
// Lays blocks out on pages of one size. Private to ui/paper. A paragraph of up to fourteen lines, a table row and a
// heading with what follows it are never torn apart; a table head is repeated. One thread at a time.
#pragma once

#include "ui/paper/paperfonts.h"

#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace caseward::ui {

struct PlacedText { std::shared_ptr<QTextLayout> layout; int line = 0; QPointF at; }; // top left of the line
struct PlacedFill { QRectF area; QColor colour; };
struct PaperPage { std::vector<PlacedFill> fills; std::vector<PlacedText> texts; };

class PaperFlow {
public:
    // `body` is the space for text in device units, `unit` the device units of a point.
    PaperFlow(const PaperFonts &fonts, PaperFace face, double basePoints, QSizeF body, double unit);
    [[nodiscard]] std::vector<PaperPage> lay(const std::vector<PaperBlock> &blocks) const;

private:
    // What stays in one piece on a page; positions are relative to its top left.
    struct Piece {
        PaperPage drawn;
        double height = 0;
        double before = 0;              // space above, dropped at the top of a page
        bool keepWithNext = false;
        bool breakBefore = false;
        std::shared_ptr<Piece> head;    // table head to repeat
    };
    struct Style { double points; double before; double indent; double lead; bool bold; bool italic; bool centred; QColor colour; };

    [[nodiscard]] Style styleOf(PaperBlock::Kind kind) const;
    [[nodiscard]] std::shared_ptr<QTextLayout> shape(const PaperText &text, const Style &style, double width, bool right) const;
    void addText(const PaperBlock &block, std::vector<Piece> &pieces) const;
    void addTable(const PaperBlock &block, std::vector<Piece> &pieces) const;
    [[nodiscard]] std::vector<Piece> rowPieces(const PaperBlock &block, const PaperRow &row, bool head) const;
    [[nodiscard]] static double heightOfLine(const QTextLayout &layout, double lead);
    [[nodiscard]] std::vector<PaperPage> paginate(const std::vector<Piece> &pieces) const;

    const PaperFonts &m_fonts;
    PaperFace m_face;
    double m_base;
    QSizeF m_body;
    double m_unit;
};

} // namespace caseward::ui
