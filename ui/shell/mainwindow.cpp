// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/base/classbanner.h"
#include "ui/base/faultnote.h"
#include "ui/base/overlay.h"
#include "ui/models/casewords.h"
#include "ui/shell/headerbar.h"
#include "ui/shell/placerail.h"
#include "ui/shell/statusline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {

constexpr int idleMinutes = 10;

} // namespace

MainWindow::MainWindow(Theme *theme, BannerKeeper *banners, Worker *worker, const Clock &clock, QWidget *parent)
    : QWidget(parent, Qt::Window), m_theme(theme), m_banners(banners), m_worker(worker), m_clock(clock),
      m_model(new CaseModel(worker, this)), m_registry(new ActionRegistry(this)), m_idle(idleMinutes)
{
    setObjectName(QStringLiteral("main"));
    setWindowTitle(tr("Caseward"));
    setMinimumSize(1180, 640);
    build();
    addCommands();
    addCaseCommands();
    connect(m_model, &CaseModel::opened, this, [this] {
        caseChanged();
        const Visit wanted = std::exchange(m_afterOpening, {});
        go(wanted.place.isEmpty() ? QStringLiteral("review") : wanted.place, wanted.where);
    });
    connect(m_model, &CaseModel::changed, this, &MainWindow::caseChanged);
    connect(m_model, &CaseModel::closed, this, &MainWindow::caseChanged);
    connect(m_model, &CaseModel::failed, this, &MainWindow::showFault);
    connect(m_model, &CaseModel::saved, this, [this](qint64 at) { m_status->setSaved(clockWord(Instant{at})); });
    connect(&m_idle, &IdleLock::expired, this, &MainWindow::lockNow);
    connect(&m_idle, &IdleLock::minutesLeftChanged, this, [this](int minutes) {
        const session::SignedIn &who = m_model->signedIn();
        QStringList parts{text(who.name)};
        if (!who.roles.empty())
            parts << roleWord(who.roles.front());
        m_status->setPerson(parts.join(QStringLiteral("  ·  ")) + tr("  ·  locks in %1 min").arg(minutes));
    });
    connect(m_registry, &ActionRegistry::refused, this, [this](const QString &what, const QString &why) {
        m_status->setMessage(QStringLiteral("%1: %2").arg(what, why), Tone::Warning);
    });
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MainWindow::build()
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_outer = new QStackedWidget(this);
    whole->addWidget(m_outer);
    auto *inside = new QWidget(m_outer);
    m_header = new HeaderBar(m_theme, m_model, m_clock, inside);
    m_rail = new PlaceRail(m_theme, inside);
    m_status = new StatusLine(m_theme, inside);
    m_fault = new FaultNote(m_theme, QStringLiteral("main.fault"), inside);
    m_stack = new QStackedWidget(inside);
    auto *centre = new QVBoxLayout;
    centre->setContentsMargins(0, 0, 0, 0);
    centre->setSpacing(0);
    centre->addWidget(m_fault);
    centre->addWidget(m_stack, 1);
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(centre, 1);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    m_outer->addWidget(inside);
    connect(m_rail, &PlaceRail::placeChosen, this, [this](const QString &id) { go(id); });
    connect(m_rail, &PlaceRail::lockWanted, this, &MainWindow::lockNow);
    connect(m_header, &HeaderBar::commandBoxWanted, this, [this] { m_registry->trigger(QStringLiteral("shell.command")); });
    connect(m_header, &HeaderBar::undoWanted, m_model, &CaseModel::undo);
    connect(m_header, &HeaderBar::redoWanted, m_model, &CaseModel::redo);
    connect(m_header, &HeaderBar::decideWanted, this, [this] { go(QStringLiteral("decision")); });
    connect(m_header, &HeaderBar::openChecksWanted, this, [this] { go(QStringLiteral("decision"), QStringLiteral("gate")); });
    connect(m_fault, &FaultNote::actionWanted, m_fault, &FaultNote::clear);
}

void MainWindow::addPlace(const Place &place)
{
    const QString title = place.page->pageTitle();
    const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + m_order.size()));
    m_places.insert(place.id, place);
    m_order << place.id;
    m_stack->addWidget(place.page);
    m_rail->addPlace(place.id, title, place.icon, keys.toString(QKeySequence::NativeText));
    m_registry->add({QStringLiteral("go.") + place.id, tr("Go to %1").arg(title), keys, [this, id = place.id] { go(id); },
                     [this, needs = place.needsCase] { return needs ? whyNoCase() : QString(); }, nullptr, {}},
                    tr("Places"), ActionRegistry::Reach::Window, this);
    const QList<PageAction> actions = place.page->pageActions();
    for (const PageAction &action : actions)
        m_registry->add(action, title, ActionRegistry::Reach::Scope, place.page);
    connect(place.page, &Page::placeWanted, this, [this](const QString &id, const QString &where) { go(id, where); });
    connect(place.page, &Page::locationChanged, this, [this, place] {
        if (m_current == place.id && !m_travelling)
            m_history.visit({place.id, place.page->location()});
    });
    caseChanged();
}

void MainWindow::setGate(QWidget *gate)
{
    m_gate = gate;
    m_outer->addWidget(gate);
    m_outer->setCurrentWidget(gate);
}

void MainWindow::enter(const session::SignedIn &who)
{
    m_model->setSignedIn(who);
    m_inside = true;
    m_header->setTitleWithoutCase(text(who.station), text(who.office));
    m_status->setSaved({});
    m_outer->setCurrentIndex(0);
    m_idle.start();
    emit entered();
    go(m_order.isEmpty() ? QString() : m_order.first());
}

// The lock replaces the whole window at once; the keys are wiped by the worker as soon as what runs has ended.
void MainWindow::lockNow()
{
    if (!m_inside)
        return;
    m_inside = false;
    m_idle.stop();
    for (Overlay *overlay = Overlay::topmost(this); overlay; overlay = Overlay::topmost(this))
        overlay->dismiss();
    QGuiApplication::clipboard()->clear();
    m_model->close();
    m_history.clear();
    m_current.clear();
    m_fault->clear();
    if (m_gate)
        m_outer->setCurrentWidget(m_gate);
    setWindowTitle(tr("Caseward"));
    m_worker->run<bool>(this, [](session::Session &session, Progress &) -> Result<bool> { session.lock(); return true; },
                        [](const Result<bool> &) {});
    emit locked();
}

void MainWindow::go(const QString &place, const QString &where)
{
    if (!m_inside || !m_places.contains(place) || (m_places[place].needsCase && !m_model->isOpen()))
        return;
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

void MainWindow::caseChanged()
{
    const bool open = m_model->isOpen();
    for (const Place &place : std::as_const(m_places))
        m_rail->setPlaceEnabled(place.id, open || !place.needsCase, tr("Open a case first"));
    m_registry->refresh();
    if (!open) {
        m_banners->setCaseMarking({}, false);
        m_status->setChain({}, true);
        return;
    }
    const model::Dossier &dossier = *m_model->dossier();
    m_banners->setCaseMarking(text(dossier.facts.marking), dossier.facts.demonstration);
    m_status->setChain(tr("Audit chain verified  ·  entry %1").arg(QLocale::c().toString(static_cast<qulonglong>(dossier.size - 1))), true);
    setWindowTitle(tr("%1 – Caseward").arg(text(dossier.facts.reference)));
}

void MainWindow::showFault(const Fault &fault)
{
    if (fault.code != FaultCode::Cancelled)
        m_fault->show(fault, tr("Dismiss"));
}

QString MainWindow::whyNoCase() const { return m_model->isOpen() ? QString() : tr("Open a case first"); }

QList<Page *> MainWindow::pages() const
{
    QList<Page *> found;
    for (const QString &id : m_order)
        found << m_places[id].page;
    return found;
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->tokens().window);
}

} // namespace caseward::ui
