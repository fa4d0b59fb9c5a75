// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/supervision/changedetail.h"

#include "ui/base/rule.h"
#include "ui/base/sectionheader.h"
#include "ui/evidence/passageline.h"
#include "ui/evidence/returnnotes.h"
#include "ui/models/casewords.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTextOption>
#include <QVBoxLayout>

namespace caseward::ui {

namespace {

constexpr int passagesShown = 12;

} // namespace

ChangeDetail::ChangeDetail(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_head(new SectionHeader(theme, tr("Change"), this)), m_place(new QPushButton(tr("Show in record"), this)),
      m_note(new QPushButton(tr("Note…"), this)),
      m_by(new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Normal, Tone::Secondary, false}, this)), m_passages(new QWidget),
      m_lines(new QVBoxLayout(m_passages))
{
    setProperty("cls", "surface");
    setAttribute(Qt::WA_StyledBackground);
    m_place->setObjectName(QStringLiteral("supervision.show"));
    m_place->setAccessibleName(m_place->text());
    m_note->setObjectName(QStringLiteral("supervision.note"));
    m_note->setAccessibleName(tr("Note on this change"));
    m_head->addTool(m_place);
    m_head->addTool(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto *sides = new QWidget(this);
    auto *row = new QHBoxLayout(sides);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_before = addSide(sides, QStringLiteral("supervision.before"), tr("Before"));
    row->addWidget(makeRule(Qt::Vertical, sides));
    m_after = addSide(sides, QStringLiteral("supervision.after"), tr("Now"));
    column->addWidget(sides, 3);
    m_passages->setProperty("cls", "surface");
    m_passages->setAttribute(Qt::WA_StyledBackground);
    m_lines->setContentsMargins(12, 4, 12, 4);
    m_lines->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("supervision.passages"));
    scroll->setAccessibleName(tr("Passages of this change"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_passages);
    column->addWidget(scroll, 2);
    m_by->setFit(ThemedLabel::Fit::Elide);
    m_by->setContentsMargins(16, 4, 16, 8);
    column->addWidget(m_by);
    connect(m_place, &QPushButton::clicked, this, [this] { emit placeWanted(m_link); });
    connect(m_note, &QPushButton::clicked, this, &ChangeDetail::noteWanted);
    clear();
}

QPlainTextEdit *ChangeDetail::addSide(QWidget *row, const QString &name, const QString &title)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(16, 8, 4, 4);
    column->setSpacing(2);
    column->addWidget(new ThemedLabel(m_theme, title, {Theme::Text::Caption, QFont::DemiBold, Tone::Secondary, false}, row));
    auto *words = new QPlainTextEdit(row);
    words->setObjectName(name);
    words->setAccessibleName(title);
    words->setReadOnly(true);
    words->setTabChangesFocus(true);
    words->setFrameShape(QFrame::NoFrame);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->document()->setDocumentMargin(0);
    words->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    words->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    words->setMinimumHeight(56);
    const auto dress = [this, words] { words->setFont(m_theme->font(Theme::Text::Base)); };
    connect(m_theme, &Theme::changed, words, dress);
    dress();
    column->addWidget(words, 1);
    static_cast<QHBoxLayout *>(row->layout())->addLayout(column, 1);
    return words;
}

void ChangeDetail::show(const model::Change &change, const ChangeContext &context)
{
    m_any = true;
    m_head->setTitle(QStringLiteral("%1  %2").arg(changeSign(change.what), areaWords(text(change.area))));
    const QString area = areaWords(text(change.area));
    QString about = noteTargetWords(changeTarget(change), context.dossier, context.pack);
    if (about.startsWith(area + QStringLiteral(", ")))
        about.remove(0, area.size() + 2);
    m_head->setDetail(about == area ? changeVerb(change.what) : about);
    m_before->setPlainText(change.before.empty() ? tr("Not there") : changeSide(change, change.before, context));
    m_after->setPlainText(change.after.empty() ? tr("Removed") : changeSide(change, change.after, context));
    m_before->setEnabled(!change.before.empty());
    m_after->setEnabled(!change.after.empty());
    m_by->setText(tr("%1 by %2, %3 · entry %4").arg(changeVerb(change.what), text(context.dossier.personName(change.by.actor)), momentWord(change.by.at)).arg(change.by.seq));
    m_link = changePlace(change, context);
    m_place->setVisible(!m_link.isEmpty());
    m_note->show();
    setNoteRefusal(m_refusal);
    showPassages(changePassages(change, context));
}

void ChangeDetail::showPassages(const std::vector<PassageFacts> &passages)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int shown = 0;
    for (const PassageFacts &facts : passages) {
        if (shown == passagesShown) {
            m_lines->addWidget(new ThemedLabel(m_theme, tr("and %1 more in the record").arg(passages.size() - passagesShown),
                                               {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, m_passages));
            break;
        }
        auto *line = new PassageLine(m_theme, QStringLiteral("supervision.passage.%1").arg(shown++), facts, PassageLine::Show::ChipAndQuote, m_passages);
        connect(line, &QAbstractButton::clicked, this, [this, link = facts.link] { emit placeWanted(link); });
        m_lines->addWidget(line);
    }
    m_lines->addStretch(1);
    m_passages->parentWidget()->parentWidget()->setVisible(!passages.empty());
}

void ChangeDetail::setNoteRefusal(const QString &sentence)
{
    m_refusal = sentence;
    m_note->setEnabled(m_any && sentence.isEmpty());
    m_note->setToolTip(sentence);
    m_note->setAccessibleDescription(sentence);
}

void ChangeDetail::clear()
{
    m_any = false;
    m_link.clear();
    m_head->setTitle(tr("Change"));
    m_head->setDetail(tr("Choose a change to see it before and now"));
    m_before->clear();
    m_after->clear();
    m_by->setText({});
    m_place->hide();
    m_note->hide();
    showPassages({});
}

} // namespace caseward::ui
