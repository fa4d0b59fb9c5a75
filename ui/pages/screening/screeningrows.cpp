// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/screening/screeningrows.h"

#include "ui/models/casewords.h"

#include <QCoreApplication>
#include <QStringList>

namespace caseward::ui {

namespace {

using Kind = ScreeningRow::Kind;

QString tr(const char *words) { return QCoreApplication::translate("ScreeningRows", words); }

QString placeLink(const session::HintPlace &place)
{
    return QStringLiteral("place:%1:%2:%3:%4").arg(text(place.document.text())).arg(std::max(1u, place.place.page)).arg(place.place.start).arg(place.place.end);
}

HintRow rowOf(const session::Hint &hint)
{
    HintRow row;
    row.id = text(hint.id);
    row.kind = text(hint.kind);
    row.text = text(hint.text);
    row.why = text(hint.why);
    row.open = hint.isOpen();
    row.state = hint.note ? tr("for your information") : hint.isOpen() ? tr("to look at") : tr("settled");
    row.settled = text(hint.settled);
    if (!row.settled.isEmpty())
        row.settled.replace(0, 1, row.settled.at(0).toUpper());
    if (!hint.places.empty()) {
        row.where = placeLink(hint.places.front());
        QStringList pages;
        for (const session::HintPlace &place : hint.places)
            if (const QString page = tr("p. %1").arg(place.place.page); place.place.page != 0 && !pages.contains(page))
                pages << page;
        row.page = pages.join(QStringLiteral(", "));
    }
    return row;
}

QString lookWords(std::uint32_t open)
{
    return open == 0 ? tr("nothing to look at") : open == 1 ? tr("1 thing to look at") : tr("%1 things to look at").arg(open);
}

QString judgedWords(const model::SectionJudged &said)
{
    const auto all = {said.complete, said.consistent, said.relevant};
    const auto count = [&](model::Verdict verdict) { return std::ranges::count(all, verdict); };
    if (count(model::Verdict::NotJudged) == 3)
        return tr("open");
    if (count(model::Verdict::No) > 0)
        return tr("judged, with a no");
    return count(model::Verdict::Yes) == 3 ? tr("judged") : tr("partly judged");
}

QString stateWord(session::SectionState state)
{
    switch (state) {
    case session::SectionState::Missing: return tr("no answer");
    case session::SectionState::NotAsked: return tr("asked only of some");
    case session::SectionState::NotReadable: return tr("to be read by you");
    case session::SectionState::Answered: break;
    }
    return tr("answered");
}

ScreeningRow sectionRow(const session::SectionResult &section)
{
    ScreeningRow row;
    row.kind = Kind::Section;
    row.id = text(section.id);
    row.key = QStringLiteral("section/") + row.id;
    row.group = row.id;
    row.title = text(section.title);
    row.judged = section.judged;
    row.said = judgedWords(section.judged);
    const std::uint32_t open = section.openHints();
    row.open = open > 0;
    const bool answered = section.state == session::SectionState::Answered;
    row.state = answered && open > 0 ? lookWords(open) : stateWord(section.state);
    row.icon = row.open ? QStringLiteral("circle-alert") : answered ? QStringLiteral("circle-check") : QStringLiteral("circle");
    row.tone = row.open ? Tone::Warning : answered ? Tone::Primary : Tone::Secondary;
    QStringList lead{answered ? tr("Answered.") : stateWord(section.state) + QLatin1Char('.')};
    if (section.entries > 0)
        lead << (section.entries == 1 ? tr("1 entry.") : tr("%1 entries.").arg(section.entries));
    if (!section.window.empty())
        lead << tr("The form looks back to %1.").arg(text(section.window).left(10));
    else if (section.back.ever)
        lead << tr("The form asks about any time.");
    if (section.more > 0)
        lead << tr("%1 more of this kind are not listed.").arg(section.more);
    row.lead = lead.join(QLatin1Char(' '));
    for (const session::Hint &hint : section.hints)
        row.hints.push_back(rowOf(hint));
    return row;
}

ScreeningRow itemRow(Kind kind, const QString &group, const session::FileItem &item)
{
    ScreeningRow row;
    row.kind = kind;
    row.id = text(item.id);
    row.key = group + QLatin1Char('/') + row.id;
    row.group = group;
    row.title = text(item.title);
    row.state = tr(item.state.c_str());
    row.open = !item.good;
    row.icon = item.good ? QStringLiteral("circle-check") : QStringLiteral("circle-alert");
    row.tone = item.good ? Tone::Primary : Tone::Warning;
    row.hintKind = text(item.hint);
    HintRow hint;
    hint.kind = row.hintKind;
    hint.text = text(item.text);
    hint.state = row.state;
    hint.open = row.open;
    if (item.place) {
        hint.where = placeLink(*item.place);
        hint.page = item.place->place.page == 0 ? QString() : tr("p. %1").arg(item.place->place.page);
    }
    row.hints = {hint};
    return row;
}

ScreeningRow hintRow(Kind kind, const QString &group, const session::Hint &hint)
{
    ScreeningRow row;
    row.kind = kind;
    row.id = text(hint.id);
    row.key = group + QLatin1Char('/') + row.id;
    row.group = group;
    row.title = text(hint.text);
    row.open = hint.isOpen();
    row.state = row.open ? tr("to look at") : tr("dismissed");
    row.icon = row.open ? QStringLiteral("flag") : QStringLiteral("circle-check");
    row.tone = row.open ? Tone::Warning : Tone::Secondary;
    row.hintKind = text(hint.kind);
    row.lead = kind == Kind::Flag ? tr("Not a finding: something to look at before the case is assigned.") : tr("Not a finding.");
    row.hints = {rowOf(hint)};
    return row;
}

void addDeficiencies(const session::Screened &screened, const model::Dossier &dossier, std::vector<ScreeningRow> &rows)
{
    for (const auto &[key, noted] : dossier.screening.deficiencies) {
        const auto *code = screened.forms->deficiency(key.first);
        ScreeningRow row;
        row.kind = Kind::Deficiency;
        row.id = text(key.first);
        row.section = text(key.second);
        row.group = tr("Deficiency");
        row.key = row.group + QLatin1Char('/') + row.id + QLatin1Char('/') + row.section;
        row.title = (row.section.isEmpty() ? QString() : tr("Section %1: ").arg(row.section)) + text(noted.text);
        row.open = !noted.settled;
        row.state = row.open ? tr("for the sender") : tr("settled");
        row.icon = row.open ? QStringLiteral("send") : QStringLiteral("circle-check");
        row.tone = row.open ? Tone::Accent : Tone::Secondary;
        row.lead = code ? tr("%1: %2. Goes into the letter to the sender until it is settled.").arg(row.id, text(code->title)) : row.id;
        HintRow hint;
        hint.text = text(noted.text);
        hint.state = row.state;
        hint.settled = row.open ? QString() : tr("Settled: %1").arg(text(noted.settled->first));
        row.hints = {hint};
        rows.push_back(std::move(row));
    }
}

} // namespace

QString formWords(const session::FormScreening &form)
{
    if (!form.readable)
        return tr("on paper or not readable: held against %1, and left to you").arg(text(form.rules->id));
    const QString name = form.form.empty() ? tr("a form that does not say its name") : (text(form.form) + QLatin1Char(' ') + text(form.version)).trimmed();
    return form.known ? name : tr("%1, not known here: held against %2").arg(name, text(form.rules->id));
}

std::vector<ScreeningRow> screeningRows(const session::Screened &screened, std::size_t form, const model::Dossier &dossier)
{
    std::vector<ScreeningRow> rows;
    const session::Screening &found = screened.found;
    for (const session::Hint &flag : found.flags)
        rows.push_back(hintRow(Kind::Flag, tr("Flag"), flag));
    if (form < found.questionnaires.size())
        for (const session::SectionResult &section : found.questionnaires[form].sections)
            rows.push_back(sectionRow(section));
    for (const session::FileItem &item : found.releases)
        rows.push_back(itemRow(Kind::Release, tr("Release"), item));
    for (const session::FileItem &item : found.identity)
        rows.push_back(itemRow(Kind::Identity, tr("Identity"), item));
    for (const session::FileItem &item : found.components)
        rows.push_back(itemRow(Kind::Component, text(found.tier), item));
    if (found.deviation)
        rows.push_back(hintRow(Kind::Coverage, tr("Coverage"), *found.deviation));
    addDeficiencies(screened, dossier, rows);
    return rows;
}

} // namespace caseward::ui
