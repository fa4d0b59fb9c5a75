// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/deliberatechoice.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>

namespace caseward::ui {

namespace {

class DeliberateKeys final : public QObject {
public:
    explicit DeliberateKeys(QButtonGroup *group) : QObject(group), m_group(group) {}
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *button = qobject_cast<QAbstractButton *>(watched);
        if (!button || event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() & ~Qt::KeypadModifier)
            return false;
        switch (key->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up: focusFrom(button, -1); return true;
        case Qt::Key_Right:
        case Qt::Key_Down: focusFrom(button, 1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!key->isAutoRepeat())
                button->click();
            return true;
        default: return false;
        }
    }

private:
    void focusFrom(QAbstractButton *button, int step)
    {
        const QList<QAbstractButton *> buttons = m_group->buttons();
        for (qsizetype at = buttons.indexOf(button) + step; at >= 0 && at < buttons.size(); at += step) {
            if (buttons[at]->isEnabled() && buttons[at]->isVisible()) {
                buttons[at]->setFocus(step < 0 ? Qt::BacktabFocusReason : Qt::TabFocusReason);
                return;
            }
        }
    }
    QButtonGroup *m_group;
};

} // namespace

void chooseDeliberately(QButtonGroup *group)
{
    auto *keys = new DeliberateKeys(group);
    for (QAbstractButton *button : group->buttons())
        button->installEventFilter(keys);
}

} // namespace caseward::ui
