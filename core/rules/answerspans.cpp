// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/answerspans.h"

#include <algorithm>
#include <span>

namespace caseward::rules {

namespace {

using model::Answer;

constexpr std::string_view laneNames[] = {"residence", "employment", "education", "references", "travel", "finance", "conduct", "statements", "contradictions"};

// Only in some sections does every date count; elsewhere a date may be anybody's birthday.
struct Section {
    std::string_view name;
    Lane lane;
    bool covers;      // its stretches are the ones that the lane must have
    bool singleDates; // dates that stand alone are shown too
};
constexpr Section sections[] = {
    {"ResidenceHistory", Lane::Residence, true, false},
    {"EmploymentActivities", Lane::Employment, true, false},
    {"FormerFederalServiceActivities", Lane::Employment, false, false},
    {"MilitaryHistory", Lane::Employment, false, false},
    {"Education", Lane::Education, false, false},
    {"PersonalReferences", Lane::References, true, false},
    {"ForeignTravels", Lane::Travel, false, true},
    {"FinancialRecord", Lane::Finance, false, true},
    {"ForeignFinancialInterests", Lane::Finance, false, true},
    {"EmploymentRecord", Lane::Conduct, false, true},
    {"PoliceRecord", Lane::Conduct, false, true},
    {"IllegalDrugUse", Lane::Conduct, false, true},
    {"UseOfAlcohol", Lane::Conduct, false, true},
    {"CivilCourtRecord", Lane::Conduct, false, true},
    {"InformationSystemUse", Lane::Conduct, false, true},
    {"AssociationRecord", Lane::Conduct, false, true},
    {"InvestigationRecord", Lane::Conduct, false, true},
};

const Section *sectionOf(std::string_view path)
{
    const auto found = std::ranges::find(sections, path.substr(0, path.find('/')), &Section::name);
    return found == std::end(sections) ? nullptr : found;
}

std::string_view parentOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// "Employment[2]" -> "Employment"
std::string_view lastName(std::string_view path)
{
    const std::string_view last = path.substr(path.rfind('/') + 1); // npos + 1 is 0
    return last.substr(0, last.find('['));
}

bool isUnder(std::string_view path, std::string_view parent)
{
    return path.size() > parent.size() && path.starts_with(parent) && path[parent.size()] == '/';
}

// The answers of one entry of a list: they lie next to each other in the text. No entry that a person filled in has more than a few
// dozen; the bound keeps a form that was made to be slow from being slow.
constexpr std::size_t entryReach = 200;
std::span<const Answer> entryAround(const std::vector<Answer> &answers, std::size_t at, std::string_view item)
{
    std::size_t first = at, last = at;
    while (first > 0 && at - first < entryReach && isUnder(answers[first - 1].path, item))
        --first;
    while (last + 1 < answers.size() && last - at < entryReach && isUnder(answers[last + 1].path, item))
        ++last;
    return std::span(answers).subspan(first, last - first + 1);
}

// People around an entry have names and addresses too; those say nothing about the entry itself.
bool isAboutSomebodyElse(std::string_view path, std::string_view item)
{
    const std::string_view inside = path.substr(item.size());
    return inside.find("/Verifier") != std::string_view::npos || inside.find("/Supervisor") != std::string_view::npos;
}

std::string valueOf(std::span<const Answer> entry, std::string_view item, std::string_view name)
{
    for (const Answer &answer : entry)
        if (lastName(answer.path) == name && !isAboutSomebodyElse(answer.path, item))
            return answer.value;
    return {};
}

std::string joined(std::string one, const std::string &other)
{
    return one.empty() || other.empty() ? one + other : one + ", " + other;
}

std::string labelOf(Lane lane, std::span<const Answer> entry, std::string_view item)
{
    const auto value = [&](std::string_view name) { return valueOf(entry, item, name); };
    const auto firstOf = [&](std::initializer_list<std::string_view> names) {
        for (const std::string_view name : names)
            if (std::string found = value(name); !found.empty())
                return found;
        return std::string();
    };
    std::string label;
    if (lane == Lane::Residence)
        label = joined(firstOf({"City", "Street"}), firstOf({"State", "Country"}));
    else if (lane == Lane::Employment)
        label = joined(firstOf({"Employer", "Name", "DutyLocation", "Agency", "Type"}), firstOf({"PositionTitle", "Occupation", "Rank"}));
    else if (lane == Lane::References)
        label = value("First").empty() ? value("Last") : joined(value("Last"), value("First"));
    else if (lane == Lane::Travel)
        label = joined(value("Country"), firstOf({"Purpose", "PurposeOfTravel"}));
    else
        label = firstOf({"Name", "SchoolName", "Offense", "Description", "Reason", "Type", "Country", "Explanation"});
    return label.empty() ? std::string(lastName(item)) : label;
}

// Of the entry asked for last: an entry with many dates is looked through once.
class Labels {
public:
    const std::string &of(Lane lane, const std::vector<Answer> &answers, std::size_t at, std::string_view item)
    {
        if (item != m_item || lane != m_lane) {
            m_item = item;
            m_lane = lane;
            m_label = labelOf(lane, entryAround(answers, at, item), item);
        }
        return m_label;
    }

private:
    std::string m_item, m_label;
    Lane m_lane = Lane::Residence;
};

// A stretch: the From and the To that lie under one element, of which one may be missing.
AnswerSpan stretchAt(const std::vector<Answer> &answers, std::size_t at, const Section &section, DayNumber asOf, Labels &labels)
{
    const Answer &first = answers[at];
    const std::string_view range = parentOf(first.path);
    AnswerSpan span;
    span.lane = section.lane;
    span.covers = section.covers;
    span.place = first.span;
    for (std::size_t i = at; i < answers.size() && i < at + 2 && parentOf(answers[i].path) == range; ++i) {
        if (lastName(answers[i].path) == "From" && i == at)
            span.from = answers[i].value;
        else if (lastName(answers[i].path) == "To")
            span.to = answers[i].value;
    }
    span.begins = whenOf(span.from, asOf);
    span.ends = whenOf(span.to, asOf);
    const std::string_view item = parentOf(range);
    span.label = labels.of(section.lane, answers, at, item.empty() ? range : item);
    return span;
}

bool isDateOfAnEvent(const Answer &answer, const Section &section)
{
    const std::string_view last = lastName(answer.path);
    const bool named = last.find("Date") != std::string_view::npos || last == "LastOccurred" || last == "FirstOccurred";
    const bool ofWork = answer.path.find("/Dismissal") != std::string::npos || answer.path.find("/Incident") != std::string::npos;
    return named && (section.singleDates || (section.lane == Lane::Employment && ofWork));
}

AnswerSpan eventAt(const std::vector<Answer> &answers, std::size_t at, const Section &section, DayNumber asOf, Labels &labels)
{
    const Answer &answer = answers[at];
    AnswerSpan span;
    span.lane = section.lane == Lane::Employment ? Lane::Conduct : section.lane;
    span.single = true;
    span.place = answer.span;
    span.from = answer.value;
    span.begins = whenOf(answer.value, asOf);
    span.ends = span.begins;
    span.label = labels.of(span.lane, answers, at, parentOf(answer.path));
    return span;
}

} // namespace

std::string_view laneName(Lane lane)
{
    return laneNames[static_cast<std::size_t>(lane)];
}

std::optional<Lane> laneNamed(std::string_view name)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    for (const Lane lane : allLanes)
        if (std::ranges::equal(name, laneName(lane), {}, lower))
            return lane;
    return std::nullopt;
}

std::vector<AnswerSpan> spansIn(const std::vector<Answer> &answers, DayNumber asOf)
{
    std::vector<AnswerSpan> spans;
    Labels labels;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const Section *section = sectionOf(answers[i].path);
        if (section == nullptr)
            continue;
        const std::string_view last = lastName(answers[i].path);
        const bool endOfTheOneBefore = last == "To" && i > 0 && lastName(answers[i - 1].path) == "From"
            && parentOf(answers[i - 1].path) == parentOf(answers[i].path);
        if ((last == "From" || last == "To") && !endOfTheOneBefore)
            spans.push_back(stretchAt(answers, i, *section, asOf, labels));
        else if (isDateOfAnEvent(answers[i], *section))
            spans.push_back(eventAt(answers, i, *section, asOf, labels));
    }
    return spans;
}

FormFacts factsOf(const std::vector<Answer> &answers)
{
    FormFacts facts;
    const auto dayIn = [](const Answer &answer) {
        const auto when = whenOf(answer.value, 0);
        return when && !when->present ? std::optional(when->last) : std::nullopt;
    };
    for (const Answer &answer : answers) {
        if (answer.path == "Form/Name" && facts.form.empty())
            facts.form = answer.value;
        else if (answer.path == "IdentifyingInformation/Birth/Date" && !facts.born)
            facts.born = dayIn(answer);
        else if (answer.path == "DateSubmitted" && !facts.submitted) {
            facts.submitted = dayIn(answer);
            facts.submittedAt = answer.span;
        }
    }
    return facts;
}

int yearsRequired(Lane lane, const FormFacts &facts, DayNumber asOf)
{
    constexpr int longest = 10, publicTrust = 7, lowest = 5, acquaintance = 7;
    constexpr int grownUp = 18, least = 2;
    if (lane == Lane::References)
        return facts.form == "SF86" ? acquaintance : 0;
    if (lane != Lane::Residence && lane != Lane::Employment)
        return 0;
    const int years = facts.form == "SF85" ? lowest : facts.form == "SF85P" ? publicTrust : longest;
    return facts.born ? std::min(years, std::max(least, wholeYears(*facts.born, asOf) - grownUp)) : years;
}

} // namespace caseward::rules
