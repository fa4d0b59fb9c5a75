// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: one box for commands, places and what the pages hold. ">" only commands, "#" conditions, "@" people, ":" pages;
// the pages understand the last three. GUI thread.
#pragma once

#include "ui/base/overlay.h"
#include "ui/base/page.h"

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace caseward::ui {

class ActionRegistry;

class CommandBox final : public Overlay {
    Q_OBJECT
public:
    using Hits = std::function<void(const QList<PageHit> &)>;
    // `more`: looks for the words where no page has them loaded, and answers later; what the pages found is not repeated.
    using More = std::function<void(CommandBox *box, const QString &words, Hits then)>;
    CommandBox(Theme *theme, ActionRegistry *registry, const QList<Page *> &pages, More more, QWidget *window);
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &words);
    void addCommands(const QString &words);
    void addHit(const PageHit &hit);
    void runCurrent();
    Theme *m_theme;
    ActionRegistry *m_registry;
    QList<Page *> m_pages;
    More m_more;
    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    std::vector<std::function<void()>> m_runs;
};

} // namespace caseward::ui
