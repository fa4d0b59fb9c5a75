// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/sectiondates.h"

#include <algorithm>

namespace caseward::rules {

namespace {

using model::Answer;

constexpr std::size_t shownCharacters = 60;    // of a date that is none

std::string_view parentPath(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// Days that may well lie ahead, or whose meaning is not a day of somebody's life.
bool isDate(std::string_view path)
{
    const std::string_view last = lastNameOf(path);
    if (last.starts_with("Expir") || last.starts_with("Valid"))
        return false;
    return last == "From" || last == "To" || last.starts_with("Date") || last.ends_with("Date") || last == "LastOccurred" || last == "FirstOccurred" || last == "LastContact";
}

std::string shown(const std::string &value)
{
    if (value.size() <= shownCharacters)
        return value;
    std::size_t end = shownCharacters;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xc0) == 0x80)
        --end;
    return value.substr(0, end) + "…";
}

class DateScreener {
public:
    DateScreener(const FormView &view, const packs::AskedSection &asked, const packs::FormSection &section, const SectionAnswers &answers)
        : m_view(view), m_asked(asked), m_section(section), m_answers(answers)
    {
    }
    std::vector<DateHint> run();

private:
    void single(const Answer &answer);
    void stretch(const Answer &first, const Answer *second);
    void outside(const Answer &answer, const When &ends);
    void add(const char *kind, const Answer &answer, std::string text, std::string why);
    [[nodiscard]] std::string labelOf(const Answer &answer) const;
    [[nodiscard]] packs::LookBack backOf(const Answer &answer) const;
    bool sound(const Answer &answer, const std::optional<When> &when);

    const FormView &m_view;
    const packs::AskedSection &m_asked;
    const packs::FormSection &m_section;
    const SectionAnswers &m_answers;
    std::vector<DateHint> m_hints;
};

std::string DateScreener::labelOf(const Answer &answer) const
{
    const Mark *mark = m_view.markAt(answer.span);
    return mark ? mark->label : std::string(lastNameOf(parentPath(answer.path)));
}

void DateScreener::add(const char *kind, const Answer &answer, std::string text, std::string why)
{
    HintPlace place = placeOf(m_view.questionnaire.document, answer);
    place.label = labelOf(answer);
    m_hints.push_back({kind, answer.path, std::move(text), std::move(why), std::move(place)});
}

// The look-back of the question the date belongs to, else the section's.
packs::LookBack DateScreener::backOf(const Answer &answer) const
{
    for (const auto &[path, back] : m_asked.except)
        for (const std::string &name : m_section.names)
            if (standsUnder(answer.path, name + "/" + path))
                return back;
    return m_asked.back;
}

// A day that the calendar has, and that has come.
bool DateScreener::sound(const Answer &answer, const std::optional<When> &when)
{
    if (!when) {
        add("date", answer, "'" + shown(answer.value) + "' is no date that any calendar has.", "What cannot be read as a date covers no time.");
        return false;
    }
    if (when->first > m_view.input.asOf) {
        add("future", answer, shown(answer.value) + " lies after the day of this screening, " + dayText(m_view.input.asOf) + ".", {});
        return false;
    }
    const bool ofTheSubject = m_section.young || !m_section.lane.empty();
    if (ofTheSubject && m_view.facts.born && *m_view.facts.born <= m_view.input.asOf && when->last < *m_view.facts.born) {
        add("date", answer, shown(answer.value) + " lies before the subject was born.", {});
        return false;
    }
    return true;
}

void DateScreener::outside(const Answer &answer, const When &ends)
{
    const int years = windowYears(m_view.form, m_section, backOf(answer), m_view.facts, m_view.input.asOf);
    if (years != 0 && ends.last < yearsBefore(m_view.input.asOf, years))
        add("outside", answer, labelOf(answer) + " lies outside the look-back of " + std::to_string(years) + (years == 1 ? " year." : " years."),
            "The form did not ask for it; it may still matter.");
}

void DateScreener::single(const Answer &answer)
{
    const auto when = whenOf(answer.value, m_view.input.asOf);
    if (sound(answer, when))
        outside(answer, *when);
}

void DateScreener::stretch(const Answer &first, const Answer *second)
{
    const bool begins = lastNameOf(first.path) == "From";
    const auto from = begins ? whenOf(first.value, m_view.input.asOf) : std::nullopt;
    const Answer *end = begins ? second : &first;
    const auto to = end ? whenOf(end->value, m_view.input.asOf) : std::nullopt;
    const bool fromSound = begins && sound(first, from);
    const bool toSound = end && sound(*end, to);
    if (begins && !end)
        add("no-date", first, labelOf(first) + ": it says from when, and not to when.", "What has no end covers only its beginning.");
    else if (!begins)
        add("no-date", first, labelOf(first) + ": it says to when, and not from when.", "What has no beginning covers only its end.");
    if (fromSound && toSound && to->last < from->first)
        add("reversed", first, labelOf(first) + " ends (" + shown(end->value) + ") before it begins (" + shown(first.value) + ").", "What ends before it begins covers no time.");
    else if (toSound)
        outside(first, *to);
}

std::vector<DateHint> DateScreener::run()
{
    const auto &answers = m_answers.answers;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (!isDate(answers[i]->path))
            continue;
        const std::string_view last = lastNameOf(answers[i]->path);
        if (last != "From" && last != "To") {
            single(*answers[i]);
            continue;
        }
        const bool paired = last == "From" && i + 1 < answers.size() && lastNameOf(answers[i + 1]->path) == "To" && parentPath(answers[i + 1]->path) == parentPath(answers[i]->path);
        stretch(*answers[i], paired ? answers[i + 1] : nullptr);
        if (paired)
            ++i;
    }
    return std::move(m_hints);
}

// The entry a path lies in: "Section/List/Item[2]" of "Section/List/Item[2]/DateRange/From".
std::string_view entryOf(std::string_view path, std::string_view prefix)
{
    if (!standsUnder(path, prefix) || path.size() == prefix.size())
        return {};
    return path.substr(0, path.find('/', prefix.size()));
}

// The entry's own stretch; what lies deeper (an earlier post with the same employer) has dates of its own.
void takeDate(SectionEntry &entry, const Answer &answer, DayNumber asOf)
{
    const std::string_view last = lastNameOf(answer.path);
    if ((last != "From" && last != "To") || parentPath(parentPath(answer.path)) != entry.path)
        return;
    entry.dated = true;
    if (const auto when = whenOf(answer.value, asOf); when && (last == "To" || !entry.lasts))
        entry.lasts = when;
}

} // namespace

bool SectionAnswers::answered(const std::string &question) const
{
    return std::ranges::any_of(section->names, [&](const std::string &name) {
        const std::string path = name + "/" + question;
        return std::ranges::any_of(answers, [&](const Answer *answer) { return standsUnder(answer->path, path); });
    });
}

bool SectionEntry::hasBelow(const std::vector<std::string> &names) const
{
    return std::ranges::any_of(answers, [&](const Answer *answer) {
        return std::ranges::any_of(names, [&](const std::string &name) { return standsUnder(answer->path, path + "/" + name); });
    });
}

HintPlace SectionEntry::place(const FormView &view) const
{
    for (const Answer *answer : answers)
        if (const Mark *mark = view.markAt(answer->span))
            return {view.questionnaire.document, mark->place, mark->label};
    HintPlace place = placeOf(view.questionnaire.document, *answers.front());
    place.label = shown(answers.front()->value);
    return place;
}

SectionAnswers answersOf(const packs::FormSection &section, const std::vector<Answer> &answers, DayNumber asOf)
{
    SectionAnswers mine;
    mine.section = &section;
    for (const Answer &answer : answers)
        for (const std::string &name : section.names) {
            if (!standsUnder(answer.path, name))
                continue;
            mine.answers.push_back(&answer);
            const std::string_view entry = section.entries.empty() ? std::string_view() : entryOf(answer.path, name + "/" + section.entries);
            if (entry.empty())
                continue;
            if (mine.entries.empty() || mine.entries.back().path != entry)
                mine.entries.push_back({std::string(entry), {}, false, {}});
            mine.entries.back().answers.push_back(&answer);
            takeDate(mine.entries.back(), answer, asOf);
        }
    return mine;
}

std::vector<DateHint> dateHints(const FormView &view, const packs::AskedSection &asked, const packs::FormSection &section, const SectionAnswers &answers)
{
    return DateScreener(view, asked, section, answers).run();
}

} // namespace caseward::rules
