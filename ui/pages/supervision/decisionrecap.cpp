// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/supervision/decisionrecap.h"

#include "core/rules/documentation.h"
#include "core/rules/reviewlevels.h"
#include "ui/base/iconlabel.h"
#include "ui/models/casewords.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int openShown = 6;
const QString accentPlace = QStringLiteral("\uE000"); // where the colour of the links goes; a private character, so in no text

void prepare(QScrollArea *area, QWidget *content)
{
    area->setFocusPolicy(Qt::StrongFocus);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setProperty("cls", "surface");
    content->setAttribute(Qt::WA_StyledBackground);
    area->setWidget(content);
}

void empty(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

struct StateWords { QString icon, title, detail; Tone tone = Tone::Secondary; };

StateWords stateOf(const model::Dossier &dossier)
{
    const auto who = [&dossier](const model::Trace &trace) { return text(dossier.personName(trace.actor)); };
    const model::SignedDecision &decision = dossier.decisions.back();
    const model::Review *review = dossier.reviews.empty() ? nullptr : &dossier.reviews.back();
    switch (dossier.status) {
    case model::CaseStatus::Countersigned:
        if (decision.countersigned)
            return {QStringLiteral("stamp"), DecisionRecap::tr("Countersigned by %1").arg(who(*decision.countersigned)),
                    DecisionRecap::tr("%1 · the record is closed").arg(momentWord(decision.countersigned->at)), Tone::Accent};
        break;
    case model::CaseStatus::Concurred:
        if (review)
            return {QStringLiteral("check"), DecisionRecap::tr("%1 concurs").arg(who(review->when)),
                    DecisionRecap::tr("%1. %2").arg(momentWord(review->when.at), text(review->reason)), Tone::Accent};
        break;
    case model::CaseStatus::Returned:
        if (review)
            return {QStringLiteral("undo-2"), DecisionRecap::tr("Returned by %1").arg(who(review->when)),
                    DecisionRecap::tr("%1. %2").arg(momentWord(review->when.at), text(review->reason)), Tone::Warning};
        break;
    case model::CaseStatus::InReview:
    case model::CaseStatus::Signed: break;
    }
    return {QStringLiteral("clock"), DecisionRecap::tr("Waits for a supervisor"),
            DecisionRecap::tr("Signed %1").arg(momentWord(decision.when.at)), Tone::Secondary};
}

} // namespace

DecisionRecap::DecisionRecap(Theme *theme, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_content(new QWidget), m_column(new QVBoxLayout(m_content))
{
    setObjectName(QStringLiteral("supervision.recap"));
    setAccessibleName(tr("The decision in short"));
    m_column->setContentsMargins(16, 12, 16, 16);
    m_column->setSpacing(4);
    prepare(this, m_content);
}

void DecisionRecap::clear() { empty(m_column); }

void DecisionRecap::show(const ChangeContext &context)
{
    clear();
    addState(context.dossier);
    addOutcome(context);
    addLevels(context);
    addGate(context.gate);
    addDocumentation(context);
    addPages(context.dossier);
    m_column->addStretch(1);
}

void DecisionRecap::title(const QString &words)
{
    auto *head = new ThemedLabel(m_theme, words, {Theme::Text::Caption, QFont::DemiBold, Tone::Secondary, false}, m_content);
    head->setContentsMargins(0, 12, 0, 0);
    m_column->addWidget(head);
}

ThemedLabel *DecisionRecap::line(const QString &words, Tone tone, QFont::Weight weight)
{
    auto *label = new ThemedLabel(m_theme, words, {Theme::Text::Base, weight, tone, false}, m_content);
    label->setFit(ThemedLabel::Fit::Wrap);
    m_column->addWidget(label);
    return label;
}

void DecisionRecap::bullet(const QString &words, Tone tone)
{
    auto *whole = new QWidget(m_content);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *label = new ThemedLabel(m_theme, words, {Theme::Text::Base, QFont::Normal, tone, false}, whole);
    label->setFit(ThemedLabel::Fit::Wrap);
    row->addWidget(new ThemedLabel(m_theme, QStringLiteral("•"), {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, whole), 0, Qt::AlignTop);
    row->addWidget(label, 1);
    m_column->addWidget(whole);
}

// A sign, what it is about, and below it what is to be said of it; the sign is spoken as well.
void DecisionRecap::mark(const QString &icon, Tone tone, const QString &said, const QString &words, const QString &detail)
{
    auto *whole = new QWidget(m_content);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(8);
    auto *sign = new IconLabel(m_theme, icon, tone, 14, whole);
    sign->setToolTip(said);
    row->addWidget(sign, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    auto *label = new ThemedLabel(m_theme, words, {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, whole);
    label->setAccessibleName(QStringLiteral("%1: %2").arg(said, words));
    label->setFit(ThemedLabel::Fit::Wrap);
    column->addWidget(label);
    if (!detail.isEmpty()) {
        auto *below = new ThemedLabel(m_theme, detail, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, whole);
        below->setFit(ThemedLabel::Fit::Wrap);
        column->addWidget(below);
    }
    m_column->addWidget(whole);
}

void DecisionRecap::addLevels(const ChangeContext &context)
{
    title(tr("Who signs"));
    for (const rules::LevelLine &level : rules::reviewLines(context.dossier, context.packs))
        mark(level.missing ? QStringLiteral("clock") : QStringLiteral("check"), Tone::Secondary, level.missing ? tr("Missing") : tr("There"), text(level.text), {});
}

void DecisionRecap::addDocumentation(const ChangeContext &context)
{
    title(tr("What the reasons name"));
    line(tr("Whether they name it, not how well they argue it."), Tone::Secondary)->setObjectName(QStringLiteral("supervision.documentation"));
    for (const rules::DocumentationItem &item : rules::documentation(context.dossier, context.packs)) {
        const QString state = text(item.state());
        switch (item.naming) {
        case rules::Naming::Named: mark(QStringLiteral("check"), Tone::Secondary, tr("Named"), text(item.text), state); break;
        case rules::Naming::NotNamed: mark(QStringLiteral("triangle-alert"), Tone::Warning, tr("Not named"), text(item.text), state); break;
        case rules::Naming::Explained: mark(QStringLiteral("info"), Tone::Secondary, tr("Explained"), text(item.text), state); break;
        case rules::Naming::DoesNotApply: break; // the command line lists them too
        }
    }
}

void DecisionRecap::addState(const model::Dossier &dossier)
{
    const StateWords state = stateOf(dossier);
    auto *card = new QFrame(m_content);
    card->setObjectName(QStringLiteral("supervision.state"));
    card->setProperty("cls", "panel");
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(new IconLabel(m_theme, state.icon, state.tone, 18, card), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *head = new ThemedLabel(m_theme, state.title, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, card);
    head->setObjectName(QStringLiteral("supervision.state.title"));
    auto *detail = new ThemedLabel(m_theme, state.detail, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, card);
    detail->setObjectName(QStringLiteral("supervision.state.detail"));
    head->setFit(ThemedLabel::Fit::Wrap);
    detail->setFit(ThemedLabel::Fit::Wrap);
    words->addWidget(head);
    words->addWidget(detail);
    words->addWidget(new ThemedLabel(m_theme, tr("Decision %1").arg(shortDigest(dossier.decisions.back().what.digest)),
                                     {Theme::Text::Caption, QFont::Normal, Tone::Secondary, true}, card));
    row->addLayout(words, 1);
    m_column->addWidget(card);
}

void DecisionRecap::addOutcome(const ChangeContext &context)
{
    title(tr("Outcome"));
    const std::string &decided = context.dossier.decisions.back().what.outcome;
    line(outcomeTitle(context.pack, decided), Tone::Primary, QFont::DemiBold)->setObjectName(QStringLiteral("supervision.outcome"));
    if (!context.dossier.proposal || context.dossier.proposal->outcome.outcome != decided)
        return; // being decided anew: exception and conditions are not those that were signed
    const model::OutcomeProposed &outcome = context.dossier.proposal->outcome;
    if (!outcome.exception.empty()) {
        QString name;
        for (std::size_t i = 0; context.pack && i < context.pack->exceptions.size(); ++i) {
            if (context.pack->exceptions[i].code == outcome.exception)
                name = text(context.pack->exceptions[i].name);
        }
        line(name.isEmpty() ? tr("Exception %1").arg(text(outcome.exception)) : tr("Exception %1: %2").arg(text(outcome.exception), name));
    }
    for (const std::string &condition : outcome.conditions)
        bullet(text(condition));
}

void DecisionRecap::addGate(const rules::Gate &gate)
{
    title(tr("Completeness"));
    const std::size_t all = gate.checks.size(), open = gate.openCount();
    line(tr("%1 of %2 checks closed").arg(all - open).arg(all), open == 0 ? Tone::Primary : Tone::Warning)->setObjectName(QStringLiteral("supervision.gate"));
    int shown = 0;
    for (const rules::Check &check : gate.checks) {
        if (check.open && shown++ < openShown)
            bullet(text(check.text), Tone::Warning);
        else if (!check.open && !check.explanation.empty())
            line(tr("Explained: %1").arg(text(check.text)), Tone::Secondary);
    }
    if (shown > openShown)
        line(tr("and %1 more").arg(shown - openShown), Tone::Secondary);
}

void DecisionRecap::addPages(const model::Dossier &dossier)
{
    title(tr("Pages never displayed"));
    const QStringList pages = neverDisplayed(dossier), waived = waivedPages(dossier);
    if (pages.isEmpty() && waived.isEmpty())
        line(tr("None: all %1 pages were displayed").arg(dossier.pageCount()))->setObjectName(QStringLiteral("supervision.pages"));
    for (const QString &words : pages)
        line(words, Tone::Warning);
    for (const QString &words : waived)
        line(tr("Waived: %1").arg(words), Tone::Secondary);
}

// ---- reasons --------------------------------------------------------------------------------------------------------

ReasonsView::ReasonsView(Theme *theme, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_content(new QWidget), m_column(new QVBoxLayout(m_content))
{
    setObjectName(QStringLiteral("supervision.reasons"));
    setAccessibleName(tr("Reasons"));
    m_column->setContentsMargins(16, 12, 16, 16);
    m_column->setSpacing(8);
    prepare(this, m_content);
    connect(theme, &Theme::changed, this, &ReasonsView::dress);
}

void ReasonsView::dress()
{
    for (qsizetype i = 0; i < m_paragraphs.size(); ++i)
        m_paragraphs[i]->setText(QString(m_html[i]).replace(accentPlace, m_theme->tokens().accent.name()));
}

void ReasonsView::show(const model::Dossier *dossier)
{
    empty(m_column);
    m_paragraphs.clear();
    m_html.clear();
    std::vector<PassageId> numbers; // a passage keeps its number when it is cited again
    for (std::size_t i = 0; dossier && i < dossier->reasons.size(); ++i) {
        QString html = text(dossier->reasons[i].text).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
        for (const PassageId &cited : dossier->reasons[i].cites) {
            auto found = std::find(numbers.begin(), numbers.end(), cited);
            if (found == numbers.end())
                found = numbers.insert(numbers.end(), cited);
            html += QStringLiteral(" <a href=\"passage:%1\" style=\"color:%3\">[%2]</a>").arg(text(cited.text())).arg(found - numbers.begin() + 1).arg(accentPlace);
        }
        auto *paragraph = new ThemedLabel(m_theme, {}, {Theme::Text::Base, QFont::Normal, Tone::Primary, false}, m_content);
        paragraph->setObjectName(QStringLiteral("supervision.reasons.%1").arg(i));
        paragraph->setAccessibleName(text(dossier->reasons[i].text));
        paragraph->setTextFormat(Qt::RichText);
        paragraph->setFit(ThemedLabel::Fit::Wrap);
        paragraph->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard | Qt::TextSelectableByMouse);
        connect(paragraph, &QLabel::linkActivated, this, &ReasonsView::placeWanted);
        m_column->addWidget(paragraph);
        m_paragraphs << paragraph;
        m_html << html;
    }
    dress();
    if (dossier && dossier->reasons.empty())
        m_column->addWidget(new ThemedLabel(m_theme, tr("No reasons are written."), {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, m_content));
    m_column->addStretch(1);
}

} // namespace caseward::ui
