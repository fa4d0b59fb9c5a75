// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/tiepalette.h"

#include "ui/base/iconlabel.h"
#include "ui/base/keycap.h"
#include "ui/base/rule.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {
constexpr int reach = 14, cardWidth = 540, rowsShown = 6, textLines = 4;
}

TiePalette::TiePalette(Theme *theme, QWidget *page)
    : QWidget(page), m_theme(theme), m_card(new QFrame(this)), m_query(new QLineEdit(m_card)), m_list(new QListView(m_card)),
      m_words(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, m_card)),
      m_text(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, m_card)),
      m_weightWords(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Medium, Tone::Primary, false}, m_card)),
      m_none(new ThemedLabel(theme, tr("No condition has these words."), {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, m_card)),
      m_model(new PaletteModel(this)), m_delegate(new PaletteDelegate(theme, m_list))
{
    setObjectName(QStringLiteral("review.palette"));
    setAccessibleName(tr("Tie the selection to a condition"));
    build();
    hide();
    page->installEventFilter(this);
    connect(m_query, &QLineEdit::textChanged, this, &TiePalette::queryChanged);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TiePalette::currentChanged);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row(), After::Close); });
    connect(theme, &Theme::changed, this, [this] {
        if (isOpen())
            place();
    });
}

void TiePalette::build()
{
    m_card->setProperty("cls", "card");
    m_query->setObjectName(QStringLiteral("review.palette.query"));
    m_query->setAccessibleName(tr("Paragraph or words of a condition"));
    m_query->setPlaceholderText(tr("Paragraph or words"));
    m_query->setProperty("cls", "bare");
    m_query->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("review.palette.list"));
    m_list->setAccessibleName(tr("Conditions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);   // arrows in the query line move it
    m_text->setFit(ThemedLabel::Fit::Wrap);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_none->setContentsMargins(14, 10, 14, 10);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(14, 9, 14, 9);
    top->setSpacing(12);
    top->addWidget(new IconLabel(m_theme, QStringLiteral("link"), Tone::Accent, 17, m_card));
    top->addWidget(m_query, 1);
    top->addWidget(m_words);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(14, 8, 14, 8);
    words->addWidget(m_text);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(makeRule(Qt::Horizontal, m_card));
    column->addWidget(m_list);
    column->addWidget(m_none);
    column->addWidget(makeRule(Qt::Horizontal, m_card));
    column->addLayout(words);
    column->addWidget(makeRule(Qt::Horizontal, m_card));
    column->addWidget(makeFooter());
    m_none->hide();
}

QWidget *TiePalette::makeFooter()
{
    auto *footer = new QWidget(m_card);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(14, 6, 14, 7);
    row->setSpacing(6);
    const auto hint = [this, row, footer](const QString &key, const QString &words) {
        row->addWidget(new KeyCap(m_theme, key, footer));
        row->addWidget(new ThemedLabel(m_theme, words, {Theme::Text::Caption, QFont::Normal, Tone::Secondary, false}, footer));
        row->addSpacing(6);
    };
    hint(tr("Enter"), tr("tie"));
    hint(tr("Shift+Enter"), tr("tie, stay"));
    hint(tr("Esc"), tr("cancel"));
    row->addStretch(1);
    row->addWidget(new KeyCap(m_theme, tr("Alt+1…3"), footer));
    row->addWidget(m_weightWords);
    return footer;
}

void TiePalette::present(const QRect &near, int words, const packs::PackPtr &pack, const ConditionUse &use)
{
    if (!isOpen())
        m_focusBefore = QApplication::focusWidget();
    m_near = near;
    m_words->setText(words == 0 ? tr("part of the picture") : words == 1 ? tr("1 word selected") : tr("%1 words selected").arg(words));
    m_query->clear();
    setWeight(model::Weight::Moderate);
    setUse(pack, use);
    place();
    show();
    raise();
    m_query->setFocus(Qt::PopupFocusReason);
}

void TiePalette::setUse(const packs::PackPtr &pack, const ConditionUse &use)
{
    m_model->setPack(pack, use);
    queryChanged(m_query->text());
}

void TiePalette::dismiss()
{
    if (!isOpen())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    emit closed();
}

void TiePalette::setWeight(model::Weight weight)
{
    m_weight = weight;
    m_weightWords->setText(tr("weight: %1").arg(weightWord(weight)));
}

void TiePalette::queryChanged(const QString &query)
{
    // One digit points at a row of the list as it stands, and Enter ties it. It does not tie by itself: "16a" begins with a
    // digit too, and a tie is an entry in the history.
    const bool digit = query.size() == 1 && query[0] >= u'1' && query[0] <= u'9';
    m_model->setQuery(digit ? QString() : query);
    m_delegate->setDigits(digit || query.isEmpty());
    const int row = digit ? query[0].unicode() - u'1' : 0;
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
    const bool none = m_model->rowCount() == 0;
    m_none->setVisible(none);
    m_list->setVisible(!none);
    currentChanged();
}

void TiePalette::currentChanged()
{
    const packs::Condition *condition = m_model->condition(m_list->currentIndex().row());
    QString words;
    if (condition) {
        words = text(condition->citation) + QStringLiteral("  ") + text(condition->text);
        for (const packs::SubItem &item : condition->subItems)
            words += QStringLiteral(" (%1) %2").arg(text(item.id), text(item.text));
    }
    // A fixed height keeps the list still while the arrows go through it; the whole text is in the tool tip.
    const QFontMetrics metrics(m_text->font());
    const int width = cardWidth - 30;
    QString shown = words;
    while (!shown.isEmpty() && metrics.boundingRect(QRect(0, 0, width, 4000), Qt::TextWordWrap, shown).height() > textLines * metrics.lineSpacing() + 2) {
        const qsizetype cut = shown.lastIndexOf(u' ', shown.size() - 3);
        shown = cut > 0 ? shown.left(cut) + u'…' : QString();
    }
    m_text->setText(shown);
    m_text->setToolTip(words == shown ? QString() : words);
    m_text->setAccessibleName(words);
}

void TiePalette::place()
{
    const int rowHeight = std::max(31, QFontMetrics(m_theme->font(Theme::Text::Base)).height() + 13);
    m_list->setFixedHeight(rowHeight * rowsShown);
    m_text->setFixedHeight(textLines * QFontMetrics(m_theme->font(Theme::Text::Label)).lineSpacing() + 4);
    // Heights that were set while the card was hidden do not reach the layouts within its layout: it would come up too low, rows over words.
    m_card->layout()->invalidate();
    m_card->layout()->activate();
    const QRect page = parentWidget()->rect();
    const int width = std::min(cardWidth, page.width() - 2 * reach);
    const int height = m_card->sizeHint().height();
    int top = m_near.bottom() + 8;
    if (top + height > page.bottom() - reach)
        top = m_near.top() - 8 - height;
    top = std::clamp(top, reach, std::max(reach, page.bottom() - reach - height));
    const int left = std::clamp(m_near.left() - 24, reach, std::max(reach, page.right() - reach - width));
    setGeometry(left - reach, top - reach, width + 2 * reach, height + 2 * reach);
    m_card->setGeometry(reach, reach, width, height);
}

void TiePalette::choose(int row, After after)
{
    const packs::Condition *condition = m_model->condition(row);
    if (!condition)
        return;
    const std::string id = condition->id;
    if (after == After::Close)
        dismiss();
    else
        m_query->clear();
    emit tieWanted(id, m_weight, after == After::Stay);
}

bool TiePalette::queryKey(int key, Qt::KeyboardModifiers modifiers)
{
    const int row = m_list->currentIndex().row(), last = m_model->rowCount() - 1;
    if (key >= Qt::Key_1 && key <= Qt::Key_3 && (modifiers & Qt::AltModifier)) {
        setWeight(static_cast<model::Weight>(key - Qt::Key_0));
        return true;
    }
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(row, modifiers & Qt::ShiftModifier ? After::Stay : After::Close);
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? rowsShown : -rowsShown;
        if (last >= 0)
            m_list->setCurrentIndex(m_model->index(std::clamp(row + step, 0, last)));
        return true;
    }
    default:
        return false;
    }
}

bool TiePalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_query && event->type() == QEvent::ShortcutOverride) {
        // Everything typed here belongs to the palette, whatever the window's shortcuts say.
        event->accept();
        return true;
    }
    if (watched == m_query && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        return queryKey(key->key(), key->modifiers());
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen())
        place();
    return QWidget::eventFilter(watched, event);
}

// One stop: the query line. Tab would leave the palette open behind the person's back.
bool TiePalette::focusNextPrevChild(bool)
{
    m_query->setFocus();
    return true;
}

void TiePalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool dark = m_theme->scheme() == Theme::Scheme::Dark;
    // The shadow as a stack of faint frames: no graphics effect, no cache.
    for (int i = reach; i > 0; i -= 2) {
        painter.setBrush(QColor(0, 0, 0, dark ? 22 : 10));
        painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(-i, -i + 4, i, i - 1), 8 + i, 8 + i);
    }
}

} // namespace caseward::ui
