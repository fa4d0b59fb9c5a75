// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/plaintable.h"

#include "ui/base/themedlabel.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableView>

namespace caseward::ui {

namespace {

class PlainDelegate final : public QStyledItemDelegate {
public:
    PlainDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme->tokens();
        const QRect cell = option.rect;
        const bool selected = option.state & QStyle::State_Selected;
        painter->fillRect(cell, selected ? t.accentBg : t.surface);
        painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, t.rule);
        if (selected && index.column() == 0)
            painter->fillRect(cell.left(), cell.top(), 3, cell.height() - 1, t.accent);
        const QVariant tone = index.data(PlainToneRole);
        painter->setPen(toneColour(t, tone.isValid() ? static_cast<Tone>(tone.toInt()) : Tone::Primary));
        painter->setFont(index.data(PlainMonoRole).toBool() ? m_theme->mono(Theme::Text::Caption)
                         : m_theme->font(Theme::Text::Label, index.data(PlainStrongRole).toBool() ? QFont::DemiBold : QFont::Normal));
        const QVariant alignment = index.data(Qt::TextAlignmentRole);
        const int flags = (alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine;
        QRect box = cell.adjusted(16, 0, -8, -1);
        if (const QString icon = index.data(PlainIconRole).toString(); !icon.isEmpty()) {
            constexpr int side = 16, gap = 8;
            const QRect place = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, box);
            m_theme->icon(icon, painter->pen().color()).paint(painter, place);
            option.direction == Qt::RightToLeft ? box.setRight(place.left() - gap) : box.setLeft(place.right() + gap);
        }
        painter->drawText(box, flags, painter->fontMetrics().elidedText(index.data().toString().simplified(), Qt::ElideRight, box.width()));
    }

private:
    Theme *m_theme;
};

int rowHeight(const Theme &theme) { return QFontMetrics(theme.font(Theme::Text::Label)).height() + 15; }

} // namespace

QTableView *makePlainTable(Theme *theme, const QString &name, const QString &words, QAbstractItemModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(name);
    table->setAccessibleName(words);
    table->setModel(model);
    table->setItemDelegate(new PlainDelegate(theme, table));
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight(*theme));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setFixedHeight(32);
    QObject::connect(theme, &Theme::changed, table, [theme, table] {
        table->verticalHeader()->setDefaultSectionSize(rowHeight(*theme));
        table->viewport()->update();
    });
    return table;
}

} // namespace caseward::ui
