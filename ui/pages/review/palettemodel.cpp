// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/palettemodel.h"

#include "ui/base/keycap.h"
#include "ui/models/casewords.h"
#include "ui/pages/review/conditionchip.h"

#include <QPainter>

namespace caseward::ui {

namespace {
constexpr int side = 12, digitRows = 9;
const QString widestChip = QStringLiteral("M 00(m)");
}

void PaletteModel::setPack(packs::PackPtr pack, ConditionUse use)
{
    m_pack = std::move(pack);
    m_use = std::move(use);
    setQuery(m_query);
}

void PaletteModel::setQuery(const QString &query)
{
    m_query = query;
    beginResetModel();
    m_rows.clear();
    if (m_pack)
        m_rows = packs::rankConditions(*m_pack, query.simplified().toStdString(), m_use.recent);
    endResetModel();
}

const packs::Condition *PaletteModel::condition(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)] : nullptr;
}

std::uint32_t PaletteModel::used(int row) const
{
    const packs::Condition *here = condition(row);
    const auto found = here ? m_use.counts.find(here->id) : m_use.counts.end();
    return found == m_use.counts.end() ? 0 : found->second;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const packs::Condition *here = condition(index.row());
    if (!here)
        return {};
    if (role == Qt::DisplayRole)
        return conditionLabel(*here) + u' ' + text(here->shortText);
    if (role == Qt::AccessibleTextRole) {
        const bool up = packs::isConcern(here->kind);
        return (up ? tr("Disqualifying %1, %2") : tr("Mitigating %1, %2")).arg(conditionLabel(*here), text(here->shortText));
    }
    return {};
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = QFontMetrics(m_theme->font(Theme::Text::Base)).height();
    return {option.rect.width(), std::max(31, line + 13)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const PaletteModel *>(index.model());
    const packs::Condition *condition = model->condition(index.row());
    if (!condition)
        return;
    const Tokens &tokens = m_theme->tokens();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, tokens.accentBg);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, tokens.raised);
    const QRect area = option.rect.adjusted(side, 0, -side, 0);
    const QSize chip = conditionChipSize(*m_theme, widestChip);
    const QRect chipRect(area.left(), area.center().y() - chip.height() / 2, chip.width(), chip.height());
    paintConditionChip(*painter, chipRect, {conditionLabel(*condition), packs::isConcern(condition->kind), ChipState::Used}, *m_theme);
    int right = area.right() + 1;
    const QString digit = index.row() < digitRows && m_digits ? QString::number(index.row() + 1) : QString();
    const QSize cap = keyCapSize(*m_theme, QStringLiteral("0"));
    if (!digit.isEmpty())
        paintKeyCap(*painter, QRect(right - cap.width(), area.center().y() - cap.height() / 2, cap.width(), cap.height()), *m_theme, digit);
    right -= cap.width() + 8;
    if (const std::uint32_t used = model->used(index.row())) {
        const QFont small = m_theme->font(Theme::Text::Caption);
        const QString words = PaletteModel::tr("used %1×").arg(used);
        const int width = QFontMetrics(small).horizontalAdvance(words) + 2;
        painter->setFont(small);
        painter->setPen(tokens.text2);
        painter->drawText(QRect(right - width, area.top(), width, area.height()), Qt::AlignRight | Qt::AlignVCenter, words);
        right -= width + 10;
    }
    const QFont font = m_theme->font(Theme::Text::Base);
    painter->setFont(font);
    painter->setPen(tokens.text);
    const QRect words(chipRect.right() + 12, area.top(), right - chipRect.right() - 12, area.height());
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text(condition->shortText), Qt::ElideRight, words.width()));
    painter->restore();
}

} // namespace caseward::ui
