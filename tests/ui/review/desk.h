// SPDX-License-Identifier: GPL-3.0-or-later
// A review desk over a fake case: a decision of three pages beside a letter, a passage tied in each. GUI thread.
#pragma once

#include "fakes.h"
#include "ui/base/theme.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/review/tiepalette.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace caseward::ui {

inline const std::string decisionPage = "The Individual had reported no income.\nHe admitted that he did not list the work on the form.\nHe said he forgot.";
inline const std::string letterPage = "I listed every job I ever had.\n\nI have since amended my returns.";

class Desk {
protected:
    void makeTheme() { m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(qApp)); }
    void open()
    {
        const packs::PackPtr pack = sead4();
        QVERIFY(pack);
        auto door = std::make_unique<FakeCaseDoor>(pack, m_clock);
        m_door = door.get();
        m_decision = door->addDocument("Decision", model::DocumentKind::Decision, model::MediaType::Pdf, {decisionPage, decisionPage, decisionPage});
        m_letter = door->addDocument("Letter", model::DocumentKind::SubjectStatement, model::MediaType::PlainText, {letterPage});
        m_second = door->addTie(m_letter, 1, "since amended my returns", "17(a)", model::Weight::Slight);
        m_first = door->addTie(m_decision, 1, "reported no income", "16(a)", model::Weight::Moderate);
        m_page = std::make_unique<ReviewPage>(m_theme.get(), std::move(door), m_clock);
        makeActions(m_page.get());
        m_page->resize(1600, 900);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_door->announce();
        QTRY_VERIFY(view(0)->glyphs(1) && view(1)->glyphs(1));
        QCOMPARE(m_page->pane(0)->document(), m_decision);
        QCOMPARE(m_page->pane(1)->document(), m_letter);
    }
    std::unique_ptr<Theme> m_theme;
    FixedClock m_clock{Instant{1'700'000'000'000}};
    std::unique_ptr<ReviewPage> m_page;
    FakeCaseDoor *m_door = nullptr;
    DocumentId m_decision, m_letter;
    PassageId m_first, m_second;

    PageView *view(int pane = 0) { return m_page->pane(pane)->view(); }
    void select(const std::string &words)
    {
        const TextRange range = findOn(decisionPage, words);
        QVERIFY(!range.isEmpty());
        view()->setFocus();
        view()->select({1, range.start, range.end});
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }
    QLineEdit *query() { return m_page->findChild<QLineEdit *>(QStringLiteral("review.palette.query")); }
    TiePalette *palette() { return m_page->findChild<TiePalette *>(QStringLiteral("review.palette")); }
    std::vector<model::PassageTied> tied() { return m_door->recordedOf<model::PassageTied>(); }
};

} // namespace caseward::ui
