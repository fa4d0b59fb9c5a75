// SPDX-License-Identifier: GPL-3.0-or-later
// What must be in the file beside the questionnaire, and how far the investigation reaches.
#include "core/rules/formscreening.h"
#include "core/rules/gaprule.h"

#include <algorithm>

namespace caseward::rules {

namespace {

std::optional<HintPlace> placeIn(const model::PaperPlace &place)
{
    if (!place.document)
        return std::nullopt;
    HintPlace made;
    made.document = *place.document;
    made.place.page = place.page;
    return made;
}

DayNumber dayOf(const std::string &written)
{
    const auto when = whenOf(written, 0);
    return when ? when->first : 0;
}

// The last day on which a release still counts; nothing when it has no end.
std::optional<DayNumber> lastDay(const packs::ReleaseRule &rule, const model::ReleaseRecorded &said)
{
    if (!said.validUntil.empty())
        return dayOf(said.validUntil);
    if (rule.validYears == 0)
        return std::nullopt;
    return yearsBefore(dayOf(said.signedOn), -static_cast<int>(rule.validYears));
}

FileItem releaseItem(const packs::ReleaseRule &rule, const model::Dossier &dossier, DayNumber asOf)
{
    FileItem item{rule.id, rule.title, "absent", false, "It is not recorded that this release is in the file.", "release-absent", {}};
    const auto found = dossier.screening.releases.find(rule.id);
    if (found == dossier.screening.releases.end())
        return item;
    const model::ReleaseRecorded &said = found->second.first;
    item.place = placeIn(said.place);
    if (said.signedOn.empty()) {
        item.state = "not signed";
        item.text = "The release is in the file, and nobody has signed it.";
        item.hint = "release-unsigned";
        return item;
    }
    const auto last = lastDay(rule, said);
    if (dayOf(said.signedOn) > asOf || (last && *last < asOf)) {
        item.state = "out of date";
        item.text = dayOf(said.signedOn) > asOf ? "Signed on " + said.signedOn + ", which lies ahead." : "Signed on " + said.signedOn + "; it counted until " + dayText(*last) + ".";
        item.hint = "release-expired";
        return item;
    }
    item.state = "in date";
    item.good = true;
    item.hint.clear();
    item.text = "Signed on " + said.signedOn + (last ? "; it counts until " + dayText(*last) + "." : "; it has no end of its own.");
    return item;
}

FileItem identityItem(model::IdentityMatter matter, const model::Dossier &dossier)
{
    const bool person = matter == model::IdentityMatter::Identity;
    FileItem item{std::string(identityMatterName(matter)), person ? "Identity of the subject" : "Citizenship of the subject", "not recorded", false,
                  person ? "Nobody has recorded by what the identity was established." : "Nobody has recorded by what citizenship was established.", std::string(identityMatterName(matter)), {}};
    const auto found = dossier.screening.identity.find(matter);
    if (found == dossier.screening.identity.end())
        return item;
    const model::IdentityRecorded &said = found->second.first;
    item.place = placeIn(said.place);
    item.good = said.verified;
    item.state = said.verified ? "verified" : "cannot be verified";
    item.text = said.verified ? "Verified by " + said.means + "." : "It was recorded that it cannot be verified" + (said.note.empty() ? std::string(".") : ": " + said.note);
    if (said.verified)
        item.hint.clear();
    return item;
}

FileItem componentItem(const packs::TierComponent &component, const model::Dossier &dossier)
{
    FileItem item{component.id, component.title, "not recorded", false, "It is not recorded whether this is in the file.", "component", {}};
    const auto found = dossier.screening.components.find(component.id);
    if (found == dossier.screening.components.end())
        return item;
    const model::ComponentRecorded &said = found->second.first;
    item.place = placeIn(said.place);
    item.state = std::string(componentStateName(said.state));
    item.good = said.state != model::ComponentState::Missing;
    item.text = said.state == model::ComponentState::Present ? (said.reason.empty() ? std::string("It is in the file.") : said.reason)
                                                             : (said.state == model::ComponentState::Missing ? "Missing: " : "Waived: ") + said.reason;
    if (item.good)
        item.hint.clear();
    return item;
}

bool asksFor(const Screening &screening, const packs::ReleaseRule &rule)
{
    return rule.section.empty() || screening.questionnaires.empty() ||
           std::ranges::any_of(screening.questionnaires, [&](const FormScreening &form) { return form.rules->asked(rule.section) != nullptr; });
}

// Days of the window that homes or jobs leave open, in holes that count.
DayNumber uncoveredDays(const ScreeningInput &input, const Screening &screening, const Window &window)
{
    std::vector<Window> holes;
    for (const Questionnaire &questionnaire : input.questionnaires) {
        if (questionnaire.answers.empty() || questionnaire.document != screening.questionnaires.front().document)
            continue;
        const std::vector<AnswerSpan> spans = spansIn(questionnaire.answers, input.asOf);
        for (const Lane lane : {Lane::Residence, Lane::Employment}) {
            std::vector<Cover> covers;
            for (const AnswerSpan &span : spans)
                if (span.lane == lane && !span.single && (span.begins || span.ends))
                    covers.push_back({(span.begins ? span.begins : span.ends)->first, (span.ends ? span.ends : span.begins)->last});
            for (const Hole &hole : findHoles(covers, window))
                holes.push_back({hole.from, hole.to});
        }
    }
    std::ranges::sort(holes, {}, &Window::from);
    DayNumber days = 0, counted = window.from - 1; // what both lanes leave open counts once
    for (const Window &hole : holes) {
        const DayNumber from = std::max(hole.from, counted + 1);
        days += std::max<DayNumber>(0, hole.to - from + 1);
        counted = std::max(counted, hole.to);
    }
    return days;
}

} // namespace

void screenFile(const ScreeningInput &input, Screening &screening)
{
    for (const packs::ReleaseRule &rule : input.forms.releases)
        if (asksFor(screening, rule))
            screening.releases.push_back(releaseItem(rule, input.dossier, input.asOf));
    for (const auto matter : {model::IdentityMatter::Identity, model::IdentityMatter::Citizenship})
        screening.identity.push_back(identityItem(matter, input.dossier));
    if (const packs::Tier *tier = input.forms.tierFor(input.dossier.facts.access)) {
        screening.tier = tier->title;
        for (const packs::TierComponent &component : tier->components)
            screening.components.push_back(componentItem(component, input.dossier));
    }
}

void screenCoverage(const ScreeningInput &input, Screening &screening)
{
    constexpr int monthsAYear = 12, daysAYear = 365;
    std::string text;
    const Window window{yearsBefore(input.asOf, static_cast<int>(input.forms.withinYears)), input.asOf};
    const bool readable = !screening.questionnaires.empty() && screening.questionnaires.front().readable;
    const DayNumber days = readable && input.forms.uncoveredMonths > 0 ? uncoveredDays(input, screening, window) : 0;
    if (days > 0 && days * monthsAYear >= static_cast<DayNumber>(input.forms.uncoveredMonths) * daysAYear)
        text = "About " + std::to_string(days * monthsAYear / daysAYear) + " months of the last " + std::to_string(input.forms.withinYears) + " years are covered by no home or no job.";
    for (const FileItem &component : screening.components)
        if (component.state == "missing")
            text += (text.empty() ? "" : " ") + std::string("A component is missing: ") + component.title + ".";
    if (text.empty())
        return;
    Hint hint;
    hint.id = "coverage";
    hint.kind = "deviation";
    hint.text = "Deviation territory (Appendix C): " + text;
    hint.why = "A grant on such a file needs exception D, or the investigation is completed first. That is for you to decide.";
    settle(hint, input.dossier);
    screening.deviation = std::move(hint);
}

} // namespace caseward::rules
