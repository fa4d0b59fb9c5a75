// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/timelinegaps.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace caseward::rules {

namespace {

// What a mark covers of its lane. One with trouble about its ends covers only what it does say; one that is turned round, nothing.
std::optional<Cover> coverOf(const Mark &mark, Lane lane)
{
    if (mark.kind != Mark::Kind::Claimed || mark.lane != lane || mark.trouble == Trouble::Reversed)
        return std::nullopt;
    return Cover{mark.first, mark.last};
}

struct Noted {
    Lane lane = Lane::Residence;
    DayNumber first = 0, last = 0;
};

std::optional<Noted> daysOf(const model::Gap &gap)
{
    const auto lane = laneNamed(gap.lane);
    const auto from = whenOf(gap.from, 0), to = whenOf(gap.to, 0);
    if (!lane || !from || !to || to->last < from->first)
        return std::nullopt;
    return Noted{*lane, from->first, to->last};
}

// Each noted gap is at most one found one; of several that would do, an explained one.
void match(Timeline &timeline, const model::Dossier &dossier)
{
    std::vector<const model::Gap *> left;
    for (const model::Gap &gap : dossier.gaps)
        left.push_back(&gap);
    std::ranges::stable_partition(left, [](const model::Gap *gap) { return !gap->explanation.empty(); });
    const auto take = [](GapMark &mark, const model::Gap &gap) {
        mark.noted = gap.id;
        mark.note = gap.note;
        mark.explanation = gap.explanation;
    };
    for (GapMark &mark : timeline.gaps) {
        const auto same = std::ranges::find_if(left, [&](const model::Gap *gap) { return isTheSame(*gap, mark.lane, mark.first, mark.last); });
        if (same == left.end())
            continue;
        take(mark, **same);
        left.erase(same);
    }
    for (const model::Gap *gap : left) {
        const auto days = daysOf(*gap);
        if (!days) {
            Mark mark;
            mark.lane = laneNamed(gap->lane).value_or(Lane::Statements);
            mark.label = "Noted gap, " + gap->lane + (gap->note.empty() ? "" : ": " + gap->note);
            mark.from = gap->from;
            mark.to = gap->to;
            mark.trouble = Trouble::Unreadable;
            if (gap->anchor) {
                mark.document = gap->anchor->document;
                mark.place = gap->anchor->span;
            }
            timeline.undated.push_back(std::move(mark));
            continue;
        }
        GapMark mark;
        mark.lane = days->lane;
        mark.first = days->first;
        mark.last = days->last;
        mark.found = false;
        take(mark, *gap);
        timeline.gaps.push_back(std::move(mark));
    }
}

} // namespace

std::vector<GapMark> gapsIn(const std::vector<Mark> &marks, Lane lane, const Window &window)
{
    std::vector<Cover> covers;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (const auto cover = coverOf(marks[i], lane)) {
            covers.push_back(*cover);
            places.push_back(i);
        }
    std::vector<GapMark> gaps;
    for (const Hole &hole : findHoles(covers, window)) {
        GapMark gap;
        gap.lane = lane;
        gap.first = hole.from;
        gap.last = hole.to;
        gap.tail = hole.tail;
        if (hole.before)
            gap.before = places[*hole.before];
        if (hole.after)
            gap.after = places[*hole.after];
        gaps.push_back(std::move(gap));
    }
    return gaps;
}

bool isTheSame(const model::Gap &noted, Lane lane, DayNumber first, DayNumber last)
{
    const auto days = daysOf(noted);
    return days && days->lane == lane && days->first - toleratedDays <= first && last <= days->last + toleratedDays
        && days->first <= last && first <= days->last;
}

void addGaps(Timeline &timeline, const model::Dossier &dossier, const FormFacts *facts)
{
    if (facts)
        for (const Lane lane : allLanes)
            if (const int years = yearsRequired(lane, *facts, timeline.asOf))
                std::ranges::move(gapsIn(timeline.marks, lane, {yearsBefore(timeline.asOf, years), timeline.asOf}), std::back_inserter(timeline.gaps));
    match(timeline, dossier);
    std::ranges::stable_sort(timeline.gaps, {}, [](const GapMark &gap) { return std::tuple(gap.lane, gap.first); });
}

std::string sentenceOf(const GapMark &gap, const Timeline &timeline)
{
    std::string lane(laneName(gap.lane));
    lane[0] = static_cast<char>(lane[0] - 'a' + 'A');
    const DayNumber days = gap.days();
    std::string text = lane + ": " + std::to_string(days) + (days == 1 ? " day" : " days") + (gap.found ? " that no answer covers, " : ", noted by hand, ")
        + dayText(gap.first) + " to " + dayText(gap.last);
    if (gap.before && gap.after)
        text += ", between " + timeline.marks[*gap.before].label + " and " + timeline.marks[*gap.after].label;
    else if (gap.before)
        text += ", after " + timeline.marks[*gap.before].label;
    else if (gap.after)
        text += ", before " + timeline.marks[*gap.after].label;
    return text;
}

} // namespace caseward::rules
