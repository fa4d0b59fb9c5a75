// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/recorddelegate.h"

#include "ui/base/chip.h"
#include "ui/base/progressline.h"
#include "ui/pages/review/rowlist.h"

#include <QFontMetrics>
#include <QPainter>

namespace caseward::ui {

namespace {
constexpr int side = rowSide, inner = 8, iconSize = 16, textLeft = inner + iconSize + 10, padding = 6, lineGap = 2, barWidth = 38;
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RecordRow &row = static_cast<const RecordModel *>(index.model())->row(index.row());
    const int small = QFontMetrics(m_theme->font(Theme::Text::Label)).height();
    if (row.kind == RecordRow::Kind::Heading)
        return {option.rect.width(), small + (index.row() == 0 ? 14 : 26)};
    return {option.rect.width(), QFontMetrics(m_theme->font(Theme::Text::Base, QFont::Medium)).height() + small + lineGap + 2 * padding};
}

void RecordDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const RecordRow &row) const
{
    using Kind = RecordRow::Kind;
    paintRowGround(painter, option, m_theme->tokens(),
                   row.kind == Kind::Contradiction ? RowGround::Warning : row.kind == Kind::Document ? RowGround::Barred : RowGround::Plain);
}

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RecordRow &row = static_cast<const RecordModel *>(index.model())->row(index.row());
    painter->save();
    if (row.kind == RecordRow::Kind::Heading) {
        QFont font = m_theme->font(Theme::Text::Small, QFont::Medium);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.3);
        painter->setFont(font);
        painter->setPen(m_theme->tokens().text2);
        painter->drawText(option.rect.adjusted(side + inner, 0, -side, -4), Qt::AlignLeft | Qt::AlignBottom, row.title);
    } else {
        paintGround(painter, option, row);
        const QRect area = option.rect.adjusted(side, padding, -side - inner, -padding);
        if (row.kind == RecordRow::Kind::Document)
            paintDocument(painter, area, row, option.state & QStyle::State_Selected);
        else
            paintContradiction(painter, area, row);
    }
    painter->restore();
}

void RecordDelegate::paintDocument(QPainter *painter, const QRect &area, const RecordRow &row, bool current) const
{
    const Tokens &tokens = m_theme->tokens();
    const QFont titleFont = m_theme->font(Theme::Text::Base, QFont::Medium), detailFont = m_theme->font(Theme::Text::Caption);
    const QFontMetrics title(titleFont), detail(detailFont);
    const QIcon icon = m_theme->icon(row.icon, current ? tokens.accent : tokens.text2);
    icon.paint(painter, QRect(area.left() + inner, area.top() + (title.height() - iconSize) / 2 + 1, iconSize, iconSize));
    int right = area.right();
    if (row.passages > 0) {
        const QString number = QString::number(row.passages);
        const ChipKind kind = current ? ChipKind::Accent : ChipKind::Neutral;
        const QSize size = chipSize(*m_theme, number, kind, ChipShape::Count);
        const QRect pill(area.right() - size.width() + 1, area.top() + (title.height() - size.height()) / 2, size.width(), size.height());
        paintChip(*painter, pill, *m_theme, number, kind, ChipShape::Count, current);
        right = pill.left() - 6;
    }
    const int left = area.left() + textLeft;
    painter->setFont(titleFont);
    painter->setPen(tokens.text);
    painter->drawText(QRect(left, area.top(), right - left, title.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      title.elidedText(row.title, Qt::ElideRight, right - left));
    const int second = area.top() + title.height() + lineGap;
    const QRect bar(area.right() - barWidth + 1, second + (detail.height() - 4) / 2, barWidth, 4);
    paintProgress(*painter, bar, *m_theme, row.pagesRead, row.pages);
    painter->setFont(detailFont);
    painter->setPen(tokens.text2);
    const int detailWidth = bar.left() - 8 - left;
    painter->drawText(QRect(left, second, detailWidth, detail.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      detail.elidedText(row.detail, Qt::ElideRight, detailWidth));
}

void RecordDelegate::paintContradiction(QPainter *painter, const QRect &area, const RecordRow &row) const
{
    const Tokens &tokens = m_theme->tokens();
    const QFont titleFont = m_theme->font(Theme::Text::Label, QFont::Medium), detailFont = m_theme->font(Theme::Text::Caption);
    const QFontMetrics title(titleFont), detail(detailFont);
    m_theme->icon(row.icon, tokens.warn).paint(painter, QRect(area.left() + inner, area.top() + 1, iconSize, iconSize));
    const int left = area.left() + textLeft, width = area.right() - left;
    painter->setFont(titleFont);
    painter->setPen(tokens.warn);
    painter->drawText(QRect(left, area.top(), width, title.height()), Qt::AlignLeft | Qt::AlignVCenter, title.elidedText(row.title, Qt::ElideRight, width));
    painter->setFont(detailFont);
    painter->drawText(QRect(left, area.bottom() - detail.height() + 1, width, detail.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      detail.elidedText(row.detail, Qt::ElideRight, width));
}

} // namespace caseward::ui
