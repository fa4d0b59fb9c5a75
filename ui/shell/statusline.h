// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of the window: saved, audit chain, what the keys do here, who is signed in and when it locks.
// Owned by the main window; GUI thread.
#pragma once

#include "ui/base/page.h"
#include "ui/base/themedlabel.h"

#include <QWidget>

class QHBoxLayout;

#include <vector>

namespace caseward::ui {

class IconLabel;

class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(Theme *theme, QWidget *parent = nullptr);
    void setSaved(const QString &clock);                       // "15:04:05"; empty: hidden
    void setChain(const QString &words, bool verified);        // empty: hidden
    void setHints(const QList<PageAction> &actions);           // those with a hint and keys
    void setPerson(const QString &words);
    void setMessage(const QString &words, Tone tone);          // in place of the hints, until setHints or clearMessage
    void clearMessage();
    void forget();                                             // the lock: nothing of the sitting stays

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHints();
    Theme *m_theme;
    IconLabel *m_savedIcon, *m_chainIcon;
    ThemedLabel *m_saved, *m_chain, *m_person, *m_message;
    QWidget *m_hints;
    QHBoxLayout *m_hintRow;
    std::vector<QWidget *> m_shownHints;                       // children of m_hints, a key and its words each
};

} // namespace caseward::ui
