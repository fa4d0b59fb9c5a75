// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/paragraphrow.h"

#include "ui/base/iconbutton.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/citedpassages.h"
#include "ui/pages/decision/recordedtext.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QVBoxLayout>

namespace caseward::ui {

ParagraphRow::ParagraphRow(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_number(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::DemiBold, Tone::Secondary, false}, this)),
      m_words(new RecordedText(theme, {}, {}, this)), m_cites(new CitedPassages(theme, this)),
      m_internal(new QCheckBox(tr("Internal: never printed in a letter that leaves"), this)),
      m_up(new IconButton(theme, QStringLiteral("chevron-up"), {}, tr("Move up"), {}, this)),
      m_down(new IconButton(theme, QStringLiteral("chevron-down"), {}, tr("Move down"), {}, this)),
      m_remove(new IconButton(theme, QStringLiteral("trash-2"), {}, tr("Remove this paragraph"), {}, this))
{
    m_words->setLines(3, 14);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, 24);
    grid->setColumnStretch(1, 1);
    m_number->setContentsMargins(0, 6, 0, 0);
    grid->addWidget(m_number, 0, 0, Qt::AlignTop);
    grid->addWidget(m_words, 0, 1);
    auto *tools = new QVBoxLayout;
    tools->setSpacing(0);
    tools->addWidget(m_up);
    tools->addWidget(m_down);
    tools->addWidget(m_remove);
    tools->addStretch(1);
    grid->addLayout(tools, 0, 2, 3, 1);
    grid->addWidget(m_cites, 1, 1);
    grid->addWidget(m_internal, 2, 1);
    connect(m_words, &RecordedText::commitWanted, this, [this] {
        if (m_words->hasFocus())
            emit saveWanted();
    });
    connect(m_up, &QToolButton::clicked, this, [this] { emit moveWanted(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { emit moveWanted(1); });
    connect(m_remove, &QToolButton::clicked, this, &ParagraphRow::removeWanted);
    connect(m_cites, &CitedPassages::citesChanged, this, &ParagraphRow::citesChanged);
    connect(m_internal, &QCheckBox::clicked, this, &ParagraphRow::citesChanged); // saved as a citation is: at once
    connect(m_cites, &CitedPassages::placeWanted, this, &ParagraphRow::placeWanted);
}

void ParagraphRow::setPlace(int index, int count)
{
    m_index = index;
    m_count = count;
    const QString name = QStringLiteral("decision.reasons.%1").arg(index), spoken = tr("Paragraph %1").arg(index + 1);
    setObjectName(name);
    m_number->setText(QStringLiteral("¶%1").arg(index + 1));
    m_words->setObjectName(name + QStringLiteral(".words"));
    m_words->setAccessibleName(spoken);
    m_cites->setPlace(name, spoken);
    m_internal->setObjectName(name + QStringLiteral(".internal"));
    m_internal->setAccessibleName(tr("%1: internal, never printed in a letter that leaves").arg(spoken));
    const auto tool = [&](IconButton *button, const char *part, const QString &words) {
        button->setObjectName(name + QLatin1String(part));
        button->setAccessibleName(tr("%1: %2").arg(spoken, words));
    };
    tool(m_up, ".up", tr("move up"));
    tool(m_down, ".down", tr("move down"));
    tool(m_remove, ".remove", tr("remove"));
    setWhyNot(m_whyNot);
}

void ParagraphRow::setParagraph(const model::Paragraph &paragraph)
{
    m_words->reset(text(paragraph.text));
    m_cites->setCited(paragraph.cites);
    m_internal->setChecked(paragraph.internal);
}

void ParagraphRow::setPassages(const std::vector<PassageFacts> &passages) { m_cites->setPassages(passages); }

void ParagraphRow::dropLostCites() { m_cites->dropLost(); }

model::Paragraph ParagraphRow::paragraph() const { return {m_words->words().toStdString(), m_cites->cited(), m_internal->isChecked()}; }

void ParagraphRow::setWhyNot(const QString &sentence)
{
    m_whyNot = sentence;
    const bool may = sentence.isEmpty();
    m_words->setWhyNot(sentence);
    m_cites->setMayCite(may);
    m_internal->setEnabled(may);
    m_up->setEnabled(may && m_index > 0);
    m_down->setEnabled(may && m_index + 1 < m_count);
    m_remove->setEnabled(may);
}

} // namespace caseward::ui
