// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/clockpanel.h"

#include "ui/base/sectionheader.h"
#include "ui/models/casewords.h"

namespace caseward::ui {

namespace {

using Kind = ActForm::Field::Kind;

const QString other = QStringLiteral("other");

std::string standing(const model::ClockState &clock, const session::Proceedings &desk)
{
    return clock.done ? "done on " + clock.stoppedOn : desk.dueWords({clock.started.title, clock.due, clock.stoppedOn, clock.stoppedBecause, clock.started.goal});
}

} // namespace

ClockPanel::ClockPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : CaseDesk(theme, model, {QStringLiteral("timeline.clocks"), tr("Clocks"), {{tr("Clock"), 220}, {tr("From"), 96}, {tr("Last day"), 96}, {tr("Stands"), 160}}}, parent)
{
    addAct(QStringLiteral("start"), tr("Start…"), [this] { start(); }, [this] { return whyNotStart(); });
    addAct(QStringLiteral("extend"), tr("Extend…"), [this] { extend(); }, [this] { return whyNotOn(true); });
    addAct(QStringLiteral("stop"), tr("Stop…"), [this] { stop(); }, [this] { return whyNotOn(true); });
    addAct(QStringLiteral("resume"), tr("Go on…"), [this] { resume(); }, [this] { return whyNotOn(false); });
    addActSpace();
    showActs();
}

const model::ClockState *ClockPanel::chosen() const
{
    const QString key = currentKey();
    return model()->isOpen() && !key.isEmpty() ? proceedings().clock(key.toStdString()) : nullptr;
}

QString ClockPanel::whyNotOn(bool running) const
{
    const QString why = whyNotStart();
    const model::ClockState *clock = chosen();
    if (!why.isEmpty())
        return why;
    if (!clock)
        return tr("Choose a clock first.");
    if (clock->done)
        return tr("This clock is done; start it again when it counts anew.");
    return clock->runs() == running ? QString() : running ? tr("This clock stands still; let it go on first.") : tr("This clock is running.");
}

void ClockPanel::reload()
{
    if (!model()->isOpen())
        return showClocks({});
    fetch<Shown>(
        [id = model()->id()](session::Session &session, Progress &) -> Result<Shown> {
            session::Proceedings desk(session);
            Shown shown;
            const session::DossierPtr dossier = TRY(session.openCase(id));
            for (const model::ClockState &clock : dossier->proceedings.clocks)
                shown.words.push_back(text(standing(clock, desk)));
            shown.known = TRY(desk.clocksOfPacks(id));
            return shown;
        },
        [this](const Shown &shown) { showClocks(shown); });
}

void ClockPanel::showClocks(const Shown &shown)
{
    const QString keep = currentKey();
    m_known = shown.known;
    clearRows();
    QStringList holidays;
    const std::size_t count = model()->isOpen() ? std::min(shown.words.size(), proceedings().clocks.size()) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const model::ClockState &clock = proceedings().clocks[i];
        const QString title = clock.started.goal ? tr("%1 (a goal)").arg(text(clock.started.title)) : text(clock.started.title);
        addRow({title, text(clock.started.from), text(clock.due), shown.words[i]}, text(clock.started.clock), clock.done);
        if (const std::string moved = rules::holidayWords(clock.started.reason); !moved.empty() && !clock.done)
            holidays << tr("%1, last day %2: %3").arg(text(clock.started.clock), text(clock.due), text(moved)); // a cell has no room for it
    }
    head()->setDetail(count == 0 ? tr("none has been started") : holidays.join(QStringLiteral("; ")));
    chooseKey(keep);
}

void ClockPanel::start()
{
    if (!whyNotStart().isEmpty())
        return;
    QList<QPair<QString, QString>> choices;
    for (const packs::TimeLimit &limit : m_known)
        choices << qMakePair(text(limit.id), tr("%1: %2 %3 days").arg(text(limit.title)).arg(limit.days).arg(text(limit.unit)));
    choices << qMakePair(other, tr("Another one, with its last day"));
    auto *form = new ActForm(theme(), QStringLiteral("timeline.clockForm"),
                             {tr("Start a clock"), tr("How long it is stands in the checklist, and from when it counts in the history."), tr("Start")},
                             {{QStringLiteral("clock"), tr("&Clock"), {}, Kind::Choice, true, choices},
                              {QStringLiteral("title"), tr("&Name of another one"), {}, Kind::Line, false},
                              {QStringLiteral("due"), tr("Its &last day"), {}, Kind::Day, false, {}, {}, true},
                              {QStringLiteral("from"), tr("&From"), tr("Only where the history has no such day: a request"), Kind::Day, false},
                              {QStringLiteral("reason"), tr("&Reason"), {}, Kind::Text}},
                             this);
    connect(form, &ActForm::wanted, this, [this, form](const ActForm::Said &said) {
        const QString chosenClock = said[QStringLiteral("clock")];
        const QString title = said[QStringLiteral("title")];
        rules::ClockWish wish;
        wish.clock = (chosenClock == other ? title.toLower().replace(QLatin1Char(' '), QLatin1Char('-')) : chosenClock).toStdString();
        wish.title = title.toStdString();
        wish.from = said[QStringLiteral("from")].toStdString();
        wish.due = said[QStringLiteral("due")].toStdString();
        wish.reason = said[QStringLiteral("reason")].toStdString();
        send(form, [wish](session::Proceedings &desk, const CaseId &id) { return desk.startClock(id, wish); }, tr("The clock runs"));
    });
}

void ClockPanel::extend()
{
    const model::ClockState clock = *chosen();
    auto *form = new ActForm(theme(), QStringLiteral("timeline.extendForm"), {tr("Extend: %1").arg(text(clock.started.title)), tr("Its last day is %1.").arg(text(clock.due)), tr("Extend")},
                             {{QStringLiteral("due"), tr("New &last day"), {}, Kind::Day}, {QStringLiteral("reason"), tr("&Reason"), {}, Kind::Text}}, this);
    connect(form, &ActForm::wanted, this, [this, form, name = clock.started.clock](const ActForm::Said &said) {
        const model::ClockExtended event{name, said[QStringLiteral("due")].toStdString(), said[QStringLiteral("reason")].toStdString()};
        send(form, [event](session::Proceedings &desk, const CaseId &id) { return desk.extendClock(id, event); }, tr("The clock has a later last day"));
    });
}

void ClockPanel::stop()
{
    const model::ClockState clock = *chosen();
    auto *form = new ActForm(theme(), QStringLiteral("timeline.stopForm"), {tr("Stop: %1").arg(text(clock.started.title)), {}, tr("Stop")},
                             {{QStringLiteral("done"), tr("For how &long"), {}, Kind::Choice, true,
                               {{QStringLiteral("no"), tr("For the time being")}, {QStringLiteral("yes"), tr("For good: what it waited for has happened")}}},
                              {QStringLiteral("on"), tr("&Since"), tr("Empty: today"), Kind::Day, false},
                              {QStringLiteral("reason"), tr("&Reason"), {}, Kind::Text}},
                             this);
    connect(form, &ActForm::wanted, this, [this, form, name = clock.started.clock](const ActForm::Said &said) {
        const model::ClockStopped event{name, said[QStringLiteral("on")].toStdString(), said[QStringLiteral("done")] == QLatin1String("yes"),
                                        said[QStringLiteral("reason")].toStdString()};
        send(form, [event](session::Proceedings &desk, const CaseId &id) { return desk.stopClock(id, event); }, tr("The clock is stopped"));
    });
}

void ClockPanel::resume()
{
    const model::ClockState clock = *chosen();
    auto *form = new ActForm(theme(), QStringLiteral("timeline.resumeForm"),
                             {tr("Go on: %1").arg(text(clock.started.title)), tr("Its last day moves by as long as it stood still."), tr("Go on")},
                             {{QStringLiteral("on"), tr("&From"), tr("Empty: today"), Kind::Day, false}, {QStringLiteral("reason"), tr("&Reason"), {}, Kind::Text}}, this);
    connect(form, &ActForm::wanted, this, [this, form, name = clock.started.clock](const ActForm::Said &said) {
        send(form, [name, on = said[QStringLiteral("on")].toStdString(), why = said[QStringLiteral("reason")].toStdString()](session::Proceedings &desk, const CaseId &id) {
            return desk.resumeClock(id, name, on, why);
        }, tr("The clock goes on"));
    });
}

} // namespace caseward::ui
