// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue/docketdelegate.h"

#include "ui/base/chip.h"
#include "ui/base/progressline.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"
#include "ui/models/docketmodel.h"

#include <QPainter>

namespace caseward::ui {

namespace {

constexpr int side = 16; // from the edge of a cell to its words

void drawWords(QPainter &painter, const QRect &box, const QString &words, const QFont &font, const QColor &colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
}

} // namespace

DocketDelegate::DocketDelegate(Theme *theme, const DocketModel *docket, const DocketFilter *filter, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_docket(docket), m_filter(filter)
{
}

int DocketDelegate::rowHeight() const
{
    return QFontMetrics(m_theme->font(Theme::Text::Base)).height() + QFontMetrics(m_theme->font(Theme::Text::Caption)).height() + 18;
}

void DocketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme->tokens();
    const QRect cell = option.rect;
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(cell, selected ? t.accentBg : t.surface);
    painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, t.rule);
    if (selected && index.column() == 0)
        painter->fillRect(cell.left(), cell.top(), 3, cell.height() - 1, t.accent);
    const QRect box = cell.adjusted(side, 0, -8, -1);
    switch (index.column()) {
    case DocketModel::Case: paintCase(*painter, box, index); break;
    case DocketModel::State: paintState(*painter, box, index, selected); break;
    case DocketModel::Read: paintRead(*painter, box, index); break;
    default: {
        const auto tone = static_cast<Tone>(index.data(DocketModel::ToneRole).toInt());
        drawWords(*painter, box, index.data().toString(),
                  m_theme->font(Theme::Text::Base, tone == Tone::Warning ? QFont::DemiBold : QFont::Normal), toneColour(t, tone));
    }
    }
    painter->restore();
}

void DocketDelegate::paintCase(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const Tokens &t = m_theme->tokens();
    const session::DocketRow &row = m_docket->row(m_filter->mapToSource(index).row());
    const int middle = cell.top() + 8 + QFontMetrics(m_theme->font(Theme::Text::Base)).height();
    drawWords(painter, QRect(cell.left(), cell.top() + 7, cell.width(), middle - cell.top() - 7), index.data().toString(),
              m_theme->font(Theme::Text::Base, QFont::DemiBold), t.text);
    const QString subject = row.subject.empty() ? typeWord(row.type, true) : text(row.subject);
    drawWords(painter, QRect(cell.left(), middle + 1, cell.width(), cell.bottom() - middle - 7), subject,
              m_theme->font(Theme::Text::Caption), t.text2);
}

void DocketDelegate::paintState(QPainter &painter, const QRect &cell, const QModelIndex &index, bool selected) const
{
    const session::DocketRow &row = m_docket->row(m_filter->mapToSource(index).row());
    const QString words = index.data().toString();
    const ChipKind kind = !row.readable ? ChipKind::Warning : row.custodyHere ? statusChip(row.status) : ChipKind::Neutral;
    QSize size = chipSize(*m_theme, words, kind, ChipShape::Pill);
    if (size.width() > cell.width()) { // too long a name of an office: plain words, elided
        drawWords(painter, cell, words, m_theme->font(Theme::Text::Base), m_theme->tokens().text2);
        return;
    }
    const QRect pill(QPoint(cell.left(), cell.center().y() - size.height() / 2), size);
    paintChip(painter, pill, *m_theme, words, kind, ChipShape::Pill);
    if (selected) { // the row has the pill's own colour now
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme->tokens().edge, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2.0, pill.height() / 2.0);
    }
}

void DocketDelegate::paintRead(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const session::DocketRow &row = m_docket->row(m_filter->mapToSource(index).row());
    if (row.pages == 0 || !row.readable) {
        drawWords(painter, cell, index.data().toString(), m_theme->font(Theme::Text::Base), m_theme->tokens().text2);
        return;
    }
    constexpr int bar = 64;
    paintProgress(painter, QRect(cell.left(), cell.center().y() - 2, bar, 5), *m_theme, row.pagesRead, row.pages);
    drawWords(painter, cell.adjusted(bar + 12, 0, 0, 0), index.data().toString(), m_theme->font(Theme::Text::Label),
              m_theme->tokens().text2);
}

} // namespace caseward::ui
