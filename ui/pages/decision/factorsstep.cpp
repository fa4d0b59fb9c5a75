// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/factorsstep.h"

#include "ui/models/casewords.h"
#include "ui/pages/decision/citedpassages.h"
#include "ui/pages/decision/recordedtext.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace caseward::ui {

FactorsStep::FactorsStep(Theme *theme, CaseModel *model, QWidget *parent)
    : DecisionStep(theme, model, QStringLiteral("decision.factors"), tr("Whole person"),
                   tr("What the record says on each factor, in your own words. Words are saved when you leave a field."), parent)
{
    offerChecklists();
    column()->addStretch(1);
}

void FactorsStep::build()
{
    m_content = new QWidget(body());
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_eligible = new QWidget(m_content);
    auto *folded = new QVBoxLayout(m_eligible);
    folded->setContentsMargins(0, 8, 0, 0);
    folded->setSpacing(0);
    for (const packs::Factor &factor : checklist()->factors)
        addFactor(factor, factor.group == "already-eligible" ? folded : layout);
    if (folded->count() > 0) {
        m_toggle = new QPushButton(m_content);
        m_toggle->setObjectName(QStringLiteral("decision.factors.eligible"));
        m_toggle->setCheckable(true);
        m_toggle->setProperty("cls", "link");
        m_toggle->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        const auto show = [this](bool on) {
            m_eligible->setVisible(on);
            m_toggle->setText(on ? tr("Hide the factors for a person who is already eligible")
                                 : tr("Show the factors for a person who is already eligible"));
            m_toggle->setAccessibleName(m_toggle->text());
        };
        connect(m_toggle, &QPushButton::toggled, this, show);
        show(false);
        layout->addSpacing(4);
        layout->addWidget(m_toggle, 0, Qt::AlignLeft);
        layout->addWidget(m_eligible);
        setTabOrder(m_toggle, m_eligible);
    }
    column()->insertWidget(column()->count() - 1, m_content);
}

void FactorsStep::addFactor(const packs::Factor &factor, QVBoxLayout *layout)
{
    QWidget *parent = layout->parentWidget();
    auto *label = new ThemedLabel(theme(), text(factor.text), {Theme::Text::Base, QFont::Medium, Tone::Primary, false}, parent);
    label->setFit(ThemedLabel::Fit::Wrap);
    auto *field = new RecordedText(theme(), QStringLiteral("decision.factor.%1").arg(placeOf(factor.id)), text(factor.text), parent);
    field->setLines(2, 10);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addSpacing(4);
    layout->addWidget(field);
    auto *note = new ThemedLabel(theme(), {}, {Theme::Text::Caption, QFont::Medium, Tone::Warning, false}, parent);
    note->setObjectName(field->objectName() + QStringLiteral(".note"));
    note->setFit(ThemedLabel::Fit::Wrap);
    note->hide();
    layout->addWidget(note);
    auto *cites = new CitedPassages(theme(), parent);
    cites->setPlace(field->objectName(), tr("Factor %1").arg(text(factor.id)));
    layout->addWidget(cites);
    layout->addSpacing(16);
    m_rows[factor.id] = {field, cites, note, false};
    connect(field, &RecordedText::commitWanted, this, [this, field, id = factor.id] {
        if (model()->isOpen() && field->isUnsent())
            record(id);
    });
    connect(cites, &CitedPassages::citesChanged, this, [this, id = factor.id] {
        if (model()->isOpen())
            record(id);
    });
    connect(cites, &CitedPassages::placeWanted, this, &DecisionStep::placeWanted);
}

void FactorsStep::record(const std::string &id)
{
    Row &row = m_rows[id];
    row.waits = row.field->words().isEmpty();
    showNote(id);
    if (row.waits)
        return; // the rules want words: the note says so, and the field stays as the person left it
    row.field->sent();
    model()->record({model::FactorWeighed{checklist()->id, id, row.field->words().toStdString(), row.cites->live()}});
}

void FactorsStep::showCites(Row &row, const std::string &id)
{
    const model::FactorState *state = recorded(id);
    if (!row.waits)
        row.cites->setCited(state ? state->cites : std::vector<PassageId>());
}

void FactorsStep::refresh()
{
    if (!m_content)
        build();
    std::vector<PassageFacts> passages;
    for (const model::Tie &tie : model()->dossier()->ties)
        passages.push_back(passageFacts(*model()->dossier(), *checklist(), tie));
    const QString whyNot = whyNotWeigh();
    for (auto &[id, row] : m_rows) {
        const model::FactorState *state = recorded(id);
        row.field->setRecorded(state ? text(state->text) : QString());
        row.field->setWhyNot(whyNot);
        row.cites->setPassages(passages);
        row.cites->setMayCite(whyNot.isEmpty());
        showCites(row, id);
        if (!row.field->words().isEmpty())
            showNote(id);
    }
}

void FactorsStep::refused()
{
    for (auto &[id, row] : m_rows)
        showCites(row, id);
}

// What is recorded of a factor can be replaced and not emptied: an empty field beside words in the record would hide them.
void FactorsStep::showNote(const std::string &id)
{
    const Row &row = m_rows[id];
    const model::FactorState *state = recorded(id);
    QString words;
    if (row.field->words().isEmpty() && state)
        words = tr("Not recorded: a factor keeps words once it has them. Where nothing bears on it, write so. Recorded is “%1”").arg(text(state->text));
    else if (row.waits && !row.cites->cited().empty())
        words = tr("Not recorded yet: write what these passages say on it.");
    row.note->setText(words);
    row.note->setVisible(!words.isEmpty());
    row.field->setNote(words);
}

const model::FactorState *FactorsStep::recorded(const std::string &id) const
{
    const auto state = model()->dossier()->factors.find({checklist()->id, id});
    return state == model()->dossier()->factors.end() ? nullptr : &state->second;
}

bool FactorsStep::reveal(const rules::Target &target)
{
    const auto row = m_rows.find(target.id);
    if (target.place != rules::Target::Place::Factor || row == m_rows.end())
        return false;
    RecordedText *field = row->second.field;
    if (m_toggle && m_eligible->isAncestorOf(field))
        m_toggle->setChecked(true);
    bringUp(field, field);
    return true;
}

void FactorsStep::forget()
{
    delete m_content;
    m_content = m_eligible = nullptr;
    m_toggle = nullptr;
    m_rows.clear();
}

} // namespace caseward::ui
