// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenwalk.h"

#include "ui/pages/queue/queuepage.h"
#include "ui/base/overlay.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDir>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <cstdio>

namespace caseward::ui {

namespace {

constexpr int tick = 50;
constexpr int patience = 60000;

} // namespace

ScreenWalk::ScreenWalk(Workstation *workstation, const QString &folder, QObject *parent)
    : QObject(parent), m_station(workstation), m_folder(folder)
{
    QDir().mkpath(folder);
}

void ScreenWalk::start()
{
    plan();
    QTimer::singleShot(0, this, &ScreenWalk::next);
}

void ScreenWalk::plan()
{
    MainWindow *window = &m_station->window();
    m_steps.push_back({QStringLiteral("sign in"), [this] { save(QStringLiteral("unlock")); }, [window] { return window->isInside(); }});
    // The part of the queue that has the case depends on who signed in: look through them, a second each. Whoever can open no
    // case (a security officer) is shown the rest.
    m_steps.push_back({QStringLiteral("read the queue"), {}, [this] {
        if (hasCase() || m_waited > 6000)
            return true;
        if (m_waited % 1000 == 0)
            click(("queue.parts." + QByteArray::number(m_waited / 1000 % 5)).constData());
        return false;
    }});
    m_steps.push_back({QStringLiteral("open the first case"), [this] {
        if (hasCase())
            click("queue.open");
    }, [this, window] { return window->caseModel()->isOpen() || !hasCase(); }, 800});
    // What there is to show depends on whether a case is open.
    m_steps.push_back({QStringLiteral("plan the pictures"), [this] { planRest(); }});
}

void ScreenWalk::planRest()
{
    for (const QSize &size : {QSize(1920, 1080), QSize(1366, 768)}) {
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark})
            planPictures(size, scheme);
    }
    m_steps.push_back({QStringLiteral("lock"), [this] { click("rail.lock"); }, [this] { return !m_station->window().isInside(); }});
    m_steps.push_back({QStringLiteral("picture of the lock"), [this] { save(QStringLiteral("lock")); }});
}

void ScreenWalk::planPictures(const QSize &size, Theme::Scheme scheme)
{
    const QString suffix = QStringLiteral("-%1-%2x%3").arg(scheme == Theme::Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                               .arg(size.width()).arg(size.height());
    m_steps.push_back({QStringLiteral("size"), [this, size, scheme, suffix] {
        m_suffix = suffix;
        m_station->theme().setScheme(scheme);
        m_station->window().resize(size);
    }});
    for (const char *place : {"queue", "screening", "review", "matrix", "timeline", "decision", "supervision", "exchange", "audit", "people"}) {
        const QString id = QLatin1String(place);
        const auto *rail = m_station->window().findChild<QAbstractButton *>(QStringLiteral("rail.") + id);
        if (!rail || !rail->isEnabled())
            continue;
        m_steps.push_back({id, [this, place = "rail." + QByteArray(place)] { click(place.constData()); },
                           [this, id] { return m_station->window().currentPlace() == id; }, 1000});
        m_steps.push_back({QStringLiteral("picture"), [this, id] { save(id); }});
        if (id == QLatin1String("queue"))
            planForm("queue.newCase", "newcase.cancel", "newcase");
        if (id == QLatin1String("review"))
            planDesk();
        if (id == QLatin1String("timeline"))
            planDetour("timeline.parts.2", QStringLiteral("proceedings"), "timeline.parts.0");
        if (id == QLatin1String("decision"))
            planSteps();
        if (id == QLatin1String("exchange"))
            planDetour("exchange.way.1", QStringLiteral("receive"), "exchange.way.0");
        if (id == QLatin1String("people")) {
            planDetour("people.parts.1", QStringLiteral("access"), {});
            planForm("people.access.two", "people.twoForm.cancel", "two");
            planDetour("people.parts.2", QStringLiteral("backups"), {});
            planDetour("people.parts.3", QStringLiteral("trust"), {});
            planForm("people.trust.import", "people.trustForm.cancel", "trustimport");
            planForm("people.trust.withdraw", "people.withdrawForm.cancel", "withdraw");
            planForm("people.trust.warning", "people.bannerForm.cancel", "warning");
            planDetour("people.parts.4", QStringLiteral("packs"), {});
            planForm("people.packs.look", "people.packSheet.close", "packsheet");
            planForm("people.packs.compare", "people.packChoiceForm.cancel", "packchoice");
            planDetour("people.parts.5", QStringLiteral("casepacks"), {});
            m_steps.push_back({QStringLiteral("first part again"), [this] { click("people.parts.0"); }});
            planForm("people.roster.recover", "people.recoverForm.cancel", "recover");
        }
    }
    m_steps.push_back({QStringLiteral("command box"), [this] { click("header.search"); }});
    m_steps.push_back({QStringLiteral("picture"), [this] { save(QStringLiteral("commands")); }});
    m_steps.push_back({QStringLiteral("close it"), [this] {
        if (auto *overlay = m_station->window().findChild<Overlay *>(QStringLiteral("commandbox")))
            overlay->dismiss();
        m_station->window().registry()->trigger(QStringLiteral("shell.keys"));
    }});
    m_steps.push_back({QStringLiteral("picture"), [this] { save(QStringLiteral("keys")); }});
    m_steps.push_back({QStringLiteral("close it"), [this] { click("keysheet.close"); }});
}

void ScreenWalk::planDetour(const char *there, const QString &name, const char *back)
{
    m_steps.push_back({name, [this, there] { click(there); }});
    m_steps.push_back({QStringLiteral("picture"), [this, name] { save(name); }});
    if (back)
        m_steps.push_back({QStringLiteral("back"), [this, back] { click(back); }});
}

void ScreenWalk::planDesk()
{
    m_steps.push_back({QStringLiteral("find in the case"), [this] {
        m_station->window().registry()->trigger(QStringLiteral("review.findInCase"));
        if (auto *words = m_station->window().findChild<QLineEdit *>(QStringLiteral("review.caseSearch.words")))
            words->setText(QStringLiteral("employ"));
    }, {}, 1000});
    m_steps.push_back({QStringLiteral("next place"), [this] { m_station->window().registry()->trigger(QStringLiteral("review.findNext")); }, {}, 1000});
    m_steps.push_back({QStringLiteral("picture"), [this] { save(QStringLiteral("find")); }});
    m_steps.push_back({QStringLiteral("close it"), [this] { click("review.caseSearch.close"); }});
    m_steps.push_back({QStringLiteral("describe"), [this] { m_station->window().registry()->trigger(QStringLiteral("review.describe")); }});
    m_steps.push_back({QStringLiteral("picture"), [this] {
        save(QStringLiteral("describe"));
        click("review.describe.cancel");
    }});
    m_steps.push_back({QStringLiteral("second window"), [this] { m_station->window().registry()->trigger(QStringLiteral("review.reader")); }, {}, 1000});
    m_steps.push_back({QStringLiteral("picture"), [this] {
        if (auto *reader = m_station->window().findChild<QWidget *>(QStringLiteral("review.readerWindow"))) {
            save(QStringLiteral("reader"), reader);
            reader->close();
        }
    }});
}

void ScreenWalk::planForm(const char *act, const char *cancel, const char *name)
{
    m_steps.push_back({QLatin1String(name), [this, act] {
        const auto *button = m_station->window().findChild<QAbstractButton *>(QLatin1String(act));
        if (button && button->isEnabled())
            click(act);
    }});
    m_steps.push_back({QStringLiteral("picture"), [this, cancel, name] {
        if (m_station->window().findChild<QAbstractButton *>(QLatin1String(cancel))) {
            save(QLatin1String(name));
            click(cancel);
        }
    }});
}

void ScreenWalk::planSteps()
{
    for (int step = 2; step <= 7; ++step) {
        const QString name = QStringLiteral("decision.step.%1").arg(step);
        m_steps.push_back({name, [this, name] { click(name.toLatin1().constData()); }});
        m_steps.push_back({QStringLiteral("picture"), [this, step] { save(QStringLiteral("decision%1").arg(step)); }});
        if (step == 5 || step == 7) {
            m_steps.push_back({QStringLiteral("its end"), [this, step] {
                const auto *area = m_station->window().findChild<QScrollArea *>(step == 5 ? QStringLiteral("decision.rationale") : QStringLiteral("decision.signing"));
                if (area)
                    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
            }});
            m_steps.push_back({QStringLiteral("picture"), [this, step] { save(QStringLiteral("decision%1end").arg(step)); }});
        }
    }
    m_steps.push_back({QStringLiteral("first step again"), [this] { click("decision.step.1"); }});
}

void ScreenWalk::next()
{
    if (m_steps.empty()) {
        QCoreApplication::exit(0);
        return;
    }
    m_now = std::move(m_steps.front());
    m_steps.pop_front();
    m_waited = m_quiet = 0;
    if (m_now.act)
        m_now.act();
    QTimer::singleShot(tick, this, &ScreenWalk::poll);
}

void ScreenWalk::poll()
{
    m_waited += tick;
    m_quiet = isQuiet() && (!m_now.done || m_now.done()) ? m_quiet + tick : 0;
    if (m_quiet >= m_now.settle) {
        next();
    } else if (m_waited > patience) {
        std::fprintf(stderr, "caseward: gave up waiting for: %s\n", qPrintable(m_now.what));
        QCoreApplication::exit(1);
    } else {
        QTimer::singleShot(tick, this, &ScreenWalk::poll);
    }
}

bool ScreenWalk::hasCase() const
{
    const auto *table = m_station->window().findChild<QTableView *>(QStringLiteral("queue.table"));
    return table && table->model()->rowCount() > 0;
}

bool ScreenWalk::isQuiet() const { return !m_station->worker().isBusy(); }

void ScreenWalk::save(const QString &name, QWidget *window)
{
    const QString file = QDir(m_folder).filePath(name + m_suffix + QStringLiteral(".png"));
    if (!(window ? window : &m_station->window())->grab().save(file)) {
        std::fprintf(stderr, "caseward: %s cannot be written\n", qPrintable(file));
        QCoreApplication::exit(1);
    }
}

void ScreenWalk::click(const char *objectName)
{
    auto *button = m_station->window().findChild<QAbstractButton *>(QLatin1String(objectName));
    if (button && button->isEnabled()) {
        button->setFocus(Qt::MouseFocusReason);
        button->click();
    } else {
        std::fprintf(stderr, "caseward: no button %s to press\n", objectName);
    }
}

} // namespace caseward::ui
