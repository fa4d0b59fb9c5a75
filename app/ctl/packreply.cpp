// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"

#include <set>

namespace caseward::ctl {

namespace {

std::string inBrackets(const std::string &words) { return words.empty() ? "" : "  (" + words + ")"; }

std::string originWords(const session::PackRow &row)
{
    switch (row.origin) {
    case session::PackOrigin::Program: return "came with the program";
    case session::PackOrigin::WithCase: return "came with a case";
    case session::PackOrigin::Doubted: return "taken in here; its signature does not verify any more: " + row.doubt;
    case session::PackOrigin::Imported: break;
    }
    return "signed by " + row.signer + ", " + row.office;
}

std::string beside(const packs::Translations &also)
{
    std::string lines;
    for (const packs::Translation &it : also)
        lines += "      " + it.language + ": " + it.title + (it.title.empty() || it.text.empty() ? "" : ". ") + it.text + "\n";
    return lines;
}

std::string guidelineLines(const packs::Guideline &guideline)
{
    std::string lines = "\nGuideline " + guideline.letter + ": " + guideline.title + inBrackets("confidence " + guideline.confidence) + "\n  " +
                        guideline.concernCitation + ": " + guideline.concernText + "\n";
    if (!guideline.verified.empty())
        lines += "  checked: " + guideline.verified + "\n";
    for (const auto *side : {&guideline.disqualifying, &guideline.mitigating})
        for (const packs::Condition &condition : *side)
            lines += std::string(packs::isConcern(condition.kind) ? "  ▲ " : "  ▼ ") + condition.id + "  " + condition.text + inBrackets(condition.confidence) + "\n" +
                     beside(condition.also);
    return lines;
}

std::string headLines(const packs::Pack &pack)
{
    std::string lines = pack.id + "  " + pack.version + "  " + pack.jurisdiction + "\n" + pack.instrument + "\n" + pack.notice + "\nin force from " + pack.effective +
                        (pack.effectiveTo.empty() ? "" : " to " + pack.effectiveTo) + "\n";
    if (!pack.standard.empty())
        lines += "standard: " + pack.standard + "\n";
    if (!pack.confidence.empty())
        lines += "confidence: " + pack.confidence + inBrackets(pack.confidenceText) + "\n";
    for (const packs::Source &source : pack.sources)
        lines += "source: " + source.text + (source.verified.empty() ? "; nothing checked there" : "; checked: " + source.verified) + "\n";
    return lines;
}

std::string processLines(const packs::Pack &pack)
{
    std::string lines = "\nfactors\n";
    for (const auto &factor : pack.factors)
        lines += "  " + factor.id + "  " + factor.text + "\n";
    lines += "\noutcomes\n";
    for (const auto &outcome : pack.outcomes)
        lines += "  " + outcome.id + "  " + outcome.title + "  (" + std::string(packs::outcomeClassName(outcome.outcomeClass)) + ", confirmed by " +
                 outcome.confirmWord + ")\n" + beside(outcome.also);
    for (const auto &exception : pack.exceptions)
        lines += "  exception " + exception.code + ", " + exception.name + ": " + exception.text + "\n";
    for (const auto &bar : pack.statutoryBars)
        lines += std::string("  ") + (bar.kind == packs::BarKind::Prohibition ? "prohibition " : "disqualifier ") + bar.id + ": " + bar.text + "\n";
    for (const auto &level : pack.levels)
        lines += "  level " + level.title + (level.validYears ? ", valid " + std::to_string(level.validYears) + " years" : "") +
                 (level.lookBackYears ? ", looks back " + std::to_string(level.lookBackYears) + " years" : "") + inBrackets(level.confidence) + "\n";
    for (const auto &rule : pack.review)
        lines += "  review " + rule.id + ": " + rule.text + inBrackets(rule.confidence) + "\n" + beside(rule.also);
    for (const auto &clock : pack.clocks)
        lines += std::string(clock.goal ? "  goal " : "  clock ") + clock.title + ": " + std::to_string(clock.days) + " " + clock.unit + " days from " + clock.from +
                 inBrackets(clock.confidence) + "\n";
    for (const auto &rule : pack.rules)
        lines += "  rule " + rule.title + ": " + rule.text + inBrackets(rule.confidence) + "\n" + beside(rule.also);
    return lines;
}

} // namespace

Result<std::vector<session::PackRow>> packRows(Call &call)
{
    if (call.has("vault"))
        return session::PackDesk(*TRY(call.session())).list();
    const auto shipped = TRY(packs::loadPacks(call.environment().packsFolder));
    std::vector<session::PackRow> rows;
    const std::set<Digest> none;
    for (const packs::PackPtr &pack : shipped)
        rows.push_back({pack, session::PackOrigin::Program, packs::standingOf(*pack, shipped, none, dayOf(call.environment().clock.now())), {}, {}, {}, {}, {}});
    return rows;
}

Result<packs::PackPtr> packMeant(Call &call, const std::string &name)
{
    std::error_code ignored;
    if (std::filesystem::is_regular_file(name, ignored))
        return session::readPackFile(name);
    const auto found = session::packAmong(TRY(packRows(call)), name);
    if (!found.ok())
        return fail(found.fault().code, found.fault().detail + ", and there is no file of that name", {{"what", name}});
    return found->pack;
}

Json::Object packFacts(const session::PackRow &row)
{
    const packs::Pack &pack = *row.pack;
    return {{"id", Json(pack.id)}, {"version", Json(pack.version)}, {"digest", Json(pack.digest.hex())}, {"instrument", Json(pack.instrument)},
            {"jurisdiction", Json(pack.jurisdiction)}, {"effective", Json(pack.effective)}, {"effectiveTo", Json(pack.effectiveTo)},
            {"confidence", Json(pack.confidence)}, {"origin", Json(session::originName(row.origin))}, {"standing", Json(packs::standingName(row.standing))},
            {"signer", Json(row.signer)}, {"office", Json(row.office)}, {"retired", Json(row.retiredAt.milliseconds ? dayOf(row.retiredAt) : std::string())},
            {"reason", Json(row.retiredReason)}, {"doubt", Json(row.doubt)}};
}

std::string packLine(const session::PackRow &row)
{
    const packs::Pack &pack = *row.pack;
    return pack.id + "  " + pack.version + "  " + std::string(packs::standingName(row.standing)) + "  " + pack.instrument + "\n  " +
           originWords(row) +
           (row.retiredReason.empty() ? "" : "; retired on " + dayOf(row.retiredAt) + ": " + row.retiredReason) + "\n  sha256 " + pack.digest.hex() + "\n";
}

std::string packLines(const packs::Pack &pack)
{
    std::string lines = headLines(pack);
    for (const packs::Guideline &guideline : pack.guidelines)
        lines += guidelineLines(guideline);
    return lines + processLines(pack);
}

Reply packChanges(const packs::Pack &before, const packs::Pack &after)
{
    Json::Array list;
    std::string lines;
    for (const packs::PackChange &change : packs::difference(before, after)) {
        list.emplace_back(Json::Object{{"change", Json(packs::changeName(change.kind))}, {"part", Json(change.part)}, {"id", Json(change.id)},
                                       {"field", Json(change.field)}, {"before", Json(change.before)}, {"after", Json(change.after)}});
        lines += std::string(packs::changeName(change.kind)) + "  " + change.part + (change.id.empty() ? "" : " " + change.id) +
                 (change.field.empty() ? "" : ", " + change.field) + "\n";
        if (!change.before.empty())
            lines += "  - " + oneLine(change.before, 400) + "\n";
        if (!change.after.empty())
            lines += "  + " + oneLine(change.after, 400) + "\n";
    }
    if (list.empty())
        lines = "nothing differs\n";
    return {{{"changes", Json(std::move(list))}}, lines};
}

} // namespace caseward::ctl
