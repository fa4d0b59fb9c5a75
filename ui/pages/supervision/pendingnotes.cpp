// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/supervision/pendingnotes.h"

#include "ui/base/iconbutton.h"
#include "ui/base/sectionheader.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace caseward::ui {

PendingNotes::PendingNotes(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_head(new SectionHeader(theme, tr("Notes for a return"), this)), m_add(new QPushButton(tr("Add note…"), this)),
      m_hint(new ThemedLabel(theme, tr("Notes go to the adjudicator when you return the case. They are not recorded before that."),
                             {Theme::Text::Label, QFont::Normal, Tone::Secondary, false})),
      m_content(new QWidget), m_list(new QVBoxLayout)
{
    setObjectName(QStringLiteral("supervision.notes"));
    setProperty("cls", "surface");
    setAttribute(Qt::WA_StyledBackground);
    m_add->setObjectName(QStringLiteral("supervision.notes.add"));
    m_add->setAccessibleName(tr("Add a note on the decision as a whole"));
    m_head->addTool(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    m_content->setProperty("cls", "surface");
    m_content->setAttribute(Qt::WA_StyledBackground);
    auto *inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(16, 8, 8, 8);
    inside->setSpacing(4);
    m_hint->setFit(ThemedLabel::Fit::Wrap);
    inside->addWidget(m_hint);
    m_list->setSpacing(8);
    inside->addLayout(m_list);
    inside->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("supervision.notes.scroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content);
    column->addWidget(scroll, 1);
    connect(m_add, &QPushButton::clicked, this, &PendingNotes::noteWanted);
}

void PendingNotes::add(const QString &target, const QString &about, const QString &said)
{
    m_notes.push_back({target, about, said});
    fill();
    emit changed();
}

void PendingNotes::clear()
{
    m_notes.clear();
    fill();
    emit changed();
}

void PendingNotes::setRefusal(const QString &sentence)
{
    m_add->setEnabled(sentence.isEmpty());
    m_add->setToolTip(sentence);
    m_add->setAccessibleDescription(sentence);
}

std::vector<model::ReviewNote> PendingNotes::notes() const
{
    std::vector<model::ReviewNote> notes;
    for (const Note &note : m_notes)
        notes.push_back({note.target.toStdString(), note.said.toStdString()});
    return notes;
}

QSet<QString> PendingNotes::targets() const
{
    QSet<QString> targets;
    for (const Note &note : m_notes)
        targets << note.target;
    return targets;
}

void PendingNotes::fill()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        // A row may hold the button that is being pressed.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_hint->setVisible(m_notes.empty());
    m_head->setDetail(m_notes.empty() ? QString() : QString::number(m_notes.size()));
    for (std::size_t i = 0; i < m_notes.size(); ++i) {
        const QString name = QStringLiteral("supervision.notes.%1").arg(i);
        auto *line = new QWidget(m_content);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        auto *about = new ThemedLabel(m_theme, m_notes[i].about, {Theme::Text::Caption, QFont::DemiBold, Tone::Secondary, false}, line);
        about->setFit(ThemedLabel::Fit::Elide);
        auto *said = new ThemedLabel(m_theme, m_notes[i].said, {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, line);
        said->setFit(ThemedLabel::Fit::Wrap);
        said->setObjectName(name + QStringLiteral(".text"));
        words->addWidget(about);
        words->addWidget(said);
        row->addLayout(words, 1);
        auto *remove = new IconButton(m_theme, QStringLiteral("x"), name + QStringLiteral(".remove"), tr("Remove this note"), {}, line);
        row->addWidget(remove, 0, Qt::AlignTop);
        connect(remove, &QToolButton::clicked, this, [this, i] {
            m_notes.erase(m_notes.begin() + static_cast<std::ptrdiff_t>(i));
            fill();
            m_add->setFocus();
            emit changed();
        });
        m_list->addWidget(line);
    }
}

} // namespace caseward::ui
