// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/decisionpage.h"

#include "core/rules/administrative.h"
#include "ui/base/faultnote.h"
#include "ui/base/rule.h"
#include "ui/evidence/passagefacts.h"
#include "ui/evidence/returnnotes.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/checkstep.h"
#include "ui/pages/decision/decisionstepbar.h"
#include "ui/pages/decision/factorsstep.h"
#include "ui/pages/decision/findingsstep.h"
#include "ui/pages/decision/gatelist.h"
#include "ui/pages/decision/gatepanel.h"
#include "ui/pages/decision/lettersheet.h"
#include "ui/pages/decision/rationalestep.h"
#include "ui/pages/decision/recordedtext.h"
#include "ui/pages/decision/signstep.h"
#include "ui/pages/decision/statementstep.h"
#include "ui/pages/decision/unrecordedwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {
constexpr int gateWidth = 336;
}

DecisionPage::DecisionPage(Theme *theme, CaseModel *model, QWidget *parent)
    : Page(theme, parent), m_model(model), m_notes(new ReturnNotes(theme, QStringLiteral("decision.notes"), this)),
      m_back(new FaultNote(theme, QStringLiteral("decision.back"), this)), m_unrecorded(new UnrecordedWords(model, this)),
      m_bar(new DecisionStepBar(theme, this)), m_next(new QPushButton(tr("Continue"), this)),
      m_closed(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}, this)), m_stack(new QStackedWidget(this)),
      m_gate(new GatePanel(theme, this))
{
    setObjectName(QStringLiteral("decision"));
    m_statement = new StatementStep(theme, model, m_stack);
    m_steps = {new FindingsStep(theme, model, FindingsStep::Side::Concerns, m_stack),
               new FindingsStep(theme, model, FindingsStep::Side::Mitigation, m_stack),
               m_statement,
               new FactorsStep(theme, model, m_stack),
               new RationaleStep(theme, model, m_stack),
               new CheckStep(theme, model, m_stack),
               new SignStep(theme, model, m_stack)};
    build();
    for (DecisionStep *step : m_steps)
        connectStep(step);
    connect(m_unrecorded, &UnrecordedWords::found, this, [this](const QStringList &places) {
        m_statement->unfoldNew();
        m_back->notice(tr("What you were writing is back"), tr("%1. It is not recorded yet.").arg(places.join(QStringLiteral(", "))));
    });
    connect(m_bar, &DecisionStepBar::chosen, this, &DecisionPage::showStep);
    connect(m_next, &QPushButton::clicked, this, [this] { stepBy(1); });
    connect(m_gate->list(), &GateList::goWanted, this, &DecisionPage::goToTarget);
    connect(m_gate->list(), &GateList::explained, this, &DecisionPage::explain);
    connect(m_notes, &ReturnNotes::targetWanted, this, &DecisionPage::goToNote);
    connect(model, &CaseModel::opened, this, &DecisionPage::caseChanged);
    connect(model, &CaseModel::changed, this, &DecisionPage::caseChanged);
    connect(model, &CaseModel::closed, this, &DecisionPage::caseClosed);
    connect(model, &CaseModel::failed, this, [this] {
        for (RecordedText *field : findChildren<RecordedText *>())
            field->refused(); // may be sent again
        for (DecisionStep *step : m_steps)
            step->refused();
    });
}

void DecisionPage::build()
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_notes);
    auto *back = new QHBoxLayout;
    back->setContentsMargins(16, 0, 16, 0);
    back->addWidget(m_back);
    page->addLayout(back);
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    page->addLayout(across, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_bar);
    m_closed->setObjectName(QStringLiteral("decision.closed"));
    m_closed->setFit(ThemedLabel::Fit::Wrap);
    m_closed->setContentsMargins(24, 12, 24, 12);
    m_closed->setProperty("cls", "surface");
    m_closed->setAutoFillBackground(true);
    m_closed->hide();
    left->addWidget(m_closed);
    for (DecisionStep *step : m_steps)
        m_stack->addWidget(step);
    left->addWidget(m_stack, 1);
    auto *foot = new QWidget(this);
    foot->setProperty("cls", "raised");
    foot->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 8, 24, 8);
    auto *saved = new ThemedLabel(theme(), tr("Everything is saved as you go."), {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, foot);
    m_next->setObjectName(QStringLiteral("decision.continue"));
    m_next->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(saved);
    row->addStretch(1);
    row->addWidget(m_next);
    left->addWidget(makeRule(Qt::Horizontal, this));
    left->addWidget(foot);
    across->addLayout(left, 1);
    across->addWidget(makeRule(Qt::Vertical, this));
    m_gate->setFixedWidth(gateWidth);
    across->addWidget(m_gate);
}

void DecisionPage::connectStep(DecisionStep *step)
{
    connect(step, &DecisionStep::placeWanted, this, [this](const QString &link) {
        emit placeWanted(link.startsWith(QLatin1String("gap:")) ? QStringLiteral("timeline") : QStringLiteral("review"), link);
    });
    connect(step, &DecisionStep::targetWanted, this, &DecisionPage::goToTarget);
    connect(step, &DecisionStep::checklistWanted, this, &DecisionPage::useChecklist);
}

// One for all steps: what is answered under a pack is answered under it from step to step.
void DecisionPage::useChecklist(const std::string &pack)
{
    for (DecisionStep *step : m_steps)
        step->useChecklist(pack);
    m_stale.fill(true);
    refreshShown();
}

QString DecisionPage::pageTitle() const { return tr("Decision"); }

StepId DecisionPage::step() const { return m_bar->current(); }

void DecisionPage::activate()
{
    refreshShown();
    if (m_model->isOpen())
        stepAt(step())->focusFirst();
}

void DecisionPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refreshShown();
}

void DecisionPage::showStep(StepId step)
{
    m_bar->setCurrent(step);
    m_stack->setCurrentWidget(stepAt(step));
    const int next = static_cast<int>(step) + 1;
    m_next->setVisible(next < stepCount);
    if (next < stepCount) {
        m_next->setText(tr("Continue to %1").arg(stepName(static_cast<StepId>(next))));
        m_next->setAccessibleName(m_next->text());
    }
    refreshShown();
    emit locationChanged();
}

void DecisionPage::stepBy(int by)
{
    const int wanted = std::clamp(static_cast<int>(step()) + by, 0, stepCount - 1);
    if (wanted == static_cast<int>(step()))
        return;
    showStep(static_cast<StepId>(wanted));
    if (m_model->isOpen())
        stepAt(step())->focusFirst();
}

void DecisionPage::caseChanged()
{
    if (!m_model->isOpen())
        return;
    if (m_model->id() != m_shown) {
        caseClosed();
        m_shown = m_model->id();
        m_unrecorded->fetch();
    }
    m_stale.fill(true);
    m_notes->show(m_model->dossier().get(), m_model->pack().get());
    m_gate->show(m_model->gate(), sentenceOf(m_model->mayAct(rules::Act::Weigh)));
    showBar();
    if (isVisible())
        refreshShown();
}

void DecisionPage::caseClosed()
{
    m_shown = CaseId();
    m_unrecorded->forget();
    m_back->clear();
    for (DecisionStep *step : m_steps) {
        step->forget();
        step->useChecklist({});
    }
    m_notes->show(nullptr, nullptr);
    showStep(StepId::Concerns);
}

void DecisionPage::refreshShown()
{
    bool &stale = m_stale[static_cast<std::size_t>(step())];
    if (!m_model->isOpen() || !stale)
        return;
    stale = false;
    stepAt(step())->say(notAskedFor(step()));
    stepAt(step())->followChecklist();
    stepAt(step())->refresh();
    m_unrecorded->bringBack();
    m_statement->unfoldNew();
}

// An administrative outcome weighs nothing: the steps that weigh say that they need not be filled in.
QString DecisionPage::notAskedFor(StepId step) const
{
    const packs::Outcome *outcome = rules::administrativeOutcome(*m_model->dossier(), *m_model->pack());
    if (!outcome || (step != StepId::Concerns && step != StepId::Mitigation && step != StepId::Statement && step != StepId::WholePerson))
        return {};
    return tr("Nothing is asked for here: “%1”, the outcome chosen, is administrative and decides nothing about the person. What is recorded stays on the record.")
        .arg(text(outcome->title));
}

void DecisionPage::showBar()
{
    std::array<std::size_t, stepCount> open{};
    const rules::Gate &gate = m_model->gate();
    for (const rules::Check &check : gate.checks) {
        if (check.open)
            ++open[static_cast<std::size_t>(stepOf(check.target, m_model->packs()))];
    }
    for (int i = 0; i < stepCount; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto id = static_cast<StepId>(i);
        bool done = open[at] == 0;
        if (id == StepId::Check)
            done = gate.mayBeSigned();
        else if (id == StepId::Sign)
            done = m_model->dossier()->status != model::CaseStatus::InReview && m_model->dossier()->status != model::CaseStatus::Returned;
        m_bar->setState(id, {open[at], done});
    }
    const QString words = sentenceOf(m_model->mayAct(rules::Act::Weigh));
    m_closed->setText(words);
    m_closed->setVisible(!words.isEmpty());
}

// A gap that no page says: it is seen, and explained, on the timeline.
bool DecisionPage::isNowhere(const std::string &gap) const
{
    const auto &gaps = m_model->dossier()->gaps;
    const auto found = std::ranges::find_if(gaps, [&gap](const model::Gap &one) { return one.id.text() == gap; });
    return found != gaps.end() && !found->anchor;
}

void DecisionPage::goToTarget(const rules::Target &target)
{
    using Place = rules::Target::Place;
    if (!m_model->isOpen())
        return;
    if (target.place == Place::Document) {
        const auto id = DocumentId::parse(target.id);
        emit placeWanted(QStringLiteral("review"), id ? placeLink(*id, target.page) : QString());
    } else if (target.place == Place::Passage) {
        emit placeWanted(QStringLiteral("review"), QStringLiteral("passage:") + text(target.id));
    } else if (target.place == Place::Gap && isNowhere(target.id)) {
        emit placeWanted(QStringLiteral("timeline"), QStringLiteral("gap:") + text(target.id));
    } else if (target.place == Place::Case) {
        emit placeWanted(QStringLiteral("review"), {});
    } else {
        showStep(stepOf(target, m_model->packs()));
        if (target.place == Place::Condition || target.place == Place::Guideline || target.place == Place::Factor)
            useChecklist(target.pack);
        stepAt(step())->reveal(target);
    }
}

void DecisionPage::goToNote(const QString &target)
{
    using Place = rules::Target::Place;
    const QString area = target.section(QLatin1Char('/'), 0, 0);
    const std::string last = target.section(QLatin1Char('/'), -1).toStdString();
    static const std::map<QString, Place> places = {
        {QStringLiteral("condition"), Place::Condition}, {QStringLiteral("guideline"), Place::Guideline},
        {QStringLiteral("factor"), Place::Factor},       {QStringLiteral("reasons"), Place::Reasons},
        {QStringLiteral("outcome"), Place::Outcome},     {QStringLiteral("contradiction"), Place::Contradiction},
        {QStringLiteral("gap"), Place::Gap},             {QStringLiteral("document"), Place::Document},
        {QStringLiteral("passage"), Place::Passage},     {QStringLiteral("allegation"), Place::Allegation}};
    if (const auto place = places.find(area); place != places.end())
        goToTarget({place->second, last, 0});
    else
        showStep(StepId::Check);
}

void DecisionPage::explain(const rules::Check &check, const QString &words)
{
    if (m_model->isOpen())
        m_model->record({model::CheckExplained{check.id, check.target.id, words.toStdString()}});
}

bool DecisionPage::goTo(const QString &where)
{
    using Place = rules::Target::Place;
    if (!m_model->isOpen())
        return false;
    if (where == QLatin1String("gate")) {
        showStep(StepId::Check);
        m_gate->focusFirst();
        return true;
    }
    if (where == QLatin1String("sign")) {
        showStep(StepId::Sign);
        return true;
    }
    const QString value = where.section(QLatin1Char(':'), 1);
    if (where.startsWith(QLatin1String("step:"))) {
        const int number = value.toInt();
        if (number < 1 || number > stepCount)
            return false;
        showStep(static_cast<StepId>(number - 1));
        return true;
    }
    if (where.startsWith(QLatin1String("condition:")) && m_model->pack()->condition(value.toStdString())) {
        goToTarget({Place::Condition, value.toStdString(), 0});
        return true;
    }
    if (where.startsWith(QLatin1String("guideline:")) && m_model->pack()->guideline(value.toStdString())) {
        goToTarget({Place::Guideline, value.toStdString(), 0});
        return true;
    }
    if (where.startsWith(QLatin1String("factor:"))) {
        showStep(StepId::WholePerson);
        return stepAt(StepId::WholePerson)->reveal({Place::Factor, value.toStdString(), 0});
    }
    if (where.startsWith(QLatin1String("reasons:"))) {
        showStep(StepId::Rationale);
        return stepAt(StepId::Rationale)->reveal({Place::Reasons, value.toStdString(), 0});
    }
    if (where.startsWith(QLatin1String("allegation:"))) {
        showStep(StepId::Statement);
        return m_statement->reveal({Place::Allegation, value.toStdString(), 0});
    }
    return false;
}

// What can be made is asked of the session; nothing shows before it has answered.
void DecisionPage::showLetters()
{
    using Choices = std::vector<session::LetterChoice>;
    if (!m_model->isOpen())
        return;
    m_model->worker()->run<Choices>(
        this, [id = m_model->id()](session::Session &session, Progress &) { return session::LetterDesk(session).choices(id); },
        [this, id = m_model->id()](const Result<Choices> &choices) {
            if (!choices.ok())
                emit m_model->failed(choices.fault());
            else if (m_model->isOpen() && m_model->id() == id && !Overlay::topmost(window()))
                new LetterSheet(theme(), m_model, *choices, this);
        });
}

QString DecisionPage::location() const { return QStringLiteral("step:%1").arg(static_cast<int>(step()) + 1); }

QList<PageAction> DecisionPage::pageActions()
{
    const auto whyNot = [this] { return m_model->isOpen() ? QString() : tr("No case is open."); };
    QList<PageAction> actions;
    actions << PageAction{QStringLiteral("decision.next"), tr("Next step of the decision"), QKeySequence(Qt::CTRL | Qt::Key_PageDown),
                          [this] { stepBy(1); }, whyNot, nullptr, tr("next step")};
    actions << PageAction{QStringLiteral("decision.previous"), tr("Previous step of the decision"), QKeySequence(Qt::CTRL | Qt::Key_PageUp),
                          [this] { stepBy(-1); }, whyNot, nullptr, tr("previous step")};
    actions << PageAction{QStringLiteral("decision.openChecks"), tr("Go to the open checks"), QKeySequence(Qt::CTRL | Qt::Key_G),
                          [this] { m_gate->focusFirst(); }, whyNot, nullptr, tr("open checks")};
    actions << PageAction{QStringLiteral("decision.addAllegation"), tr("Add a sub-paragraph to the statement"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
                          [this] {
                              showStep(StepId::Statement);
                              m_statement->startAdding();
                          },
                          [this, whyNot] { return m_model->isOpen() ? sentenceOf(m_model->mayAct(rules::Act::Weigh)) : whyNot(); }, nullptr, tr("add sub-paragraph")};
    actions << PageAction{QStringLiteral("decision.letters"), tr("Letters…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] { showLetters(); }, whyNot, nullptr, tr("letters")};
    for (int i = 0; i < stepCount; ++i) {
        const auto id = static_cast<StepId>(i);
        actions << PageAction{QStringLiteral("decision.show.%1").arg(i + 1), tr("Decision, step %1: %2").arg(i + 1).arg(stepName(id)),
                              QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, id] {
                                  showStep(id);
                                  stepAt(id)->focusFirst();
                              }, whyNot};
    }
    return actions;
}

} // namespace caseward::ui
