// SPDX-License-Identifier: GPL-3.0-or-later
// What a test does with a window as a person would: finds things by their name, presses, types, reads. A second base of
// a test class. A name that is not there ends the program. GUI thread.
#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QWidget>

namespace caseward::uitest {

class Hands {
public:
    void takeHold(QWidget *screen) { m_screen = screen; }

    template <typename T>
    T *find(const QString &name)
    {
        T *found = m_screen->findChild<T *>(name);
        if (!found)
            qFatal("no widget %s", qPrintable(name));
        return found;
    }
    template <typename T>
    T *find(const char *name) { return find<T>(QString::fromLatin1(name)); }
    void press(const char *name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void type(const char *name, const QString &words)
    {
        auto *line = find<QLineEdit>(name);
        line->setFocus();
        line->clear();
        QTest::keyClicks(line, words);
    }
    QString words(const char *name) { return find<QLabel>(name)->text(); }

private:
    QWidget *m_screen = nullptr;
};

} // namespace caseward::uitest
