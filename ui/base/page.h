// SPDX-License-Identifier: GPL-3.0-or-later
// A place of the window (Queue, Review, …) as the shell sees it. A page is built once, is a child of the shell, and
// shows what its CaseModel holds; it connects to CaseModel::opened/changed/closed by itself. GUI thread.
// Derived pages take (Theme *, CaseModel *, QWidget *parent).
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace caseward::ui {

class Theme;

// One command of a page. The shell makes a QAction of it: shortcut while the page is shown, menus, Ctrl+K and the ? sheet.
struct PageAction {
    QString id;                          // stable, dotted: "review.tie"
    QString text;                        // "Tie selection to a condition"
    QKeySequence keys;                   // empty: only in Ctrl+K
    std::function<void()> run;
    // Empty string: allowed now. Otherwise the sentence that says why not.
    std::function<QString()> whyNot = {};
    // Acts only while this widget or a child of it has the focus and nothing is being typed. Null: letters so within the page, other keys
    // (Ctrl, Alt, F keys) wherever the focus is while the page is shown.
    QWidget *scope = nullptr;
    QString hint = {};                   // short words for the status bar ("tie"); empty: not shown there
};

// A hit of Ctrl+K inside the page's own things (documents, conditions, passages, …).
struct PageHit {
    QString icon;                        // lucide name
    QString text, detail;
    std::function<void()> go;
};

class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(Theme *theme, QWidget *parent = nullptr) : QWidget(parent), m_theme(theme) {}

    [[nodiscard]] virtual QString pageTitle() const = 0;       // "Review"
    virtual void activate() {}                                 // the page has just been shown: take the focus
    [[nodiscard]] virtual QList<PageAction> pageActions() { return {}; } // asked once, after construction
    // A deep link of the page ("document-id#p8:24-28" for Review; "condition:16(a)" …); true when it went there.
    virtual bool goTo(const QString &) { return false; }
    [[nodiscard]] virtual QString location() const { return {}; } // what goTo would take: Back and Forward
    [[nodiscard]] virtual QList<PageHit> search(const QString &) { return {}; }

signals:
    // Ask the shell to show another place: "review", "decision", …; `where` is handed to its goTo().
    void placeWanted(const QString &place, const QString &where);
    void locationChanged();                                    // Back and Forward remember location()

protected:
    [[nodiscard]] Theme *theme() const { return m_theme; }
    // The frame of a page: a plain surface with one column from edge to edge. Once, in the constructor.
    QVBoxLayout *makeColumn();
    // A row for tools at the end of that column; its widgets are children of row->parentWidget().
    QHBoxLayout *makeToolRow(QVBoxLayout *column);

private:
    Theme *m_theme;
};

} // namespace caseward::ui
