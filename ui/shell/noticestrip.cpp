// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticestrip.h"

#include "ui/base/iconlabel.h"
#include "ui/base/themedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace caseward::ui {

NoticeStrip::NoticeStrip(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_lines(new QVBoxLayout), m_dismiss(new QPushButton(tr("Noted"), this))
{
    setObjectName(QStringLiteral("main.notices"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 9);
    row->setSpacing(12);
    m_lines->setSpacing(4);
    row->addWidget(new IconLabel(theme, QStringLiteral("info"), Tone::Accent, 18, this), 0, Qt::AlignTop);
    row->addLayout(m_lines, 1);
    m_dismiss->setObjectName(QStringLiteral("main.notices.dismiss"));
    m_dismiss->setAccessibleName(tr("Noted: hide these notices"));
    row->addWidget(m_dismiss, 0, Qt::AlignTop);
    connect(m_dismiss, &QPushButton::clicked, this, &NoticeStrip::clear);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void NoticeStrip::add(const QString &sentence)
{
    if (!m_sentences.contains(sentence))
        show(m_sentences + QStringList{sentence});
}

void NoticeStrip::show(const QStringList &sentences)
{
    m_sentences = sentences;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < sentences.size(); ++i) {
        auto *line = new ThemedLabel(m_theme, sentences[i], {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, this);
        line->setObjectName(QStringLiteral("main.notices.%1").arg(i));
        line->setFit(ThemedLabel::Fit::Wrap);
        m_lines->addWidget(line);
    }
    setAccessibleName(sentences.join(QLatin1Char(' ')));
    setVisible(!sentences.isEmpty());
}

void NoticeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().accentBg);
    painter.fillRect(0, height() - 1, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
