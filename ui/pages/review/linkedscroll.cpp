// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/linkedscroll.h"

#include "ui/pages/review/pageview.h"

namespace caseward::ui {

LinkedScroll::LinkedScroll(PageView *first, PageView *second, QObject *parent) : QObject(parent), m_first(first), m_second(second)
{
    connect(first, &PageView::placeChanged, this, [this] { follow(m_first, m_second, m_apart); });
    connect(second, &PageView::placeChanged, this, [this] { follow(m_second, m_first, -m_apart); });
    // Another document in one of them: what was linked is not there any more.
    for (PageView *view : {first, second})
        connect(view, &PageView::sourceReplaced, this, [this] { setOn(false); });
}

void LinkedScroll::setOn(bool on)
{
    on = on && m_first->pageCount() > 0 && m_second->pageCount() > 0;
    if (on == m_on)
        return;
    m_on = on;
    m_apart = on ? m_second->place() - m_first->place() : 0;
    emit changed(on);
}

void LinkedScroll::follow(PageView *leader, PageView *follower, double apart)
{
    if (!m_on || m_following)
        return;
    m_following = true;
    follower->goToPlace(leader->place() + apart);
    m_following = false;
}

} // namespace caseward::ui
