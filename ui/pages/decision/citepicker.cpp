// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/citepicker.h"

#include "ui/base/chip.h"
#include "ui/base/themedlabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int placeRole = Qt::UserRole + 1, labelRole = Qt::UserRole + 2, classRole = Qt::UserRole + 3, indexRole = Qt::UserRole + 4;
constexpr int side = 16, chipColumn = 88, cardWidth = 720, listHeight = 384;

// Chip, one line of the quote, and the place below it.
class PassageDelegate final : public QStyledItemDelegate {
public:
    PassageDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, QFontMetrics(m_theme->font(Theme::Text::Base)).height() + QFontMetrics(m_theme->font(Theme::Text::Caption)).height() + 12};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme->tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, t.accentBg);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
        }
        const QString label = index.data(labelRole).toString();
        const ChipKind kind = index.data(classRole).toBool() ? ChipKind::Disqualifying : ChipKind::Mitigating;
        const QSize chip = chipSize(*m_theme, label, kind, ChipShape::Tag);
        paintChip(*painter, QRect(QPoint(option.rect.left() + side, option.rect.top() + 6), chip), *m_theme, label, kind, ChipShape::Tag);
        const QRect words = option.rect.adjusted(side + chipColumn, 6, -side, -6);
        const QFont base = m_theme->font(Theme::Text::Base), caption = m_theme->font(Theme::Text::Caption);
        painter->setFont(base);
        painter->setPen(t.text);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignTop, QFontMetrics(base).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, words.width()));
        painter->setFont(caption);
        painter->setPen(t.text2);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom, QFontMetrics(caption).elidedText(index.data(placeRole).toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    Theme *m_theme;
};

QString searched(const PassageFacts &facts)
{
    return QStringList{facts.label, facts.quote, facts.place, facts.note, facts.weight}.join(QLatin1Char(' ')).toLower();
}

} // namespace

CitePicker::CitePicker(Theme *theme, QWidget *anywhere, std::vector<PassageFacts> passages, std::function<void(const PassageId &)> picked)
    : Overlay(theme, QStringLiteral("decision.citePicker"), anywhere, Place::Top), m_theme(theme), m_passages(std::move(passages)),
      m_picked(std::move(picked)), m_search(new QLineEdit(card())), m_list(new QListWidget(card()))
{
    setCardWidth(cardWidth);
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(0, 16, 0, 8);
    column->setSpacing(12);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(side, 0, side, 0);
    head->setSpacing(8);
    head->addWidget(new ThemedLabel(theme, tr("Cite passage"), {Theme::Text::Large, QFont::DemiBold, Tone::Primary, false}, card()));
    m_search->setObjectName(QStringLiteral("decision.citePicker.search"));
    m_search->setAccessibleName(tr("Search the tied passages"));
    m_search->setPlaceholderText(tr("Words, a paragraph number, a document"));
    m_search->setProperty("cls", "search");
    m_search->addAction(theme->icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    head->addWidget(m_search);
    column->addLayout(head);
    m_list->setObjectName(QStringLiteral("decision.citePicker.list"));
    m_list->setAccessibleName(tr("Passages"));
    m_list->setItemDelegate(new PassageDelegate(theme, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumHeight(listHeight);
    m_list->installEventFilter(this);
    column->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &CitePicker::filter);
    connect(m_list, &QListWidget::itemClicked, this, [this] { pick(); });
    filter({});
    present(m_search);
}

void CitePicker::filter(const QString &words)
{
    const QStringList wanted = words.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_list->clear();
    for (std::size_t i = 0; i < m_passages.size(); ++i) {
        const PassageFacts &facts = m_passages[i];
        const QString all = searched(facts);
        if (!std::all_of(wanted.begin(), wanted.end(), [&all](const QString &word) { return all.contains(word); }))
            continue;
        auto *item = new QListWidgetItem(QStringLiteral("“%1”").arg(facts.quote), m_list);
        item->setData(placeRole, facts.place + QStringLiteral("  ·  ") + facts.weight);
        item->setData(labelRole, facts.label);
        item->setData(classRole, facts.disqualifying);
        item->setData(indexRole, static_cast<int>(i));
        item->setData(Qt::AccessibleTextRole, tr("%1, %2, %3").arg(facts.label, facts.quote, facts.place));
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
}

void CitePicker::pick()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const PassageId id = m_passages[static_cast<std::size_t>(item->data(indexRole).toInt())].id;
    const auto picked = std::exchange(m_picked, {});
    dismiss();
    if (picked)
        picked(id);
}

bool CitePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_search || watched == m_list)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            pick();
            return true;
        }
        if (watched == m_search && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) && m_list->count() > 0) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace caseward::ui
