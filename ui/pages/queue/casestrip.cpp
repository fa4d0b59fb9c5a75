// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queue/casestrip.h"

#include "ui/base/chip.h"
#include "ui/models/casewords.h"
#include "ui/models/entrywords.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace caseward::ui {

CaseStrip::CaseStrip(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_title(new ThemedLabel(theme, {}, {Theme::Text::Large, QFont::DemiBold, Tone::Primary, false}, this)),
      m_facts(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this)),
      m_last(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this)),
      m_letters(new QWidget(this)), m_letterRow(new QHBoxLayout(m_letters))
{
    setObjectName(QStringLiteral("queue.strip"));
    m_letterRow->setContentsMargins(0, 0, 0, 0);
    m_letterRow->setSpacing(4);
    m_facts->setFit(ThemedLabel::Fit::Elide);
    m_last->setFit(ThemedLabel::Fit::Elide);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(8);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(m_title);
    first->addWidget(m_letters);
    first->addWidget(m_facts, 1);
    column->addLayout(first);
    column->addWidget(m_last);
    row->addLayout(column, 1);
    m_add = new QPushButton(tr("Add documents…"), this);
    m_add->setObjectName(QStringLiteral("queue.addDocuments"));
    m_add->setAccessibleName(m_add->text());
    m_open = new QPushButton(tr("Open"), this);
    m_open->setObjectName(QStringLiteral("queue.open"));
    m_open->setAccessibleName(tr("Open the case"));
    m_open->setProperty("cls", "primary");
    m_open->setMinimumWidth(96);
    row->addWidget(m_add);
    row->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &CaseStrip::openWanted);
    connect(m_add, &QPushButton::clicked, this, &CaseStrip::addDocumentsWanted);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    clear();
}

void CaseStrip::show(const session::DocketRow &row, const QString &whyNoDocuments)
{
    while (QLayoutItem *item = m_letterRow->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const std::string &letter : row.guidelinesRaised) {
        auto *chip = new Chip(m_theme, text(letter), ChipKind::Neutral, ChipShape::Tag, m_letters);
        chip->setAccessibleName(tr("Guideline %1 is raised").arg(text(letter)));
        m_letterRow->addWidget(chip);
    }
    m_title->setText(text(row.reference));
    QStringList facts;
    facts << (row.documents == 1 ? tr("1 document") : tr("%1 documents").arg(row.documents))
          << (row.pages == 1 ? tr("1 page") : tr("%1 pages").arg(row.pages))
          << (row.passages == 1 ? tr("1 passage tied") : tr("%1 passages tied").arg(row.passages));
    if (!row.access.empty())
        facts << tr("asks for %1").arg(text(row.access));
    m_facts->setText((row.guidelinesRaised.empty() ? tr("no guideline raised yet") : tr("raised")) + QStringLiteral("   ·   ")
                     + facts.join(QStringLiteral("   ·   ")));
    m_last->setText(!row.readable ? text(row.problem)
                    : tr("Last: %1 by %2, %3").arg(kindWord(row.lastKind).toLower(), text(row.holder), momentWord(row.lastAt)));
    m_open->setEnabled(row.readable);
    m_open->setToolTip(row.readable ? tr("Open the case  (Enter)") : text(row.problem));
    m_add->setEnabled(whyNoDocuments.isEmpty());
    m_add->setToolTip(whyNoDocuments);
    m_add->setVisible(true);
    m_open->setVisible(true);
    m_letters->setVisible(!row.guidelinesRaised.empty());
}

void CaseStrip::clear()
{
    m_title->clear();
    m_facts->clear();
    m_last->setText(tr("Choose a case to see what is in it."));
    m_letters->hide();
    m_open->hide();
    m_add->hide();
}

void CaseStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().raised);
    painter.fillRect(0, 0, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
