// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/paragraphrow.h"

#include "ui/base/iconbutton.h"
#include "ui/base/themedlabel.h"
#include "ui/evidence/passageline.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/recordedtext.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

ParagraphRow::ParagraphRow(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_number(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::DemiBold, Tone::Secondary, false}, this)),
      m_words(new RecordedText(theme, {}, {}, this)), m_cites(new QVBoxLayout), m_cite(new QPushButton(tr("Cite…"), this)),
      m_up(new IconButton(theme, QStringLiteral("chevron-up"), {}, tr("Move up"), {}, this)),
      m_down(new IconButton(theme, QStringLiteral("chevron-down"), {}, tr("Move down"), {}, this)),
      m_remove(new IconButton(theme, QStringLiteral("trash-2"), {}, tr("Remove this paragraph"), {}, this)), m_menu(new QMenu(this))
{
    m_words->setLines(3, 14);
    m_cite->setProperty("cls", "link");
    m_cite->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
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
    grid->addLayout(tools, 0, 2, 2, 1);
    auto *below = new QVBoxLayout;
    below->setSpacing(0);
    m_cites->setSpacing(0);
    below->addLayout(m_cites);
    below->addWidget(m_cite, 0, Qt::AlignLeft);
    grid->addLayout(below, 1, 1);
    connect(m_words, &RecordedText::commitWanted, this, [this] {
        if (m_words->hasFocus())
            emit saveWanted();
    });
    connect(m_up, &QToolButton::clicked, this, [this] { emit moveWanted(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { emit moveWanted(1); });
    connect(m_remove, &QToolButton::clicked, this, &ParagraphRow::removeWanted);
    connect(m_cite, &QPushButton::clicked, this, &ParagraphRow::openMenu);
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
    m_cite->setObjectName(name + QStringLiteral(".cite"));
    m_cite->setAccessibleName(tr("%1: cite a passage").arg(spoken));
    m_menu->setObjectName(name + QStringLiteral(".passages"));
    const auto tool = [&](IconButton *button, const char *part, const QString &words) {
        button->setObjectName(name + QLatin1String(part));
        button->setAccessibleName(tr("%1: %2").arg(spoken, words));
    };
    tool(m_up, ".up", tr("move up"));
    tool(m_down, ".down", tr("move down"));
    tool(m_remove, ".remove", tr("remove"));
    setWhyNot(m_whyNot);
    showCites();
}

void ParagraphRow::setParagraph(const model::Paragraph &paragraph)
{
    m_words->reset(text(paragraph.text));
    m_cited = paragraph.cites;
    showCites();
}

void ParagraphRow::setPassages(const std::vector<PassageFacts> &passages)
{
    const bool same = std::equal(passages.begin(), passages.end(), m_passages.begin(), m_passages.end(), [](const PassageFacts &a, const PassageFacts &b) {
        return a.id == b.id && a.label == b.label && a.weight == b.weight;
    });
    m_passages = passages;
    for (const PassageFacts &facts : passages)
        m_known[facts.id] = facts;
    if (!same)
        showCites();
}

bool ParagraphRow::isTied(const PassageId &id) const
{
    return std::any_of(m_passages.begin(), m_passages.end(), [&id](const PassageFacts &facts) { return facts.id == id; });
}

void ParagraphRow::dropLostCites()
{
    if (std::erase_if(m_cited, [this](const PassageId &id) { return !isTied(id); }) > 0)
        showCites();
}

model::Paragraph ParagraphRow::paragraph() const
{
    return {m_words->words().toStdString(), m_cited};
}

void ParagraphRow::setWhyNot(const QString &sentence)
{
    m_whyNot = sentence;
    const bool may = sentence.isEmpty();
    m_words->setWhyNot(sentence);
    m_cite->setVisible(may);
    m_up->setEnabled(may && m_index > 0);
    m_down->setEnabled(may && m_index + 1 < m_count);
    m_remove->setEnabled(may);
    for (QWidget *button : findChildren<QToolButton *>()) {
        if (button->property("removesCite").toBool())
            button->setVisible(may);
    }
}

void ParagraphRow::showCites()
{
    while (QLayoutItem *item = m_cites->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // its own button may be pressed just now
        }
        delete item;
    }
    for (std::size_t i = 0; i < m_cited.size(); ++i) {
        const auto facts = std::find_if(m_passages.begin(), m_passages.end(), [&](const PassageFacts &one) { return one.id == m_cited[i]; });
        if (facts != m_passages.end())
            addCite(*facts, static_cast<int>(i));
        else
            addLostCite(m_cited[i], static_cast<int>(i));
    }
}

void ParagraphRow::addCite(const PassageFacts &facts, int index)
{
    auto *line = new PassageLine(m_theme, citeName(index), facts, PassageLine::Show::ChipAndQuote, this);
    connect(line, &QAbstractButton::clicked, this, [this, link = facts.link] { emit placeWanted(link); });
    addCiteLine(line, index, facts.id, facts.label);
}

void ParagraphRow::addLostCite(const PassageId &id, int index)
{
    const auto before = m_known.find(id);
    const QString words = before == m_known.end()
        ? tr("A passage that is no longer tied")
        : tr("No longer tied: %1 %2, %3").arg(before->second.label, before->second.spoken(80), before->second.place);
    auto *line = new ThemedLabel(m_theme, tr("%1. It is not kept when these reasons are next saved.").arg(words),
                                 {Theme::Text::Label, QFont::Normal, Tone::Warning, false}, this);
    line->setObjectName(citeName(index));
    line->setFit(ThemedLabel::Fit::Wrap);
    line->setContentsMargins(16, 4, 0, 4);
    addCiteLine(line, index, id, tr("the passage that is no longer tied"));
}

QString ParagraphRow::citeName(int index) const { return QStringLiteral("%1.cites.%2").arg(objectName()).arg(index); }

void ParagraphRow::addCiteLine(QWidget *line, int index, const PassageId &id, const QString &spoken)
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *drop = new IconButton(m_theme, QStringLiteral("x"), citeName(index) + QStringLiteral(".drop"), tr("Do not cite this passage"), {}, holder);
    drop->setAccessibleName(tr("Paragraph %1: do not cite %2").arg(m_index + 1).arg(spoken));
    drop->setProperty("removesCite", true);
    drop->setVisible(m_whyNot.isEmpty());
    row->addWidget(line, 1);
    row->addWidget(drop, 0, Qt::AlignTop);
    m_cites->addWidget(holder);
    connect(drop, &QToolButton::clicked, this, [this, id] {
        m_cited.erase(std::remove(m_cited.begin(), m_cited.end(), id), m_cited.end());
        m_cite->setFocus(Qt::OtherFocusReason);
        showCites();
        emit citesChanged();
    });
}

void ParagraphRow::openMenu()
{
    m_menu->clear();
    for (const PassageFacts &facts : m_passages) {
        if (std::find(m_cited.begin(), m_cited.end(), facts.id) != m_cited.end())
            continue;
        const QString sign = facts.disqualifying ? QStringLiteral("▲") : QStringLiteral("▼");
        QString line = QStringLiteral("%1 %2   %3   %4").arg(sign, facts.label, facts.spoken(60), facts.place);
        QAction *action = m_menu->addAction(line.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, id = facts.id] {
            m_cited.push_back(id);
            showCites();
            emit citesChanged();
        });
    }
    if (m_menu->isEmpty())
        m_menu->addAction(m_passages.empty() ? tr("No passage is tied yet") : tr("Every passage is cited here"))->setEnabled(false);
    m_menu->popup(m_cite->mapToGlobal(QPoint(0, m_cite->height())));
}

} // namespace caseward::ui
