// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/base/classbanner.h"
#include "ui/base/faultnote.h"
#include "ui/base/overlay.h"
#include "ui/models/casewords.h"
#include "ui/shell/headerbar.h"
#include "ui/shell/noticestrip.h"
#include "ui/shell/placerail.h"
#include "ui/shell/placestack.h"
#include "ui/shell/statusline.h"

#include <QApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QToolTip>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {

constexpr int idleMinutes = 10;

} // namespace

MainWindow::MainWindow(Theme *theme, BannerKeeper *banners, Worker *worker, const Clock &clock, QWidget *parent)
    : QWidget(parent, Qt::Window), m_theme(theme), m_banners(banners), m_worker(worker), m_clock(clock),
      m_model(new CaseModel(worker, this)), m_registry(new ActionRegistry(this)), m_idle(idleMinutes), m_card(worker), m_backups(worker)
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
    connect(&m_making, &QTimer::timeout, this, &MainWindow::makeNextPlace);
    connect(m_model, &CaseModel::changed, this, &MainWindow::caseChanged);
    connect(m_model, &CaseModel::closed, this, &MainWindow::caseChanged);
    connect(m_model, &CaseModel::failed, this, &MainWindow::showFault);
    connect(m_model, &CaseModel::saved, this, [this](qint64 at) { m_status->setSaved(clockWord(Instant{at})); });
    connect(&m_clipboard, &ClipboardGuard::cleared, this, [this] { m_status->setMessage(tr("What was copied has been taken off the clipboard."), Tone::Secondary); });
    connect(&m_backups, &BackupRound::failed, this, [this](const QString &detail) { m_notices->add(tr("The backup that is due was not made: %1.").arg(detail)); });
    connect(&m_card, &CardWatch::removed, this, &MainWindow::lockNow);
    connect(&m_screen, &ScreenLock::locked, this, &MainWindow::lockNow);
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
    m_stack = new PlaceStack(inside);
    auto *centre = new QVBoxLayout;
    centre->setContentsMargins(0, 0, 0, 0);
    centre->setSpacing(0);
    m_notices = new NoticeStrip(m_theme, inside);
    centre->addWidget(m_notices);
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
    makePlaces();
    m_outer->setCurrentIndex(0);
    showNotices(who);
    m_idle.start();
    m_clipboard.start();
    emit entered();
    go(m_order.isEmpty() ? QString() : m_order.first());
    m_backups.start(); // after what the first place has asked for
}

// The lock replaces the whole window at once; the keys are wiped by the worker as soon as what runs has ended.
void MainWindow::lockNow()
{
    if (!m_inside)
        return;
    m_inside = false;
    m_idle.stop();
    m_card.stop();
    m_backups.stop();
    closeWhatIsOver();
    if (QWidget *typing = focusWidget())
        typing->clearFocus(); // what is being written is recorded, as whenever a field is left; the keys go after that
    m_clipboard.stop();
    m_model->close();
    dropPlaces();
    m_header->setTitleWithoutCase({}, {});
    m_status->forget();
    m_notices->clear();
    m_fault->clear();
    if (m_gate)
        m_outer->setCurrentWidget(m_gate);
    setWindowTitle(tr("Caseward"));
    m_model->setSignedIn({});
    m_worker->run<bool>(this, [](session::Session &session, Progress &) -> Result<bool> { session.lock(); return true; },
                        [](const Result<bool> &) {});
    emit locked();
}

void MainWindow::caseChanged()
{
    const bool open = m_model->isOpen();
    for (const Made &made : std::as_const(m_places))
        m_rail->setPlaceEnabled(made.place.id, open || !made.place.needsCase, tr("Open a case first"));
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

void MainWindow::showNotices(const session::SignedIn &who)
{
    QStringList sentences;
    for (const std::string &notice : who.notices) {
        QString sentence = text(notice);
        if (!sentence.isEmpty())
            sentences << sentence.replace(0, 1, sentence.at(0).toUpper()) + QLatin1Char('.');
    }
    if (who.readOnly && sentences.isEmpty())
        sentences << tr("This vault can only be read: nothing can be recorded here.");
    m_notices->show(sentences);
}

// Cards, dialogs, menus and tool tips over the window.
void MainWindow::closeWhatIsOver()
{
    for (Overlay *overlay = Overlay::topmost(this); overlay; overlay = Overlay::topmost(this))
        overlay->dismiss();
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    while (QWidget *popup = QApplication::activePopupWidget()) {
        if (!popup->close())
            break;
    }
    QToolTip::hideText();
}

void MainWindow::showFault(const Fault &fault)
{
    if (fault.code != FaultCode::Cancelled)
        m_fault->show(fault, tr("Dismiss"));
}

QString MainWindow::whyNoCase() const { return m_model->isOpen() ? QString() : tr("Open a case first"); }

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->tokens().window);
}

} // namespace caseward::ui
