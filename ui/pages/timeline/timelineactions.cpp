// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the timeline page, and what Ctrl+K finds in it.
#include "ui/models/casewords.h"
#include "ui/pages/timeline/answerspanel.h"
#include "ui/pages/timeline/clockpanel.h"
#include "ui/pages/timeline/eligibilitypanel.h"
#include "ui/pages/timeline/proceedingspanel.h"
#include "ui/pages/timeline/stagepanel.h"
#include "ui/pages/timeline/timelinepage.h"
#include "ui/pages/timeline/timelineview.h"

#include <QLineEdit>
#include <QTableView>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int mostHits = 8;

} // namespace

QList<PageAction> TimelinePage::pageActions()
{
    const auto whyNoGap = [this] { return m_timeline.gaps.empty() ? tr("There is no gap.") : QString(); };
    QWidget *answers = m_answers->table();
    return {
        {QStringLiteral("timeline.lanes.show"), tr("Show the timeline"), QKeySequence(Qt::ALT | Qt::Key_1), [this] { goTo(QStringLiteral("lanes")); }},
        {QStringLiteral("timeline.answers.show"), tr("Show what is claimed and what was found"), QKeySequence(Qt::ALT | Qt::Key_2), [this] { goTo(QStringLiteral("answers")); }},
        {QStringLiteral("timeline.proceedings.show"), tr("Show where the case stands: stage, clocks, eligibility"), QKeySequence(Qt::ALT | Qt::Key_3), [this] { goTo(QStringLiteral("proceedings")); }},
        {QStringLiteral("timeline.stage.take"), tr("Take the case to the chosen stage"), {}, [this] { m_proceedings->stage()->move(); }, [this] { return m_proceedings->stage()->whyNotMove(); }},
        {QStringLiteral("timeline.clock.begin"), tr("Start a clock"), {}, [this] { m_proceedings->clocks()->start(); }, [this] { return m_proceedings->clocks()->whyNotStart(); }},
        {QStringLiteral("timeline.eligibility.say"), tr("Record an eligibility"), {}, [this] { m_proceedings->eligibility()->record(); },
         [this] { return m_proceedings->eligibility()->whyNotRecord(); }},
        {QStringLiteral("timeline.answers.claim"), tr("This answer is contradicted: choose by what"), QKeySequence(Qt::Key_C), [this] { m_answers->open(true); },
         [this] { return m_answers->whyNotClaim(); }, answers, tr("contradicted")},
        {QStringLiteral("timeline.answers.filter"), tr("Filter the answers"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] { m_answers->focusFilter(); },
         [this] { return showsAnswers() ? QString() : tr("Show the answers first (Alt+2)."); }},
        {QStringLiteral("timeline.explain"), tr("Explain the gap"), QKeySequence(Qt::Key_E), [this] { explain(); }, [this] { return whyNotExplain(); }, m_view, tr("explain gap")},
        {QStringLiteral("timeline.nextGap"), tr("Go to the next gap"), QKeySequence(Qt::Key_G), [this] { nextGap(); }, whyNoGap, m_view, tr("next gap")},
        {QStringLiteral("timeline.asOf"), tr("Show the timeline as of another day"), QKeySequence(Qt::Key_D), [this] { m_asOf->setFocus(); }, {}, m_view, tr("day")},
        {QStringLiteral("timeline.whole"), tr("Show all years"), {}, [this] { m_view->setZoom(1); }},
    };
}

QList<PageHit> TimelinePage::search(const QString &words)
{
    QList<PageHit> hits;
    for (std::size_t i = 0; i < m_view->items().size() && hits.size() < mostHits; ++i) {
        const TimelineItem &item = m_view->items()[i];
        if (!item.words.contains(words, Qt::CaseInsensitive))
            continue;
        hits << PageHit{QStringLiteral("calendar-range"), item.label, laneTitle(item.lane), [this, label = item.words] {
            const auto found = std::ranges::find(m_view->items(), label, &TimelineItem::words);
            if (found != m_view->items().end())
                m_view->setCurrent(static_cast<int>(found - m_view->items().begin()));
        }};
    }
    return hits;
}

} // namespace caseward::ui
