// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/answerrow.h"

#include "ui/pages/decision/recordedtext.h"
#include "ui/pages/supervision/passageline.h"

#include <QGridLayout>
#include <QPainter>

namespace caseward::ui {

namespace {
constexpr int labelWidth = 84, captionWidth = 60;
}

AnswerRow::AnswerRow(Theme *theme, const Setup &setup, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_name(setup.name),
      m_question(new ThemedLabel(theme, setup.question, {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, this)),
      m_note(new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Medium, Tone::Warning, false}, this)),
      m_answer(new RecordedText(theme, setup.name + QStringLiteral(".answer"), setup.spoken, this)), m_places(new QVBoxLayout)
{
    setObjectName(setup.name);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 12, 0, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new Chip(theme, setup.label, ChipKind::Neutral, ChipShape::Tag, this), 0, 0, Qt::AlignLeft | Qt::AlignTop);
    m_question->setFit(ThemedLabel::Fit::Wrap);
    grid->addWidget(m_question, 0, 1);
    m_places->setSpacing(0);
    grid->addLayout(m_places, 1, 1);
    m_answer->setPlaceholderText(setup.placeholder);
    m_answer->setLines(2, 12);
    grid->addWidget(m_answer, 2, 1);
    m_note->setFit(ThemedLabel::Fit::Wrap);
    m_note->hide();
    grid->addWidget(m_note, 3, 1);
    connect(m_answer, &RecordedText::commitWanted, this, &AnswerRow::offer);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void AnswerRow::setQuestion(const QString &words) { m_question->setText(words); }

void AnswerRow::addPlace(const QString &caption, const PassageFacts &facts)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *word = new ThemedLabel(m_theme, caption, {Theme::Text::Caption, QFont::Medium, Tone::Secondary, false}, this);
    word->setFixedWidth(captionWidth);
    word->setContentsMargins(0, 4, 0, 0);
    auto *line = new PassageLine(m_theme, QStringLiteral("%1.place.%2").arg(m_name).arg(m_places->count()), facts, PassageLine::Show::Quote, this);
    connect(line, &QAbstractButton::clicked, this, [this, link = facts.link] { emit placeWanted(link); });
    row->addWidget(word, 0, Qt::AlignTop);
    row->addWidget(line, 1);
    m_places->addLayout(row);
    setTabOrder(line, m_answer);
}

void AnswerRow::offer()
{
    const bool empty = m_answer->words().isEmpty();
    m_note->setText(empty ? tr("An empty answer is not recorded: what was written before stays.") : QString());
    m_note->setVisible(empty && m_recorded);
    if (!empty && m_answer->isUnsent()) {
        m_answer->sent();
        emit answered(m_answer->words());
    }
}

void AnswerRow::showAnswer(const QString &recorded)
{
    m_recorded = !recorded.isEmpty();
    m_answer->setRecorded(recorded);
    if (!m_answer->isChanged())
        m_note->hide();
}

void AnswerRow::refused()
{
    m_answer->refused();
    m_note->setText(tr("These words are not recorded."));
    m_note->setVisible(m_answer->isChanged());
}

void AnswerRow::setWhyNot(const QString &sentence) { m_answer->setWhyNot(sentence); }
QWidget *AnswerRow::first() const { return m_answer; }

void AnswerRow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
