// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/timelinepage.h"

#include "ui/base/emptystate.h"
#include "ui/base/faultnote.h"
#include "ui/base/faultwords.h"
#include "ui/base/iconbutton.h"
#include "ui/base/segmentedcontrol.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/timeline/answerspanel.h"
#include "ui/pages/timeline/explainform.h"
#include "ui/pages/timeline/proceedingspanel.h"
#include "ui/pages/timeline/timelineview.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace caseward::ui {

namespace {

constexpr double zoomStep = 1.25;
constexpr QLatin1String partNames[] = {QLatin1String("lanes"), QLatin1String("answers"), QLatin1String("proceedings")};

} // namespace

TimelinePage::TimelinePage(Theme *theme, CaseModel *model, QWidget *parent) : Page(theme, parent), m_model(model)
{
    setObjectName(QStringLiteral("timeline"));
    QVBoxLayout *column = makeColumn();
    m_view = new TimelineView(theme, this);
    buildTools(makeToolRow(column));
    m_both = new QStackedWidget(this);
    column->addWidget(m_both, 1);
    buildLanes();
    m_answers = new AnswersPanel(theme, model, m_both);
    m_both->addWidget(m_answers);
    m_proceedings = new ProceedingsPanel(theme, model, m_both);
    m_both->addWidget(m_proceedings);
    connect(m_answers, &AnswersPanel::placeWanted, this, [this](const QString &where) { emit placeWanted(QStringLiteral("review"), where); });
    connect(m_view, &TimelineView::currentChanged, this, &TimelinePage::showFoot);
    connect(m_view, &TimelineView::opened, this, &TimelinePage::open);
    connect(model, &CaseModel::opened, this, &TimelinePage::forget);
    connect(model, &CaseModel::changed, this, [this] {
        m_stale = m_answersStale = m_proceedingsStale = true;
        if (isVisible())
            showPart(m_parts->current());
    });
    connect(model, &CaseModel::closed, this, &TimelinePage::forget);
    showFoot();
}

void TimelinePage::buildLanes()
{
    m_lanes = new QWidget(m_both);
    m_both->addWidget(m_lanes);
    auto *column = new QVBoxLayout(m_lanes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_note = new FaultNote(theme(), QStringLiteral("timeline.note"), m_lanes);
    auto *noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(16, 0, 16, 0);
    noteRow->addWidget(m_note);
    column->addLayout(noteRow);
    m_stack = new QStackedWidget(m_lanes);
    m_empty = new EmptyState(theme(), QStringLiteral("timeline.empty"),
                             tr("Nothing in this case has a date yet. A questionnaire as XML, the dates of documents and of the conduct in tied passages appear here."), {}, m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    column->addWidget(m_stack, 1);
    buildFoot(makeToolRow(column));
}

// Each part is computed when it is shown and the case has changed since.
void TimelinePage::showPart(int part)
{
    m_parts->setCurrent(part);
    m_both->setCurrentWidget(part == 2 ? static_cast<QWidget *>(m_proceedings) : part == 1 ? static_cast<QWidget *>(m_answers) : m_lanes);
    m_laneTools->setVisible(part == 0);
    showCounts();
    if (part == 0 && m_stale)
        reload();
    if (part == 1 && std::exchange(m_answersStale, false))
        m_answers->reload();
    if (part == 2 && std::exchange(m_proceedingsStale, false))
        m_proceedings->reload();
}

bool TimelinePage::showsAnswers() const
{
    return m_parts->current() == 1;
}

bool TimelinePage::goTo(const QString &where)
{
    if (where.startsWith(QLatin1String("gap:"))) {
        const Result<GapId> gap = GapId::parse(where.mid(4).toStdString());
        if (!gap.ok() || !m_model->isOpen())
            return false;
        m_wanted = *gap;
        m_asOf->clear();                              // a gap that was noted is seen from today
        m_stale = true;
        showPart(0);
        m_view->setFocus();
        return true;
    }
    const auto part = std::find(std::begin(partNames), std::end(partNames), where);
    if (part == std::end(partNames))
        return false;
    showPart(static_cast<int>(part - std::begin(partNames)));
    activate();
    return true;
}

QString TimelinePage::location() const
{
    return partNames[qBound(0, m_parts->current(), 2)];
}

void TimelinePage::buildTools(QHBoxLayout *row)
{
    QWidget *tools = row->parentWidget();
    m_parts = new SegmentedControl(theme(), QStringLiteral("timeline.parts"), {tr("Timeline"), tr("Claimed and found"), tr("Proceedings")}, tools);
    m_parts->setCurrent(0);
    row->addWidget(m_parts);
    connect(m_parts, &SegmentedControl::chosen, this, [this](int part) {
        showPart(part);
        emit locationChanged();
    });
    m_count = new ThemedLabel(theme(), {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, tools);
    m_count->setObjectName(QStringLiteral("timeline.count"));
    row->addWidget(m_count, 1);
    m_laneTools = new QWidget(tools);
    row->addWidget(m_laneTools);
    row = new QHBoxLayout(m_laneTools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new ThemedLabel(theme(), tr("As of"), {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, m_laneTools));
    m_asOf = new QLineEdit(m_laneTools);
    m_asOf->setObjectName(QStringLiteral("timeline.asOf"));
    m_asOf->setAccessibleName(tr("As of this day"));
    m_asOf->setPlaceholderText(tr("today"));
    m_asOf->setToolTip(tr("Gaps are looked for up to this day: YYYY-MM-DD, or empty for today"));
    m_asOf->setMaxLength(10);
    m_asOf->setFixedWidth(112);
    row->addWidget(m_asOf);
    connect(m_asOf, &QLineEdit::returnPressed, this, [this] {
        reload();
        m_view->setFocus();
    });
    auto *less = new IconButton(theme(), QStringLiteral("zoom-out"), QStringLiteral("timeline.zoomOut"), tr("See more years"), QStringLiteral("-"), m_laneTools);
    auto *more = new IconButton(theme(), QStringLiteral("zoom-in"), QStringLiteral("timeline.zoomIn"), tr("See more closely"), QStringLiteral("+"), m_laneTools);
    row->addWidget(less);
    row->addWidget(more);
    connect(less, &IconButton::clicked, this, [this] { m_view->setZoom(m_view->zoom() / zoomStep); });
    connect(more, &IconButton::clicked, this, [this] { m_view->setZoom(m_view->zoom() * zoomStep); });
}

void TimelinePage::buildFoot(QHBoxLayout *row)
{
    QWidget *foot = row->parentWidget();
    m_words = new ThemedLabel(theme(), {}, {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, foot);
    m_words->setObjectName(QStringLiteral("timeline.words"));
    m_words->setFit(ThemedLabel::Fit::Wrap);
    row->addWidget(m_words, 1);
    m_explain = new QPushButton(tr("Explain…"), foot);
    m_explain->setObjectName(QStringLiteral("timeline.explain"));
    m_explain->setAccessibleName(tr("Explain this gap"));
    m_open = new QPushButton(tr("Open in review"), foot);
    m_open->setObjectName(QStringLiteral("timeline.open"));
    m_open->setAccessibleName(m_open->text());
    for (QPushButton *button : {m_explain, m_open}) {
        button->setMinimumHeight(32);
        row->addWidget(button);
    }
    connect(m_explain, &QPushButton::clicked, this, &TimelinePage::explain);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (whyNotOpen().isEmpty())
            emit placeWanted(QStringLiteral("review"), m_view->items()[static_cast<std::size_t>(m_view->current())].where);
    });
}

void TimelinePage::activate()
{
    showPart(m_parts->current());
    if (m_parts->current() == 2)
        m_proceedings->takeFocus();
    else if (showsAnswers())
        m_answers->takeFocus();
    else
        m_view->setFocus();
}

void TimelinePage::reload()
{
    if (!m_model->isOpen())
        return;
    m_stale = false;
    if (m_request != 0)
        m_model->worker()->cancel(m_request);
    const CaseId id = m_model->id();
    m_request = m_model->worker()->run<session::Timeline>(
        this, [id, asOf = m_asOf->text().trimmed().toStdString()](session::Session &session, Progress &) { return session::Answers(session).timeline(id, asOf); },
        [this, id](const Result<session::Timeline> &timeline) {
            if (m_model->isOpen() && m_model->id() == id)
                show(timeline);
        });
}

void TimelinePage::show(const Result<session::Timeline> &timeline)
{
    if (!timeline.ok()) {
        if (timeline.fault().code != FaultCode::Cancelled)
            m_note->show(timeline.fault());
        return;
    }
    m_note->clear();
    m_timeline = *timeline;
    m_view->setItems(timelineItems(m_timeline), m_timeline.reach(), m_timeline.asOf);
    const bool hadFocus = m_stack->isAncestorOf(focusWidget()) || !focusWidget();
    m_stack->setCurrentWidget(m_timeline.isEmpty() ? static_cast<QWidget *>(m_empty) : m_view);
    if (hadFocus && isVisible())
        m_view->setFocus();
    if (!m_timeline.unread.empty()) {
        QStringList titles;
        for (const DocumentId &document : m_timeline.unread)
            if (const model::DocumentState *state = m_model->dossier()->document(document))
                titles << text(state->facts.title);
        m_note->notice(tr("Not every answer is here"), tr("These answers could not be read: %1. There may be gaps that are not shown.").arg(titles.join(QStringLiteral(", "))));
    }
    chooseWanted();
    showCounts();
    showFoot();
}

void TimelinePage::chooseWanted()
{
    if (!m_wanted)
        return;
    const GapId wanted = *std::exchange(m_wanted, std::nullopt);
    const auto gap = std::ranges::find(m_timeline.gaps, std::optional<GapId>(wanted), &session::GapMark::noted);
    const int index = static_cast<int>(gap - m_timeline.gaps.begin());
    const auto item = std::ranges::find(m_view->items(), gap == m_timeline.gaps.end() ? -2 : index, &TimelineItem::gap);
    if (item != m_view->items().end())
        return m_view->setCurrent(static_cast<int>(item - m_view->items().begin()));
    m_note->notice(tr("The gap is not on the timeline"), tr("Its dates or its lane do not say where it belongs. It is explained in the decision, among the reasons."));
}

void TimelinePage::showCounts()
{
    const auto open = std::ranges::count_if(m_timeline.gaps, [](const session::GapMark &gap) { return !gap.isExplained(); });
    const auto all = m_timeline.gaps.size();
    const QString gaps = all == 0 ? tr("no gap")
        : all == 1                ? (open == 0 ? tr("1 gap, explained") : tr("1 gap, not explained"))
        : open == 0               ? tr("%1 gaps, all explained").arg(all)
                                  : tr("%1 of %2 gaps not explained").arg(open).arg(all);
    m_count->setText(m_timeline.isEmpty() || m_parts->current() != 0 ? QString() : tr("as of %1  ·  %2  ·  hatched: gap, soft end: about").arg(text(session::dayText(m_timeline.asOf)), gaps));
}

void TimelinePage::showFoot()
{
    const int item = m_view->current();
    m_words->setText(item >= 0 ? m_view->items()[static_cast<std::size_t>(item)].words : QString());
    const QString explains = whyNotExplain(), opens = whyNotOpen();
    m_explain->setVisible(currentGap() >= 0);
    m_explain->setEnabled(explains.isEmpty());
    m_explain->setToolTip(explains.isEmpty() ? tr("E") : explains);
    m_open->setEnabled(opens.isEmpty());
    m_open->setToolTip(opens.isEmpty() ? tr("Enter") : opens);
}

void TimelinePage::forget()
{
    m_stale = m_answersStale = m_proceedingsStale = true;
    m_wanted.reset();
    m_timeline = {};
    m_answers->clear();
    m_proceedings->reload();
    m_view->clear();
    m_note->clear();
    m_asOf->clear();
    m_stack->setCurrentWidget(m_empty);
    showCounts();
    showFoot();
}

int TimelinePage::currentGap() const
{
    return m_view->current() < 0 ? -1 : m_view->items()[static_cast<std::size_t>(m_view->current())].gap;
}

QString TimelinePage::whyNotExplain() const
{
    const int gap = currentGap();
    if (gap < 0)
        return tr("Choose a gap first.");
    if (m_timeline.gaps[static_cast<std::size_t>(gap)].isExplained())
        return tr("This gap is explained. Undo takes the explanation back.");
    const Status status = m_model->mayAct(rules::Act::Weigh);
    return status.ok() ? QString() : shortWordsOf(status.fault());
}

QString TimelinePage::whyNotOpen() const
{
    const int item = m_view->current();
    return item < 0 ? tr("Choose something on the timeline first.") : m_view->items()[static_cast<std::size_t>(item)].where.isEmpty() ? tr("No page says this.") : QString();
}

// Enter on a gap that is open asks for its explanation: there is no page to show for what nobody wrote.
void TimelinePage::open(int item)
{
    const TimelineItem &chosen = m_view->items()[static_cast<std::size_t>(item)];
    if (chosen.gap >= 0 && whyNotExplain().isEmpty())
        explain();
    else if (!chosen.where.isEmpty())
        emit placeWanted(QStringLiteral("review"), chosen.where);
}

void TimelinePage::explain()
{
    if (!whyNotExplain().isEmpty())
        return;
    const int gap = currentGap();
    const session::GapMark &mark = m_timeline.gaps[static_cast<std::size_t>(gap)];
    auto *form = new ExplainForm(theme(), text(session::sentenceOf(mark, m_timeline)), mark.noted.has_value(), this);
    connect(form, &ExplainForm::wanted, this, [this, form, mark](const QString &note, const QString &explanation) {
        form->dismiss();
        const auto index = std::ranges::find_if(m_timeline.gaps, [&mark](const session::GapMark &one) {
            return one.lane == mark.lane && one.first == mark.first && one.last == mark.last;
        });
        if (index != m_timeline.gaps.end())
            record(static_cast<int>(index - m_timeline.gaps.begin()), note, explanation);
    });
}

// A gap that the rule found is noted and explained in one step, so that one undo takes back both.
void TimelinePage::record(int gap, const QString &note, const QString &explanation)
{
    const session::GapMark mark = m_timeline.gaps[static_cast<std::size_t>(gap)];
    if (mark.noted) {
        m_model->record({model::GapExplained{*mark.noted, explanation.toStdString()}});
        return;
    }
    m_model->worker()->run<GapId>(
        this, [](session::Session &session, Progress &) -> Result<GapId> { return session.newGapId(); },
        [this, mark, note, explanation, at = m_model->id()](const Result<GapId> &id) {
            if (!id.ok() || !m_model->isOpen() || m_model->id() != at)
                return;
            m_model->record({model::GapNoted{*id, std::string(session::laneName(mark.lane)), session::dayText(mark.first), session::dayText(mark.last), std::nullopt, note.toStdString()},
                             model::GapExplained{*id, explanation.toStdString()}});
        });
}

void TimelinePage::nextGap()
{
    const std::vector<TimelineItem> &items = m_view->items();
    const int count = static_cast<int>(items.size());
    for (int step = 1; step <= count; ++step) {
        const int at = (std::max(0, m_view->current()) + step) % count;
        if (items[static_cast<std::size_t>(at)].gap >= 0) {
            m_view->setCurrent(at);
            m_view->setFocus();
            return;
        }
    }
}

} // namespace caseward::ui
