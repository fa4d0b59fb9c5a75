// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the window: made when somebody comes in, gone with the lock, and moving between them.
#include "ui/base/faultnote.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/placerail.h"
#include "ui/shell/statusline.h"

#include <QStackedWidget>

#include <algorithm>

namespace caseward::ui {

void MainWindow::addPlace(const Place &place)
{
    m_places.insert(place.id, {place, nullptr});
    m_order << place.id;
}

Page *MainWindow::page(const QString &place) const { return m_places.value(place).page; }

// Each in an event of its own, so that the window answers in between; whoever goes anywhere first waits for all of them.
void MainWindow::makePlaces()
{
    m_ownCommands = m_registry->commands().size();
    m_making.start(0);
    makeNextPlace();
}

void MainWindow::makeNextPlace()
{
    const auto next = std::ranges::find_if(m_order, [this](const QString &id) { return m_places[id].page == nullptr; });
    if (next == m_order.end()) {
        m_making.stop();
        return;
    }
    makePlace(*next);
    caseChanged();
}

void MainWindow::finishPlaces()
{
    while (m_making.isActive())
        makeNextPlace();
}

void MainWindow::makePlace(const QString &id)
{
    const Place place = m_places[id].place;
    Page *page = m_places[id].page = place.make(m_stack);   // from the start where it stays: a change of parents styles every widget of it anew
    const QString title = page->pageTitle();
    page->setAccessibleName(title); // what assistive technology says of the part of the window it has come into
    // Ctrl+0 is "fit text" at the desk: a tenth place is reached by the rail and by Ctrl+K.
    constexpr qsizetype keyed = 9;
    const qsizetype at = m_order.indexOf(id);
    const QKeySequence keys = at < keyed ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + at)) : QKeySequence();
    m_stack->addWidget(page);
    m_rail->addPlace(id, title, place.icon, keys.toString(QKeySequence::NativeText));
    m_registry->add({QStringLiteral("go.") + id, tr("Go to %1").arg(title), keys, [this, id] { go(id); },
                     [this, needs = place.needsCase] { return needs ? whyNoCase() : QString(); }, nullptr, {}},
                    tr("Places"), ActionRegistry::Reach::Window, this);
    const QList<PageAction> actions = page->pageActions();
    for (const PageAction &action : actions)
        m_registry->add(action, title, ActionRegistry::Reach::Scope, page);
    connect(page, &Page::placeWanted, this, [this](const QString &there, const QString &where) { go(there, where); });
    connect(page, &Page::locationChanged, this, [this, id, page] {
        if (m_current == id && !m_travelling)
            m_history.visit({id, page->location()});
    });
}

// Nothing that a page has shown, found or typed outlives the lock: the pages themselves go.
void MainWindow::dropPlaces()
{
    m_making.stop();
    m_registry->keepFirst(m_ownCommands);
    m_rail->removePlaces();
    m_status->setHints({});
    for (Made &made : m_places) {
        if (Page *page = std::exchange(made.page, nullptr)) {
            m_stack->removeWidget(page);
            page->hide();
            page->deleteLater(); // one of its own signals may have brought us here
        }
    }
    m_history.clear();
    m_afterOpening = {};
    m_current.clear();
}

void MainWindow::go(const QString &place, const QString &where)
{
    if (!m_inside || !m_places.contains(place) || (m_places[place].place.needsCase && !m_model->isOpen()))
        return;
    if (!m_places[place].page)
        finishPlaces();
    m_travelling = true; // one visit, however often the page moves on its way
    showPlace(place);
    Page *page = m_places[place].page;
    if (!where.isEmpty())
        page->goTo(where);
    m_travelling = false;
    m_history.visit({place, page->location()});
}

void MainWindow::openCase(const CaseId &id, const QString &place, const QString &where)
{
    if (m_model->isOpen() && m_model->id() == id) {
        go(place, where);
        return;
    }
    finishPlaces(); // every page is to hear of it
    m_backups.giveWay();
    m_fault->clear();
    m_afterOpening = {place, where};
    m_model->open(id);
}

void MainWindow::showPlace(const QString &place)
{
    m_current = place;
    m_rail->setCurrent(place);
    Page *page = m_places[place].page;
    m_stack->setCurrentWidget(page);
    m_fault->clear();
    QList<PageAction> hints;
    for (const Command &command : m_registry->commands()) {
        if (command.group == page->pageTitle() || command.what.id == QLatin1String("shell.keys"))
            hints << command.what;
    }
    std::stable_partition(hints.begin(), hints.end(), [](const PageAction &a) { return a.id != QLatin1String("shell.keys"); });
    m_status->setHints(hints);
    page->activate();
}

void MainWindow::visit(const Visit &visited)
{
    m_travelling = true;
    showPlace(visited.place);
    m_places[visited.place].page->goTo(visited.where);
    m_travelling = false;
}

QList<Page *> MainWindow::pages() const
{
    QList<Page *> found;
    for (const QString &id : m_order)
        if (Page *page = m_places[id].page)
            found << page;
    return found;
}

} // namespace caseward::ui
