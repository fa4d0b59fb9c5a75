// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the window in one list: id, words, keys, why it is off. Feeds the shortcuts, Ctrl+K and the key sheet,
// and a test that finds keys used twice. Owned by the main window; GUI thread.
#pragma once

#include "ui/base/page.h"

#include <QObject>

class QAction;

namespace caseward::ui {

struct Command {
    PageAction what;
    QString group;                       // "Everywhere", "Review", …
    QAction *action = nullptr;
};

class ActionRegistry final : public QObject {
    Q_OBJECT
public:
    // Scope: while the scope widget is shown; plain letters and the like, and whatever has a scope of its own, only while the focus is inside it.
    enum class Reach { Window, Scope };
    explicit ActionRegistry(QWidget *window);

    // `scope` owns the action for Reach::Scope. A command with the same id replaces nothing: ids are unique (qFatal).
    QAction *add(const PageAction &what, const QString &group, Reach reach, QWidget *scope);
    // Forgets every command from the `count`-th on: those of pages that are going away.
    void keepFirst(std::size_t count);
    // Works even while a card is open or the window is busy (lock).
    void setAlways(const QString &id);
    [[nodiscard]] const std::vector<Command> &commands() const { return m_commands; }
    [[nodiscard]] const Command *command(const QString &id) const;
    bool trigger(const QString &id);     // false: unknown or off
    void refresh();                      // asks every whyNot() again
    // Two commands that the same key press would start: "Ctrl+F: review.find, case.find".
    [[nodiscard]] QStringList clashes() const;

signals:
    void refused(const QString &text, const QString &why);

private:
    QWidget *m_window;
    std::vector<Command> m_commands;
};

} // namespace caseward::ui
