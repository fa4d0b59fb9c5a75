// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandbox.h"

#include "ui/base/keycap.h"
#include "ui/base/rule.h"
#include "ui/shell/actionregistry.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

enum Role { DetailRole = Qt::UserRole, IconRole, KeysRole, OffRole };

class HitDelegate final : public QStyledItemDelegate {
public:
    HitDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, QFontMetrics(m_theme->font(Theme::Text::Base)).height() + 16};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme->tokens();
        const QRect row = option.rect;
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(row, t.accentBg);
            painter->fillRect(row.left(), row.top(), 3, row.height(), t.accent);
        }
        const bool off = index.data(OffRole).toBool();
        m_theme->icon(index.data(IconRole).toString()).paint(painter, QRect(row.left() + 16, row.center().y() - 7, 16, 16),
                                                             Qt::AlignCenter, off ? QIcon::Disabled : QIcon::Normal);
        int right = row.right() - 14;
        const QString keys = index.data(KeysRole).toString();
        if (!keys.isEmpty()) {
            const QSize cap = keyCapSize(*m_theme, keys);
            right -= cap.width();
            paintKeyCap(*painter, QRect(QPoint(right, row.center().y() - cap.height() / 2), cap), *m_theme, keys);
            right -= 12;
        }
        painter->setFont(m_theme->font(Theme::Text::Base));
        painter->setPen(off ? t.disabledText : t.text);
        const QRect words(row.left() + 44, row.top(), right - row.left() - 44, row.height());
        const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width());
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
        const int used = painter->fontMetrics().horizontalAdvance(text) + 12;
        painter->setFont(m_theme->font(Theme::Text::Label));
        painter->setPen(t.text2);
        const QRect rest = words.adjusted(used, 0, 0, 0);
        if (rest.width() > 40)
            painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(index.data(DetailRole).toString(), Qt::ElideRight, rest.width()));
    }

private:
    Theme *m_theme;
};

} // namespace

CommandBox::CommandBox(Theme *theme, ActionRegistry *registry, const QList<Page *> &pages, More more, QWidget *window)
    : Overlay(theme, QStringLiteral("commandbox"), window, Overlay::Place::Top), m_theme(theme), m_registry(registry),
      m_pages(pages), m_more(std::move(more)), m_field(new QLineEdit), m_list(new QListView), m_model(new QStandardItemModel(this))
{
    setCardWidth(640);
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(1, 1, 1, 6);
    column->setSpacing(0);
    m_field->setObjectName(QStringLiteral("commandbox.field"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setProperty("cls", "bare");
    m_field->setPlaceholderText(tr("Search, or > command   # condition   : page"));
    m_field->setFont(theme->font(Theme::Text::Large));
    m_field->setTextMargins(16, 0, 16, 0);
    m_field->setMinimumHeight(44);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandbox.list"));
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(theme, this));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(QFontMetrics(theme->font(Theme::Text::Base)).height() * 11 + 16 * 11);
    column->addWidget(m_field);
    column->addWidget(makeRule(Qt::Horizontal, card()));
    column->addSpacing(4);
    column->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &CommandBox::fill);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandBox::runCurrent);
    connect(m_list, &QListView::clicked, this, &CommandBox::runCurrent);
}

void CommandBox::open()
{
    fill({});
    present(m_field);
}

void CommandBox::fill(const QString &words)
{
    m_model->clear();
    m_runs.clear();
    const QString query = words.trimmed();
    if (!query.startsWith(QLatin1Char('#')) && !query.startsWith(QLatin1Char('@')) && !query.startsWith(QLatin1Char(':')))
        addCommands(query.startsWith(QLatin1Char('>')) ? query.mid(1).trimmed() : query);
    if (!query.isEmpty() && !query.startsWith(QLatin1Char('>'))) {
        for (Page *page : std::as_const(m_pages)) {
            const QList<PageHit> hits = page->search(query);
            for (const PageHit &hit : hits)
                addHit(hit);
        }
    }
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    if (m_more && !query.isEmpty() && !QStringLiteral("#@:>").contains(query.front())) {
        m_more(this, query, [this, words](const QList<PageHit> &hits) {
            if (words != m_field->text())
                return; // something else is looked for by now
            for (const PageHit &hit : hits) {
                if (m_model->match(m_model->index(0, 0), Qt::DisplayRole, hit.text, 1, Qt::MatchExactly).isEmpty())
                    addHit(hit);
            }
            if (m_model->rowCount() > 0 && !m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_model->index(0, 0));
        });
    }
}

void CommandBox::addHit(const PageHit &hit)
{
    auto *item = new QStandardItem(hit.text);
    item->setData(hit.detail, DetailRole);
    item->setData(hit.icon, IconRole);
    m_model->appendRow(item);
    m_runs.push_back(hit.go);
}

void CommandBox::addCommands(const QString &words)
{
    const QStringList wanted = words.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const Command &command : m_registry->commands()) {
        if (command.what.id == QLatin1String("shell.command"))
            continue; // that is where we are
        const QString hay = (command.what.text + QLatin1Char(' ') + command.group).toLower();
        if (!std::all_of(wanted.begin(), wanted.end(), [&hay](const QString &word) { return hay.contains(word); }))
            continue;
        const QString why = command.what.whyNot ? command.what.whyNot() : QString();
        auto *item = new QStandardItem(command.what.text);
        item->setData(why.isEmpty() ? command.group : why, DetailRole);
        item->setData(why.isEmpty() ? QStringLiteral("command") : QStringLiteral("circle-slash"), IconRole);
        item->setData(command.what.keys.toString(QKeySequence::NativeText), KeysRole);
        item->setData(!why.isEmpty(), OffRole);
        m_model->appendRow(item);
        m_runs.push_back([registry = m_registry, id = command.what.id] { registry->trigger(id); });
    }
}

void CommandBox::runCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    const auto run = m_runs[static_cast<std::size_t>(row)];
    connect(this, &Overlay::closed, window(), run); // after the focus is back where it was
    dismiss();
}

// Up and Down move in the list while the typing goes on.
bool CommandBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? 10 : key == Qt::Key_PageUp ? -10 : 0;
        if (step != 0 && m_model->rowCount() > 0) {
            const int row = qBound(0, m_list->currentIndex().row() + step, m_model->rowCount() - 1);
            m_list->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace caseward::ui
