// SPDX-License-Identifier: GPL-3.0-or-later
// Two page views that move together: where one goes the other follows, as many pages apart as they were when they were
// linked. A document that has ended waits for the other to come back. Owned by the review page; GUI thread.
#pragma once

#include <QObject>

namespace caseward::ui {

class PageView;

class LinkedScroll final : public QObject {
    Q_OBJECT
public:
    LinkedScroll(PageView *first, PageView *second, QObject *parent);
    void setOn(bool on);                     // stays off while one of them shows nothing
    [[nodiscard]] bool isOn() const { return m_on; }

signals:
    void changed(bool on);

private:
    void follow(PageView *leader, PageView *follower, double apart);
    PageView *m_first, *m_second;
    double m_apart = 0;                      // second minus first, in pages
    bool m_on = false, m_following = false;
};

} // namespace caseward::ui
