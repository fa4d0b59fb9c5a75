// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actionregistry.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace caseward::ui {

namespace {

// Whether the key means nothing to a button, a list or a field of the window's frame, so that a page may have it from there too.
bool isBesideTyping(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return false;
    const QKeyCombination first = keys[0];
    return (first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) || (first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35);
}

} // namespace

ActionRegistry::ActionRegistry(QWidget *window) : QObject(window), m_window(window) {}

QAction *ActionRegistry::add(const PageAction &what, const QString &group, Reach reach, QWidget *scope)
{
    if (command(what.id))
        qFatal("two commands are called %s", qPrintable(what.id));
    QWidget *owner = reach == Reach::Scope ? (what.scope ? what.scope : scope) : m_window;
    auto *action = new QAction(what.text, owner);
    action->setObjectName(what.id);
    action->setShortcut(what.keys);
    // Qt starts no shortcut of a page that is not shown.
    const bool everywhere = reach == Reach::Window || (!what.scope && isBesideTyping(what.keys));
    action->setShortcutContext(everywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false);
    owner->addAction(action);
    // The key always arrives, so that a command that is off can say why instead of staying silent.
    connect(action, &QAction::triggered, this, [this, what] {
        const QString why = what.whyNot ? what.whyNot() : QString();
        if (why.isEmpty())
            what.run();
        else
            emit refused(what.text, why);
    });
    m_commands.push_back({what, group, action});
    return action;
}

void ActionRegistry::keepFirst(std::size_t count)
{
    for (std::size_t i = count; i < m_commands.size(); ++i) {
        m_commands[i].action->setEnabled(false);
        m_commands[i].action->deleteLater();
    }
    m_commands.resize(std::min(count, m_commands.size()));
}

void ActionRegistry::setAlways(const QString &id)
{
    if (const Command *found = command(id))
        found->action->setProperty("always", true);
}

const Command *ActionRegistry::command(const QString &id) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(), [&id](const Command &c) { return c.what.id == id; });
    return found == m_commands.end() ? nullptr : &*found;
}

bool ActionRegistry::trigger(const QString &id)
{
    const Command *found = command(id);
    if (!found)
        return false;
    const QString why = found->what.whyNot ? found->what.whyNot() : QString();
    if (why.isEmpty())
        found->what.run();
    else
        emit refused(found->what.text, why);
    return why.isEmpty();
}

void ActionRegistry::refresh()
{
    for (const Command &each : m_commands) {
        const QString why = each.what.whyNot ? each.what.whyNot() : QString();
        each.action->setProperty("why", why);
        each.action->setToolTip(why.isEmpty() ? each.what.text : why);
    }
}

QStringList ActionRegistry::clashes() const
{
    QStringList found;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        for (std::size_t j = i + 1; j < m_commands.size(); ++j) {
            const Command &a = m_commands[i];
            const Command &b = m_commands[j];
            if (a.what.keys.isEmpty() || a.what.keys != b.what.keys)
                continue;
            const QWidget *ownerA = qobject_cast<QWidget *>(a.action->parent());
            const QWidget *ownerB = qobject_cast<QWidget *>(b.action->parent());
            if (ownerA == ownerB || ownerA->isAncestorOf(ownerB) || ownerB->isAncestorOf(ownerA))
                found << QStringLiteral("%1: %2, %3").arg(a.what.keys.toString(), a.what.id, b.what.id);
        }
    }
    return found;
}

} // namespace caseward::ui
