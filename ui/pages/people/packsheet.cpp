// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/packsheet.h"

#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"
#include "ui/models/packwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <string_view>

namespace caseward::ui {

namespace {

QString safe(const std::string &words) { return text(words).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")); }
QString bold(const QString &html) { return QStringLiteral("<b>%1</b>").arg(html); }
QString paragraph(const QString &html) { return QStringLiteral("<p style='margin-top:4px;margin-bottom:4px'>%1</p>").arg(html); }
QString heading(const QString &words) { return QStringLiteral("<p style='margin-top:18px;margin-bottom:4px'><b>%1</b></p>").arg(words.toHtmlEscaped()); }

// Said beside the thing itself, so that nobody takes a wording for surer than it is.
QString sure(const std::string &confidence)
{
    const QString word = confidenceWord(confidence);
    return word.isEmpty() ? QString() : QStringLiteral(" <i>%1</i>").arg(PackSheet::tr("(confidence: %1)").arg(word.toLower()).toHtmlEscaped());
}

QString beside(const packs::Translations &also)
{
    QString html;
    for (const packs::Translation &it : also)
        html += QStringLiteral("<br><i>%1: %2%3</i>").arg(safe(it.language), it.title.empty() ? QString() : safe(it.title) + QStringLiteral(". "), safe(it.text));
    return html;
}

// Names of formats in words; what a table has no word for is shown as it is.
using Words = std::map<std::string_view, const char *>;
QString wordOf(const Words &words, const std::string &name)
{
    const auto word = words.find(name);
    return word == words.end() ? text(name) : PackSheet::tr(word->second);
}

QString fromWords(const std::string &from)
{
    static const Words words{{"service", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", " from service")}, {"answer", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", " from the answer")},
                             {"decision", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", " from the decision")}, {"request", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", " from the request")},
                             {"opened", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", " from the opening of the case")}, {"assigned", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", " from the assignment")}};
    return wordOf(words, from);
}

QString partWord(const std::string &part)
{
    static const Words words{{"condition", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Condition")}, {"guideline", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Guideline")},
                             {"factor", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Factor")}, {"outcome", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Outcome")},
                             {"exception", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Exception")}, {"bar", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Statutory bar")},
                             {"level", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Level")}, {"review", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Review")},
                             {"clock", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Clock")}, {"rule", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Rule")},
                             {"pack", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "The pack")}};
    return wordOf(words, part);
}

QString fieldWord(const std::string &field)
{
    static const Words words{{"text", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "text")}, {"shortText", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "words for lists")},
                             {"subItems", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "items below it")}, {"connective", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "how its limbs are joined")},
                             {"also", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "words in other languages")}, {"verified", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "what was checked")},
                             {"needsException", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "whether it needs an exception")}, {"confirmWord", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "word to confirm")},
                             {"appliesTo", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "to whom it applies")}, {"lookBackYears", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "years looked back")},
                             {"validYears", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "years of validity")}, {"effective", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "first day")},
                             {"effectiveTo", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "last day")}, {"supersedes", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "what it takes the place of")},
                             {"standard", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "what is asked for")}, {"crosswalk", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "the same concerns in other packs")},
                             {"confidenceText", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "how sure its words are")}, {"digest", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "only the order of things")}};
    return wordOf(words, field);
}

QString topicWord(const std::string &topic)
{
    static const Words words{{"review of favourable decisions", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Review of favourable decisions")},
                             {"review of adverse decisions", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Review of adverse decisions")},
                             {"time to reply", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Time to reply")}, {"statutory bars", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Statutory bars")},
                             {"mitigation", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Mitigation")}, {"look-back", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Look-back")},
                             {"validity", QT_TRANSLATE_NOOP("caseward::ui::PackSheet", "Validity")}};
    return wordOf(words, topic);
}

QString headOf(const packs::Pack &pack)
{
    QString html = paragraph(safe(pack.instrument)) + paragraph(safe(pack.notice));
    if (!pack.standard.empty())
        html += paragraph(PackSheet::tr("What is asked for: %1").arg(safe(pack.standard)));
    html += paragraph(pack.effectiveTo.empty() ? PackSheet::tr("In force from %1").arg(safe(pack.effective))
                                               : PackSheet::tr("In force from %1 to %2").arg(safe(pack.effective), safe(pack.effectiveTo)));
    if (!pack.confidence.empty())
        html += paragraph(PackSheet::tr("How sure these words are: %1. %2").arg(confidenceWord(pack.confidence).toLower(), safe(pack.confidenceText)));
    for (const packs::Source &source : pack.sources)
        html += paragraph(source.verified.empty() ? PackSheet::tr("Source: %1; nothing was checked there").arg(safe(source.text))
                                                  : PackSheet::tr("Source: %1; checked: %2").arg(safe(source.text), safe(source.verified)));
    return html;
}

QString guidelineOf(const packs::Guideline &guideline)
{
    QString html = heading(QStringLiteral("%1  %2").arg(text(guideline.letter), text(guideline.title)));
    html += paragraph(safe(guideline.concernText) + sure(guideline.confidence) + beside(guideline.also));
    if (!guideline.verified.empty())
        html += paragraph(QStringLiteral("<i>%1</i>").arg(PackSheet::tr("Checked: %1").arg(safe(guideline.verified))));
    for (const auto *side : {&guideline.disqualifying, &guideline.mitigating})
        for (const packs::Condition &it : *side)
            html += paragraph((packs::isConcern(it.kind) ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + bold(safe(it.id)) + QStringLiteral("&nbsp; ") + safe(it.text) + sure(it.confidence) + beside(it.also));
    return html;
}

QString processOf(const packs::Pack &pack)
{
    QString html;
    const auto part = [&html](const QString &title, const auto &list, const auto &say) {
        if (!list.empty())
            html += heading(title);
        for (const auto &it : list)
            html += paragraph(say(it));
    };
    part(PackSheet::tr("Factors"), pack.factors, [](const packs::Factor &it) { return bold(safe(it.id)) + QStringLiteral("&nbsp; ") + safe(it.text) + sure(it.confidence); });
    part(PackSheet::tr("Outcomes"), pack.outcomes, [](const packs::Outcome &it) {
        const QString kinds[] = {PackSheet::tr("favourable"), PackSheet::tr("adverse"), PackSheet::tr("without a determination"), PackSheet::tr("for the time being")};
        return safe(it.title) + QStringLiteral(": ") + kinds[static_cast<int>(it.outcomeClass)] + beside(it.also);
    });
    part(PackSheet::tr("Exceptions"), pack.exceptions, [](const packs::ExceptionCode &it) { return bold(safe(it.code)) + QStringLiteral("&nbsp; ") + safe(it.name) + QStringLiteral(": ") + safe(it.text); });
    part(PackSheet::tr("Statutory bars"), pack.statutoryBars, [](const packs::StatutoryBar &it) {
        return (it.kind == packs::BarKind::Prohibition ? PackSheet::tr("Prohibition") : PackSheet::tr("Disqualifier")) + QStringLiteral(": ") + safe(it.text);
    });
    part(PackSheet::tr("Levels"), pack.levels, [](const packs::Level &it) {
        QString words = bold(safe(it.title)) + QStringLiteral("&nbsp; ") + safe(it.text);
        if (it.validYears)
            words += QLatin1Char(' ') + PackSheet::tr("Valid %1 years.").arg(it.validYears);
        if (it.lookBackYears)
            words += QLatin1Char(' ') + PackSheet::tr("Looks back %1 years.").arg(it.lookBackYears);
        return words + sure(it.confidence) + beside(it.also);
    });
    part(PackSheet::tr("Review"), pack.review, [](const packs::ReviewRule &it) { return safe(it.text) + sure(it.confidence) + beside(it.also); });
    part(PackSheet::tr("Clocks"), pack.clocks, [](const packs::TimeLimit &it) {
        return safe(it.title) + QStringLiteral(": ") + (it.unit == "business" ? PackSheet::tr("%1 business days").arg(it.days) : PackSheet::tr("%1 days").arg(it.days))
            + fromWords(it.from).toHtmlEscaped() + (it.goal ? PackSheet::tr(", a goal") : QString()) + sure(it.confidence);
    });
    part(PackSheet::tr("Rules"), pack.rules, [](const packs::ProcessRule &it) { return bold(safe(it.title)) + QStringLiteral("&nbsp; ") + safe(it.text) + sure(it.confidence) + beside(it.also); });
    return html;
}

} // namespace

PackSheet::PackSheet(Theme *theme, const QString &title, const QString &html, QWidget *anywhere)
    : Overlay(theme, QStringLiteral("people.packSheet"), anywhere), m_text(new QTextBrowser(card()))
{
    setAccessibleName(title);
    setCardWidth(860);
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(16);
    auto *head = new ThemedLabel(theme, title, {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}, card());
    head->setFit(ThemedLabel::Fit::Elide);
    column->addWidget(head);
    m_text->setObjectName(QStringLiteral("people.packSheet.text"));
    m_text->setAccessibleName(title);
    m_text->setProperty("cls", "field");
    m_text->setOpenLinks(false);             // nothing in a pack leads anywhere
    m_text->setTabChangesFocus(true);
    m_text->setHtml(html);
    // As tall as the window has room for. The height is that of a plain widget round it: the style sets that of the text itself.
    auto *room = new QWidget(card());
    room->setFixedHeight(std::clamp(anywhere->window()->height() - 320, 200, 640));
    auto *inside = new QVBoxLayout(room);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_text);
    column->addWidget(room);
    auto *close = new QPushButton(tr("Close"), card());
    close->setObjectName(QStringLiteral("people.packSheet.close"));
    close->setAccessibleName(close->text());
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &Overlay::dismiss);
    present(m_text);
}

QString PackSheet::wholePack(const packs::Pack &pack)
{
    QString html = headOf(pack);
    for (const packs::Guideline &guideline : pack.guidelines)
        html += guidelineOf(guideline);
    return html + processOf(pack);
}

QString PackSheet::changes(const std::vector<packs::PackChange> &changes)
{
    QString html;
    for (const packs::PackChange &it : changes) {
        const QString what = partWord(it.part).toHtmlEscaped() + (it.id.empty() ? QString() : QLatin1Char(' ') + safe(it.id)) + (it.field.empty() ? QString() : QStringLiteral(", ") + fieldWord(it.field).toHtmlEscaped());
        const QString kind = it.kind == packs::ChangeKind::Added ? tr("Added") : it.kind == packs::ChangeKind::Removed ? tr("Removed") : tr("Changed");
        html += paragraph(bold(kind) + QStringLiteral("&nbsp; ") + what);
        if (!it.before.empty())
            html += paragraph(tr("Before: %1").arg(safe(it.before)));
        if (!it.after.empty())
            html += paragraph(tr("Now: %1").arg(safe(it.after)));
    }
    return html.isEmpty() ? paragraph(tr("Nothing differs.")) : html;
}

QString PackSheet::rules(const std::vector<packs::RuleComparison> &rules)
{
    QString html = paragraph(tr("Each rule in the words of each pack. What is stricter is said of one rule at a time; nothing is merged, and each authority's decision is its own."));
    for (const packs::RuleComparison &row : rules) {
        html += heading(topicWord(row.topic));
        for (const packs::RuleSide &side : row.sides)
            html += paragraph(safe(side.pack) + QStringLiteral(": ") + (side.stricter ? bold(safe(side.words) + tr(" (stricter)")) : safe(side.words)));
    }
    return html;
}

} // namespace caseward::ui
