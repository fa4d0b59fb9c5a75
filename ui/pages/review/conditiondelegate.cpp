// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/conditiondelegate.h"

#include "ui/models/casewords.h"
#include "ui/pages/review/conditionchip.h"

#include <QPainter>
#include <QTreeView>

namespace caseward::ui {

namespace {
constexpr int left = 12, padding = 8, guidelineHeight = 36, badge = 19, chevron = 16, rightSpace = 14, countWidth = 34;
constexpr int square = 6, squareGap = 2;
const QString widestChip = QStringLiteral("16(m)");
}

QSize weightSquaresSize()
{
    return {3 * square + 2 * squareGap, 4};
}

void paintWeightSquares(QPainter &painter, const QRect &rect, const Theme &theme, int weight, bool disqualifying)
{
    const Tokens &tokens = theme.tokens();
    for (int i = 0; i < 3; ++i)
        painter.fillRect(rect.left() + i * (square + squareGap), rect.top(), square, 4, i < weight ? (disqualifying ? tokens.dq : tokens.mc) : tokens.rule);
}

ConditionDelegate::ConditionDelegate(Theme *theme, QTreeView *view) : QStyledItemDelegate(view), m_theme(theme), m_view(view) {}

int ConditionDelegate::textLeft() const
{
    return left + conditionChipSize(*m_theme, widestChip).width() + 10;
}

int ConditionDelegate::textRight() const
{
    return rightSpace + countWidth;
}

QSize ConditionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = static_cast<const ConditionModel *>(index.model());
    const int width = m_view->viewport()->width();
    if (model->isGuideline(index)) {
        const int line = QFontMetrics(m_theme->font(Theme::Text::Base, QFont::DemiBold)).height();
        return {width, std::max(guidelineHeight, line + 16)};
    }
    const QFontMetrics metrics(m_theme->font(Theme::Text::Caption));
    const QString words = text(model->condition(index).condition->shortText);
    const QRect wrapped = metrics.boundingRect(QRect(0, 0, std::max(60, width - textLeft() - textRight()), 4000), Qt::TextWordWrap, words);
    const int chip = conditionChipSize(*m_theme, widestChip).height();
    return {width, std::max({wrapped.height(), chip, metrics.height() + 10}) + 2 * padding};
}

void ConditionDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme->tokens();
    const auto *model = static_cast<const ConditionModel *>(index.model());
    // The whole width of the view: the indentation belongs to the row.
    const QRect row(0, option.rect.top(), m_view->viewport()->width(), option.rect.height());
    const bool chosen = option.state & QStyle::State_Selected, guideline = model->isGuideline(index);
    if (m_dropTarget.isValid() && m_dropTarget == index)
        painter->fillRect(row, tokens.accentBg);
    else if (chosen)
        painter->fillRect(row, tokens.accentBg);
    else if (guideline || (option.state & QStyle::State_MouseOver))
        painter->fillRect(row, tokens.raised);
    painter->fillRect(QRect(guideline ? 0 : left, row.bottom(), row.width(), 1), tokens.rule);
    const bool focused = (option.state & QStyle::State_HasFocus) && m_view->hasFocus();
    if (focused || (m_dropTarget.isValid() && m_dropTarget == index)) {
        painter->setPen(QPen(tokens.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(row).adjusted(1.5, 0.5, -1.5, -1.5));
    }
}

void ConditionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const ConditionModel *>(index.model());
    painter->save();
    paintGround(painter, option, index);
    const QRect area(0, option.rect.top(), m_view->viewport()->width(), option.rect.height() - 1);
    if (model->isGuideline(index))
        paintGuideline(painter, area, model->guideline(index), m_view->isExpanded(index));
    else
        paintCondition(painter, area, model->condition(index));
    painter->restore();
}

void ConditionDelegate::paintGuideline(QPainter *painter, const QRect &area, const GuidelineRow &row, bool open) const
{
    const Tokens &tokens = m_theme->tokens();
    const int middle = area.center().y();
    m_theme->icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), tokens.text2)
        .paint(painter, QRect(left - 4, middle - chevron / 2, chevron, chevron));
    const QRect letter(left + chevron + 2, middle - badge / 2, badge, badge);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens.text);
    painter->drawRoundedRect(letter, 4, 4);
    painter->setFont(m_theme->font(Theme::Text::Small, QFont::Bold));
    painter->setPen(tokens.surface);
    painter->drawText(letter, Qt::AlignCenter, text(row.guideline->letter));
    // Counts from the right: mitigating, then disqualifying.
    const QFont countFont = m_theme->font(Theme::Text::Label, QFont::DemiBold);
    const QFontMetrics counts(countFont);
    painter->setFont(countFont);
    const int numberWidth = std::max(counts.horizontalAdvance(QStringLiteral("0")) + 1, counts.horizontalAdvance(QString::number(std::max(row.disqualifying, row.mitigating))) + 1);
    int right = area.right() - rightSpace + 1;
    for (const bool up : {false, true}) {
        const std::uint32_t count = up ? row.disqualifying : row.mitigating;
        const QColor hue = up ? tokens.dq : tokens.mc;
        painter->setPen(count > 0 ? hue : tokens.text2);
        painter->drawText(QRect(right - numberWidth, area.top(), numberWidth, area.height()), Qt::AlignRight | Qt::AlignVCenter, QString::number(count));
        paintTriangle(*painter, QRectF(right - numberWidth - 12, middle - 4, 8, 9), up, count > 0 ? hue : tokens.rule);
        right -= numberWidth + 12 + 12;
    }
    const QFont titleFont = m_theme->font(Theme::Text::Base, QFont::DemiBold);
    painter->setFont(titleFont);
    painter->setPen(tokens.text);
    const QRect title(letter.right() + 10, area.top(), right - letter.right() - 12, area.height());
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(titleFont).elidedText(text(row.guideline->title), Qt::ElideRight, title.width()));
}

void ConditionDelegate::paintCondition(QPainter *painter, const QRect &area, const ConditionRow &row) const
{
    const Tokens &tokens = m_theme->tokens();
    const bool up = packs::isConcern(row.condition->kind), used = row.passages > 0;
    QSize chip = conditionChipSize(*m_theme, widestChip);
    const int top = area.top() + padding;
    paintConditionChip(*painter, QRect(QPoint(left, top), chip), {text(row.condition->id), up, used ? ChipState::Used : ChipState::Quiet}, *m_theme);
    const QFont font = m_theme->font(Theme::Text::Caption);
    painter->setFont(font);
    painter->setPen(tokens.text);
    const QRect words(textLeft(), top + 1, area.width() - textLeft() - textRight(), area.height() - padding);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text(row.condition->shortText));
    painter->setFont(m_theme->font(Theme::Text::Label, used ? QFont::DemiBold : QFont::Normal));
    painter->setPen(used ? (up ? tokens.dq : tokens.mc) : tokens.text2);
    const int line = QFontMetrics(painter->font()).height();
    const QRect count(area.right() - rightSpace - countWidth + 1, top, countWidth, line);
    painter->drawText(count, Qt::AlignRight | Qt::AlignVCenter, used ? QString::number(row.passages) : QStringLiteral("–"));
    if (used) {
        const QSize size = weightSquaresSize();
        paintWeightSquares(*painter, QRect(QPoint(area.right() - rightSpace - size.width() + 1, count.bottom() + 3), size), *m_theme, row.greatest, up);
    }
}

} // namespace caseward::ui
