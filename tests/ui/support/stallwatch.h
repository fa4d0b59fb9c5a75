// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread was busy with each event of a window test: UI.md section 1 allows 16 ms an event, section 13 calls more
// than 100 ms a stall. Reported at the end of every window test and never asserted there, because a loaded machine is not a slow
// program: tests/bench/stalls runs all window tests on their own, gathers the reports and says whether the aim is met. A test
// program takes part by ending with WINDOW_TEST_MAIN instead of QTEST_MAIN. GUI thread.
#pragma once

#include <QApplication>
#include <QTest>

#include <memory>

namespace caseward::uitest {

class StallWatch final : public QApplication {
public:
    StallWatch(int &count, char **words);
    ~StallWatch() override;
    bool notify(QObject *receiver, QEvent *event) override;
    struct Summary { std::size_t events = 0, stalls = 0; double p99 = 0, worst = 0; }; // milliseconds
    [[nodiscard]] Summary summary() const;
    void restart();                       // counts from here on
    // To standard error for people, and as a line of JSON appended to the file CASEWARD_STALLS names.
    void report(const char *test) const;

private:
    struct Figures;
    std::unique_ptr<Figures> m_figures;
    int m_depth = 0;                      // what an event causes within itself counts as that event
};

} // namespace caseward::uitest

#define WINDOW_TEST_MAIN(TestClass)                                  \
    int main(int count, char **words)                                \
    {                                                                \
        QTest::Internal::callInitMain<TestClass>();                  \
        caseward::uitest::StallWatch application(count, words);      \
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);       \
        TestClass test;                                              \
        QTEST_SET_MAIN_SOURCE_PATH                                   \
        const int failed = QTest::qExec(&test, count, words);        \
        application.report(#TestClass);                              \
        return failed;                                               \
    }
