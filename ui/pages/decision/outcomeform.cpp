// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/outcomeform.h"

#include "ui/base/deliberatechoice.h"
#include "ui/base/formfield.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/recordedtext.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

std::vector<std::string> linesOf(const QString &words)
{
    std::vector<std::string> lines;
    for (const QString &line : words.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            lines.push_back(line.trimmed().toStdString());
    }
    return lines;
}

QString joined(const std::vector<std::string> &lines)
{
    QStringList all;
    for (const std::string &line : lines)
        all << text(line);
    return all.join(QLatin1Char('\n'));
}

bool same(const model::OutcomeProposed &a, const model::OutcomeProposed &b)
{
    return a.outcome == b.outcome && a.exception == b.exception && a.conditions == b.conditions;
}

} // namespace

OutcomeForm::OutcomeForm(Theme *theme, CaseModel *model, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(model), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void OutcomeForm::build()
{
    m_content = new QWidget(this);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_column->addWidget(m_content);
    m_group = new QButtonGroup(m_content);
    addClass(packs::OutcomeClass::Favourable, tr("Favourable"));
    addClass(packs::OutcomeClass::Adverse, tr("Adverse"));
    addClass(packs::OutcomeClass::Interim, tr("For the time being"));
    addClass(packs::OutcomeClass::Administrative, tr("Without a determination"));

    m_exception = new QComboBox(m_content);
    m_exception->setObjectName(QStringLiteral("decision.exception"));
    m_exception->addItem(tr("None named"), QString());
    for (const packs::ExceptionCode &code : m_model->pack()->exceptions)
        m_exception->addItem(QStringLiteral("%1  %2").arg(text(code.code), text(code.name)), text(code.code));
    m_exceptionField = new FormField(m_theme, QStringLiteral("decision.exceptionField"), tr("Exception this outcome needs"), m_exception, m_content);
    layout->addSpacing(12);
    layout->addWidget(m_exceptionField);
    m_exceptionText = new ThemedLabel(m_theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, m_content);
    m_exceptionText->setFit(ThemedLabel::Fit::Wrap);
    layout->addWidget(m_exceptionText);

    auto *label = new ThemedLabel(m_theme, tr("Conditions of the outcome, one a line (optional)"), {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}, m_content);
    m_conditions = new RecordedText(m_theme, QStringLiteral("decision.conditions"), tr("Conditions of the outcome, one a line"), m_content);
    m_conditions->setLines(2, 8);
    label->setBuddy(m_conditions);
    layout->addSpacing(12);
    layout->addWidget(label);
    layout->addSpacing(4);
    layout->addWidget(m_conditions);
    chooseDeliberately(m_group);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this] { propose(); });
    connect(m_exception, &QComboBox::activated, this, [this] { propose(); });
    connect(m_conditions, &RecordedText::commitWanted, this, &OutcomeForm::propose);
}

void OutcomeForm::addClass(packs::OutcomeClass outcomeClass, const QString &heading)
{
    auto *layout = static_cast<QVBoxLayout *>(m_content->layout());
    bool first = true;
    for (const packs::Outcome &outcome : m_model->pack()->outcomes) {
        if (outcome.outcomeClass != outcomeClass)
            continue;
        if (first) {
            auto *words = new ThemedLabel(m_theme, heading, {Theme::Text::Label, QFont::DemiBold, Tone::Secondary, false}, m_content);
            layout->addSpacing(m_outcomes.empty() ? 0 : 12);
            layout->addWidget(words);
            layout->addSpacing(4);
            first = false;
        }
        auto *radio = new QRadioButton(text(outcome.title), m_content);
        radio->setObjectName(QStringLiteral("decision.outcome.%1").arg(text(outcome.id)));
        radio->setAccessibleName(tr("%1, %2").arg(text(outcome.title), heading));
        radio->setProperty("outcome", text(outcome.id));
        m_group->addButton(radio);
        m_outcomes[outcome.id] = radio;
        layout->addWidget(radio);
    }
}

std::string OutcomeForm::chosen() const
{
    const QAbstractButton *button = m_group ? m_group->checkedButton() : nullptr;
    return button ? button->property("outcome").toString().toStdString() : std::string();
}

void OutcomeForm::propose()
{
    const packs::Outcome *outcome = m_model->isOpen() ? m_model->pack()->outcome(chosen()) : nullptr;
    if (!outcome)
        return;
    showException(outcome);
    model::OutcomeProposed wanted{outcome->id, {}, linesOf(m_conditions->words())};
    if (outcome->needsException)
        wanted.exception = m_exception->currentData().toString().toStdString();
    const auto &proposal = m_model->dossier()->proposal;
    if (m_sent ? same(*m_sent, wanted) : proposal && same(proposal->outcome, wanted))
        return; // once is enough, whether it is on disk or on its way there
    m_sent = wanted;
    m_model->record({wanted});
}

void OutcomeForm::showException(const packs::Outcome *outcome)
{
    const bool needed = outcome && outcome->needsException;
    m_exceptionField->setVisible(needed);
    const std::string code = m_exception->currentData().toString().toStdString();
    const auto &codes = m_model->pack()->exceptions;
    const auto known = std::find_if(codes.begin(), codes.end(), [&code](const packs::ExceptionCode &one) { return one.code == code; });
    m_exceptionText->setText(known == codes.end() ? QString() : text(known->text));
    m_exceptionText->setVisible(needed && known != codes.end() && !known->text.empty());
}

void OutcomeForm::refresh(const QString &whyNot)
{
    if (!m_content)
        build();
    const auto &proposal = m_model->dossier()->proposal;
    if (m_sent && proposal && same(proposal->outcome, *m_sent))
        m_sent.reset();
    if (!m_sent) // what the person chose meanwhile stays chosen until it is on disk, or refused
        showProposal(proposal);
    for (const auto &[id, button] : m_outcomes) {
        button->setEnabled(whyNot.isEmpty());
        button->setToolTip(whyNot);
    }
    m_exception->setEnabled(whyNot.isEmpty());
    m_conditions->setWhyNot(proposal || !whyNot.isEmpty() ? whyNot : tr("Choose an outcome first."));
}

void OutcomeForm::showProposal(const std::optional<model::Proposal> &proposal)
{
    const auto radio = proposal ? m_outcomes.find(proposal->outcome.outcome) : m_outcomes.end();
    if (radio != m_outcomes.end()) {
        radio->second->setChecked(true);
    } else if (QAbstractButton *checked = m_group->checkedButton()) {
        m_group->setExclusive(false); // none is chosen (any more)
        checked->setChecked(false);
        m_group->setExclusive(true);
    }
    m_exception->setCurrentIndex(std::max(0, m_exception->findData(proposal ? text(proposal->outcome.exception) : QString())));
    m_conditions->setRecorded(proposal ? joined(proposal->outcome.conditions) : QString());
    showException(proposal ? m_model->pack()->outcome(proposal->outcome.outcome) : nullptr);
}

void OutcomeForm::refused()
{
    if (!m_sent || !m_content || !m_model->isOpen())
        return;
    m_sent.reset();
    showProposal(m_model->dossier()->proposal);
}

void OutcomeForm::forget()
{
    delete m_content;
    m_content = nullptr;
    m_group = nullptr;
    m_sent.reset();
    m_outcomes.clear();
}

QWidget *OutcomeForm::first() const
{
    if (m_group && m_group->checkedButton())
        return m_group->checkedButton();
    return m_group && !m_group->buttons().isEmpty() ? m_group->buttons().first() : nullptr;
}

} // namespace caseward::ui
