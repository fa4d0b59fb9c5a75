// SPDX-License-Identifier: GPL-3.0-or-later
// A person at the whole window with nothing but a keyboard: what is wanted is reached by Tab, chosen by arrows, pressed by Space, and
// every word is typed. What no key reaches ends the test and says what the keys did reach. For Qt Test programs.
#pragma once

#include "app/desktop/workstation.h"
#include "tests/support/testoffice.h"
#include "tests/ui/support/hands.h"
#include "ui/models/casemodel.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>

#include <functional>
#include <memory>

namespace caseward::tests {

class CaseWorker : public uitest::Hands {
public:
    static constexpr int patience = 30'000, mostTabs = 500;

    ui::Worker &worker() { return m_station->worker(); }
    ui::MainWindow &window() { return m_station->window(); }
    [[nodiscard]] ui::CaseModel &cases() { return *window().caseModel(); }
    [[nodiscard]] const model::Dossier &dossier() { return *cases().dossier(); }
    bool idle() { return !m_station->worker().isBusy(); }

    static QWidget *focus() { return QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow(); }
    static void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(focus(), key, with); }
    static void type(const QString &words) { QTest::keyClicks(focus(), words); }
    static QString focusName() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QStringLiteral("nothing"); }

    // Tab until the keyboard is at what is called `name`, or whose name begins with it where it ends in a dot.
    static void reach(const QString &name);
    // One of several, by arrows; Space chooses.
    static void choose(const QString &group, int index);
    static void write(const QString &name, const QString &words);
    // Words that are saved with Ctrl+Enter.
    static void record(const QString &name, const QString &words);
    static void pressAt(const QString &name);
    // The entry of a closed combo box that begins with `words`.
    static void tick(const QString &name, const std::vector<int> &rows);          // rows of a list with boxes, ascending
    static void pick(const QString &name, const QString &words);
    // The row of a table whose first cell begins with `words`.
    static void row(const QString &name, const QString &words);
    void waitFor(const std::function<bool()> &what, const char *words);
    void settle();
    void picture(const QString &name);

    // From the closed program to the queue.
    void comeIn(const TestOffice &office, const Path &vault, const QString &person);
    void goOut() { m_station.reset(); }

    void makeCase(const QString &reference, const QString &subject);
    void addFile(const QString &path);
    void backFromDialog();
    void openFirst();
    // Lines of the document in the pane, from its first: each a passage under a condition, with a weight of 1 to 3. `words`: the document.
    struct Passage { int line; const char *condition; int weight; };
    void tie(const std::vector<Passage> &passages, const QString &words);
    void readEverything();

private:
    std::unique_ptr<ui::Workstation> m_station;
};

} // namespace caseward::tests
