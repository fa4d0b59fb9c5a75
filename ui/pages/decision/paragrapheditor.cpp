// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/paragrapheditor.h"

#include "ui/base/iconbutton.h"
#include "ui/models/casewords.h"
#include "ui/pages/decision/recordedtext.h"
#include "ui/pages/supervision/passageline.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {
constexpr int numberWidth = 32;
}

ParagraphEditor::ParagraphEditor(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_number(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::DemiBold, Tone::Secondary, false}, this)),
      m_words(new RecordedText(theme, {}, {}, this)), m_cite(new QPushButton(tr("Cite passage…"), this)),
      m_up(new IconButton(theme, QStringLiteral("chevron-up"), {}, tr("Move the paragraph up"), {}, this)),
      m_down(new IconButton(theme, QStringLiteral("chevron-down"), {}, tr("Move the paragraph down"), {}, this)),
      m_remove(new IconButton(theme, QStringLiteral("trash-2"), {}, tr("Remove the paragraph"), {}, this)), m_lines(new QVBoxLayout)
{
    build();
    connect(m_words, &RecordedText::commitWanted, this, &ParagraphEditor::commitWanted);
    connect(m_cite, &QPushButton::clicked, this, &ParagraphEditor::citeWanted);
    connect(m_up, &QToolButton::clicked, this, [this] { emit moveWanted(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { emit moveWanted(1); });
    connect(m_remove, &QToolButton::clicked, this, &ParagraphEditor::removeWanted);
}

void ParagraphEditor::build()
{
    m_words->setLines(3, 24);
    m_words->setPlaceholderText(tr("What is decided here, and on what. Ctrl+Enter saves."));
    m_cite->setProperty("cls", "link");
    m_cite->setIcon(m_theme->icon(QStringLiteral("quote"), m_theme->tokens().accent));
    connect(m_theme, &Theme::changed, this, [this] { m_cite->setIcon(m_theme->icon(QStringLiteral("quote"), m_theme->tokens().accent)); });
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 8, 0, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, numberWidth);
    grid->setColumnStretch(1, 1);
    m_number->setContentsMargins(0, 4, 0, 0);
    grid->addWidget(m_number, 0, 0, Qt::AlignTop);
    grid->addWidget(m_words, 0, 1);
    auto *tools = new QVBoxLayout;
    tools->setSpacing(0);
    for (IconButton *button : {m_up, m_down, m_remove})
        tools->addWidget(button);
    grid->addLayout(tools, 0, 2, Qt::AlignTop);
    m_lines->setSpacing(0);
    grid->addLayout(m_lines, 1, 1);
    grid->addWidget(m_cite, 2, 1, Qt::AlignLeft);
    setTabOrder(m_words, m_cite);
    setTabOrder(m_cite, m_up);
    setTabOrder(m_up, m_down);
    setTabOrder(m_down, m_remove);
}

void ParagraphEditor::setNumber(int index, int count)
{
    m_index = index;
    m_count = count;
    m_name = QStringLiteral("decision.reasons.%1").arg(index);
    const QString spoken = tr("paragraph %1").arg(index + 1);
    setObjectName(m_name);
    m_number->setText(QStringLiteral("¶ %1").arg(index + 1));
    m_words->setObjectName(m_name + QStringLiteral(".text"));
    m_words->setAccessibleName(tr("Reasons, %1").arg(spoken));
    m_cite->setObjectName(m_name + QStringLiteral(".cite"));
    m_cite->setAccessibleName(tr("Cite a passage in %1").arg(spoken));
    m_up->setObjectName(m_name + QStringLiteral(".up"));
    m_down->setObjectName(m_name + QStringLiteral(".down"));
    m_remove->setObjectName(m_name + QStringLiteral(".remove"));
    m_up->setAccessibleName(tr("Move %1 up").arg(spoken));
    m_down->setAccessibleName(tr("Move %1 down").arg(spoken));
    m_remove->setAccessibleName(tr("Remove %1").arg(spoken));
    m_shown.clear(); // the lines are named after it
    m_up->setEnabled(!m_locked && index > 0);
    m_down->setEnabled(!m_locked && index + 1 < count);
}

void ParagraphEditor::setParagraph(const model::Paragraph &paragraph)
{
    m_words->reset(text(paragraph.text));
    m_cites = paragraph.cites;
    m_shown.clear();
}

void ParagraphEditor::setRecorded(const QString &words) { m_words->setRecorded(words); }

model::Paragraph ParagraphEditor::paragraph() const { return {m_words->words().toStdString(), m_cites}; }
bool ParagraphEditor::isBlank() const { return m_words->words().isEmpty(); }
QWidget *ParagraphEditor::first() const { return m_words; }

void ParagraphEditor::addCite(const PassageId &id)
{
    if (std::find(m_cites.begin(), m_cites.end(), id) != m_cites.end())
        return;
    m_cites.push_back(id);
    emit citesChanged();
}

void ParagraphEditor::showCites(const model::Dossier &dossier, const packs::Pack &pack)
{
    std::vector<std::pair<PassageFacts, bool>> lines;
    QString shown = m_locked ? QStringLiteral("locked ") : QStringLiteral("open ");
    for (const PassageId &id : m_cites) {
        const model::Tie *tie = dossier.tie(id);
        PassageFacts facts;
        if (tie)
            facts = passageFacts(dossier, pack, *tie);
        facts.id = id;
        lines.emplace_back(facts, tie == nullptr);
        shown += facts.link + facts.weight + QLatin1Char(' ');
    }
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &[facts, gone] : lines)
        addCiteLine(facts, gone);
}

void ParagraphEditor::addCiteLine(const PassageFacts &facts, bool gone)
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const QString name = QStringLiteral("%1.cite.%2").arg(m_name).arg(m_lines->count());
    if (gone) {
        auto *words = new ThemedLabel(m_theme, tr("A passage that is no longer tied"), {Theme::Text::Label, QFont::Normal, Tone::Warning, false}, holder);
        words->setContentsMargins(16, 4, 0, 4);
        row->addWidget(words, 1);
    } else {
        auto *line = new PassageLine(m_theme, name, facts, PassageLine::Show::ChipAndQuote, holder);
        connect(line, &QAbstractButton::clicked, this, [this, link = facts.link] { emit placeWanted(link); });
        row->addWidget(line, 1);
    }
    auto *drop = new IconButton(m_theme, QStringLiteral("x"), name + QStringLiteral(".drop"), tr("No longer cite this passage"), {}, holder);
    drop->setAccessibleName(gone ? tr("Drop the passage that is gone") : tr("No longer cite %1, %2").arg(facts.label, facts.place));
    drop->setEnabled(!m_locked);
    connect(drop, &QToolButton::clicked, this, [this, id = facts.id] {
        m_cites.erase(std::remove(m_cites.begin(), m_cites.end(), id), m_cites.end());
        emit citesChanged();
    });
    row->addWidget(drop, 0, Qt::AlignTop);
    m_lines->addWidget(holder);
}

void ParagraphEditor::setWhyNot(const QString &sentence)
{
    m_locked = !sentence.isEmpty();
    m_words->setWhyNot(sentence);
    m_cite->setEnabled(!m_locked);
    m_cite->setToolTip(sentence);
    m_remove->setEnabled(!m_locked);
    m_up->setEnabled(!m_locked && m_index > 0);
    m_down->setEnabled(!m_locked && m_index + 1 < m_count);
}

} // namespace caseward::ui
