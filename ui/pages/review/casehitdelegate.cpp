// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/casehitdelegate.h"

#include "ui/base/chip.h"
#include "ui/pages/review/rowlist.h"

#include <QPainter>
#include <QTextLayout>

namespace caseward::ui {

namespace {

constexpr int side = rowSide, inner = 10, padding = 6, gap = 2, lines = 2;
constexpr qsizetype leastBefore = 24;

// The words before the match, short enough that the match stands on the first line, from the beginning of a word.
QString leadIn(const QString &before)
{
    if (before.size() <= leastBefore)
        return before;
    QString end = before.right(leastBefore);
    const qsizetype space = end.indexOf(u' ');
    if (space >= 0 && space + 1 < end.size())
        end = end.mid(space + 1);
    return u'…' + end;
}

} // namespace

QSize CaseHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int caption = QFontMetrics(m_theme->font(Theme::Text::Caption)).height();
    if (static_cast<const CaseHitModel *>(index.model())->row(index.row()).heading)
        return {option.rect.width(), QFontMetrics(m_theme->font(Theme::Text::Label, QFont::DemiBold)).height() + (index.row() == 0 ? 12 : 20)};
    return {option.rect.width(), caption + gap + lines * QFontMetrics(m_theme->font(Theme::Text::Label)).lineSpacing() + 2 * padding};
}

void CaseHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CaseHitRow &row = static_cast<const CaseHitModel *>(index.model())->row(index.row());
    painter->save();
    if (row.heading)
        paintHeading(painter, option.rect.adjusted(side + inner, 0, -side - inner, -4), row);
    else
        paintHit(painter, option, row);
    painter->restore();
}

void CaseHitDelegate::paintHeading(QPainter *painter, const QRect &area, const CaseHitRow &row) const
{
    const QFont font = m_theme->font(Theme::Text::Label, QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QString number = QString::number(row.count);
    const QSize size = chipSize(*m_theme, number, ChipKind::Neutral, ChipShape::Count);
    const QRect line(area.left(), area.bottom() - metrics.height() + 1, area.width(), metrics.height());
    paintChip(*painter, QRect(area.right() - size.width() + 1, line.center().y() - size.height() / 2, size.width(), size.height()), *m_theme, number,
              ChipKind::Neutral, ChipShape::Count);
    int room = area.width() - size.width() - 8;
    painter->setFont(m_theme->font(Theme::Text::Label));
    painter->setPen(m_theme->tokens().text2);
    if (!row.detail.isEmpty()) {
        const QString detail = painter->fontMetrics().elidedText(row.detail, Qt::ElideRight, room / 3);
        const int wide = painter->fontMetrics().horizontalAdvance(detail);
        const int title = qMin(metrics.horizontalAdvance(row.place), room - wide - 8);
        painter->drawText(line.adjusted(title + 8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, detail);
        room = title;
    }
    painter->setFont(font);
    painter->setPen(m_theme->tokens().text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(row.place, Qt::ElideRight, room));
}

void CaseHitDelegate::paintHit(QPainter *painter, const QStyleOptionViewItem &option, const CaseHitRow &row) const
{
    const Tokens &tokens = m_theme->tokens();
    paintRowGround(painter, option, tokens, RowGround::Barred);
    const QRect area = option.rect.adjusted(side + inner, padding, -side - inner, -padding);
    painter->setFont(m_theme->font(Theme::Text::Caption, QFont::Medium));
    painter->setPen(tokens.text2);
    const QFontMetrics caption = painter->fontMetrics();
    painter->drawText(QRect(area.left(), area.top(), area.width(), caption.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      caption.elidedText(row.place, Qt::ElideRight, area.width()));
    paintContext(painter, area.adjusted(0, caption.height() + gap, 0, 0), row);
}

void CaseHitDelegate::paintContext(QPainter *painter, const QRect &area, const CaseHitRow &row) const
{
    const Tokens &tokens = m_theme->tokens();
    const QFont font = m_theme->font(Theme::Text::Label);
    const QString before = leadIn(row.before);
    QTextLayout layout(before + row.match + row.after, font);
    QTextLayout::FormatRange match;
    match.start = static_cast<int>(before.size());
    match.length = static_cast<int>(row.match.size());
    match.format.setBackground(tokens.warnBg);
    match.format.setForeground(tokens.text);
    match.format.setFontWeight(QFont::DemiBold);
    layout.setFormats({match});
    layout.beginLayout();
    const qreal high = QFontMetricsF(font).lineSpacing();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        line.setPosition(QPointF(0, i * high));
    }
    layout.endLayout();
    painter->setPen(tokens.text);
    layout.draw(painter, area.topLeft());
}

} // namespace caseward::ui
