// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/screening/judgementpanel.h"

#include "ui/base/segmentedcontrol.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"
#include "ui/pages/screening/recordedwords.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {

constexpr model::Verdict choices[] = {model::Verdict::Yes, model::Verdict::No, model::Verdict::NotJudged};
constexpr int reasonLines = 60;                          // its height in pixels: two lines

int choiceOf(model::Verdict verdict)
{
    return verdict == model::Verdict::Yes ? 0 : verdict == model::Verdict::No ? 1 : 2;
}

} // namespace

JudgementPanel::JudgementPanel(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("screening.judgement"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    const QString names[] = {tr("Complete"), tr("Consistent"), tr("Relevant")};
    const QString asks[] = {tr("everything that is asked is answered"), tr("the answers agree with each other and with the record"), tr("it matters for this case")};
    const char *objects[] = {"screening.complete", "screening.consistent", "screening.relevant"};
    for (int i = 0; i < 3; ++i) {
        grid->addWidget(new ThemedLabel(theme, names[i], {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this), i, 0);
        auto *control = m_controls[static_cast<std::size_t>(i)] = new SegmentedControl(theme, QLatin1String(objects[i]), {tr("Yes"), tr("No"), tr("Open")}, this);
        control->setAccessibleName(names[i]);
        grid->addWidget(control, i, 1);
        auto *ask = new ThemedLabel(theme, asks[i], {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this);
        ask->setFit(ThemedLabel::Fit::Elide);
        grid->addWidget(ask, i, 2);
        connect(control, &SegmentedControl::chosen, this, [this, i](int choice) { choose(static_cast<Matter>(i), choice); });
    }
    column->addLayout(grid);
    m_reason = new RecordedWords(QStringLiteral("screening.reason"), tr("Why"), this);
    m_reason->setPlaceholderText(tr("Why; needed for a no"));
    m_reason->setFixedHeight(reasonLines);
    column->addWidget(m_reason);
    m_note = new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Warning, false}, this);
    m_note->setObjectName(QStringLiteral("screening.judgement.note"));
    m_note->setFit(ThemedLabel::Fit::Wrap);
    m_note->hide();
    column->addWidget(m_note);
    connect(m_reason, &RecordedWords::offered, this, &JudgementPanel::offer);
}

QWidget *JudgementPanel::reason() const { return m_reason; }

model::Verdict &JudgementPanel::verdict(Matter matter)
{
    return matter == Complete ? m_said.complete : matter == Consistent ? m_said.consistent : m_said.relevant;
}

void JudgementPanel::show(const model::SectionJudged &said)
{
    if (said.section != m_said.section || said.document != m_said.document)
        m_reason->setPlainText(text(said.reason));       // another section: what was half written belongs to the one before
    m_said = said;
    m_reason->setWords(text(said.reason));
    m_note->hide();
    showChoices();
}

void JudgementPanel::showChoices()
{
    for (const Matter matter : {Complete, Consistent, Relevant})
        m_controls[static_cast<std::size_t>(matter)]->setCurrent(choiceOf(verdict(matter)));
}

void JudgementPanel::setWhyNot(const QString &sentence)
{
    m_whyNot = sentence;
    for (SegmentedControl *control : m_controls) {
        control->setEnabled(sentence.isEmpty());
        control->setToolTip(sentence);
    }
    m_reason->setReadOnly(!sentence.isEmpty());
    m_reason->setToolTip(sentence);
}

void JudgementPanel::cycle(Matter matter)
{
    choose(matter, (choiceOf(verdict(matter)) + 1) % 3);
}

void JudgementPanel::choose(Matter matter, int choice)
{
    if (!m_whyNot.isEmpty())
        return;
    verdict(matter) = choices[choice];
    showChoices();
    offer();
}

// A no without a reason waits for it: the rules would refuse it.
void JudgementPanel::offer()
{
    if (!m_whyNot.isEmpty())
        return;
    const bool refused = m_said.complete == model::Verdict::No || m_said.consistent == model::Verdict::No || m_said.relevant == model::Verdict::No;
    if (refused && m_reason->words().isEmpty()) {
        m_note->setText(tr("A no needs a reason. Write it: it is recorded when you leave the field, or with Ctrl+Enter."));
        m_note->show();
        m_reason->setFocus();
        return;
    }
    m_note->hide();
    m_said.reason = m_reason->words().toStdString();
    emit judged(m_said);
}

} // namespace caseward::ui
