// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/mitigatorrow.h"

#include "ui/models/casewords.h"
#include "ui/pages/decision/allegationwords.h"
#include "ui/pages/decision/citedpassages.h"
#include "ui/pages/decision/findingrow.h"

#include <QVBoxLayout>

namespace caseward::ui {

MitigatorRow::MitigatorRow(Theme *theme, const QString &name, const QString &about, const packs::Condition &condition, QWidget *parent)
    : QWidget(parent), m_row(nullptr), m_cites(nullptr), m_note(nullptr)
{
    setObjectName(name + QStringLiteral(".weighed"));
    FindingRow::Setup setup;
    setup.name = name;
    setup.label = conditionLabel(condition);
    setup.kind = ChipKind::Mitigating;
    setup.title = text(condition.shortText);
    setup.whole = text(condition.text);
    setup.choices = {{tr("Claimed"), false}, {tr("Supported"), true}, {tr("Refuted"), true}};
    setup.spoken = tr("%1: standing of %2").arg(about, setup.label);
    setup.reasonSpoken = tr("%1: reason on %2").arg(about, setup.label);
    m_row = new FindingRow(theme, setup, this);
    auto *below = new QWidget(m_row);
    m_cites = new CitedPassages(theme, below);
    m_cites->setPlace(name, tr("%1, %2").arg(about, setup.label));
    m_note = new ThemedLabel(theme, tr("Not recorded yet: say whether it is claimed, supported or refuted by these passages."),
                             {Theme::Text::Caption, QFont::Medium, Tone::Warning, false}, below);
    m_note->setObjectName(name + QStringLiteral(".waits"));
    m_note->setFit(ThemedLabel::Fit::Wrap);
    m_note->hide();
    auto *layout = new QVBoxLayout(below);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_note);
    layout->addWidget(m_cites);
    m_row->setBelow(below);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_row);
    connect(m_row, &FindingRow::found, this, [this](int choice, const QString &reason) {
        m_sent = m_cites->live();
        emit weighed(mitigatorStandings[static_cast<std::size_t>(choice)], reason, *m_sent);
    });
    connect(m_cites, &CitedPassages::citesChanged, this, &MitigatorRow::cite);
    connect(m_cites, &CitedPassages::placeWanted, this, &MitigatorRow::placeWanted);
}

// Once there is a standing, each passage is recorded as it is cited or dropped, with the words that stand on disk: those being written are
// recorded when their field is left.
void MitigatorRow::cite()
{
    showNote();
    if (!m_recorded || m_cites->live() == (m_sent ? *m_sent : m_recorded->evidence))
        return;
    m_sent = m_cites->live();
    emit weighed(m_recorded->standing, text(m_recorded->reason), *m_sent);
}

void MitigatorRow::setRecorded(const model::MitigatorWeighed *recorded)
{
    const bool wasAnswered = isAnswered();
    m_recorded = recorded ? std::optional(*recorded) : std::nullopt;
    m_row->showState(recorded ? placeIn(mitigatorStandings, recorded->standing) : -1, recorded ? text(recorded->reason) : QString());
    if (m_recorded && m_sent == m_recorded->evidence)
        m_sent.reset();
    if (!m_sent && (isAnswered() || wasAnswered))
        showEvidence();
    showNote();
}

void MitigatorRow::showEvidence() { m_cites->setCited(m_recorded ? m_recorded->evidence : std::vector<PassageId>()); }

void MitigatorRow::setPassages(const std::vector<PassageFacts> &passages)
{
    m_cites->setPassages(passages);
    if (!m_recorded)
        m_cites->dropLost();
}

void MitigatorRow::setWhyNot(const QString &sentence)
{
    m_row->setWhyNot(sentence);
    m_cites->setMayCite(sentence.isEmpty());
}

// What was chosen and written stays as the row has it; passages of a standing that is on disk are shown as they are there.
void MitigatorRow::refused()
{
    m_row->refused();
    m_sent.reset();
    if (m_recorded)
        showEvidence();
    showNote();
}

QWidget *MitigatorRow::first() const { return m_row->first(); }

bool MitigatorRow::isWaiting() const { return !m_recorded && !m_cites->cited().empty(); }

void MitigatorRow::showNote() { m_note->setVisible(isWaiting() && !m_sent); }

} // namespace caseward::ui
