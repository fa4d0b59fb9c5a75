// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/timelineitems.h"

#include <QCoreApplication>

#include <algorithm>

namespace caseward::ui {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("TimelineItems", words); }

QString textOf(const std::string &words) { return QString::fromStdString(words); }

QString troubleIn(session::Trouble trouble)
{
    switch (trouble) {
    case session::Trouble::NoDate:
        return tr("no date is given");
    case session::Trouble::Unreadable:
        return tr("its dates cannot be read");
    case session::Trouble::NoBeginning:
        return tr("the beginning is missing or cannot be read");
    case session::Trouble::NoEnd:
        return tr("the end is missing or cannot be read");
    case session::Trouble::Reversed:
        return tr("it ends before it begins");
    case session::Trouble::Future:
        return tr("it begins after the day of this timeline");
    case session::Trouble::NoSide:
        return tr("neither passage has a date");
    case session::Trouble::None:
        break;
    }
    return {};
}

QString datesOf(const session::Mark &mark)
{
    const QString from = textOf(mark.from), to = textOf(mark.to);
    if (to.isEmpty())
        return mark.isAbout() && !from.isEmpty() ? tr("about %1").arg(from) : from;
    const QString begins = mark.aboutFrom && !from.isEmpty() ? tr("about %1").arg(from) : from;
    const QString ends = mark.aboutTo && mark.to != "present" ? tr("about %1").arg(to) : to;
    return from.isEmpty() ? tr("until %1").arg(ends) : tr("%1 to %2").arg(begins, ends);
}

QString kindOf(const session::Mark &mark)
{
    switch (mark.kind) {
    case session::Mark::Kind::Claimed:
        return tr("answered in the questionnaire");
    case session::Mark::Kind::Document:
        return tr("document");
    case session::Mark::Kind::Passage:
        return tr("tied passage");
    case session::Mark::Kind::Contradiction:
        return tr("contradiction");
    }
    return {};
}

// As ReviewPage::goTo() takes it.
QString placeOf(const session::Mark &mark)
{
    if (mark.contradiction)
        return QStringLiteral("contradiction:") + textOf(mark.contradiction->text());
    if (mark.passage)
        return QStringLiteral("passage:") + textOf(mark.passage->text());
    if (mark.document.isNull())
        return {};
    return QStringLiteral("place:%1:%2:%3:%4").arg(textOf(mark.document.text())).arg(mark.place.page).arg(mark.place.start).arg(mark.place.end);
}

TimelineItem itemOf(const session::Mark &mark, bool dated)
{
    TimelineItem item;
    item.lane = mark.lane;
    item.kind = !dated                                            ? TimelineItem::Kind::Undated
        : mark.to.empty() && mark.trouble == session::Trouble::None ? TimelineItem::Kind::Point
                                                                    : TimelineItem::Kind::Stretch;
    item.first = mark.first;
    item.last = mark.last;
    item.sureFirst = mark.sureFirst;
    item.sureLast = mark.sureLast;
    item.about = dated && mark.isAbout();
    item.contradicts = mark.kind == session::Mark::Kind::Contradiction;
    if (item.contradicts && dated)
        item.kind = TimelineItem::Kind::Point;
    item.label = textOf(mark.label);
    QStringList parts{laneTitle(mark.lane), item.label};
    if (const QString dates = datesOf(mark); !dates.isEmpty())
        parts << dates;
    if (const QString trouble = troubleIn(mark.trouble); !trouble.isEmpty())
        parts << trouble;
    parts << (mark.document.isNull() ? kindOf(mark) : tr("%1, page %2").arg(kindOf(mark)).arg(mark.place.page));
    item.words = parts.join(QStringLiteral("  ·  "));
    item.where = placeOf(mark);
    return item;
}

TimelineItem itemOf(const session::Timeline &timeline, std::size_t index)
{
    const session::GapMark &gap = timeline.gaps[index];
    TimelineItem item;
    item.kind = TimelineItem::Kind::Gap;
    item.lane = gap.lane;
    item.first = item.sureFirst = gap.first;
    item.last = item.sureLast = gap.last;
    item.explained = gap.isExplained();
    item.gap = static_cast<int>(index);
    const int days = static_cast<int>(gap.days());
    item.label = item.explained ? tr("gap, explained") : days == 1 ? tr("gap 1 day") : tr("gap %1 days").arg(days);
    QStringList parts{tr("Gap"), textOf(session::sentenceOf(gap, timeline))};
    if (gap.noted && !item.explained)
        parts << tr("noted, not explained");
    if (!gap.note.empty())
        parts << textOf(gap.note);
    if (item.explained)
        parts << tr("explained: %1").arg(textOf(gap.explanation));
    item.words = parts.join(QStringLiteral("  ·  "));
    if (const auto beside = gap.before ? gap.before : gap.after)
        item.where = placeOf(timeline.marks[*beside]);
    return item;
}

} // namespace

QString laneTitle(session::Lane lane)
{
    switch (lane) {
    case session::Lane::Residence:
        return tr("Residence");
    case session::Lane::Employment:
        return tr("Employment");
    case session::Lane::Education:
        return tr("Education");
    case session::Lane::References:
        return tr("References");
    case session::Lane::Travel:
        return tr("Foreign travel");
    case session::Lane::Finance:
        return tr("Finance");
    case session::Lane::Conduct:
        return tr("Conduct");
    case session::Lane::Statements:
        return tr("Statements");
    case session::Lane::Contradictions:
        return tr("Contradictions");
    }
    return {};
}

std::vector<TimelineItem> timelineItems(const session::Timeline &timeline)
{
    std::vector<TimelineItem> items;
    for (const session::Mark &mark : timeline.marks)
        items.push_back(itemOf(mark, true));
    for (std::size_t i = 0; i < timeline.gaps.size(); ++i)
        items.push_back(itemOf(timeline, i));
    std::ranges::stable_sort(items, {}, [](const TimelineItem &item) { return std::tuple(item.lane, item.first, item.last); });
    for (const session::Mark &mark : timeline.undated)
        items.push_back(itemOf(mark, false));
    return items;
}

} // namespace caseward::ui
