// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/findbar.h"

#include "ui/base/iconbutton.h"
#include "ui/base/themedlabel.h"
#include "ui/pages/review/pageview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace caseward::ui {

FindBar::FindBar(Theme *theme, PageView *view, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_view(view), m_needle(new QLineEdit(this)),
      m_count(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this))
{
    setObjectName(name);
    m_needle->setObjectName(name + QStringLiteral(".needle"));
    m_needle->setAccessibleName(tr("Find in this document"));
    m_needle->setPlaceholderText(tr("Find in this document"));
    m_needle->installEventFilter(this);
    auto *back = new IconButton(theme, QStringLiteral("chevron-up"), name + QStringLiteral(".back"), tr("Previous place"), tr("Shift+F3"), this);
    auto *on = new IconButton(theme, QStringLiteral("chevron-down"), name + QStringLiteral(".on"), tr("Next place"), tr("F3"), this);
    auto *shut = new IconButton(theme, QStringLiteral("x"), name + QStringLiteral(".close"), tr("Close the search"), tr("Esc"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_needle, 1);
    row->addSpacing(4);
    row->addWidget(m_count);
    for (IconButton *button : {back, on, shut})
        row->addWidget(button);
    m_typing.setSingleShot(true);
    m_typing.setInterval(180);
    connect(&m_typing, &QTimer::timeout, this, &FindBar::search);
    connect(m_needle, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(on, &QToolButton::clicked, this, [this] { step(1); });
    connect(shut, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    const QString selected = m_view->selectedText().simplified();
    QWidget::show();
    if (!selected.isEmpty() && selected.size() < 80) {
        m_needle->setText(selected);
        search();
    }
    m_needle->setFocus(Qt::ShortcutFocusReason);
    m_needle->selectAll();
}

void FindBar::close()
{
    m_typing.stop();
    hide();
    m_places.clear();
    m_current = -1;
    m_count->clear();
    m_view->setPlaces({}, -1);
    m_view->setFocus();
}

void FindBar::search()
{
    m_typing.stop();
    if (PageSource *source = m_view->source()) {
        m_count->setText(m_needle->text().trimmed().isEmpty() ? QString() : tr("searching…"));
        source->find(m_needle->text());
    }
}

void FindBar::take(const QString &needle, const std::vector<model::Spot> &places)
{
    if (!isVisible() || needle != m_needle->text())
        return;
    m_places = places;
    const std::uint32_t page = m_view->currentPage();
    const auto next = std::find_if(m_places.begin(), m_places.end(), [page](const model::Spot &place) { return place.span.page >= page; });
    show(m_places.empty() ? -1 : next == m_places.end() ? 0 : static_cast<int>(next - m_places.begin()));
}

void FindBar::step(int direction)
{
    if (!isVisible())
        return open();
    if (m_typing.isActive() || m_places.empty())
        return search();
    const int count = static_cast<int>(m_places.size());
    show((m_current + direction + count) % count);
}

void FindBar::show(int place)
{
    m_current = place;
    m_view->setPlaces(m_places, place);
    if (place >= 0)
        m_view->reveal(m_places[static_cast<std::size_t>(place)]);
    const bool nothing = m_needle->text().trimmed().isEmpty();
    const bool machine = place >= 0 && m_places[static_cast<std::size_t>(place)].area;
    const QString words = machine ? tr("%1 of %2, read by a machine") : tr("%1 of %2");
    m_count->setText(nothing ? QString() : m_places.empty() ? tr("not found") : words.arg(place + 1).arg(m_places.size()));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_needle && event->type() == QEvent::ShortcutOverride) {
        // These keys are the bar's while it is typed in, whatever the desk's shortcuts say.
        const int pressed = static_cast<QKeyEvent *>(event)->key();
        if (pressed == Qt::Key_Escape || pressed == Qt::Key_F3) {
            event->accept();
            return true;
        }
    }
    if (watched == m_needle && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_F3) {
            step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().raised);
    painter.fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
