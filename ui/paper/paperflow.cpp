// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperflow.h"

#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace caseward::ui {

namespace {

using Kind = PaperBlock::Kind;
constexpr int linesKeptTogether = 14;
constexpr double cellPadX = 4, cellPadY = 2.6; // points
const QColor ink(0x16, 0x20, 0x2a), quiet(0x4b, 0x59, 0x66), rule(0xb4, 0xbe, 0xc8), ground(0xf2, 0xf5, 0xf8);

void append(PaperPage &page, const PaperPage &drawn, double y)
{
    for (PlacedFill fill : drawn.fills) {
        fill.area.translate(0, y);
        page.fills.push_back(fill);
    }
    for (PlacedText text : drawn.texts) {
        text.at.ry() += y;
        page.texts.push_back(text);
    }
}

} // namespace

PaperText marked(const QString &text)
{
    PaperText runs;
    PaperRun run;
    const auto flush = [&] {
        if (!run.text.isEmpty())
            runs.push_back(run);
        run.text.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('*') && i + 1 < text.size() && text[i + 1] == QLatin1Char('*')) {
            flush();
            run.bold = !run.bold;
            ++i;
        } else if (text[i] == QLatin1Char('`')) {
            flush();
            run.mono = !run.mono;
        } else {
            run.text += text[i];
        }
    }
    flush();
    return runs;
}

PaperFlow::PaperFlow(const PaperFonts &fonts, PaperFace face, double basePoints, QSizeF body, double unit)
    : m_fonts(fonts), m_face(face), m_base(basePoints), m_body(body), m_unit(unit)
{
}

PaperFlow::Style PaperFlow::styleOf(Kind kind) const
{
    switch (kind) {
    case Kind::Title: return {m_base * 1.75, 0, 0, 1.2, true, false, false, ink};
    case Kind::Heading: return {m_base * 1.22, m_base * 1.35, 0, 1.25, true, false, false, ink};
    case Kind::Subheading: return {m_base, m_base, 0, 1.3, true, false, false, ink};
    case Kind::Centred: return {m_base, m_base * 0.3, 0, 1.35, false, false, true, ink};
    case Kind::Bullet: return {m_base, m_base * 0.3, m_base * 1.3, 1.4, false, false, false, ink};
    case Kind::Quote: return {m_base, m_base * 0.35, m_base * 1.6, 1.4, false, false, false, ink};
    case Kind::Small: return {m_base * 0.84, m_base * 0.3, 0, 1.35, false, false, false, quiet};
    case Kind::Table: return {m_base * 0.92, m_base * 0.6, 0, 1.3, false, false, false, ink};
    case Kind::Paragraph:
    case Kind::Rule:
    case Kind::Space:
    case Kind::PageBreak: break;
    }
    return {m_base, m_base * 0.6, 0, 1.42, false, false, false, ink};
}

std::shared_ptr<QTextLayout> PaperFlow::shape(const PaperText &text, const Style &style, double width, bool right) const
{
    QString all;
    QList<QTextLayout::FormatRange> formats;
    const double pixels = style.points * m_unit;
    for (const PaperRun &run : text) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(all.size());
        range.length = static_cast<int>(run.text.size());
        const PaperFace face = run.mono ? PaperFace::Mono : m_face;
        range.format.setFont(m_fonts.font(face, run.mono && m_face != PaperFace::Mono ? pixels * 0.9 : pixels,
                                          style.bold || run.bold, style.italic || run.italic));
        range.format.setForeground(run.colour.isValid() ? run.colour : style.colour);
        all += run.text;
        formats.push_back(range);
    }
    all.replace(QLatin1Char('\n'), QChar::LineSeparator);
    auto layout = std::make_shared<QTextLayout>(all, m_fonts.font(m_face, pixels, style.bold, style.italic));
    layout->setFormats(formats);
    QTextOption option(style.centred ? Qt::AlignHCenter : right ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // digests are longer than a column
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine())
        line.setLineWidth(width);
    layout->endLayout();
    return layout;
}

double PaperFlow::heightOfLine(const QTextLayout &layout, double lead)
{
    return layout.font().pixelSize() * lead;
}

void PaperFlow::addText(const PaperBlock &block, std::vector<Piece> &pieces) const
{
    const Style style = styleOf(block.kind);
    const double indent = style.indent * m_unit;
    const bool quote = block.kind == Kind::Quote;
    const auto layout = shape(block.text, style, m_body.width() - indent - (quote ? indent / 2 : 0), false);
    const double step = heightOfLine(*layout, style.lead);
    const int lines = layout->lineCount();
    const bool whole = lines <= linesKeptTogether;
    const bool heading = block.kind == Kind::Heading || block.kind == Kind::Subheading || block.kind == Kind::Title;
    Piece piece;
    for (int i = 0; i < lines; ++i) {
        if (i == 0 && block.kind == Kind::Bullet) {
            const auto dot = shape(plain(QStringLiteral("•")), style, indent, false);
            piece.drawn.texts.push_back({dot, 0, QPointF(indent * 0.35, 0)});
        }
        if (quote)
            piece.drawn.fills.push_back({QRectF(indent * 0.45, piece.height, 1.4 * m_unit, step), rule});
        const QTextLine line = layout->lineAt(i);
        const double slack = (step - line.height()) / 2;
        piece.drawn.texts.push_back({layout, i, QPointF(indent, piece.height + slack)});
        piece.height += step;
        const bool last = i + 1 == lines;
        if (last || !whole) {
            piece.keepWithNext = heading || (last && block.keepWithNext) || (!last && (i == 0 || i + 2 == lines)); // no lone first or last line
            piece.before = whole || i == 0 ? style.before * m_unit : 0;
            pieces.push_back(piece);
            piece = Piece();
        }
    }
}

std::vector<PaperFlow::Piece> PaperFlow::rowPieces(const PaperBlock &block, const PaperRow &row, bool head) const
{
    Style style = styleOf(Kind::Table);
    style.bold = head;
    if (head)
        style.colour = quiet;
    double shares = 0;
    for (const PaperColumn &column : block.columns)
        shares += column.share;
    const double padX = cellPadX * m_unit, padY = cellPadY * m_unit;
    std::vector<std::shared_ptr<QTextLayout>> cells;
    std::vector<double> lefts;
    double left = 0;
    int lines = 1;
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
        const double width = m_body.width() * block.columns[i].share / shares;
        cells.push_back(shape(i < row.size() ? row[i] : PaperText(), style, width - 2 * padX, block.columns[i].right));
        lefts.push_back(left + padX);
        lines = std::max(lines, cells.back()->lineCount());
        left += width;
    }
    const double step = style.points * m_unit * style.lead;
    const int most = std::max(4, static_cast<int>(m_body.height() * 0.5 / step)); // a taller row goes over several pages
    std::vector<Piece> pieces;
    for (int from = 0; from < lines; from += most) {
        const int to = std::min(lines, from + most);
        Piece piece;
        piece.height = (to - from) * step + 2 * padY;
        if (head || block.shaded)
            piece.drawn.fills.push_back({QRectF(0, 0, m_body.width(), piece.height), ground});
        for (std::size_t i = 0; i < cells.size(); ++i) {
            for (int line = from; line < std::min(to, cells[i]->lineCount()); ++line) {
                const double slack = (step - cells[i]->lineAt(line).height()) / 2;
                piece.drawn.texts.push_back({cells[i], line, QPointF(lefts[i], padY + (line - from) * step + slack)});
            }
        }
        if (to == lines)
            piece.drawn.fills.push_back({QRectF(0, piece.height - 0.5 * m_unit, m_body.width(), 0.5 * m_unit), rule});
        pieces.push_back(piece);
    }
    return pieces;
}

void PaperFlow::addTable(const PaperBlock &block, std::vector<Piece> &pieces) const
{
    std::shared_ptr<Piece> head;
    const double before = pieces.empty() ? 0 : styleOf(Kind::Table).before * m_unit;
    if (!block.header.empty()) {
        head = std::make_shared<Piece>(rowPieces(block, block.header, true).front());
        Piece first = *head;
        first.before = before;
        first.keepWithNext = !block.rows.empty();
        pieces.push_back(first);
    }
    bool first = !head;
    for (const PaperRow &row : block.rows) {
        for (Piece piece : rowPieces(block, row, false)) {
            piece.before = first ? before : 0;
            first = false;
            piece.head = head;
            pieces.push_back(piece);
        }
    }
}

std::vector<PaperPage> PaperFlow::lay(const std::vector<PaperBlock> &blocks) const
{
    std::vector<Piece> pieces;
    bool breakNext = false;
    for (const PaperBlock &block : blocks) {
        const std::size_t first = pieces.size();
        if (block.kind == Kind::PageBreak) {
            breakNext = true;
            continue;
        }
        if (block.kind == Kind::Table) {
            addTable(block, pieces);
        } else if (block.kind == Kind::Space) {
            Piece space;
            space.height = block.points * m_unit;
            pieces.push_back(space);
        } else if (block.kind == Kind::Rule) {
            Piece line;
            line.before = m_base * 0.6 * m_unit;
            line.height = 0.8 * m_unit;
            line.drawn.fills.push_back({QRectF(0, 0, m_body.width(), 0.8 * m_unit), rule});
            pieces.push_back(line);
        } else {
            addText(block, pieces);
        }
        if (breakNext && first < pieces.size()) {
            pieces[first].breakBefore = true;
            breakNext = false;
        }
    }
    return paginate(pieces);
}

std::vector<PaperPage> PaperFlow::paginate(const std::vector<Piece> &pieces) const
{
    std::vector<PaperPage> pages(1);
    double y = 0;
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t end = i + 1;
        double need = pieces[i].before + pieces[i].height;
        while (pieces[end - 1].keepWithNext && end < pieces.size() && !pieces[end].breakBefore) {
            need += pieces[end].before + pieces[end].height;
            ++end;
        }
        const double all = m_body.height();
        if (need > all) {                       // cannot be kept in one: place what there is, piece by piece
            end = i + 1;
            need = pieces[i].before + pieces[i].height;
        }
        if (y > 0 && (pieces[i].breakBefore || y + need > all)) {
            pages.emplace_back();
            y = 0;
            if (pieces[i].head) {
                append(pages.back(), pieces[i].head->drawn, 0);
                y = pieces[i].head->height;
            }
        }
        for (; i < end; ++i) {
            y += y > 0 ? pieces[i].before : 0;
            append(pages.back(), pieces[i].drawn, y);
            y += pieces[i].height;
        }
    }
    return pages;
}

} // namespace caseward::ui
