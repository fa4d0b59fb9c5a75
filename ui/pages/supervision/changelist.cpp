// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/supervision/changelist.h"

#include "ui/base/chip.h"
#include "ui/evidence/returnnotes.h"
#include "ui/models/casewords.h"

#include <QCoreApplication>
#include <QPainter>

namespace caseward::ui {

namespace {

constexpr int side = 16, signWidth = 20, padding = 7;

QColor signColour(const Tokens &tokens, const QString &sign)
{
    if (sign == QLatin1String("+"))
        return tokens.accent;
    return sign == QLatin1String("~") ? tokens.warn : tokens.text2;
}

} // namespace

void ChangeModel::setChanges(std::vector<model::Change> changes, const ChangeContext &context)
{
    beginResetModel();
    m_changes = std::move(changes);
    m_lines.clear();
    for (const model::Change &change : m_changes)
        m_lines.push_back(changeLine(change, context));
    endResetModel();
}

void ChangeModel::clear()
{
    beginResetModel();
    m_changes.clear();
    m_lines.clear();
    m_noted.clear();
    endResetModel();
}

void ChangeModel::setNoted(const QSet<QString> &targets)
{
    m_noted = targets;
    if (!m_changes.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {NotedRole});
}

const model::Change *ChangeModel::change(int row) const
{
    return row >= 0 && row < rowCount() ? &m_changes[static_cast<std::size_t>(row)] : nullptr;
}

int ChangeModel::rowOf(const QString &target) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (changeTarget(*change(row)) == target)
            return row;
    }
    return -1;
}

int ChangeModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_changes.size()); }

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    const model::Change *one = change(index.row());
    if (!one)
        return {};
    const QString &line = m_lines[static_cast<std::size_t>(index.row())];
    const bool noted = m_noted.contains(changeTarget(*one));
    switch (role) {
    case Qt::DisplayRole: return line;
    case Qt::ToolTipRole: return QStringLiteral("<qt>") + line.left(600).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2: %3%4").arg(changeVerb(one->what), areaWords(text(one->area)), line, noted ? tr("; has a note") : QString());
    case SignRole: return changeSign(one->what);
    case AreaRole: return areaWords(text(one->area));
    case NotedRole: return noted;
    default: return {};
    }
}

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const QFontMetrics caption(m_theme->font(Theme::Text::Caption)), base(m_theme->font(Theme::Text::Base));
    return {200, caption.height() + base.height() + 2 * padding + 3};
}

void ChangeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme->tokens();
    const QRect cell = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(cell, selected ? t.accentBg : t.surface);
    painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, t.rule);
    if (selected)
        painter->fillRect(cell.left(), cell.top(), 3, cell.height() - 1, t.accent);
    const QFontMetrics caption(m_theme->font(Theme::Text::Caption)), base(m_theme->font(Theme::Text::Base));
    const QString sign = index.data(ChangeModel::SignRole).toString();
    QRect words = cell.adjusted(side + signWidth, padding, -side, -padding - 1);
    painter->setFont(m_theme->font(Theme::Text::Title, QFont::DemiBold));
    painter->setPen(signColour(t, sign));
    painter->drawText(QRect(cell.left() + side, words.top(), signWidth, words.height()), Qt::AlignLeft | Qt::AlignVCenter, sign);
    painter->setFont(m_theme->font(Theme::Text::Caption));
    painter->setPen(t.text2);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignTop, index.data(ChangeModel::AreaRole).toString());
    if (index.data(ChangeModel::NotedRole).toBool()) {
        const QString note = tr("note");
        const QSize size = chipSize(*m_theme, note, ChipKind::Warning, ChipShape::Count);
        paintChip(*painter, QRect(QPoint(words.right() - size.width(), cell.top() + 4), size), *m_theme, note, ChipKind::Warning, ChipShape::Count);
    }
    painter->setFont(m_theme->font(Theme::Text::Base));
    painter->setPen(t.text);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                      base.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

QListView *makeChangeList(Theme *theme, ChangeModel *model, QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setObjectName(QStringLiteral("supervision.changes"));
    list->setAccessibleName(QCoreApplication::translate("ChangeList", "Changes"));
    list->setModel(model);
    list->setItemDelegate(new ChangeDelegate(theme, list));
    list->setUniformItemSizes(true);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTabKeyNavigation(false);
    QObject::connect(theme, &Theme::changed, list, [list] {
        list->doItemsLayout();
        list->viewport()->update();
    });
    return list;
}

} // namespace caseward::ui
