// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/statesform.h"

#include "core/model/conduct.h"
#include "ui/base/formfield.h"
#include "ui/base/ticklist.h"
#include "ui/evidence/passagefacts.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/allegationwords.h"
#include "ui/pages/decision/recordedtext.h"

#include <QCheckBox>
#include <QDate>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int dateLength = 10, rowsShown = 4;

QLineEdit *dateEdit(const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setMaxLength(dateLength);
    edit->setPlaceholderText(StatesForm::tr("2019, 2019-04, 2019-04-03"));
    return edit;
}

QStringList texts(const std::vector<std::string> &list)
{
    QStringList all;
    for (const std::string &one : list)
        all << text(one);
    return all;
}

template <typename Id>
QStringList idTexts(const std::vector<Id> &list)
{
    QStringList all;
    for (const Id &one : list)
        all << text(one.text());
    return all;
}

template <typename Id>
std::vector<Id> idsOf(const QStringList &keys)
{
    std::vector<Id> ids;
    for (const QString &key : keys)
        if (const auto id = Id::parse(key.toStdString()); id.ok())
            ids.push_back(*id);
    return ids;
}

bool isDateOrNone(const QString &words)
{
    static const QRegularExpression shape(QStringLiteral("^\\d{4}(-\\d{2}(-\\d{2})?)?$"));
    static const QString rest = QStringLiteral("0000-01-01"); // what a year or a month is completed with
    return words.isEmpty() || (shape.match(words).hasMatch() && QDate::fromString(words + rest.mid(words.size()), Qt::ISODate).isValid());
}

template <typename List>
bool sameSet(List one, List other)
{
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    return one == other;
}

} // namespace

StatesForm::StatesForm(Theme *theme, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_text(new RecordedText(theme, name + QStringLiteral(".text"), {}, this)),
      m_from(dateEdit(name + QStringLiteral(".from"), this)), m_to(dateEdit(name + QStringLiteral(".to"), this)), m_about(new QCheckBox(tr("the dates are not certain"), this))
{
    setObjectName(name);
    m_text->setLines(2, 8);
    m_text->setPlaceholderText(tr("One fact, dated, with its source"));
    m_about->setObjectName(name + QStringLiteral(".about"));
    m_about->setAccessibleName(tr("The dates are not certain"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 2);
    grid->addWidget(new FormField(theme, name + QStringLiteral(".textField"), tr("What is alleged"), m_text, this), 0, 0, 1, 3);
    grid->addWidget(new FormField(theme, name + QStringLiteral(".fromField"), tr("Conduct from"), m_from, this), 1, 0);
    grid->addWidget(new FormField(theme, name + QStringLiteral(".toField"), tr("until"), m_to, this), 1, 1);
    grid->addWidget(m_about, 1, 2, Qt::AlignLeft | Qt::AlignBottom);
    m_conditions = addTicks(QStringLiteral(".conditions"), tr("Conditions it raises"), grid, 2, 0, 2);
    m_passages = addTicks(QStringLiteral(".passages"), tr("Passages it rests on"), grid, 2, 2, 1);
    m_repeats = addTicks(QStringLiteral(".repeats"), tr("Takes over the facts of"), grid, 3, 0, 3);
    setTabOrder(m_to, m_about);
    setTabOrder(m_about, m_conditions.list);
    setTabOrder(m_conditions.list, m_passages.list);
    setTabOrder(m_passages.list, m_repeats.list);
    connect(m_text, &RecordedText::commitWanted, this, [this] {
        if (m_text->hasFocus())
            emit saveWanted();
    });
    connect(theme, &Theme::changed, this, &StatesForm::fitHeights);
}

StatesForm::Ticks StatesForm::addTicks(const QString &part, const QString &label, QGridLayout *grid, int row, int column, int columns)
{
    auto *list = new TickList(m_theme, objectName() + part, label, this);
    list->setFrameShape(QFrame::StyledPanel);
    auto *field = new FormField(m_theme, objectName() + part + QStringLiteral("Field"), label, list, this);
    grid->addWidget(field, row, column, 1, columns, Qt::AlignTop);
    return {list, field, {}};
}

void StatesForm::offer(const model::Dossier &dossier, const packs::Pack &pack, const packs::Guideline &guideline, const AllegationId &self)
{
    QList<Choice> conditions, own, others, repeats;
    for (const packs::Condition &condition : guideline.disqualifying)
        conditions << Choice{text(condition.id), text(condition.shortText), text(condition.id)};
    for (const model::Tie &tie : dossier.ties) {
        const PassageFacts facts = passageFacts(dossier, pack, tie);
        const packs::Condition *condition = pack.condition(tie.condition.id);
        const QString sign = facts.disqualifying ? QStringLiteral("▲") : QStringLiteral("▼");
        const Choice choice{facts.spoken(facts.quote.size()), QStringLiteral("%1 %2  ·  %3").arg(sign, facts.label, facts.place), text(tie.id.text())};
        (condition && condition->guideline == guideline.letter ? own : others) << choice;
    }
    for (const model::AllegationState &other : dossier.allegations)
        if (other.id != self && other.isAlleged())
            repeats << Choice{text(other.states.label), allegationText(dossier, other.states).simplified(), text(other.id.text())};
    offerTicks(m_conditions, conditions, texts(m_recorded.conditions), {});
    offerTicks(m_passages, own + others, idTexts(m_recorded.evidence), tr("No passage is tied yet; tie what it rests on in Review."));
    offerTicks(m_repeats, repeats, idTexts(m_recorded.repeats), {});
    m_repeats.field->setVisible(!repeats.isEmpty());
}

void StatesForm::offerTicks(Ticks &ticks, const QList<Choice> &choices, const QStringList &recorded, const QString &nothing)
{
    if (choices != ticks.choices) {
        QStringList ticked = ticks.list->ticked();
        for (const QString &key : recorded) // what is newly offered stands as the record has it
            if (std::ranges::none_of(ticks.choices, [&key](const Choice &choice) { return choice.key == key; }))
                ticked << key;
        ticks.choices = choices;
        fill(ticks, ticked);
    }
    ticks.list->setVisible(!choices.isEmpty());
    ticks.field->setHelp(choices.isEmpty() ? nothing : QString());
}

void StatesForm::fill(Ticks &ticks, const QStringList &ticked)
{
    const QSignalBlocker quiet(ticks.list);
    const int current = ticks.list->currentRow();
    ticks.list->clear();
    for (const Choice &choice : std::as_const(ticks.choices))
        ticks.list->addChoice(choice.text, choice.detail, choice.key, ticked.contains(choice.key));
    ticks.list->setCurrentRow(std::clamp(current, 0, std::max(0, ticks.list->count() - 1)));
    fitHeights();
}

void StatesForm::fitHeights()
{
    for (const Ticks *ticks : {&m_conditions, &m_passages, &m_repeats})
        if (ticks->list->count() > 0)
            ticks->list->setFixedHeight(ticks->list->sizeHintForRow(0) * std::min(ticks->list->count(), rowsShown) + 2 * ticks->list->frameWidth());
}

void StatesForm::display(const model::Allegation &states)
{
    m_text->reset(text(states.text));
    m_from->setText(text(states.from));
    m_to->setText(text(states.to));
    m_about->setChecked(states.about);
    fill(m_conditions, texts(states.conditions));
    fill(m_passages, idTexts(states.evidence));
    fill(m_repeats, idTexts(states.repeats));
}

void StatesForm::setRecorded(const model::Allegation &states)
{
    const bool untouched = !isChanged();
    if (std::exchange(m_recorded, states) != states && untouched)
        display(states);
}

void StatesForm::reset(const model::Allegation &states)
{
    m_recorded = states;
    display(states);
}

void StatesForm::setWhyNot(const QString &sentence)
{
    const bool may = sentence.isEmpty();
    m_text->setWhyNot(sentence);
    for (QLineEdit *date : {m_from, m_to})
        date->setReadOnly(!may);
    m_about->setEnabled(may);
    for (const Ticks *ticks : {&m_conditions, &m_passages, &m_repeats})
        ticks->list->setEnabled(may);
}

model::Allegation StatesForm::states() const
{
    model::Allegation said = m_recorded;
    said.text = m_text->words().toStdString();
    said.from = m_from->text().trimmed().toStdString();
    said.to = m_to->text().trimmed().toStdString();
    said.about = m_about->isChecked();
    said.conditions.clear();
    for (const QString &condition : m_conditions.list->ticked())
        said.conditions.push_back(condition.toStdString());
    said.evidence = idsOf<PassageId>(m_passages.list->ticked());
    said.repeats = idsOf<AllegationId>(m_repeats.list->ticked());
    return said;
}

model::Allegation StatesForm::recordedAndOffered() const
{
    model::Allegation kept = m_recorded;
    const auto isOffered = [](const Ticks &ticks, const std::string &key) {
        return std::ranges::any_of(ticks.choices, [&key](const Choice &choice) { return choice.key.toStdString() == key; });
    };
    std::erase_if(kept.conditions, [&](const std::string &id) { return !isOffered(m_conditions, id); });
    std::erase_if(kept.evidence, [&](const PassageId &id) { return !isOffered(m_passages, id.text()); });
    std::erase_if(kept.repeats, [&](const AllegationId &id) { return !isOffered(m_repeats, id.text()); });
    return kept;
}

bool StatesForm::isChanged() const
{
    const model::Allegation said = states(), kept = recordedAndOffered();
    return said.text != kept.text || said.from != kept.from || said.to != kept.to || said.about != kept.about || !sameSet(said.conditions, kept.conditions)
        || !sameSet(said.evidence, kept.evidence) || !sameSet(said.repeats, kept.repeats);
}

QString StatesForm::missing() const
{
    const model::Allegation said = states();
    if (said.text.empty() && said.repeats.empty())
        return tr("Write what is alleged, or tick the sub-paragraph whose facts it takes over.");
    if (!isDateOrNone(text(said.from)) || !isDateOrNone(text(said.to)))
        return tr("A date is written 2019, 2019-04 or 2019-04-03.");
    if (model::judgeConduct(said.from, said.to) == model::ConductDates::NoBeginning)
        return tr("The conduct has an end and no beginning: write when it began, or leave both out.");
    if (model::judgeConduct(said.from, said.to) == model::ConductDates::EndsFirst)
        return tr("The conduct ends before it begins.");
    return {};
}

QWidget *StatesForm::first() const { return m_text; }

} // namespace caseward::ui
