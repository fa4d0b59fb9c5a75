// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workstation.h"

#include "core/session/credentials.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/pages/decision/decisionpage.h"
#include "ui/pages/exchange/exchangepage.h"
#include "ui/pages/matrix/matrixpage.h"
#include "ui/pages/people/peoplepage.h"
#include "ui/pages/queue/queuepage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/screening/screeningpage.h"
#include "ui/pages/supervision/supervisionpage.h"
#include "ui/pages/timeline/timelinepage.h"
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
    QObject::connect(m_window.get(), &MainWindow::entered, m_gate, [this] {
        if (m_gate->signedInWithCard())
            m_window->cardWatch()->start([](session::Session &session) { return session::cardIsPresent(session); });
    });
    QObject::connect(m_window.get(), &MainWindow::locked, m_gate, &UnlockPage::showLocked);
}

Workstation::~Workstation() = default;

void Workstation::addPages(const Clock &clock)
{
    MainWindow *window = m_window.get();
    CaseModel *model = window->caseModel();
    const auto add = [window](const char *id, const char *icon, std::function<Page *(QWidget *)> make, bool needsCase) {
        window->addPlace({QLatin1String(id), QLatin1String(icon), std::move(make), needsCase});
    };
    add("queue", "inbox", [this, model, window, &clock](QWidget *parent) {
        auto *queue = new QueuePage(&m_theme, model, clock, parent);
        QObject::connect(queue, &QueuePage::caseWanted, window, [window](const CaseId &id) { window->openCase(id); });
        return queue;
    }, false);
    add("screening", "list-checks", [this, model](QWidget *parent) { return new ScreeningPage(&m_theme, model, parent); }, true);
    add("review", "book-open", [this, model](QWidget *parent) {
        auto *review = new ReviewPage(&m_theme, model, parent);
        review->useLayout(&m_deskLayouts[model->signedIn().person]);
        return review;
    }, true);
    add("matrix", "grid-3x3", [this, model](QWidget *parent) { return new MatrixPage(&m_theme, model, parent); }, true);
    add("timeline", "calendar-range", [this, model](QWidget *parent) { return new TimelinePage(&m_theme, model, parent); }, true);
    add("decision", "scale", [this, model](QWidget *parent) { return new DecisionPage(&m_theme, model, parent); }, true);
    add("supervision", "stamp", [this, model](QWidget *parent) { return new SupervisionPage(&m_theme, model, parent); }, true);
    add("exchange", "arrow-left-right", [this, model](QWidget *parent) { return new ExchangePage(&m_theme, model, parent); }, false);
    add("audit", "scroll-text", [this, model](QWidget *parent) { return new AuditPage(&m_theme, model, parent); }, true);
    add("people", "users", [this, model](QWidget *parent) { return new PeoplePage(&m_theme, model, parent); }, false);
}

} // namespace caseward::ui
