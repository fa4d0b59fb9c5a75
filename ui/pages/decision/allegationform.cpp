// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/allegationform.h"

#include "ui/base/ask.h"
#include "ui/base/ticklist.h"
#include "ui/evidence/passagefacts.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/allegationappraisal.h"
#include "ui/pages/decision/allegationwords.h"
#include "ui/pages/decision/findingrow.h"
#include "ui/pages/decision/mitigatorrow.h"
#include "ui/pages/decision/recordedtext.h"
#include "ui/pages/decision/statesform.h"

#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int inset = 32, rowsShown = 5;

QPushButton *linkButton(const QString &words, const QString &name, const QString &spoken, QWidget *parent)
{
    auto *button = new QPushButton(words, parent);
    button->setObjectName(name);
    button->setAccessibleName(spoken);
    button->setProperty("cls", "link");
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

} // namespace

AllegationForm::AllegationForm(Theme *theme, CaseModel *model, const QString &name, const AllegationId &id, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(model), m_name(name), m_id(id), m_column(new QVBoxLayout(this))
{
    setObjectName(name + QStringLiteral(".form"));
    m_column->setContentsMargins(inset, 4, 8, 16);
    m_column->setSpacing(0);
    addAnswer();
    addHead(tr("How grave"));
    m_appraisal = new AllegationAppraisal(theme, name + QStringLiteral(".appraisal"), about(), this);
    m_column->addWidget(m_appraisal);
    connect(m_appraisal, &AllegationAppraisal::appraised, this, [this](model::AllegationAppraised said) {
        said.allegation = m_id;
        m_model->record({said});
    });
    addMitigators();
    addFinding();
    addAmending();
}

const model::AllegationState &AllegationForm::state() const { return *m_model->dossier()->allegation(m_id); }
const packs::Guideline &AllegationForm::guideline() const { return *m_model->pack()->guideline(state().states.guideline); }
QString AllegationForm::about() const { return tr("Sub-paragraph %1").arg(text(state().states.label)); }

void AllegationForm::addHead(const QString &title)
{
    auto *head = new ThemedLabel(m_theme, title, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this);
    head->setContentsMargins(0, 16, 0, 6);
    m_column->addWidget(head);
}

void AllegationForm::addAnswer()
{
    FindingRow::Setup setup;
    setup.name = m_name + QStringLiteral(".answer");
    setup.title = tr("Answer");
    setup.hasChipColumn = false;
    setup.spoken = tr("%1: the subject’s answer").arg(about());
    setup.reasonSpoken = tr("%1: what the subject said").arg(about());
    setup.hint = tr("what the subject said");
    setup.chooseFirst = tr("Choose an answer: these words are not recorded yet.");
    for (const model::AllegationAnswer answer : allegationAnswers)
        setup.choices << FindingChoice{answerWord(answer), false};
    m_answer = new FindingRow(m_theme, setup, this);
    m_column->addWidget(m_answer);
    connect(m_answer, &FindingRow::found, this, [this](int choice, const QString &words) {
        m_model->record({model::AllegationAnswered{m_id, allegationAnswers[static_cast<std::size_t>(choice)], words.toStdString()}});
    });
}

void AllegationForm::addMitigators()
{
    if (guideline().mitigating.empty())
        return;
    addHead(tr("Mitigating conditions"));
    for (const packs::Condition &condition : guideline().mitigating) {
        auto *row = new MitigatorRow(m_theme, QStringLiteral("%1.mitigator.%2").arg(m_name, text(condition.id)), about(), condition, this);
        m_mitigators[condition.id] = row;
        m_column->addWidget(row);
        connect(row, &MitigatorRow::placeWanted, this, &AllegationForm::placeWanted);
        connect(row, &MitigatorRow::weighed, this, [this, id = condition.id](model::MitigatorStanding standing, const QString &reason, const std::vector<PassageId> &evidence) {
            if (m_model->isOpen() && m_model->dossier()->allegation(m_id)) // a field that goes with its case loses the focus
                m_model->record({model::MitigatorWeighed{m_id, id, standing, evidence, reason.toStdString()}});
        });
    }
    m_others = linkButton({}, m_name + QStringLiteral(".others"), {}, this);
    m_others->setCheckable(true);
    m_column->addSpacing(4);
    m_column->addWidget(m_others, 0, Qt::AlignLeft);
    connect(m_others, &QPushButton::toggled, this, [this] { foldMitigators(); });
}

void AllegationForm::addFinding()
{
    addHead(tr("Finding"));
    m_column->addWidget(new ThemedLabel(m_theme, tr("What it establishes"), {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}, this));
    m_column->addSpacing(4);
    m_established = new TickList(m_theme, m_name + QStringLiteral(".established"), tr("%1: conditions it establishes").arg(about()), this);
    m_established->setFrameShape(QFrame::StyledPanel);
    m_column->addWidget(m_established);
    connect(m_established, &TickList::tickedChanged, this, &AllegationForm::recordEstablished);
    FindingRow::Setup setup;
    setup.name = m_name + QStringLiteral(".found");
    setup.title = about();
    setup.hasChipColumn = false;
    setup.spoken = tr("%1: your finding").arg(about());
    setup.reasonSpoken = tr("%1: reason for your finding").arg(about());
    for (const model::AllegationFinding finding : allegationFindings)
        setup.choices << FindingChoice{allegationFindingWord(finding), finding == model::AllegationFinding::Neither};
    m_finding = new FindingRow(m_theme, setup, this);
    m_column->addWidget(m_finding);
    connect(m_finding, &FindingRow::placeWanted, this, &AllegationForm::placeWanted);
    connect(m_finding, &FindingRow::found, this, [this](int choice, const QString &reason) {
        m_sentEstablished = established();
        m_model->record({model::AllegationFound{m_id, allegationFindings[static_cast<std::size_t>(choice)], *m_sentEstablished, reason.toStdString()}});
    });
}

void AllegationForm::addAmending()
{
    m_amend = linkButton(tr("Amend what it says…"), m_name + QStringLiteral(".amend"), tr("%1: amend what it says").arg(about()), this);
    m_amend->setCheckable(true);
    m_withdraw = linkButton(tr("Withdraw…"), m_name + QStringLiteral(".withdraw"), tr("Withdraw sub-paragraph %1").arg(text(state().states.label)), this);
    m_column->addSpacing(12);
    m_column->addWidget(m_amend, 0, Qt::AlignLeft);
    m_amending = new QWidget(this);
    auto *layout = new QVBoxLayout(m_amending);
    layout->setContentsMargins(0, 8, 0, 12);
    layout->setSpacing(8);
    m_states = new StatesForm(m_theme, m_name + QStringLiteral(".says"), m_amending);
    m_reason = new RecordedText(m_theme, m_name + QStringLiteral(".says.reason"), tr("%1: why it is amended").arg(about()), m_amending);
    m_reason->setPlaceholderText(tr("why it is amended"));
    m_note = new ThemedLabel(m_theme, {}, {Theme::Text::Caption, QFont::Medium, Tone::Warning, false}, m_amending);
    m_note->setObjectName(m_name + QStringLiteral(".says.note"));
    m_note->setFit(ThemedLabel::Fit::Wrap);
    m_note->hide();
    m_save = new QPushButton(tr("Record the amendment"), m_amending);
    m_save->setObjectName(m_name + QStringLiteral(".says.record"));
    m_save->setAccessibleName(tr("%1: record the amendment").arg(about()));
    m_save->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addWidget(m_states);
    layout->addWidget(m_reason);
    layout->addWidget(m_note);
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    m_amending->hide();
    m_column->addWidget(m_amending);
    m_column->addWidget(m_withdraw, 0, Qt::AlignLeft);
    m_states->offer(*m_model->dossier(), *m_model->pack(), guideline(), m_id);
    m_states->reset(state().states);
    connect(m_amend, &QPushButton::toggled, this, [this](bool on) {
        m_amending->setVisible(on);
        if (!on)
            return;
        m_states->first()->setFocus(Qt::OtherFocusReason);
        emit unfolded(m_states);
    });
    connect(m_states, &StatesForm::saveWanted, this, &AllegationForm::amend);
    connect(m_reason, &RecordedText::commitWanted, this, [this] {
        if (m_reason->hasFocus()) // Ctrl+Enter; words that are merely left wait for the button
            amend();
    });
    connect(m_save, &QPushButton::clicked, this, &AllegationForm::amend);
    connect(m_withdraw, &QPushButton::clicked, this, &AllegationForm::withdraw);
}

void AllegationForm::refresh(const QString &whyNot)
{
    const model::AllegationState &now = state();
    const QString why = !whyNot.isEmpty() || now.isAlleged() ? whyNot : tr("%1 was withdrawn: nothing more is recorded on it.").arg(about());
    m_answer->showState(now.answer ? placeIn(allegationAnswers, now.answer->first.answer) : -1, now.answer ? text(now.answer->first.words) : QString());
    m_answer->setWhyNot(why);
    m_appraisal->setRecorded(now.appraisal);
    m_appraisal->setWhyNot(why);
    showMitigators(why);
    showFinding(why);
    m_states->offer(*m_model->dossier(), *m_model->pack(), guideline(), m_id);
    m_states->setRecorded(now.states);
    if (m_sent && !m_states->isChanged()) { // it has arrived
        m_sent = false;
        m_reason->reset({});
        say({});
        m_amend->setChecked(false);
    }
    m_states->setWhyNot(why);
    m_reason->setWhyNot(why);
    for (QPushButton *button : {m_amend, m_save, m_withdraw}) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    }
}

void AllegationForm::showMitigators(const QString &whyNot)
{
    const std::map<std::string, model::MitigatorState> &weighed = state().mitigators;
    for (const auto &[id, row] : m_mitigators) {
        const auto known = weighed.find(id);
        row->setPassages(citableFor(id));
        row->setRecorded(known == weighed.end() ? nullptr : &known->second.weighed);
        row->setWhyNot(whyNot);
    }
    foldMitigators();
}

// Those tied to the condition first, the others in the order of the record.
std::vector<PassageFacts> AllegationForm::citableFor(const std::string &condition) const
{
    std::vector<PassageFacts> passages;
    for (const bool own : {true, false})
        for (const model::Tie &tie : m_model->dossier()->ties)
            if ((tie.condition == model::ConditionRef{m_model->pack()->id, condition}) == own)
                passages.push_back(passageFacts(*m_model->dossier(), *m_model->pack(), tie));
    return passages;
}

void AllegationForm::foldMitigators()
{
    if (!m_others)
        return;
    int hidden = 0;
    for (const auto &[id, row] : m_mitigators) {
        const bool stays = row->isAnswered() || row->isWaiting();
        row->setVisible(stays || m_others->isChecked());
        hidden += stays ? 0 : 1;
    }
    m_others->setVisible(hidden > 0);
    m_others->setText(m_others->isChecked() ? tr("Hide the mitigating conditions nobody claimed") : tr("Show the mitigating conditions nobody claimed (%1)").arg(hidden));
    m_others->setAccessibleName(QStringLiteral("%1: %2").arg(about(), m_others->text()));
}

void AllegationForm::showFinding(const QString &whyNot)
{
    const model::AllegationState &now = state();
    const std::vector<std::string> recorded = now.finding ? now.finding->first.established : std::vector<std::string>();
    if (m_sentEstablished == recorded)
        m_sentEstablished.reset();
    if (m_shownEstablished && established() == recorded)
        m_shownEstablished = recorded; // ticked here, and on disk now: the list stays where it is
    const bool untouched = !m_shownEstablished || established() == *m_shownEstablished;
    if (!m_sentEstablished && (untouched || now.finding) && m_shownEstablished != recorded) {
        const QSignalBlocker quiet(m_established);
        m_established->clear();
        for (const packs::Condition &condition : guideline().disqualifying)
            m_established->addChoice(text(condition.id), text(condition.shortText), text(condition.id), std::ranges::count(recorded, condition.id) > 0);
        m_established->setCurrentRow(0);
        m_established->setFixedHeight(m_established->sizeHintForRow(0) * std::min(m_established->count(), rowsShown) + 2 * m_established->frameWidth());
        m_shownEstablished = recorded;
    }
    m_established->setEnabled(whyNot.isEmpty());
    m_finding->showState(now.finding ? placeIn(allegationFindings, now.finding->first.finding) : -1, now.finding ? text(now.finding->first.reason) : QString());
    std::vector<PassageFacts> passages;
    for (const PassageId &id : now.states.evidence)
        if (const model::Tie *tie = m_model->dossier()->tie(id))
            passages.push_back(passageFacts(*m_model->dossier(), *m_model->pack(), *tie));
    m_finding->showPassages(passages);
    m_finding->setWhyNot(whyNot);
}

std::vector<std::string> AllegationForm::established() const
{
    std::vector<std::string> ids;
    for (const QString &id : m_established->ticked())
        ids.push_back(id.toStdString());
    return ids;
}

// What a finding that stands establishes is recorded tick by tick; before there is one, the ticks wait for it.
void AllegationForm::recordEstablished()
{
    const auto &finding = state().finding;
    const std::vector<std::string> ticked = established();
    if (!finding || ticked == (m_sentEstablished ? *m_sentEstablished : finding->first.established))
        return;
    m_sentEstablished = ticked;
    m_model->record({model::AllegationFound{m_id, finding->first.finding, ticked, finding->first.reason}});
}

void AllegationForm::say(const QString &words)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    m_reason->setNote(words);
}

void AllegationForm::amend()
{
    if (m_sent)
        return;
    QString missing = m_states->missing();
    if (missing.isEmpty() && !m_states->isChanged())
        missing = tr("Nothing is changed yet.");
    if (missing.isEmpty() && m_reason->words().isEmpty())
        missing = tr("Write why it is amended: the amendment is not recorded yet.");
    say(missing);
    if (!missing.isEmpty())
        return;
    m_sent = true;
    m_model->record({model::AllegationAmended{m_id, m_states->states(), m_reason->words().toStdString()}});
}

void AllegationForm::withdraw()
{
    Question question;
    question.id = QStringLiteral("withdraw-allegation");
    question.title = tr("Withdraw sub-paragraph %1?").arg(text(state().states.label));
    question.text = tr("It is no longer alleged. What was said of it stays in the history, and its label stays taken.");
    question.accept = tr("Withdraw");
    question.reasonLabel = tr("Reason");
    ask(m_theme, this, question, [this](const Reply &reply) {
        if (reply.accepted && m_model->isOpen())
            m_model->record({model::AllegationDropped{m_id, reply.reason.toStdString()}});
    });
}

void AllegationForm::refused(const QString &why)
{
    m_answer->refused();
    m_appraisal->refused();
    m_finding->refused();
    for (const auto &[id, row] : m_mitigators)
        row->refused();
    if (std::exchange(m_sentEstablished, std::nullopt))
        m_shownEstablished.reset(); // shown again as on disk
    if (std::exchange(m_sent, false))
        say(tr("This was not recorded. %1").arg(why));
}

QWidget *AllegationForm::first() const { return m_answer->first(); }

QWidget *AllegationForm::mostWanted() const
{
    const model::AllegationState &now = state();
    for (const auto &[id, mitigator] : now.mitigators)
        if (now.finding && mitigator.weighed.standing == model::MitigatorStanding::Claimed && m_mitigators.contains(id))
            return m_mitigators.at(id)->first();
    return now.finding && now.finding->first.finding == model::AllegationFinding::Against && now.finding->first.established.empty()
        ? static_cast<QWidget *>(m_established)
        : m_finding->first();
}

} // namespace caseward::ui
