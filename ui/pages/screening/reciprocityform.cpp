// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/screening/reciprocityform.h"

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "ui/base/formfield.h"
#include "ui/models/casewords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int cardWidth = 820, othersHeight = 560, leastHeight = 150, mostHeight = 420, reasonHeight = 56, longestLine = 1'000, replyWidth = 130;

template <typename Widget>
Widget *named(const QString &name)
{
    auto *made = new Widget;
    made->setObjectName(QStringLiteral("screening.reciprocity.") + name);
    return made;
}

} // namespace

ReciprocityForm::ReciprocityForm(Theme *theme, const session::ReciprocityView &view, const QString &needed, QWidget *anywhere)
    : FormCard(theme, QStringLiteral("screening.reciprocityForm"),
               {tr("Reciprocity (%1)").arg(text(view.rules->instrument)), text(view.rules->rule), tr("Record the decision")}, anywhere),
      m_authority(line("authority")), m_access(line("access")), m_needed(line("needed")), m_investigated(line("investigated")), m_ours(line("ours")),
      m_decision(named<QComboBox>(QStringLiteral("decision"))), m_reason(named<QPlainTextEdit>(QStringLiteral("reason")))
{
    setCardWidth(cardWidth);
    addAsked(needed);
    addQuestions(view);
    addDecision();
    check();
    present(m_authority);
}

QLineEdit *ReciprocityForm::line(const char *name)
{
    auto *edit = named<QLineEdit>(QLatin1String(name));
    edit->setMaxLength(longestLine);
    connect(edit, &QLineEdit::textChanged, this, [this] { check(); });
    return edit;
}

void ReciprocityForm::addAsked(const QString &needed)
{
    FormField *authority = addField(tr("&Whose eligibility"), m_authority);
    sideBySide(authority, addField(tr("For which &access"), m_access));
    m_needed->setText(needed);
    FormField *here = addField(tr("&Needed here"), m_needed);
    m_investigated->setPlaceholderText(tr("YYYY-MM-DD"));
    m_investigated->setMaxLength(10);
    FormField *closed = addField(tr("&Investigation closed on"), m_investigated);
    closed->setOptional();
    sideBySide(here, closed);
    for (QLineEdit *edit : {m_authority, m_access, m_needed, m_investigated})
        connect(edit, &QLineEdit::editingFinished, this, [this] { emit factsWanted(asked()); });
}

void ReciprocityForm::addQuestions(const session::ReciprocityView &view)
{
    auto *room = new QWidget;
    room->setProperty("cls", "surface");
    room->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(room);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(16);
    for (const packs::ReciprocityQuestion &question : view.rules->questions)
        addQuestion(question, room, column);
    auto *area = new QScrollArea(card());
    area->setObjectName(QStringLiteral("screening.reciprocity.questions"));
    area->setAccessibleName(tr("Questions"));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus); // Tab goes through the answers, and the area follows
    area->setWidget(room);
    area->setFixedHeight(std::clamp(window()->height() - othersHeight, leastHeight, mostHeight));
    fields()->addWidget(area);
    showFacts(view);
}

void ReciprocityForm::addQuestion(const packs::ReciprocityQuestion &question, QWidget *room, QVBoxLayout *column)
{
    auto *block = new QVBoxLayout;
    block->setSpacing(4);
    const QString id = text(question.id), asks = text(question.text);
    auto *words = new ThemedLabel(theme(), question.verified ? QStringLiteral("%1  %2").arg(id, asks) : tr("%1  %2 (Not verified.)").arg(id, asks),
                                  {Theme::Text::Base, QFont::Medium, Tone::Primary, false}, room);
    words->setFit(ThemedLabel::Fit::Wrap);
    Row row{question.id, new ThemedLabel(theme(), {}, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, room), named<QComboBox>(id + QStringLiteral(".reply")),
            line(qPrintable(id + QStringLiteral(".reason")))};
    row.shows->setFit(ThemedLabel::Fit::Wrap);
    row.shows->setObjectName(QStringLiteral("screening.reciprocity.%1.shows").arg(id));
    row.reply->addItem(tr("Not answered"), QString());
    row.reply->addItem(tr("Yes"), QStringLiteral("yes"));
    row.reply->addItem(tr("No"), QStringLiteral("no"));
    row.reply->addItem(tr("Cannot tell"), QStringLiteral("cannot-tell"));
    row.reply->setFixedWidth(replyWidth);
    row.reply->setAccessibleName(tr("Answer to %1: %2").arg(id, asks));
    row.reason->setPlaceholderText(tr("How it is known"));
    row.reason->setAccessibleName(tr("How the answer to %1 is known").arg(id));
    connect(row.reply, &QComboBox::currentIndexChanged, this, [this] { check(); });
    auto *answer = new QHBoxLayout;
    answer->setSpacing(8);
    answer->addWidget(row.reply);
    answer->addWidget(row.reason, 1);
    block->addWidget(words);
    block->addWidget(row.shows);
    block->addLayout(answer);
    column->addLayout(block);
    m_rows.push_back(row);
}

void ReciprocityForm::addDecision()
{
    m_decision->addItem(tr("Not decided"), QString());
    m_decision->addItem(tr("Accepted"), QStringLiteral("accepted"));
    m_decision->addItem(tr("Declined for what is answered yes"), QStringLiteral("declined"));
    connect(m_decision, &QComboBox::currentIndexChanged, this, [this] {
        m_ours->setEnabled(accepts());
        check();
    });
    m_ours->setEnabled(false);
    FormField *decision = addField(tr("&Decision"), m_decision);
    FormField *ours = addField(tr("When accepted, recorded as that of"), m_ours);
    ours->setOptional();
    sideBySide(decision, ours);
    m_reason->setTabChangesFocus(true);
    m_reason->setProperty("cls", "field");
    m_reason->setFixedHeight(reasonHeight);
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] { check(); });
    addField(tr("&Reason"), m_reason);
}

void ReciprocityForm::showFacts(const session::ReciprocityView &view)
{
    for (const session::ReciprocityShown &shown : view.shown)
        for (const Row &row : m_rows)
            if (row.id == shown.question->id)
                row.shows->setText(text(shown.shows));
}

session::ReciprocityAsked ReciprocityForm::asked() const
{
    const auto said = [](const QLineEdit *edit) { return edit->text().trimmed().toStdString(); };
    return {said(m_authority), said(m_access), said(m_needed), said(m_investigated)};
}

bool ReciprocityForm::accepts() const { return m_decision->currentData().toString() == QLatin1String("accepted"); }

QString ReciprocityForm::whyNot() const
{
    const session::ReciprocityAsked what = asked();
    if (what.authority.empty() || what.access.empty() || what.needed.empty())
        return tr("Say whose eligibility it is, for which access, and what is needed here.");
    if (!what.investigated.empty() && !isDay(what.investigated))
        return tr("A day is written YYYY-MM-DD.");
    for (const Row &row : m_rows) {
        if (row.reply->currentIndex() == 0)
            return tr("%1 is not answered.").arg(text(row.id));
        if (row.reason->text().trimmed().isEmpty())
            return tr("%1: say how it is known.").arg(text(row.id));
    }
    if (m_decision->currentIndex() == 0)
        return tr("It is not decided.");
    return m_reason->toPlainText().trimmed().isEmpty() ? tr("Say why.") : QString();
}

void ReciprocityForm::accept()
{
    setBusy(true);
    const session::ReciprocityAsked what = asked();
    model::ReciprocityDecided event{{}, what.authority, what.access, what.needed, what.investigated, {}, accepts(), {},
                                    m_reason->toPlainText().trimmed().left(static_cast<qsizetype>(limits::noteCharacters)).toStdString()};
    for (const Row &row : m_rows) {
        const auto reply = model::parseReciprocityReply(row.reply->currentData().toString().toStdString());
        event.answers.push_back({row.id, reply.ok() ? *reply : model::ReciprocityReply::CannotTell, row.reason->text().trimmed().toStdString()});
        if (!event.accepted && reply.ok() && *reply == model::ReciprocityReply::Yes)
            event.grounds.push_back(row.id);
    }
    emit wanted(event, event.accepted ? m_ours->text().trimmed() : QString());
}

} // namespace caseward::ui
