// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/allegationappraisal.h"

#include "ui/base/segmentedcontrol.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/allegationwords.h"
#include "ui/pages/decision/recordedtext.h"

#include <QAbstractButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr std::array<std::string_view, 5> codes{"", "A", "B", "C", "D"};

SegmentedControl *choices(Theme *theme, const QString &name, const QString &spoken, const QStringList &words, QWidget *parent)
{
    auto *control = new SegmentedControl(theme, name, words, parent);
    control->setAccessibleName(spoken);
    for (QAbstractButton *button : control->findChildren<QAbstractButton *>())
        button->setAccessibleDescription(spoken);
    return control;
}

} // namespace

AllegationAppraisal::AllegationAppraisal(Theme *theme, const QString &name, const QString &about, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_given(choices(theme, name + QStringLiteral(".given"), tr("%1: seriousness as the investigator coded it").arg(about),
                      {tr("Not coded"), tr("A minor"), tr("B moderate"), tr("C substantial"), tr("D major")}, this)),
      m_frequency(nullptr), m_view(new RecordedText(theme, name + QStringLiteral(".view"), tr("%1: your own view").arg(about), this)),
      m_recency(new RecordedText(theme, name + QStringLiteral(".recency"), tr("%1: how recent").arg(about), this))
{
    m_frequency = choices(theme, name + QStringLiteral(".frequency"), tr("%1: how often").arg(about),
                          {tr("Not said"), tr("Once"), tr("Repeated"), tr("Continuing")}, this);
    setObjectName(name);
    m_view->setPlaceholderText(tr("how grave it is, in your own words"));
    m_recency->setPlaceholderText(tr("how recent it is, and why that matters"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    add(tr("Seriousness as the investigator coded it"), m_given, column);
    add(tr("Your own view"), m_view, column);
    add(tr("How recent"), m_recency, column);
    add(tr("How often"), m_frequency, column);
    for (SegmentedControl *control : {m_given, m_frequency})
        connect(control, &SegmentedControl::chosen, this, &AllegationAppraisal::offer);
    for (RecordedText *field : {m_view, m_recency})
        connect(field, &RecordedText::commitWanted, this, &AllegationAppraisal::offer);
}

void AllegationAppraisal::add(const QString &title, QWidget *input, QVBoxLayout *column)
{
    if (column->count() > 0)
        column->addSpacing(8);
    column->addWidget(new ThemedLabel(m_theme, title, {Theme::Text::Label, QFont::Medium, Tone::Secondary, false}, this));
    if (qobject_cast<SegmentedControl *>(input))
        column->addWidget(input, 0, Qt::AlignLeft);
    else
        column->addWidget(input);
}

model::AllegationAppraised AllegationAppraisal::said() const
{
    model::AllegationAppraised said;
    said.given = codes[static_cast<std::size_t>(std::max(0, m_given->current()))];
    said.view = m_view->words().toStdString();
    said.recency = m_recency->words().toStdString();
    said.frequency = frequencies[static_cast<std::size_t>(std::max(0, m_frequency->current()))];
    return said;
}

void AllegationAppraisal::offer()
{
    const model::AllegationAppraised now = said();
    if (now == (m_sent ? *m_sent : m_recorded))
        return;
    m_sent = now;
    emit appraised(now);
}

void AllegationAppraisal::setRecorded(const model::AllegationAppraised &recorded)
{
    m_recorded = recorded;
    m_recorded.allegation = {};
    if (m_sent == m_recorded)
        m_sent.reset();
    m_view->setRecorded(text(m_recorded.view));
    m_recency->setRecorded(text(m_recorded.recency));
    if (m_sent)
        return;
    m_given->setCurrent(placeIn(codes, std::string_view(m_recorded.given)));
    m_frequency->setCurrent(placeIn(frequencies, m_recorded.frequency));
}

void AllegationAppraisal::refused()
{
    if (!m_sent)
        return;
    m_sent.reset();
    m_given->setCurrent(placeIn(codes, std::string_view(m_recorded.given)));
    m_frequency->setCurrent(placeIn(frequencies, m_recorded.frequency));
}

void AllegationAppraisal::setWhyNot(const QString &sentence)
{
    for (SegmentedControl *control : {m_given, m_frequency}) {
        control->setEnabled(sentence.isEmpty());
        control->setToolTip(sentence);
    }
    m_view->setWhyNot(sentence);
    m_recency->setWhyNot(sentence);
}

} // namespace caseward::ui
