// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ticklist.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace caseward::ui {

namespace {

enum Role { DetailRole = Qt::UserRole, KeyRole };

class ChoiceDelegate final : public QStyledItemDelegate {
public:
    ChoiceDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, QFontMetrics(m_theme->font(Theme::Text::Base)).height() + QFontMetrics(m_theme->font(Theme::Text::Caption)).height() + 14};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme->tokens();
        const QRect row = option.rect;
        const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const bool current = option.state & QStyle::State_HasFocus;
        painter->save();
        painter->fillRect(row, ticked ? t.accentBg : t.surface);
        painter->fillRect(row.left(), row.bottom(), row.width(), 1, t.rule);
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF box(row.left() + 12.5, row.center().y() - 7.5, 16, 16);
        painter->setPen(QPen(current ? t.accent : t.edge, current ? 2 : 1));
        painter->setBrush(ticked ? t.accent : t.surface);
        painter->drawRoundedRect(box, 4, 4);
        if (ticked)
            m_theme->icon(QStringLiteral("check"), t.onAccent).paint(painter, box.toRect().adjusted(1, 1, -1, -1));
        const QRect words = row.adjusted(42, 6, -12, -7);
        painter->setFont(m_theme->font(Theme::Text::Base, QFont::Medium));
        painter->setPen(t.text);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignTop, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->setFont(m_theme->font(Theme::Text::Caption));
        painter->setPen(t.text2);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                          painter->fontMetrics().elidedText(index.data(DetailRole).toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }

    // Space ticks; a press does not, since the whole row does it below and twice would be never.
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override
    {
        return event->type() == QEvent::KeyPress && QStyledItemDelegate::editorEvent(event, model, option, index);
    }

private:
    Theme *m_theme;
};

} // namespace

TickList::TickList(Theme *theme, const QString &name, const QString &words, QWidget *parent) : QListWidget(parent)
{
    setObjectName(name);
    setAccessibleName(words);
    setItemDelegate(new ChoiceDelegate(theme, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(96);
    connect(this, &QListWidget::itemChanged, this, &TickList::tickedChanged);
    // The whole row ticks, not only the small box.
    connect(this, &QListWidget::itemClicked, this, [](QListWidgetItem *item) {
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    });
    connect(theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void TickList::addChoice(const QString &text, const QString &detail, const QString &key, bool ticked)
{
    auto *item = new QListWidgetItem(text, this);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setData(DetailRole, detail);
    item->setData(KeyRole, key);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
}

QStringList TickList::ticked() const
{
    QStringList keys;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            keys << item(row)->data(KeyRole).toString();
    }
    return keys;
}

} // namespace caseward::ui
