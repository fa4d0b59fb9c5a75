// SPDX-License-Identifier: GPL-3.0-or-later
// The window: header, rail, pages, status bar, and in front of it the gate (sign-in and lock screen). Knows places and
// commands, not what the pages do. Made by main(); GUI thread.
#pragma once

#include "core/base/clock.h"
#include "core/session/sessiontypes.h"
#include "ui/base/page.h"
#include "ui/models/casemodel.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/backupround.h"
#include "ui/shell/cardwatch.h"
#include "ui/shell/clipboardguard.h"
#include "ui/shell/idlelock.h"
#include "ui/shell/placehistory.h"
#include "ui/shell/screenlock.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

#include <functional>

class QStackedWidget;

namespace caseward::ui {

class BannerKeeper;
class HeaderBar;
class PlaceRail;
class StatusLine;
class FaultNote;
class NoticeStrip;

struct Place {
    QString id, icon;                    // "review", "book-open"
    // Makes the page as a child of the window, at every sign-in; its pageTitle() is the name in the rail. It goes with the lock.
    std::function<Page *(QWidget *window)> make;
    bool needsCase = false;
};

class MainWindow final : public QWidget {
    Q_OBJECT
public:
    MainWindow(Theme *theme, BannerKeeper *banners, Worker *worker, const Clock &clock, QWidget *parent = nullptr);

    void addPlace(const Place &place);   // in the order of the rail: Ctrl+1, Ctrl+2, …
    void setGate(QWidget *gate);         // shown until enter(), and after locked()
    [[nodiscard]] CaseModel *caseModel() const { return m_model; }
    [[nodiscard]] ActionRegistry *registry() const { return m_registry; }
    [[nodiscard]] bool hasPlace(const QString &place) const { return m_places.contains(place); }
    [[nodiscard]] Page *page(const QString &place) const;    // null while nobody is signed in
    [[nodiscard]] QString currentPlace() const { return m_current; }
    [[nodiscard]] CardWatch *cardWatch() { return &m_card; } // started by who knows that a card was used; the lock stops it
    [[nodiscard]] ScreenLock *screenLock() { return &m_screen; }
    [[nodiscard]] bool isInside() const { return m_inside; }
    void setIdleMinutes(int minutes) { m_idle.setMinutes(minutes); } // without a key or the mouse, until the window locks
    void setTextPercent(int percent);    // 100 to 200; of this sitting

public slots:
    void enter(const caseward::session::SignedIn &who);
    void lockNow();
    void go(const QString &place, const QString &where = {});
    void openCase(const caseward::CaseId &id, const QString &place = QStringLiteral("review"), const QString &where = {});

signals:
    void entered();
    void locked();                       // the worker has forgotten the keys; the gate asks for them again

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void addCommands();
    void addCaseCommands();
    void stepText(int step);
    void openCommandBox();
    void makePlaces();
    void makeNextPlace();
    void finishPlaces();
    void makePlace(const QString &id);
    void dropPlaces();
    void showNotices(const session::SignedIn &who);
    void closeWhatIsOver();
    void showPlace(const QString &place);
    void visit(const Visit &visit);
    void caseChanged();
    void showFault(const Fault &fault);
    [[nodiscard]] QString whyNoCase() const;
    [[nodiscard]] QList<Page *> pages() const;

    Theme *m_theme;
    BannerKeeper *m_banners;
    Worker *m_worker;
    const Clock &m_clock;
    CaseModel *m_model;
    ActionRegistry *m_registry;
    IdleLock m_idle;
    ClipboardGuard m_clipboard;
    ScreenLock m_screen;
    CardWatch m_card;
    BackupRound m_backups;
    PlaceHistory m_history;
    struct Made { Place place; Page *page = nullptr; };
    QMap<QString, Made> m_places;
    QStringList m_order;
    QTimer m_making;                             // the places that are not there yet, one after the other
    QString m_current;
    Visit m_afterOpening;
    std::size_t m_ownCommands = 0;       // of the window itself: the first in the registry
    int m_textPercent = 100;
    bool m_inside = false, m_travelling = false;

    QStackedWidget *m_outer, *m_stack;
    HeaderBar *m_header;
    PlaceRail *m_rail;
    StatusLine *m_status;
    FaultNote *m_fault;
    NoticeStrip *m_notices;
    QWidget *m_gate = nullptr;
};

} // namespace caseward::ui
