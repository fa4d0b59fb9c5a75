// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workstation.h"

#include "ui/pages/audit/auditpage.h"
#include "ui/pages/decision/decisionpage.h"
#include "ui/pages/exchange/exchangepage.h"
#include "ui/pages/queue/queuepage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/supervision/supervisionpage.h"
#include "ui/pages/unlock/unlockpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>

namespace caseward::ui {

namespace {

// Every vault holds controlled information, so no window is ever without a banner (UI.md section 3).
const QString stationMarking = QStringLiteral("CUI");

} // namespace

Workstation::Workstation(QApplication &application, const session::Environment &environment, Theme::Scheme scheme)
    : m_theme(application, scheme), m_banners(application, stationMarking), m_worker(environment)
{
    m_window = std::make_unique<MainWindow>(&m_theme, &m_banners, &m_worker, environment.clock);
    m_gate = new UnlockPage(&m_theme, &m_worker, environment.clock, m_window.get());
    addPages(environment.clock);
    m_window->setGate(m_gate);
    QObject::connect(m_gate, &UnlockPage::unlocked, m_window.get(), &MainWindow::enter);
    QObject::connect(m_window.get(), &MainWindow::locked, m_gate, &UnlockPage::showLocked);
}

Workstation::~Workstation() = default;

void Workstation::addPages(const Clock &clock)
{
    MainWindow *window = m_window.get();
    CaseModel *model = window->caseModel();
    m_queue = new QueuePage(&m_theme, model, clock, window);
    QObject::connect(m_queue, &QueuePage::caseWanted, window, [window](const CaseId &id) { window->openCase(id); });
    window->addPlace({QStringLiteral("queue"), QStringLiteral("inbox"), m_queue, false});
    window->addPlace({QStringLiteral("review"), QStringLiteral("book-open"), new ReviewPage(&m_theme, model, window), true});
    window->addPlace({QStringLiteral("decision"), QStringLiteral("scale"), new DecisionPage(&m_theme, model, window), true});
    window->addPlace({QStringLiteral("supervision"), QStringLiteral("stamp"), new SupervisionPage(&m_theme, model, window), true});
    window->addPlace({QStringLiteral("exchange"), QStringLiteral("arrow-left-right"), new ExchangePage(&m_theme, model, window), false});
    window->addPlace({QStringLiteral("audit"), QStringLiteral("scroll-text"), new AuditPage(&m_theme, model, window), true});
}

} // namespace caseward::ui
