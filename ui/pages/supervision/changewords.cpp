// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/supervision/changewords.h"

#include "ui/evidence/returnnotes.h"
#include "ui/models/casewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace caseward::ui {

namespace {

using What = model::Change::What;

QString words(const char *said) { return QCoreApplication::translate("ChangeWords", said); }

void replaceFirst(QString &in, const QString &what, const QString &with)
{
    const qsizetype at = in.indexOf(what);
    if (at >= 0)
        in.replace(at, what.size(), with);
}

// The neutral text of core/model/changes names an outcome by its id.
QString withOutcomeTitle(QString side, const packs::Pack *pack)
{
    for (const char stop : {';', ','}) {
        const QString id = side.section(QLatin1Char(stop), 0, 0);
        if (pack && pack->outcome(id.toStdString()))
            return outcomeTitle(pack, id.toStdString()) + side.mid(id.size());
    }
    return side;
}

const rules::Check *explainedCheck(const std::string &key, const rules::Gate &gate)
{
    for (const rules::Check &check : gate.checks) {
        if (check.id + "/" + check.key() == key)
            return &check;
    }
    return nullptr;
}

const packs::Condition *conditionOf(const model::Change &change, const ChangeContext &context)
{
    return context.pack ? context.pack->condition(change.key.substr(change.key.find('/') + 1)) : nullptr;
}

const model::Tie *tieOf(const model::Change &change, const ChangeContext &context)
{
    for (const model::Tie &tie : context.dossier.ties) {
        if (change.area == "passage" && tie.id.text() == change.key)
            return &tie;
    }
    return nullptr;
}

std::vector<std::uint32_t> unseen(const model::DocumentState &document)
{
    std::vector<std::uint32_t> pages;
    for (std::uint32_t page = 1; page <= document.facts.pages; ++page) {
        if (document.displayed.count(page) == 0 && document.waived.count(page) == 0)
            pages.push_back(page);
    }
    return pages;
}

} // namespace

QString changeSign(What what)
{
    switch (what) {
    case What::Added: return QStringLiteral("+");
    case What::Changed: return QStringLiteral("~");
    case What::Removed: return QStringLiteral("−");
    }
    return {};
}

QString changeVerb(What what)
{
    switch (what) {
    case What::Added: return words("Added");
    case What::Changed: return words("Changed");
    case What::Removed: return words("Removed");
    }
    return {};
}

QString changeTarget(const model::Change &change) { return text(change.area + "/" + change.key); }

QString outcomeTitle(const packs::Pack *pack, const std::string &outcome)
{
    const packs::Outcome *found = pack ? pack->outcome(outcome) : nullptr;
    const QString title = text(found ? found->title : outcome);
    // No list may let it be taken for a denial.
    return found && found->outcomeClass == packs::OutcomeClass::Administrative ? words("%1 (administrative, not adverse)").arg(title) : title;
}

QString changeLine(const model::Change &change, const ChangeContext &context)
{
    if (const model::Tie *tie = tieOf(change, context); tie && context.pack) {
        const PassageFacts facts = passageFacts(context.dossier, *context.pack, *tie);
        return QStringLiteral("%1  %2").arg(facts.label, facts.spoken(facts.quote.size()));
    }
    const std::string &side = change.what == What::Removed ? change.before : change.after;
    const QString whole = changeSide(change, side, context);
    if (change.area == "condition") {
        const packs::Condition *condition = conditionOf(change, context);
        const QString finding = whole.section(QLatin1Char('\n'), 0, 0).section(QStringLiteral(": "), 1);
        return condition ? QStringLiteral("%1  %2").arg(conditionLabel(*condition), finding) : whole.simplified();
    }
    return whole.simplified();
}

QString changeSide(const model::Change &change, const std::string &side, const ChangeContext &context)
{
    QString said = text(side);
    if (change.area == "outcome" || change.area == "decision")
        said = withOutcomeTitle(said, context.pack);
    if (change.area == "check") {
        // The text begins with the check's id and target, which say nothing to a reader; its sentence does.
        if (const rules::Check *check = explainedCheck(change.key, context.gate); check && side == change.after && !check->explanation.empty())
            return text(check->text) + QStringLiteral("\n\n") + text(check->explanation);
    }
    if (change.area != "allegation")
        replaceFirst(said, QStringLiteral("; reason: "), QStringLiteral("\n\n"));
    replaceFirst(said, QStringLiteral("; note: "), QStringLiteral("\n\n"));
    replaceFirst(said, QStringLiteral("; exception: "), QStringLiteral("\n\n") + words("Exception "));
    replaceFirst(said, QStringLiteral("; resolved: "), QStringLiteral("\n\n") + words("Resolved: "));
    replaceFirst(said, QStringLiteral("; explained: "), QStringLiteral("\n\n") + words("Explained: "));
    if (change.area == "allegation") {
        for (const char *part : {"raises", "answer", "in words", "seriousness as given", "seriousness as seen", "recency", "frequency", "found", "establishes", "reason", "withdrawn"})
            replaceFirst(said, QStringLiteral("; %1: ").arg(QLatin1String(part)), QStringLiteral("\n%1: ").arg(QLatin1String(part)));
    }
    if (change.area == "outcome")
        said.replace(QStringLiteral("; condition: "), QStringLiteral("\n\n") + words("Condition: "));
    return said;
}

std::vector<PassageFacts> changePassages(const model::Change &change, const ChangeContext &context)
{
    if (const model::Tie *tie = tieOf(change, context); tie && context.pack)
        return {passageFacts(context.dossier, *context.pack, *tie)};
    if (const packs::Condition *condition = conditionOf(change, context); condition && change.area == "condition")
        return passagesOf(context.dossier, *context.pack, *condition);
    for (const model::Contradiction &one : context.dossier.contradictions) {
        if (change.area == "contradiction" && one.id.text() == change.key)
            return {anchorFacts(context.dossier, one.claimed), anchorFacts(context.dossier, one.found)};
    }
    for (const model::Gap &gap : context.dossier.gaps) {
        if (change.area == "gap" && gap.id.text() == change.key && gap.anchor)
            return {anchorFacts(context.dossier, *gap.anchor)};
    }
    return {};
}

QString changePlace(const model::Change &change, const ChangeContext &context)
{
    if (change.what == What::Removed)
        return {};
    if (change.area == "document")
        return text(change.key);
    if (change.area == "contradiction")
        return QStringLiteral("contradiction:") + text(change.key);
    if (change.area == "condition")
        return QStringLiteral("condition:") + text(change.key.substr(change.key.find('/') + 1));
    const std::vector<PassageFacts> passages = changePassages(change, context);
    return passages.empty() ? QString() : passages.front().link;
}

QString localDay(Instant instant)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(instant.milliseconds).date(), QStringLiteral("d MMM yyyy"));
}

QString pageRanges(const std::vector<std::uint32_t> &pages)
{
    QStringList ranges;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1)
            ++last;
        ranges << (last == i ? QString::number(pages[i]) : QStringLiteral("%1–%2").arg(pages[i]).arg(pages[last]));
        i = last + 1;
    }
    return ranges.join(QStringLiteral(", "));
}

QStringList neverDisplayed(const model::Dossier &dossier)
{
    QStringList lines;
    for (const model::DocumentState &document : dossier.documents) {
        const std::vector<std::uint32_t> pages = unseen(document);
        if (!pages.empty())
            lines << (pages.size() == 1 ? words("%1: p. %2") : words("%1: pp. %2")).arg(documentTitle(dossier, document.facts.document), pageRanges(pages));
    }
    return lines;
}

QStringList waivedPages(const model::Dossier &dossier)
{
    QStringList lines;
    for (const model::DocumentState &document : dossier.documents) {
        for (const auto &[page, reason] : document.waived)
            lines << words("%1, p. %2: %3").arg(documentTitle(dossier, document.facts.document)).arg(page).arg(text(reason));
    }
    return lines;
}

} // namespace caseward::ui
