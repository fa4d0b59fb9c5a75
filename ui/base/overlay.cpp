// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/overlay.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

namespace caseward::ui {

Overlay::Overlay(Theme *theme, const QString &name, QWidget *anywhere, Place place)
    : QWidget(anywhere->window()), m_theme(theme), m_place(place), m_card(new QFrame(this)),
      m_focusBefore(QApplication::focusWidget())
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    m_card->setProperty("cls", "card");
    window()->installEventFilter(this);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void Overlay::present(QWidget *firstFocus)
{
    place();
    show();
    raise();
    if (firstFocus)
        firstFocus->setFocus(Qt::PopupFocusReason);
    else
        focusNextPrevChild(true);
}

void Overlay::dismiss()
{
    if (m_closing)
        return;
    m_closing = true;
    hide();
    if (m_focusBefore && m_focusBefore->window() == window())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    emit closed();
    deleteLater();
}

Overlay *Overlay::topmost(const QWidget *window)
{
    Overlay *found = nullptr;
    const auto all = window->findChildren<Overlay *>(QString(), Qt::FindDirectChildrenOnly);
    for (Overlay *overlay : all) {
        if (!overlay->m_closing && overlay->isVisibleTo(window))
            found = overlay;
    }
    return found;
}

void Overlay::place()
{
    const QRect area = window()->contentsRect();
    setGeometry(area);
    const int width = qMin(m_width, area.width() - 32);
    int height = m_card->sizeHint().height();
    if (m_card->layout() && m_card->layout()->hasHeightForWidth())
        height = m_card->layout()->totalHeightForWidth(width);
    height = qMin(height, area.height() - 32);
    const int top = m_place == Place::Top ? qMin(64, area.height() / 12) : (area.height() - height) * 2 / 5;
    m_card->setGeometry((area.width() - width) / 2, qMax(16, top), width, height);
}

bool Overlay::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        place();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // What the window's actions would take stays here, but for those that must always work (lock).
        const auto *key = static_cast<QKeyEvent *>(event);
        const QKeySequence pressed(key->keyCombination());
        const auto actions = window()->findChildren<QAction *>();
        for (const QAction *action : actions) {
            if (action->property("always").toBool() && action->shortcuts().contains(pressed))
                return QWidget::event(event);
        }
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && m_escape && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        dismiss();
        return true;
    }
    return QWidget::event(event);
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::Resize)
        place();
    return false;
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool dark = m_theme->scheme() == Theme::Scheme::Dark;
    painter.fillRect(rect(), dark ? QColor(0, 0, 0, 130) : QColor(22, 32, 42, 82));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    constexpr int reach = 14; // the shadow, as a stack of faint frames: no graphics effect, no cache
    for (int i = reach; i > 0; i -= 2) {
        painter.setBrush(QColor(0, 0, 0, dark ? 18 : 9));
        painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(-i, -i + 4, i, i + 4), 8 + i, 8 + i);
    }
}

void Overlay::mousePressEvent(QMouseEvent *event) { event->accept(); }

// Tab goes round inside the card.
bool Overlay::focusNextPrevChild(bool next)
{
    QWidget *start = QApplication::focusWidget();
    if (!start || !isAncestorOf(start))
        start = this;
    QWidget *at = start;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        if (m_card->isAncestorOf(at) && at->isEnabled() && at->isVisibleTo(this) && (at->focusPolicy() & Qt::TabFocus)) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at != start);
    if (start == this)
        setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace caseward::ui
